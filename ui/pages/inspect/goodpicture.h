#pragma once

#include <QObject>

#include <spotcheck/inspection/inspection.h>

namespace spotcheck::ui {

class Document;
class JobRunner;

/// "This is good": a test picture that was called defective joins the normals. A detector with a memory bank learns
/// it at once, in a job that inspects the other test pictures again; all of it is one step to undo. Nothing changes
/// when the job is cancelled.
class GoodPicture : public QObject {
    Q_OBJECT

public:
    GoodPicture(Document *document, JobRunner *jobs, QObject *parent);

    /// The picture was not called good, and no job is running.
    bool isPossible(const InspectionResult *result) const;
    void take(const InspectionResult &result); ///< where possible

signals:
    void taken(const QString &message); ///< what has been done, for the user

private:
    int testRowOf(const std::filesystem::path &image) const;
    void moveToNormals(const std::filesystem::path &image);
    void learn(const InspectionResult &result, const std::shared_ptr<const Model> &model);

    Document *m_document;
    JobRunner *m_jobs;
};

} // namespace spotcheck::ui
