#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace spotcheck::ui {

/// What a page shows while there is nothing to show: what to do next, and buttons that do it.
class EmptyState : public QWidget {
    Q_OBJECT

public:
    /// `icon`: a name of resources/icons.
    EmptyState(const QString &icon, const QString &title, const QString &text, QWidget *parent = nullptr);

    /// The first button should be the `primary` one. The caller names and connects it.
    QPushButton *addButton(const QString &text, bool primary = false);
    void setText(const QString &title, const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *m_picture;
    QLabel *m_title;
    QLabel *m_text;
    QHBoxLayout *m_buttons;
};

} // namespace spotcheck::ui
