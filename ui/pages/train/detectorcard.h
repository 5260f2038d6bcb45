#pragma once

#include <QAbstractButton>

#include <spotcheck/detectors/detector.h>

class QLabel;

namespace spotcheck::ui {

/// One detector to choose: what it compares, how it scores, what it stores and how large that will be.
/// Behaves as a radio button; the page puts the cards into one group.
class DetectorCard : public QAbstractButton {
    Q_OBJECT

public:
    explicit DetectorCard(const DetectorInfo &detector, QWidget *parent = nullptr);

    const std::string &detectorId() const { return m_id; }
    /// Of the memory bank for the pictures at hand; nothing while there are none.
    void setMemoryBankSize(const QString &size);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    std::string m_id;
    QLabel *m_size;
};

} // namespace spotcheck::ui
