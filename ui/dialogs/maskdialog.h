#pragma once

#include <filesystem>
#include <functional>
#include <vector>

#include <QDialog>

#include <opencv2/core/types.hpp>

#include <spotcheck/data/dataset.h>

class QAbstractButton;
class QLabel;
class QPushButton;
class QSlider;

namespace spotcheck::ui {

class JobRunner;
class MaskEditor;

/// Draws the ground-truth masks of one test picture after the other. A mask is kept, and told, as soon as its picture
/// is left; files are written on a thread.
class MaskDialog : public QDialog {
    Q_OBJECT

public:
    /// `pictures`: with the masks that they have, not empty. `folder`: where drawn masks go.
    MaskDialog(std::vector<Sample> pictures, std::filesystem::path folder, QWidget *parent = nullptr);
    ~MaskDialog() override; ///< waits for the file that is being read or written

    void done(int result) override;

signals:
    /// The mask of a picture, by its place among `pictures`; empty: it has none any more.
    void maskDrawn(int place, const std::filesystem::path &mask);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildTools();
    void bindKey(QAbstractButton *button, const QKeySequence &key);
    void showPicture(int place);
    void showHint(); ///< keys of the tool, or what was wrong with the mask that there was
    /// Writes the present mask if it was changed, then goes on with `proceed`.
    void keep(std::function<void()> proceed);
    void updateButtons();

    std::vector<Sample> m_pictures;
    std::filesystem::path m_folder;
    int m_place = 0;
    cv::Size m_size; ///< of the picture; the editor may work on a smaller one
    JobRunner *m_jobs;
    MaskEditor *m_editor;
    QSlider *m_brush;
    QLabel *m_brushWords;
    QLabel *m_hint;
    QString m_problem; ///< with the mask that the picture had
    QLabel *m_count;
    QPushButton *m_undo;
    QPushButton *m_redo;
    QPushButton *m_clear;
    QPushButton *m_previous;
    QPushButton *m_next;
    QPushButton *m_close;
    bool m_givenUp = false; ///< the mask could not be written: closing again loses it
};

} // namespace spotcheck::ui
