#include "ui/widgets/filefilters.h"

#include <QCoreApplication>

namespace spotcheck::ui {

QString pictureFileFilter()
{
    return QCoreApplication::translate("spotcheck::ui::FileFilters",
                                       "Pictures (*.png *.jpg *.jpeg *.bmp *.tif *.tiff *.webp);;All files (*)");
}

} // namespace spotcheck::ui
