#pragma once

#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace spotcheck::ui {

/// The rail on the left: one button a page, an icon with its word below.
class NavigationRail : public QWidget {
    Q_OBJECT

public:
    explicit NavigationRail(QWidget *parent = nullptr);

    /// Pages get the numbers 0, 1, … and the shortcuts Ctrl+1, Ctrl+2, … `id` names the button for tests.
    void addPage(const QString &id, const QString &icon, const QString &word);
    void setCurrent(int page);

signals:
    void pageChosen(int page);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_buttons;
    QVBoxLayout *m_column;
};

} // namespace spotcheck::ui
