#pragma once

#include <QListWidget>

#include "ui/pages/live/livesession.h"

namespace spotcheck::ui {

/// The last pictures that were not judged good, the newest first.
class RejectStrip : public QListWidget {
    Q_OBJECT

public:
    explicit RejectStrip(QWidget *parent = nullptr);

    void add(const LiveReject &reject);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace spotcheck::ui
