#pragma once

#include <QMessageBox>

namespace spotcheck::ui {

/// A question with the program's own icon in place of the system's, modal to the window of `parent`. The caller adds
/// the buttons and opens it; it is deleted once it is answered.
/// \param more what the answer means, in a sentence or two
/// \param icon of resources/icons
QMessageBox *makeQuestion(const QString &name, const QString &text, const QString &more, QWidget *parent,
                          const QString &icon = QStringLiteral("question"));

} // namespace spotcheck::ui
