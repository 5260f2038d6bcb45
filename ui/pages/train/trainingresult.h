#pragma once

#include <spotcheck/inspection/inspection.h>
#include <spotcheck/model/model.h>

#include "ui/widgets/card.h"

class QGridLayout;
class QLabel;
class QPushButton;

namespace spotcheck::ui {

/// The figures of a finished training, and where to go from here.
class TrainingResult : public Card {
    Q_OBJECT

public:
    explicit TrainingResult(QWidget *parent = nullptr);

    void setModel(const Model &model, const OperatingPoint &point);
    void setTestPictures(int count);

signals:
    void inspectRequested();
    void trainAgainRequested();

private:
    void addFact(const QString &name, const QString &value);

    QLabel *m_title;
    QGridLayout *m_facts;
    QLabel *m_warnings; ///< what the user should know about the pictures
    QLabel *m_threshold;
    QPushButton *m_inspect;
};

} // namespace spotcheck::ui
