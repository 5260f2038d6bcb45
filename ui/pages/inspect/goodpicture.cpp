#include "ui/pages/inspect/goodpicture.h"

#include <set>
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
    double scoreAfter = 0; ///< of the first picture
};

std::vector<std::filesystem::path> imagesOf(const std::vector<InspectionResult> &results)
{
    std::vector<std::filesystem::path> images;
    for (const InspectionResult &result : results)
        images.push_back(result.sample.image);
    return images;
}

} // namespace

GoodPicture::GoodPicture(Document *document, JobRunner *jobs, QObject *parent)
    : QObject(parent), m_document(document), m_jobs(jobs)
{}

bool GoodPicture::isPossible(const InspectionResult *result) const
{
    if (!result || m_jobs->isBusy())
        return false;
    const Verdict verdict = m_document->operatingPoint().verdict(*result);
    return verdict == Verdict::Defective || verdict == Verdict::Review;
}

void GoodPicture::take(std::vector<InspectionResult> results)
{
    std::erase_if(results, [this](const InspectionResult &result) { return !isPossible(&result); });
    if (results.empty())
        return;
    const auto model = m_document->model();
    if (model && model->canLearnGoodPicture()) {
        learn(results, model);
        return;
    }
    moveToNormals(imagesOf(results));
    emit taken(results.size() == 1
                   ? tr("%1 is among the normal pictures now. This detector learns it when it is trained again.")
                         .arg(printableFileName(results.front().sample.image))
                   : tr("%n pictures are among the normal pictures now. This detector learns them when it is trained "
                        "again.",
                        nullptr, static_cast<int>(results.size())));
}

void GoodPicture::moveToNormals(const Images &images)
{
    const std::set<std::filesystem::path> wanted(images.begin(), images.end());
    const std::vector<Sample> &tests = m_document->samples(Lane::Test);
    std::vector<int> rows;
    for (std::size_t row = 0; row < tests.size(); ++row) {
        if (wanted.contains(tests[row].image))
            rows.push_back(static_cast<int>(row));
    }
    if (!rows.empty())
        m_document->moveSamples(Lane::Test, rows);
}

void GoodPicture::learn(const std::vector<InspectionResult> &results, const std::shared_ptr<const Model> &model)
{
    const Images images = imagesOf(results);
    std::vector<Sample> others = m_document->samples(Lane::Test);
    std::erase_if(others, [taken = std::set(images.begin(), images.end())](const Sample &sample) {
        return taken.contains(sample.image);
    });
    Entrant entrant = m_document->models()[static_cast<std::size_t>(m_document->currentModel())];
    auto learnt = std::make_shared<Learnt>();
    m_jobs->start(
        tr("Learning a good picture"),
        [model, others, entrant, images, learnt](JobMonitor &monitor) {
            learnt->entrant = entrant;
            learnt->entrant.model = model;
            for (const std::filesystem::path &image : images)
                learnt->entrant.model = learnt->entrant.model->withGoodPicture(image, monitor);
            learnt->scoreAfter = learnt->entrant.model->inspect(readImage(images.front())).score;
            EvaluationReport report = evaluate(*learnt->entrant.model, others, monitor);
            learnt->entrant.leaked = std::move(report.leaked);
            learnt->entrant.evaluation = std::make_shared<const Evaluation>(std::move(report.evaluation));
        },
        [self = QPointer<GoodPicture>(this), model, learnt, results, images] {
            if (!self)
                return;
            Document *document = self->m_document;
            if (document->model() != model) {
                emit self->dropped(tr("Nothing was learnt from %1: the detector was changed meanwhile. Call it good "
                                      "again.")
                                       .arg(printableFileName(images.front())));
                return;
            }
            learnt->entrant.operatingPoint = document->operatingPoint(); // it may have been moved meanwhile
            document->undoStack()->beginMacro(tr("learn a good picture"));
            self->moveToNormals(images);
            document->undoStack()->push(new ReplaceModel(document, model, std::move(learnt->entrant)));
            document->undoStack()->endMacro();
            emit self->taken(self->learntText(results, learnt->scoreAfter));
        });
}

QString GoodPicture::learntText(const std::vector<InspectionResult> &results, double scoreAfter) const
{
    if (results.size() > 1)
        return tr("%n pictures were learnt without a new training. They are among the normal pictures now; the "
                  "calibration is still that of the training.",
                  nullptr, static_cast<int>(results.size()));
    return tr("Learnt without a new training: the score of %1 fell from %2 to %3. It is among the "
              "normal pictures now; the calibration is still that of the training.")
        .arg(printableFileName(results.front().sample.image), scoreText(results.front().prediction->score),
             scoreText(scoreAfter));
}

} // namespace spotcheck::ui
