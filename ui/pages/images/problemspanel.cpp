#include "ui/pages/images/problemspanel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QToolButton>
#include <QTreeWidget>

#include "ui/theme/icons.h"
#include "ui/widgets/format.h"

namespace spotcheck::ui {

ProblemsPanel::ProblemsPanel(QWidget *parent) : DisclosureCard(parent), m_list(new QTreeWidget)
{
    setObjectName(QStringLiteral("problemsPanel"));
    summary()->setObjectName(QStringLiteral("problemsSummary"));
    setHelp(tr("Show which files, and why"));
    m_list->setObjectName(QStringLiteral("problemsList"));
    m_list->setAccessibleName(tr("Files that were not added"));
    m_list->setHeaderLabels({tr("File"), tr("Reason")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setFixedHeight(120);
    m_list->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    setContent(m_list);

    auto *close = new QToolButton(this);
    close->setObjectName(QStringLiteral("problemsClose"));
    close->setIcon(themedIcon(QStringLiteral("close")));
    close->setToolTip(tr("Close this list"));
    close->setAccessibleName(tr("Close this list"));
    close->setFocusPolicy(Qt::StrongFocus);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    line()->addWidget(close);
    hide();
}

void ProblemsPanel::setProblems(const std::vector<FileProblem> &problems)
{
    setVisible(!problems.empty());
    m_list->clear();
    QList<QTreeWidgetItem *> rows;
    for (const FileProblem &problem : problems) {
        const QString reason = engineText(problem.reason);
        auto *row = new QTreeWidgetItem({fromPath(problem.file.filename()), reason});
        row->setToolTip(0, fromPath(problem.file));
        row->setToolTip(1, reason);
        rows.append(row);
    }
    m_list->addTopLevelItems(rows);
    m_list->setColumnWidth(0, 280);
    setSummary(tr("%n file(s) were not added", nullptr, static_cast<int>(problems.size())), QStringLiteral("warning"),
               &ThemeColours::defective);
}

} // namespace spotcheck::ui
