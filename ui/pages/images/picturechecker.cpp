#include "ui/pages/images/picturechecker.h"

#include <memory>

#include <QTimer>

#include "ui/document/document.h"
#include "ui/jobs/jobrunner.h"

namespace spotcheck::ui {

namespace {

constexpr int quietMs = 400; // after the last change: labels are given several a second

} // namespace

PictureChecker::PictureChecker(Document *document, QObject *parent)
    : QObject(parent), m_document(document), m_jobs(new JobRunner(this)), m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    m_timer->setInterval(quietMs);
    connect(m_timer, &QTimer::timeout, this, &PictureChecker::start);
    connect(document, &Document::samplesChanged, this, &PictureChecker::schedule);
    connect(document, &Document::labelsChanged, this, &PictureChecker::schedule);
    connect(m_jobs, &JobRunner::finished, this, &PictureChecker::changed);
}

PictureChecker::~PictureChecker()
{
    blockSignals(true); // whoever listens is going, too
    m_jobs->cancelAndWait();
}

bool PictureChecker::isBusy() const
{
    return m_timer->isActive() || m_jobs->isBusy();
}

void PictureChecker::schedule()
{
    m_jobs->cancel();
    m_findings.clear(); // their rows are those of before
    m_timer->start();
    emit changed();
}

void PictureChecker::start()
{
    if (m_jobs->isBusy()) { // the cancelled one still ends
        m_timer->start();
        return;
    }
    auto found = std::make_shared<std::vector<PictureFinding>>();
    m_jobs->start(
        tr("Look the pictures over"),
        [found, normals = m_document->samples(Lane::Normal), test = m_document->samples(Lane::Test)](
            JobMonitor &monitor) { *found = checkPictures(normals, test, monitor); },
        [this, found] {
            if (!m_timer->isActive())
                m_findings = std::move(*found);
        });
}

} // namespace spotcheck::ui
