#pragma once

#include <vector>

#include <QPointer>

#include <spotcheck/data/picturechecks.h>

#include "ui/widgets/disclosurecard.h"

class QPushButton;
class QScrollArea;

namespace spotcheck::ui {

/// What was found out about the pictures, each with the pictures it is about and a remedy.
class ChecksPanel : public DisclosureCard {
    Q_OBJECT

public:
    explicit ChecksPanel(QWidget *parent = nullptr);

    /// Without pictures the panel is hidden.
    void setChecking(int pictures);
    void setFindings(const std::vector<PictureFinding> &findings, int pictures);
    /// Whether there are enough normals to be checked against each other.
    void setNormalsCheckable(bool checkable);
    /// Whether choosing a detector is the next step.
    void setTrainingNext(bool next);

signals:
    void showRequested(const spotcheck::PictureFinding &finding);
    void fixRequested(const spotcheck::PictureFinding &finding);
    void seekRequested();
    void checkNormalsRequested();
    void trainRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitList(); ///< as high as its lines are, up to a limit
    QWidget *rowOf(const PictureFinding &finding);

    QPushButton *m_checkNormals;
    QPushButton *m_train;
    QPointer<QScrollArea> m_list;
};

} // namespace spotcheck::ui
