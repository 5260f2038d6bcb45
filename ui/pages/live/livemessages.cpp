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

void LiveMessages::add(const std::vector<LiveNotice> &notices)
{
    if (notices.empty())
        return;
    QString over;
    for (const LiveNotice &notice : notices) {
        if (notice.isTrouble()) {
            m_troubles.insert_or_assign(notice.kind, notice);
        } else {
            m_troubles.erase(troubleOver(notice.kind));
            over = engineText(notice.message);
        }
    }
    show(over);
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
    if (texts.isEmpty())
        return;
    m_bar->showMessage(isWrong ? MessageBar::Severity::Warning : MessageBar::Severity::Information,
                       texts.join(QLatin1Char('\n')), details.join(QLatin1Char('\n')));
}

} // namespace spotcheck::ui
