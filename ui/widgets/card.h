#pragma once

#include <QFrame>

class QVBoxLayout;

namespace spotcheck::ui {

/// A raised panel with the theme's border and corners, and a vertical layout inside.
class Card : public QFrame {
    Q_OBJECT

public:
    explicit Card(QWidget *parent = nullptr);
    QVBoxLayout *column() const { return m_column; }

private:
    QVBoxLayout *m_column;
};

} // namespace spotcheck::ui
