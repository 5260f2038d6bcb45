// "This is good" on the Inspect page: where it is offered, what is asked before, and the way back.
#include <QAction>
#include <QListView>
#include <QPushButton>
#include <QUndoStack>

#include "ui/document/document.h"
#include "ui/pages/inspect/goodpicture.h"
#include "ui/pages/inspect/inspectpage.h"
#include "ui/pages/inspect/resultlistmodel.h"
#include "ui/pages/inspect/resultpanel.h"
#include "ui/pages/inspect/viewerpanel.h"
#include "ui/report/reporttext.h"
#include "ui/viewer/pictureviewer.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/question.h"

namespace spotcheck::ui {

void InspectPage::makeGoodPicture()
{
    m_thisIsGood->setObjectName(QStringLiteral("thisIsGoodAction"));
    m_thisIsGood->setShortcut(Qt::Key_G);
    m_thisIsGood->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(m_thisIsGood, &QAction::triggered, m_good, [this] {
        const InspectionResult *result = m_results->result(m_list->currentRow());
        if (!result)
            return;
        if (result->sample.label == Label::Defective)
            askWhetherGood(*result);
        else
            m_good->take(InspectionResult(*result)); // a copy: results are replaced on the way
    });
    connect(m_good, &GoodPicture::taken, this, &InspectPage::showTaken);
    for (QWidget *place : {static_cast<QWidget *>(m_list->view()), static_cast<QWidget *>(m_viewer->viewer())}) {
        place->addAction(m_thisIsGood);
        place->setContextMenuPolicy(Qt::ActionsContextMenu);
    }
}

void InspectPage::showGoodPicture()
{
    const auto model = m_document->model();
    const InspectionResult *result = m_results->result(m_list->currentRow());
    m_thisIsGood->setEnabled(m_good->isPossible(result));
    m_thisIsGood->setText(model && !model->canLearnGoodPicture() ? tr("This is &good: move it to the normal pictures")
                                                                 : tr("This is &good: let the detector learn it"));
}

/// On the page Images the same key only labels: a slip of the hand must not teach the detector a defect.
void InspectPage::askWhetherGood(const InspectionResult &result)
{
    QMessageBox *question = makeQuestion(
        QStringLiteral("labelledDefective"),
        tr("%1 is labelled defective.").arg(printableFileName(result.sample.image)),
        tr("As a normal picture it teaches the detector that parts like it are good; such defects are missed then."),
        this);
    QPushButton *good = question->addButton(tr("It is good"), QMessageBox::AcceptRole);
    good->setObjectName(QStringLiteral("itIsGood"));
    question->setDefaultButton(question->addButton(QMessageBox::Cancel));
    connect(good, &QPushButton::clicked, m_good, [this, result] { m_good->take(result); });
    question->open();
}

void InspectPage::showTaken(const QString &message)
{
    m_messages->showMessage(MessageBar::Severity::Information, message);
    QPushButton *undo = m_messages->addButton(tr("Undo"));
    undo->setObjectName(QStringLiteral("undoGood"));
    QUndoStack *stack = m_document->undoStack();
    connect(undo, &QPushButton::clicked, stack, &QUndoStack::undo);
    connect(stack, &QUndoStack::indexChanged, undo, [this, undo, taken = stack->index()](int index) {
        undo->hide(); // its step would be another one
        if (index < taken)
            m_messages->dismiss();
    });
}

} // namespace spotcheck::ui
