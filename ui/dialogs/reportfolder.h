#pragma once

#include <QString>

namespace spotcheck::ui {

/// Path of a folder below `parent` that is not there yet: `name` without what file systems do not take, numbered
/// where it is taken.
QString freeFolder(const QString &parent, const QString &name);

} // namespace spotcheck::ui
