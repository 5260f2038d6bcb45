#include "ui/pages/images/problemspanel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/iconlabel.h"

namespace spotcheck::ui {

ProblemsPanel::ProblemsPanel(QWidget *parent)
    : Card(parent), m_summary(new QToolButton(this)), m_list(new QTreeWidget(this))
{
    setObjectName(QStringLiteral("problemsPanel"));
    column()->setContentsMargins(spacing::medium, spacing::small, spacing::small, spacing::small);
    m_summary->setObjectName(QStringLiteral("problemsSummary"));
    m_summary->setCheckable(true);
    m_summary->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_summary->setFocusPolicy(Qt::StrongFocus);
    m_summary->setToolTip(tr("Show which files, and why"));
    m_summary->setIcon(themedIcon(QStringLiteral("chevron-right")));
    m_list->setObjectName(QStringLiteral("problemsList"));
    m_list->setAccessibleName(tr("Files that were not added"));
    m_list->setHeaderLabels({tr("File"), tr("Reason")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setFixedHeight(120);
    m_list->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_list->hide();

    auto *close = new QToolButton(this);
    close->setObjectName(QStringLiteral("problemsClose"));
    close->setIcon(themedIcon(QStringLiteral("close")));
    close->setToolTip(tr("Close this list"));
    close->setAccessibleName(tr("Close this list"));
    close->setFocusPolicy(Qt::StrongFocus);

    auto *row = new QHBoxLayout;
    auto *sign = new IconLabel(QStringLiteral("warning"), 20, this);
    sign->setColour(themeColours(palette()).defective);
    row->addWidget(sign);
    row->addWidget(m_summary);
    row->addStretch();
    row->addWidget(close);
    column()->addLayout(row);
    column()->addWidget(m_list);

    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_summary, &QToolButton::toggled, this, [this](bool shown) {
        m_list->setVisible(shown);
        m_summary->setIcon(themedIcon(shown ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right")));
    });
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
    m_summary->setText(problems.size() == 1 ? tr("1 file was not added")
                                            : tr("%1 files were not added").arg(problems.size()));
}

} // namespace spotcheck::ui
