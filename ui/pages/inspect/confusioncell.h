#pragma once

#include <QAbstractButton>

namespace spotcheck::ui {

/// A count with its word. `text()` is the count. Right and wrong are told apart by a mark beside the word, and by
/// a frame, not by colour alone.
class ConfusionCell : public QAbstractButton {
    Q_OBJECT

public:
    ConfusionCell(const QString &word, bool wrong, QWidget *parent);

    void setCount(qint64 count);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont countFont() const;

    QString m_word;
    bool m_wrong;
};

} // namespace spotcheck::ui
