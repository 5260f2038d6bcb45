#include "ui/pages/images/picturechecker.h"

#include <algorithm>
#include <iterator>

#include <QTimer>

#include "ui/document/document.h"
#include "ui/jobs/jobrunner.h"

namespace spotcheck::ui {

namespace {

constexpr int quietMs = 400;              // after the last change: labels are given several a second
constexpr std::size_t rowsAtOnce = 5'000; // copied in about 5 ms; 100,000 at once would hold the window up for 100 ms

/// Copies the next rows of `all` to `copy`; true once it has them all. Returns at once when `left` is 0.
bool copyRows(const std::vector<Sample> &all, std::vector<Sample> &copy, std::size_t &left)
{
    const std::size_t rows = std::min(left, all.size() - copy.size());
    copy.reserve(all.size());
    std::copy_n(all.begin() + std::ssize(copy), rows, std::back_inserter(copy));
    left -= rows;
    return copy.size() == all.size();
}

} // namespace

struct PictureChecker::Pictures {
    std::vector<Sample> normals;
    std::vector<Sample> test;
};

PictureChecker::PictureChecker(Document *document, QObject *parent)
    : QObject(parent), m_document(document), m_jobs(new JobRunner(this)), m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &PictureChecker::gather);
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
    m_pictures = std::make_shared<Pictures>();
    m_timer->start(quietMs);
    emit changed();
}

void PictureChecker::gather()
{
    if (m_jobs->isBusy()) { // the cancelled one still ends
        m_timer->start(quietMs);
        return;
    }
    std::size_t left = rowsAtOnce;
    if (copyRows(m_document->samples(Lane::Normal), m_pictures->normals, left) &&
        copyRows(m_document->samples(Lane::Test), m_pictures->test, left))
        start();
    else
        m_timer->start(0);
}

void PictureChecker::start()
{
    auto found = std::make_shared<std::vector<PictureFinding>>();
    m_jobs->start(
        tr("Look the pictures over"),
        [found, pictures = std::move(m_pictures)](JobMonitor &monitor) {
            const Pictures looked = std::move(*pictures); // let go on this thread, too
            *found = checkPictures(looked.normals, looked.test, monitor);
        },
        [this, found] {
            if (!m_timer->isActive())
                m_findings = std::move(*found);
        });
}

} // namespace spotcheck::ui
