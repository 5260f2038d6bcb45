#include "ui/pages/train/queueresult.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/report/errortext.h"
#include "ui/report/reporttext.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/iconlabel.h"

namespace spotcheck::ui {

namespace {

constexpr int resultSign = 20; // px

} // namespace

QueueResult::QueueResult(QWidget *parent)
    : Card(parent), m_title(new QLabel(this)), m_lines(new QVBoxLayout),
      m_compare(new QPushButton(tr("Compare them →"), this))
{
    setObjectName(QStringLiteral("queueResult"));
    m_title->setObjectName(QStringLiteral("queueResultTitle"));
    setTextRole(m_title, TextRole::Heading);
    m_lines->setSpacing(spacing::small);
    m_compare->setObjectName(QStringLiteral("queueCompare"));
    m_compare->setProperty("primary", true);
    auto *again = new QPushButton(tr("Train again"), this);
    again->setObjectName(QStringLiteral("queueAgain"));
    again->setToolTip(tr("Back to the settings; what is trained stays"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(spacing::small);
    buttons->addWidget(m_compare);
    buttons->addWidget(again);
    buttons->addStretch();
    column()->addWidget(m_title);
    column()->addSpacing(spacing::small);
    column()->addLayout(m_lines);
    column()->addSpacing(spacing::small);
    column()->addLayout(buttons);
    column()->addStretch();
    connect(m_compare, &QPushButton::clicked, this, &QueueResult::compareRequested);
    connect(again, &QPushButton::clicked, this, &QueueResult::trainAgainRequested);
}

void QueueResult::setOutcome(const std::vector<Entrant> &trained, const std::vector<Entrant> &failures, int waiting)
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_title->setText(tr("%n detector(s) trained", nullptr, static_cast<int>(trained.size())));
    const ThemeColours colours = themeColours(palette());
    for (const Entrant &entrant : trained) {
        addLine(QStringLiteral("good"), colours.good, printableText(QString::fromStdString(entrant.name)),
                tr("trained in %1").arg(takenText(entrant.model->summary().secondsTotal)));
    }
    for (const Entrant &entrant : failures)
        addLine(QStringLiteral("error"), colours.defective, printableText(QString::fromStdString(entrant.name)),
                reasonText(entrant.failure));
    if (waiting > 0)
        addLine(QStringLiteral("waiting"), colours.mutedText, tr("%n more stay(s) in the queue", nullptr, waiting),
                {});
    m_compare->setEnabled(!trained.empty());
}

void QueueResult::addLine(const QString &icon, const QColor &colour, const QString &name, const QString &words)
{
    auto *line = new QWidget(this);
    auto *sign = new IconLabel(icon, resultSign, line);
    sign->setColour(colour);
    auto *title = new QLabel(name, line);
    auto *detail = new QLabel(words, line);
    detail->setWordWrap(true);
    setTextRole(detail, TextRole::Muted);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::small);
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addWidget(title, 0, Qt::AlignTop);
    row->addWidget(detail, 1);
    m_lines->addWidget(line);
}

} // namespace spotcheck::ui
