#pragma once

#include <vector>

#include <QWidget>

#include <spotcheck/evaluation/thresholdgoal.h>

class QComboBox;
class QDoubleSpinBox;
class QPushButton;
class QStackedWidget;

namespace spotcheck::ui {

/// What the threshold shall achieve, with the numbers that the goal needs, and a button that sets it.
class GoalChooser : public QWidget {
    Q_OBJECT

public:
    explicit GoalChooser(QWidget *parent = nullptr);

    void setRate(double rate); ///< false alarm rate on show, without choosing it
    void setNormals(qint64 normals);
    void setLabels(bool hasDefective, bool hasBoth);
    /// The chi-square limit is offered where there are any.
    void setDegreesOfFreedom(const std::vector<int> &degrees);

signals:
    void chosen(const spotcheck::ThresholdGoal &goal);

private:
    QWidget *makePage(const QList<QWidget *> &parts);
    QWidget *makeCosts();
    QDoubleSpinBox *makeBox(const QString &objectName, const QString &name, const QString &toolTip);
    void addKind(const QString &text, const QString &toolTip, ThresholdGoal::Kind kind);
    static QString chiSquareToolTip();
    ThresholdGoal::Kind kind() const;
    void choose();
    void showPossible();

    QComboBox *m_kind;
    QStackedWidget *m_pages;
    QDoubleSpinBox *m_rate;
    QDoubleSpinBox *m_chiSquareRate;
    QDoubleSpinBox *m_missRate;
    QDoubleSpinBox *m_missCost;
    QDoubleSpinBox *m_prevalence;
    QWidget *m_costs;
    QPushButton *m_set;
    std::vector<int> m_degreesOfFreedom;
    qint64 m_normals = 0;
    bool m_hasDefective = false;
    bool m_hasBoth = false;
};

} // namespace spotcheck::ui
