#pragma once

#include <QStringList>

class QMimeData;

namespace spotcheck::ui {

/// Paths of the files and folders that are dragged from a file manager; others, such as links of a browser, are left
/// out.
QStringList localFiles(const QMimeData &dragged);

} // namespace spotcheck::ui
