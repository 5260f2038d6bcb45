#pragma once

#include <QAbstractButton>

namespace spotcheck::ui {

/// A count with its word. `text()` is the count. Right and wrong are told apart by a mark beside the word, and by
/// a frame, not by colour alone.
class ConfusionCell : public QAbstractButton {
    Q_OBJECT

public:
    enum class Kind { Right, Review, Wrong }; ///< what is not right can be clicked
    ConfusionCell(const QString &word, Kind kind, QWidget *parent);

    void setCount(qint64 count);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont countFont() const;

    QString m_word;
    Kind m_kind;
};

} // namespace spotcheck::ui
