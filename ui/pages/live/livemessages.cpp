#include "ui/pages/live/livemessages.h"

#include <utility>

#include <QStringList>

#include "ui/report/enginetext.h"
#include "ui/widgets/messagebar.h"

namespace spotcheck::ui {

namespace {

using Kind = LiveNotice::Kind;

/// The trouble that good news put an end to.
Kind troubleOver(Kind kind)
{
    switch (kind) {
    case Kind::SourceBack:
        return Kind::SourceLost;
    case Kind::LogCaughtUp:
        return Kind::LogBehind;
    case Kind::DriftOver:
        return Kind::Drift;
    case Kind::RejectsOver:
        return Kind::RejectsInARow;
    default:
        return kind;
    }
}

} // namespace

LiveMessages::LiveMessages(MessageBar *bar, QObject *parent) : QObject(parent), m_bar(bar)
{
    connect(m_bar, &MessageBar::dismissed, this, [this] {
        m_troubles.clear();
        m_changed = false;
    });
}

void LiveMessages::clear()
{
    m_bar->dismiss();
}

void LiveMessages::add(const std::vector<LiveNotice> &notices, const LiveStatus &status)
{
    QString over;
    bool changed = false;
    for (const LiveNotice &notice : notices) {
        if (notice.isTrouble()) {
            m_troubles.insert_or_assign(notice.kind, notice);
            changed = true;
        } else {
            changed = m_troubles.erase(troubleOver(notice.kind)) > 0 || changed;
            // A good part says by itself that the row is over.
            if (notice.kind != Kind::RejectsOver) {
                over = engineText(notice.message);
                changed = true;
            }
        }
    }
    if (countRejects(status) || changed)
        show(over);
}

bool LiveMessages::countRejects(const LiveStatus &status)
{
    const auto row = m_troubles.find(Kind::RejectsInARow);
    if (row == m_troubles.end())
        return false;
    if (status.rejectsInARow == 0) { // the status comes with the good part, its notice a moment later
        m_troubles.erase(row);
        return true;
    }
    const std::vector<std::string> count{std::to_string(status.rejectsInARow)};
    return std::exchange(row->second.message.arguments, count) != count;
}

void LiveMessages::sayChanged()
{
    if (std::exchange(m_changed, true))
        return; // a threshold that is dragged says so many times
    show({});
}

void LiveMessages::show(const QString &over)
{
    QStringList texts;
    QStringList details;
    for (const auto &[kind, notice] : m_troubles) {
        texts << engineText(notice.message);
        if (!notice.detail.empty())
            details << QString::fromStdString(notice.detail);
    }
    if (m_changed)
        texts << tr("Model or threshold were changed. Stop and start again to inspect with them.");
    const bool isWrong = !m_troubles.empty();
    if (texts.isEmpty() && !over.isEmpty())
        texts << over;
    if (texts.isEmpty()) {
        m_bar->dismiss();
        return;
    }
    m_bar->showMessage(isWrong ? MessageBar::Severity::Warning : MessageBar::Severity::Information,
                       texts.join(QLatin1Char('\n')), details.join(QLatin1Char('\n')));
}

} // namespace spotcheck::ui
