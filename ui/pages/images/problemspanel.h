#pragma once

#include <vector>

#include <spotcheck/data/dataset.h>

#include "ui/widgets/disclosurecard.h"

class QTreeWidget;

namespace spotcheck::ui {

/// "3 files were not added", and on a click which and why. Hidden while there is nothing to say.
class ProblemsPanel : public DisclosureCard {
    Q_OBJECT

public:
    explicit ProblemsPanel(QWidget *parent = nullptr);

    void setProblems(const std::vector<FileProblem> &problems);

private:
    QTreeWidget *m_list;
};

} // namespace spotcheck::ui
