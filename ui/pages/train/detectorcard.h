#pragma once

#include <QAbstractButton>

#include <spotcheck/detectors/detector.h>

class QLabel;

namespace spotcheck::ui {

/// One detector to choose. Every card says when to choose it and how large its model will be; the chosen one opens
/// and shows what it compares, how it scores and what it needs, so that all of them fit on the page.
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
    QWidget *makeDetails(const DetectorInfo &detector);

    std::string m_id;
    QLabel *m_size;
    QWidget *m_details;
};

} // namespace spotcheck::ui
