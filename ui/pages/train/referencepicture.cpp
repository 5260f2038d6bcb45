#include "ui/pages/train/referencepicture.h"

#include <QFileDialog>
#include <QFileInfo>

#include "ui/widgets/filefilters.h"

namespace spotcheck::ui {

namespace {

enum Row { FirstNormal, Chosen };

} // namespace

ReferencePicture::ReferencePicture(QWidget *parent) : QComboBox(parent)
{
    setObjectName(QStringLiteral("alignmentReference"));
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    addItem(tr("First normal picture"), QString());
    addItem(tr("A picture…"), QString());
    connect(this, &QComboBox::activated, this, &ReferencePicture::choose);
}

QString ReferencePicture::file() const
{
    return currentIndex() == Chosen ? itemData(Chosen).toString() : QString();
}

void ReferencePicture::choose(int index)
{
    if (index == FirstNormal) {
        emit changed();
        return;
    }
    const QString before = itemData(Chosen).toString();
    setCurrentIndex(before.isEmpty() ? FirstNormal : Chosen); // until a file is chosen, or if none is
    auto *dialog =
        new QFileDialog(this, tr("The picture to align to"), QFileInfo(before).absolutePath(), pictureFileFilter());
    dialog->setObjectName(QStringLiteral("referenceDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ReferencePicture::setFile);
    dialog->open();
}

void ReferencePicture::setFile(const QString &file)
{
    setItemData(Chosen, file);
    setItemText(Chosen, tr("%1 (another…)").arg(QFileInfo(file).fileName()));
    setCurrentIndex(Chosen);
    setToolTip(file);
    emit changed();
}

} // namespace spotcheck::ui
