#pragma once

#include <optional>

#include <QColor>
#include <QString>
#include <QWidget>

namespace spotcheck::ui {

/// An icon of resources/icons that follows the theme, muted unless a colour with a meaning is given.
class IconLabel : public QWidget {
    Q_OBJECT

public:
    IconLabel(const QString &icon, int size, QWidget *parent = nullptr);

    void setIcon(const QString &icon);
    void setColour(std::optional<QColor> colour);
    QSize sizeHint() const override { return {m_size, m_size}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    int m_size;
    std::optional<QColor> m_colour;
};

} // namespace spotcheck::ui
