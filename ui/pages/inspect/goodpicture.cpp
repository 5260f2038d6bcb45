#include "ui/pages/inspect/goodpicture.h"

#include <algorithm>
#include <utility>

#include <QLocale>
#include <QPointer>
#include <QUndoStack>

#include <spotcheck/evaluation/evaluation.h>
#include <spotcheck/image/imagereader.h>

#include "ui/document/document.h"
#include "ui/document/replacemodel.h"
#include "ui/jobs/jobrunner.h"
#include "ui/report/reporttext.h"
#include "ui/widgets/verdictmark.h"

namespace spotcheck::ui {

namespace {

/// What the job leaves for this thread.
struct Learnt {
    Entrant entrant;
    double scoreAfter = 0;
};

} // namespace

GoodPicture::GoodPicture(Document *document, JobRunner *jobs, QObject *parent)
    : QObject(parent), m_document(document), m_jobs(jobs)
{}

int GoodPicture::testRowOf(const std::filesystem::path &image) const
{
    const std::vector<Sample> &tests = m_document->samples(Lane::Test);
    const auto found =
        std::find_if(tests.begin(), tests.end(), [&](const Sample &sample) { return sample.image == image; });
    return found == tests.end() ? -1 : static_cast<int>(found - tests.begin());
}

bool GoodPicture::isPossible(const InspectionResult *result) const
{
    if (!result || m_jobs->isBusy())
        return false;
    const Verdict verdict = m_document->operatingPoint().verdict(*result);
    return verdict == Verdict::Defective || verdict == Verdict::Review;
}

void GoodPicture::take(const InspectionResult &result)
{
    if (!isPossible(&result))
        return;
    const auto model = m_document->model();
    if (model && model->canLearnGoodPicture()) {
        learn(result, model);
        return;
    }
    moveToNormals(result.sample.image);
    emit taken(tr("%1 is among the normal pictures now. This detector learns it when it is trained again.")
                   .arg(printableFileName(result.sample.image)));
}

void GoodPicture::moveToNormals(const std::filesystem::path &image)
{
    if (const int row = testRowOf(image); row >= 0)
        m_document->moveSamples(Lane::Test, {row});
}

void GoodPicture::learn(const InspectionResult &result, const std::shared_ptr<const Model> &model)
{
    std::vector<Sample> others = m_document->samples(Lane::Test);
    std::erase_if(others, [&](const Sample &sample) { return sample.image == result.sample.image; });
    Entrant entrant = m_document->models()[static_cast<std::size_t>(m_document->currentModel())];
    auto learnt = std::make_shared<Learnt>();
    m_jobs->start(
        tr("Learning a good picture"),
        [model, others, entrant, image = result.sample.image, learnt](JobMonitor &monitor) {
            learnt->entrant = entrant;
            learnt->entrant.model = model->withGoodPicture(image, monitor);
            learnt->scoreAfter = learnt->entrant.model->inspect(readImage(image)).score;
            EvaluationReport report = evaluate(*learnt->entrant.model, others, monitor);
            learnt->entrant.leaked = std::move(report.leaked);
            learnt->entrant.evaluation = std::make_shared<const Evaluation>(std::move(report.evaluation));
        },
        [self = QPointer<GoodPicture>(this), model, learnt, image = result.sample.image,
         before = result.prediction->score] {
            if (!self)
                return;
            Document *document = self->m_document;
            if (document->model() != model)
                return;                                                  // another model was chosen meanwhile
            learnt->entrant.operatingPoint = document->operatingPoint(); // it may have been moved meanwhile
            document->undoStack()->beginMacro(tr("learn a good picture"));
            self->moveToNormals(image);
            document->undoStack()->push(new ReplaceModel(document, model, std::move(learnt->entrant)));
            document->undoStack()->endMacro();
            emit self->taken(tr("Learnt without a new training: the score of %1 fell from %2 to %3. It is among the "
                                "normal pictures now; the calibration is still that of the training.")
                                 .arg(printableFileName(image), scoreText(before), scoreText(learnt->scoreAfter)));
        });
}

} // namespace spotcheck::ui
