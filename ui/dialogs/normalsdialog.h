#pragma once

#include <memory>
#include <vector>

#include <QDialog>

#include <spotcheck/backbone/weightsstore.h>
#include <spotcheck/model/normalcheck.h>

class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QTreeWidget;

namespace spotcheck::ui {

class Document;
class JobRunner;
class PictureViewer;

/// Check my normals: ranks the normal pictures by how much they stand out to models that have not seen them, shows
/// where, and takes those out that do not belong there.
class NormalsDialog : public QDialog {
    Q_OBJECT

public:
    /// `options`: how the models are trained.
    NormalsDialog(Document *document, JobRunner *jobs, WeightsStore weights, TrainingOptions options,
                  QWidget *parent = nullptr);
    ~NormalsDialog() override; ///< ends what is running

    bool eventFilter(QObject *watched, QEvent *event) override; ///< Space in the list shows the bare picture

signals:
    void trainRequested(); ///< again, with the pictures that are left

private:
    void start();
    void showCheck(std::shared_ptr<const NormalCheck> check);
    void showPicture();
    void showProblem(const QString &text);
    void removeChosen();
    void updateButtons();
    std::vector<int> chosen() const; ///< places in `m_check`

    Document *m_document;
    JobRunner *m_jobs;
    JobRunner *m_reading;
    WeightsStore m_weights;
    TrainingOptions m_options;
    std::vector<Sample> m_normals; ///< as they were checked
    std::shared_ptr<const NormalCheck> m_check;
    QSpinBox *m_folds;
    QPushButton *m_start;
    QLabel *m_words;
    QProgressBar *m_bar;
    QTreeWidget *m_list;
    PictureViewer *m_picture;
    QPushButton *m_remove;
    QPushButton *m_train;
    bool m_checking = false;
    int m_wanted = -1; ///< place in `m_check` of the picture to be shown next
};

} // namespace spotcheck::ui
