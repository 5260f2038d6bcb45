#pragma once

#include <cstdint>

#include <QFrame>
#include <QThreadPool>

#include "ui/viewer/loadedpicture.h"

class QLabel;

namespace spotcheck {
struct Prediction;
}

namespace spotcheck::ui {

class PatchView;

/// Why a spot was called anomalous: the spot beside the nearest normal patch that the detector knows.
class WhyPanel : public QFrame {
    Q_OBJECT

public:
    explicit WhyPanel(QWidget *parent = nullptr);
    ~WhyPanel() override; ///< waits for the picture in work

    /// Shows the patch of `prediction` under `pixel`. Returns the patch's place in the picture; empty, and the
    /// panel says why, where the detector keeps no patches.
    QRect explain(const PicturePointer &picture, const Prediction &prediction, const MapSource &source, QPoint pixel);
    void dismiss();

signals:
    void dismissed();
    void normalShown(const QString &file); ///< the normal picture has been read

private:
    PatchView *m_here;
    PatchView *m_normal;
    QLabel *m_hereText;
    QLabel *m_normalText;
    QLabel *m_message;
    std::uint64_t m_asked = 0;
    QThreadPool m_pool; ///< last member: ends before what its tasks use
};

} // namespace spotcheck::ui
