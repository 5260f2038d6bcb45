#pragma once

#include <memory>
#include <vector>

#include <QObject>

#include <spotcheck/data/picturechecks.h>

class QTimer;

namespace spotcheck::ui {

class Document;
class JobRunner;

/// Looks the pictures of the document over after every change, on a thread of its own. A change while it looks starts
/// it anew.
class PictureChecker : public QObject {
    Q_OBJECT

public:
    explicit PictureChecker(Document *document, QObject *parent = nullptr);
    ~PictureChecker() override;

    bool isBusy() const;
    /// Of the pictures as they are now; empty while it looks.
    const std::vector<PictureFinding> &findings() const { return m_findings; }

signals:
    void changed(); ///< it started, or it found what there is

private:
    struct Pictures;

    void schedule();
    void gather();
    void start();

    Document *m_document;
    JobRunner *m_jobs;
    QTimer *m_timer;
    std::shared_ptr<Pictures> m_pictures; ///< copied so far for the next look
    std::vector<PictureFinding> m_findings;
};

} // namespace spotcheck::ui
