#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include <QObject>
#include <QString>

#include <spotcheck/comparison/entrant.h>
#include <spotcheck/data/dataset.h>
#include <spotcheck/decision/picturescale.h>
#include <spotcheck/evaluation/evaluation.h>
#include <spotcheck/image/regionofinterest.h>
#include <spotcheck/inspection/inspection.h>
#include <spotcheck/model/model.h>

#include "ui/project/project.h"

class QUndoStack;

namespace spotcheck::ui {

struct OpenedProject;

enum class Lane { Normal, Test };

/// The live project: pictures in two lanes, the trained models, and of the current one the last inspection of
/// the test lane and the operating point. Lives in the GUI thread; jobs get copies. Every edit by the user is an undo
/// command.
class Document : public QObject {
    Q_OBJECT

public:
    explicit Document(QObject *parent = nullptr);
    ~Document() override;

    const QString &name() const { return m_name; }
    void setName(const QString &name); ///< undoable

    const std::vector<Sample> &samples(Lane lane) const;

    /// Undoable edits. Pictures already in the lane are not added twice; returns how many were added.
    int addSamples(Lane lane, std::vector<Sample> samples);
    int countNew(Lane lane, const std::vector<Sample> &samples) const; ///< that `addSamples` would add
    void removeSamples(Lane lane, const std::vector<int> &rows);
    void moveSamples(Lane from, const std::vector<int> &rows);
    void setLabel(Lane lane, const std::vector<int> &rows, Label label, const QString &defectType = {});
    /// Ground truth of pictures of the test lane, row by row; an empty path takes it away. A picture with a mask is a
    /// defective one. Undoable.
    void setMasks(const std::vector<std::pair<int, std::filesystem::path>> &masks);
    /// Other files in place of pictures and masks that were moved, row by row.
    void replaceSamples(Lane lane, const std::vector<std::pair<int, Sample>> &samples);
    /// The part of every picture that is looked at, of models trained from now on. Undoable.
    void setRegionOfInterest(const RegionOfInterest &region);
    const RegionOfInterest &regionOfInterest() const { return m_region; }
    /// How large a pixel of every picture is on the part, or nothing. Undoable.
    void setScale(const std::optional<PictureScale> &scale);
    const std::optional<PictureScale> &scale() const { return m_scale; }
    QUndoStack *undoStack() const { return m_undo; }

    /// Whether there is something that `project` would hold and the file, as it was saved or opened last, does not.
    bool isModified() const;
    /// What is to be saved: one entry for each model, those that could not be opened at the end.
    Project project() const;
    /// The models of `project()`, null for those that could not be opened.
    std::vector<std::shared_ptr<const Model>> projectModels() const;
    /// Everything is replaced, nothing can be undone; not modified.
    void open(OpenedProject opened);
    void clear();
    /// It was saved as `saved`, which knows the files of `models`, as `projectModels` gave them. `unchanged`: nothing
    /// was edited since.
    void markSaved(const Project &saved, const std::vector<std::shared_ptr<const Model>> &models, bool unchanged);
    /// There is work that no file holds: after a recovery.
    void markModified();

    /// All trained models, each with its last run over the test lane (as the run left it) and its operating point.
    const std::vector<Entrant> &models() const { return m_models; }
    int currentModel() const { return m_current; } ///< in `models`, -1 for none
    /// Adds a model with what is known about it; another name is found where this one is taken. The first one becomes
    /// the current one. Returns its place.
    int addModel(Entrant entrant);
    /// Undoable, as is every change of the operating point; a drag is one step.
    void removeModel(int index);
    /// Makes a model the current one: its run and its operating point come with it. -1: none. The project remembers
    /// it.
    void useModel(int index);
    /// The last run of a model, current or not; forgotten where the model has gone meanwhile.
    void setRun(const Entrant &entrant);

    std::shared_ptr<const Model> model() const { return m_model; }
    /// Adds a model, with the operating point that its normals give, and makes it the current one; earlier ones stay.
    /// One that is there already is only made the current one. `name`: the detector's where it is empty.
    void setModel(std::shared_ptr<const Model> model, const QString &name = {});
    /// The same for a model that has a file of its own: while there is nothing else, no work would be lost with it.
    void setOpenedModel(std::shared_ptr<const Model> model, const QString &name);

    /// The last inspection of the test lane, or null. Follows later edits of the lane: labels change, pictures
    /// that left are left out; pixel metrics are dropped as soon as it differs from the run, and come back with
    /// an undo.
    std::shared_ptr<const Evaluation> evaluation() const { return m_evaluation; }
    void setEvaluation(std::shared_ptr<const Evaluation> evaluation);

    const OperatingPoint &operatingPoint() const { return m_operatingPoint; }
    void setOperatingPoint(const OperatingPoint &point);

signals:
    void replaced(); ///< all of it is another project's
    void nameChanged();
    void modifiedChanged(); ///< `isModified` changed, or the work changed again while it was modified
    void regionChanged();
    void scaleChanged();
    void samplesChanged(spotcheck::ui::Lane lane); ///< pictures came, went or moved
    void labelsChanged(spotcheck::ui::Lane lane);
    void modelChanged();      ///< the current one
    void modelsChanged();     ///< a model came, went, became the current one, or has a new run
    void evaluationChanged(); ///< new results, or the labels behind them changed
    void operatingPointChanged();

private:
    friend class DocumentEdit;
    int appendModel(Entrant entrant); ///< as `addModel`, without a word about unsaved work
    void appendCurrentModel(Entrant entrant);
    bool isUntouched() const;
    void makeCurrent(int index);
    void applyName(const QString &name);
    void putModel(int index, Entrant entrant);
    Entrant takeModel(int index);
    void applyOperatingPoint(const std::shared_ptr<const Model> &model, const OperatingPoint &point);
    void applyRegion(const RegionOfInterest &region);
    void applyScale(const std::optional<PictureScale> &scale);
    std::vector<Sample> &mutableSamples(Lane lane);
    void relabelEvaluation();
    QString freeName(const QString &wanted) const;

    QString m_name;
    std::vector<Sample> m_normals;
    std::vector<Sample> m_tests;
    std::vector<Entrant> m_models;
    int m_current = -1;
    std::shared_ptr<const Model> m_model;
    std::shared_ptr<const Evaluation> m_inspected;  ///< as the run left it
    std::shared_ptr<const Evaluation> m_evaluation; ///< with the lane's present labels
    OperatingPoint m_operatingPoint;
    RegionOfInterest m_region;
    std::optional<PictureScale> m_scale;
    std::map<const Model *, ProjectModel> m_modelFiles; ///< where models were saved
    std::vector<ProjectModel> m_unopenedModels;         ///< of the project, kept for those who can open them
    QJsonObject m_unknown;                              ///< of the project
    bool m_modified = false;                            ///< apart from what the undo stack knows
    QUndoStack *m_undo = nullptr;
};

} // namespace spotcheck::ui
