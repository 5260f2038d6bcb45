#include "ui/widgets/card.h"

#include <QVBoxLayout>

#include "ui/theme/theme.h"

namespace spotcheck::ui {

Card::Card(QWidget *parent) : QFrame(parent), m_column(new QVBoxLayout(this))
{
    setProperty("card", true); // the style sheet draws it
    m_column->setContentsMargins(spacing::medium, spacing::medium, spacing::medium, spacing::medium);
    m_column->setSpacing(spacing::small);
}

} // namespace spotcheck::ui
