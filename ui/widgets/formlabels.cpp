#include "ui/widgets/formlabels.h"

#include <QFormLayout>
#include <QWidget>

namespace spotcheck::ui {

void centreLabels(QFormLayout *form)
{
    for (int row = 0; row < form->rowCount(); ++row) {
        const QLayoutItem *label = form->itemAt(row, QFormLayout::LabelRole);
        if (label && label->widget())
            label->widget()->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    }
}

} // namespace spotcheck::ui
