#pragma once

#include <QString>

class QGridLayout;
class QLabel;
class QWidget;

namespace spotcheck {
struct Rate;
}

namespace spotcheck::ui {

/// A figure on a line of a grid: its name, its value, the interval and what it is from or held against. The labels
/// are found by object name: `objectName`, and that with "Interval" and "Note".
struct FigureRow {
    QLabel *title = nullptr;
    QLabel *value = nullptr;
    QLabel *interval = nullptr;
    QLabel *note = nullptr;

    void setVisible(bool visible) const;
    void setToolTip(const QString &toolTip) const;
    void showRate(const Rate &rate) const; ///< value and interval
};

/// Appends a line to the grid of `parent`.
FigureRow addFigureRow(QWidget *parent, QGridLayout *grid, const QString &name, const QString &objectName,
                       const QString &toolTip);

/// A caption over a column of figures, in the first line.
void addFigureCaption(QWidget *parent, QGridLayout *grid, const QString &text, int column);

/// "95.0 %", or a dash for NaN.
QString percentText(double share);

} // namespace spotcheck::ui
