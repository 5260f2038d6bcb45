#pragma once

#include <map>

#include <QObject>

#include <spotcheck/live/liveinspection.h>

namespace spotcheck::ui {

class MessageBar;

/// What is wrong around a live inspection, in one bar: each trouble stays until it is over or the bar is closed.
class LiveMessages : public QObject {
    Q_OBJECT

public:
    explicit LiveMessages(MessageBar *bar, QObject *parent = nullptr);

    void clear();
    /// `status`: what is said of a trouble follows it while it lasts.
    void add(const std::vector<LiveNotice> &notices, const LiveStatus &status);
    /// The running inspection goes on with what it began with.
    void sayChanged();

private:
    bool countRejects(const LiveStatus &status); ///< whether that changed what is said
    void show(const QString &over);

    MessageBar *m_bar;
    std::map<LiveNotice::Kind, LiveNotice> m_troubles;
    bool m_changed = false;
};

} // namespace spotcheck::ui
