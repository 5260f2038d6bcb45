#pragma once

#include <memory>
#include <vector>

#include <QObject>
#include <QString>

#include <spotcheck/comparison/entrant.h>
#include <spotcheck/data/dataset.h>
#include <spotcheck/evaluation/evaluation.h>
#include <spotcheck/inspection/inspection.h>
#include <spotcheck/model/model.h>

class QUndoStack;

namespace spotcheck::ui {

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
    void setName(const QString &name);

    const std::vector<Sample> &samples(Lane lane) const;

    /// Undoable edits. Pictures already in the lane are not added twice; returns how many were added.
    int addSamples(Lane lane, std::vector<Sample> samples);
    void removeSamples(Lane lane, const std::vector<int> &rows);
    void moveSamples(Lane from, const std::vector<int> &rows);
    void setLabel(Lane lane, const std::vector<int> &rows, Label label, const QString &defectType = {});
    QUndoStack *undoStack() const { return m_undo; }

    /// All trained models, each with its last run over the test lane (as the run left it) and its operating point.
    const std::vector<Entrant> &models() const { return m_models; }
    int currentModel() const { return m_current; } ///< in `models`, -1 for none
    /// Adds a model with what is known about it; another name is found where this one is taken. The first one becomes
    /// the current one. Returns its place.
    int addModel(Entrant entrant);
    void removeModel(int index);
    /// Makes a model the current one: its run and its operating point come with it. -1: none.
    void useModel(int index);
    /// The last run of a model, current or not; forgotten where the model has gone meanwhile.
    void setRun(const Entrant &entrant);

    std::shared_ptr<const Model> model() const { return m_model; }
    /// Adds a model, with the operating point that its normals give, and makes it the current one; earlier ones stay.
    /// One that is there already is only made the current one. `name`: the detector's where it is empty.
    void setModel(std::shared_ptr<const Model> model, const QString &name = {});

    /// The last inspection of the test lane, or null. Follows later edits of the lane: labels change, pictures
    /// that left are left out; pixel metrics are dropped as soon as it differs from the run, and come back with
    /// an undo.
    std::shared_ptr<const Evaluation> evaluation() const { return m_evaluation; }
    void setEvaluation(std::shared_ptr<const Evaluation> evaluation);

    const OperatingPoint &operatingPoint() const { return m_operatingPoint; }
    void setOperatingPoint(const OperatingPoint &point);

signals:
    void nameChanged();
    void samplesChanged(spotcheck::ui::Lane lane); ///< pictures came, went or moved
    void labelsChanged(spotcheck::ui::Lane lane);
    void modelChanged();      ///< the current one
    void modelsChanged();     ///< a model came, went, became the current one, or has a new run
    void evaluationChanged(); ///< new results, or the labels behind them changed
    void operatingPointChanged();

private:
    friend class DocumentEdit;
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
    QUndoStack *m_undo = nullptr;
};

} // namespace spotcheck::ui
