// "This is good" on the Inspect page: where it is offered, what is asked before, and the way back.
#include <algorithm>

#include <QAction>
#include <QItemSelectionModel>
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
        const std::vector<InspectionResult> chosen = choiceForGood();
        const auto labelled = std::ranges::count_if(
            chosen, [](const InspectionResult &result) { return result.sample.label == Label::Defective; });
        if (labelled > 0)
            askWhetherGood(chosen, static_cast<int>(labelled));
        else
            m_good->take(chosen);
    });
    connect(m_good, &GoodPicture::taken, this, &InspectPage::showTaken);
    connect(m_good, &GoodPicture::dropped, this,
            [this](const QString &message) { m_messages->showMessage(MessageBar::Severity::Warning, message); });
    connect(m_list->view()->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &InspectPage::showGoodPicture);
    for (QWidget *place : {static_cast<QWidget *>(m_list->view()), static_cast<QWidget *>(m_viewer->viewer())}) {
        place->addAction(m_thisIsGood);
        place->setContextMenuPolicy(Qt::ActionsContextMenu);
    }
}

/// Copies: results are replaced on the way.
std::vector<InspectionResult> InspectPage::choiceForGood() const
{
    std::vector<InspectionResult> chosen;
    for (const std::size_t row : m_list->selectedRows()) {
        if (const InspectionResult *result = m_results->result(static_cast<int>(row)); m_good->isPossible(result))
            chosen.push_back(*result);
    }
    return chosen;
}

void InspectPage::showGoodPicture()
{
    const auto model = m_document->model();
    m_thisIsGood->setEnabled(std::ranges::any_of(m_list->selectedRows(), [this](std::size_t row) {
        return m_good->isPossible(m_results->result(static_cast<int>(row)));
    }));
    m_thisIsGood->setText(model && !model->canLearnGoodPicture() ? tr("This is &good: move it to the normal pictures")
                                                                 : tr("This is &good: let the detector learn it"));
}

/// On the page Images the same key only labels: a slip of the hand must not teach the detector a defect.
void InspectPage::askWhetherGood(const std::vector<InspectionResult> &chosen, int labelled)
{
    QMessageBox *question = makeQuestion(
        QStringLiteral("labelledDefective"),
        chosen.size() == 1 ? tr("%1 is labelled defective.").arg(printableFileName(chosen.front().sample.image))
                           : tr("%n of the chosen pictures are labelled defective.", nullptr, labelled),
        tr("As a normal picture it teaches the detector that parts like it are good; such defects are missed then."),
        this);
    QPushButton *good = question->addButton(tr("It is good"), QMessageBox::AcceptRole);
    good->setObjectName(QStringLiteral("itIsGood"));
    question->setDefaultButton(question->addButton(QMessageBox::Cancel));
    connect(good, &QPushButton::clicked, m_good, [this, chosen] { m_good->take(chosen); });
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
