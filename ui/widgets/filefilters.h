#pragma once

#include <QString>

namespace spotcheck::ui {

/// For file dialogs: the kinds of pictures that the engine reads, then all files.
QString pictureFileFilter();

} // namespace spotcheck::ui
