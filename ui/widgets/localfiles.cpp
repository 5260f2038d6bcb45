#include "ui/widgets/localfiles.h"

#include <QMimeData>
#include <QUrl>

namespace spotcheck::ui {

QStringList localFiles(const QMimeData &dragged)
{
    QStringList paths;
    for (const QUrl &url : dragged.urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace spotcheck::ui
