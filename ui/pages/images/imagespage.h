#pragma once

#include <optional>

#include <QStringList>
#include <QWidget>

#include <spotcheck/data/picturechecks.h>

#include "ui/document/document.h"

class QPushButton;

namespace spotcheck::ui {

class ChecksPanel;
class JobRunner;
class LanePanel;
class MessageBar;
class PictureChecker;
class ProblemsPanel;
class ThumbnailStore;
struct PictureImport;

/// The pictures in their two lanes. All reading of folders happens in jobs.
class ImagesPage : public QWidget {
    Q_OBJECT

public:
    ImagesPage(Document *document, JobRunner *jobs, QWidget *parent = nullptr);

    /// Adds what is below `paths`. Without a lane the page asks for it; a recognised data set folder fills both.
    void addPaths(const QStringList &paths, std::optional<Lane> lane = std::nullopt);
    /// Adds the pictures of a data set folder to those that are there; the first one gives the project its name.
    void addDataset(const QString &folder);
    /// Replaces the pictures by those of a data set folder (undoable).
    void openDataset(const QString &folder);
    /// Draws the sample into `folder`, unless it is there already, and opens it.
    void openSample(const QString &folder);
    /// Where the sample lives unless somebody says otherwise.
    static QString sampleFolder();

signals:
    void seekRequested();         ///< the user wants moved pictures to be found
    void checkNormalsRequested(); ///< the user wants to know which normals do not belong there
    void trainRequested();        ///< the user wants to choose a detector

public slots:
    void choosePictures(spotcheck::ui::Lane lane);
    void chooseFolder(spotcheck::ui::Lane lane);
    void chooseDataset();

private:
    LanePanel *addLane(Lane lane);
    void startImport(const QString &title, const QStringList &paths, std::optional<Lane> lane, bool replace);
    void deliver(const PictureImport &imported, std::optional<Lane> lane, bool replace);
    void deliverDataset(const Dataset &dataset, bool replace);
    void add(Lane lane, const std::vector<Sample> &pictures);
    void askForLane(std::vector<Sample> pictures);
    void sayKnown(int pictures);
    void sayBusy();
    void updateRegion();
    void editRegion();
    void updateChecks();
    void updateNextStep();
    void select(const PictureFinding &finding);
    void fix(const PictureFinding &finding);
    void drawMasks(const std::vector<int> &rows);

    Document *m_document;
    JobRunner *m_jobs;
    ThumbnailStore *m_thumbnails;
    MessageBar *m_messages;
    ProblemsPanel *m_problems;
    PictureChecker *m_checker;
    ChecksPanel *m_checks;
    QPushButton *m_region;
    LanePanel *m_normals = nullptr;
    LanePanel *m_tests = nullptr;
};

} // namespace spotcheck::ui
