#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QToolButton;

namespace spotcheck::ui {

class IconLabel;

/// A message at the top of a page that asks for nothing: what happened, which file, what to do, with the
/// technical detail one click away. It may offer a few buttons; any of them, or the cross, closes it.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    enum class Severity { Information, Warning, Error };

    explicit MessageBar(QWidget *parent = nullptr);

    /// Replaces what is shown.
    void showMessage(Severity severity, const QString &text, const QString &detail = {});
    /// Adds a button to the message shown; pressing it closes the bar. The caller names and connects it.
    QPushButton *addButton(const QString &text);
    void dismiss();

    bool isOffer() const; ///< it has buttons: an answer is wanted
    QString text() const;
    Severity severity() const { return m_severity; }

signals:
    void dismissed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void removeButtons();
    void showDetail(bool shown);

    Severity m_severity = Severity::Information;
    IconLabel *m_icon;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
    QPushButton *m_detailButton;
    QToolButton *m_close;
    QPlainTextEdit *m_detail;
};

} // namespace spotcheck::ui
