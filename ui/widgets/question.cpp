#include "ui/widgets/question.h"

#include "ui/theme/icons.h"

namespace spotcheck::ui {

QMessageBox *makeQuestion(const QString &name, const QString &text, const QString &more, QWidget *parent,
                          const QString &icon)
{
    auto *question = new QMessageBox(parent);
    question->setObjectName(name);
    QObject::connect(question, &QDialog::finished, question, &QObject::deleteLater); // its buttons only hide it
    question->setWindowModality(Qt::WindowModal);
    constexpr int side = 40; // px
    QPixmap picture = themedIcon(icon).pixmap(QSize(side, side) * question->devicePixelRatioF());
    picture.setDevicePixelRatio(question->devicePixelRatioF());
    question->setIconPixmap(picture);
    question->setText(text);
    question->setInformativeText(more);
    return question;
}

} // namespace spotcheck::ui
