#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QDateTime>
#include <QImage>
#include <QObject>
#include <QString>

#include <spotcheck/live/liveinspection.h>

#include "ui/jobs/jobrunner.h"
#include "ui/viewer/loadedpicture.h"

namespace spotcheck::ui {

/// Where pictures come from and where results go, as the user has set it.
struct LiveChoice {
    bool camera = false;
    QString folder;
    bool existing = false; ///< also the pictures that are in the folder already
    QString address;       ///< number, file or URL of a camera
    double every = 0;      ///< least time between two of a camera's pictures, s
    QString log;           ///< empty: none

    bool isComplete() const { return !(camera ? address : folder).trimmed().isEmpty(); }
};

/// A verdict and the picture it is about, ready to be painted.
struct LiveShot {
    Verdict verdict = Verdict::Failed;
    QString name;
    std::optional<double> score;
    QString failure; ///< why there is no score
    QDateTime time;
    PicturePointer picture; ///< null where it could not be read
};

/// A picture that was not judged good, small.
struct LiveReject {
    Verdict verdict = Verdict::Defective;
    QString name;
    QString detail; ///< time, score or reason, file
    std::optional<double> score;
    QImage thumbnail; ///< with the heat map on it; null where it could not be read
    InspectionResult result;
    cv::Mat image;           ///< empty where it is too large to be kept: then the file is read again
    std::size_t content = 0; ///< of the image, to know the file by that is read again
};

/// What has happened since the last one.
struct LiveUpdate {
    bool hasBegun = false;        ///< the source was looked at for the first time
    std::optional<LiveShot> shot; ///< of the last picture
    std::vector<LiveReject> rejects;
    std::vector<ChartPoint> points;
    std::vector<LiveNotice> notices;
    LiveStatus status;
};

/// A live inspection on a thread of its own, beside the window's other work. News are gathered while the window is
/// busy, so that a fast line neither floods nor waits for it.
class LiveSession : public QObject {
    Q_OBJECT

public:
    explicit LiveSession(QObject *parent = nullptr);
    ~LiveSession() override; ///< stops, and waits

    void start(const std::shared_ptr<const Model> &model, const OperatingPoint &point, const LiveChoice &choice);
    void stop(); ///< asks; `ended` follows within a second
    bool isRunning() const { return m_jobs->isBusy(); }

    static constexpr std::size_t mostRejects = 24;

    /// Equal for pictures with equal pixels, within this run of the program. Much faster than a file's SHA-256, and
    /// of the pixels that were judged, whatever became of the file meanwhile.
    static std::size_t contentOf(const cv::Mat &image);

signals:
    void started();
    void updated(const spotcheck::ui::LiveUpdate &update);
    void failed(const spotcheck::ui::JobFailure &failure); ///< before `ended`
    void ended();

private:
    struct Mailbox;
    class Reporter;
    void deliver();

    std::shared_ptr<Mailbox> m_mailbox;
    JobRunner *m_jobs;
};

} // namespace spotcheck::ui
