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

signals:
    void opened(const spotcheck::ui::LiveReject &reject); ///< clicked, or Enter pressed on it

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void open(const QListWidgetItem *item);
};

} // namespace spotcheck::ui
