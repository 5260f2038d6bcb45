#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include <QObject>

#include <spotcheck/inspection/inspection.h>

namespace spotcheck::ui {

class Document;
class JobRunner;

/// "This is good": test pictures that were called defective join the normals. A detector with a memory bank learns
/// them at once, in a job that inspects the other test pictures again; all of it is one step to undo. Nothing changes
/// when the job is cancelled, or when the detector is another one at its end.
class GoodPicture : public QObject {
    Q_OBJECT

public:
    GoodPicture(Document *document, JobRunner *jobs, QObject *parent);

    /// The picture was not called good, and no job is running.
    bool isPossible(const InspectionResult *result) const;
    void take(std::vector<InspectionResult> results); ///< those of them where it is possible

signals:
    void taken(const QString &message);   ///< what has been done, for the user
    void dropped(const QString &message); ///< why nothing was

private:
    using Images = std::vector<std::filesystem::path>;

    void moveToNormals(const Images &images);
    void learn(const std::vector<InspectionResult> &results, const std::shared_ptr<const Model> &model);
    QString learntText(const std::vector<InspectionResult> &results, double scoreAfter) const;

    Document *m_document;
    JobRunner *m_jobs;
};

} // namespace spotcheck::ui
