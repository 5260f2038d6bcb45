#pragma once

#include <memory>
#include <vector>

#include <QObject>
#include <QString>

#include <spotcheck/data/dataset.h>
#include <spotcheck/evaluation/evaluation.h>
#include <spotcheck/inspection/inspection.h>
#include <spotcheck/model/model.h>

class QUndoStack;

namespace spotcheck::ui {

enum class Lane { Normal, Test };

/// The live project: pictures in two lanes, the trained model, the last inspection of the test lane and the
/// operating point. Lives in the GUI thread; jobs get copies. Every edit by the user is an undo command.
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

    std::shared_ptr<const Model> model() const { return m_model; }
    /// Replaces the model, forgets the last evaluation and sets the operating point from the model's normals.
    void setModel(std::shared_ptr<const Model> model);

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
    void modelChanged();
    void evaluationChanged(); ///< new results, or the labels behind them changed
    void operatingPointChanged();

private:
    friend class DocumentEdit;
    std::vector<Sample> &mutableSamples(Lane lane);
    void relabelEvaluation();

    QString m_name;
    std::vector<Sample> m_normals;
    std::vector<Sample> m_tests;
    std::shared_ptr<const Model> m_model;
    std::shared_ptr<const Evaluation> m_inspected;  ///< as the run left it
    std::shared_ptr<const Evaluation> m_evaluation; ///< with the lane's present labels
    OperatingPoint m_operatingPoint;
    QUndoStack *m_undo = nullptr;
};

} // namespace spotcheck::ui
