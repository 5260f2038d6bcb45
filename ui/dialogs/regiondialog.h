#pragma once

#include <filesystem>
#include <vector>

#include <QDialog>

#include <spotcheck/image/regionofinterest.h>

class QComboBox;
class QLabel;
class QPushButton;

namespace spotcheck::ui {

class JobRunner;
class RegionEditor;

/// Asks which part of every picture is to be looked at, drawn over one of the pictures.
class RegionDialog : public QDialog {
    Q_OBJECT

public:
    /// `pictures`: to draw over, the first one at first; not empty.
    RegionDialog(const RegionOfInterest &region, std::vector<std::filesystem::path> pictures,
                 QWidget *parent = nullptr);
    ~RegionDialog() override; ///< waits for the picture that is being read

    const RegionOfInterest &region() const;

    void reject() override; ///< asks first where polygons would be lost

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showPicture(int index);
    void showPictureMissing(const QString &reason);
    void updateButtons();

    RegionOfInterest m_before; ///< as the dialog was opened
    std::vector<std::filesystem::path> m_pictures;
    JobRunner *m_reading;
    RegionEditor *m_editor;
    QComboBox *m_picture;
    QLabel *m_hint;
    QPushButton *m_undo;
    QPushButton *m_redo;
    QPushButton *m_remove;
    QPushButton *m_clear;
    QPushButton *m_accept = nullptr;
};

} // namespace spotcheck::ui
