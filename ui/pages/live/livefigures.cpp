#include "ui/pages/live/livefigures.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>

#include "ui/pages/live/verdictfield.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"

namespace spotcheck::ui {

namespace {

const QString nothingYet = QStringLiteral("–");

QString millisecondsText(double seconds)
{
    return QLocale().toString(1000 * seconds, 'f', 0);
}

} // namespace

LiveFigures::LiveFigures(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    setObjectName(QStringLiteral("liveFigures"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(spacing::medium);
    m_grid->setVerticalSpacing(spacing::tiny);
    m_good = addFigure("liveGood", VerdictField::wordOf(Verdict::Good), tr("Pictures judged good"), 0, 0);
    m_review = addFigure("liveReview", VerdictField::wordOf(Verdict::Review),
                         tr("Pictures within the review band, for a person to decide"), 0, 1);
    m_defective = addFigure("liveDefective", VerdictField::wordOf(Verdict::Defective),
                            tr("Pictures above the threshold"), 0, 2);
    m_unreadable = addFigure("liveUnreadable", tr("Unreadable"), tr("Pictures that could not be inspected"), 0, 3);
    m_yield = addFigure("liveYield", tr("Yield"), tr("Share of good pictures among those judged"), 2, 0);
    m_latency = addFigure("liveLatency", tr("Latency, ms"),
                          tr("From a complete picture to its verdict: mean, and what 95 % stay below, over the last "
                             "1000 pictures"),
                          2, 1);
    m_waiting = addFigure("liveWaiting", tr("Waiting"), tr("Complete pictures that wait for their turn"), 2, 3);
    for (int column = 0; column < 4; ++column)
        m_grid->setColumnStretch(column, 1);
    setStatus({});
    applyColours();
}

QLabel *LiveFigures::addFigure(const char *name, const QString &word, const QString &help, int row, int column)
{
    auto *value = new QLabel(this);
    value->setObjectName(QLatin1String(name));
    value->setToolTip(help);
    value->setAccessibleName(word);
    setTextRole(value, TextRole::Title);
    auto *caption = new QLabel(word, this);
    caption->setToolTip(help);
    setTextRole(caption, TextRole::Small);
    const int columns = column == 1 && row > 0 ? 2 : 1; // two numbers need more room
    m_grid->addWidget(value, row, column, 1, columns);
    m_grid->addWidget(caption, row + 1, column, 1, columns);
    return value;
}

void LiveFigures::setStatus(const LiveStatus &status)
{
    const QLocale locale;
    m_good->setText(locale.toString(status.counts.good));
    m_review->setText(locale.toString(status.counts.review));
    m_defective->setText(locale.toString(status.counts.defective));
    m_unreadable->setText(locale.toString(status.counts.unreadable));
    const std::optional<double> yield = status.counts.yield();
    m_yield->setText(yield ? tr("%1 %").arg(locale.toString(100 * *yield, 'f', 1)) : nothingYet);
    m_latency->setText(status.latencyMean ? tr("%1, 95 % below %2")
                                                .arg(millisecondsText(*status.latencyMean),
                                                     millisecondsText(*status.latencyPercentile95))
                                          : nothingYet);
    m_waiting->setText(locale.toString(static_cast<qint64>(status.waiting)));
}

void LiveFigures::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

void LiveFigures::applyColours()
{
    const ThemeColours colours = themeColours(palette());
    const auto paint = [](QLabel *label, const QColor &colour) {
        QPalette own = label->palette();
        if (own.color(QPalette::WindowText) == colour)
            return;
        own.setColor(QPalette::WindowText, colour);
        label->setPalette(own);
    };
    paint(m_good, colours.good);
    paint(m_review, colours.review);
    paint(m_defective, colours.defective);
}

} // namespace spotcheck::ui
