#pragma once

#include <QDialog>
#include <QThreadPool>

#include <spotcheck/decision/regions.h>

#include "ui/pages/live/livesession.h"
#include "ui/viewer/mapsource.h"

namespace spotcheck::ui {

class PictureViewer;

/// A picture that was not judged good, at full size with its heat map and regions, while the inspection goes on.
class RejectDialog : public QDialog {
    Q_OBJECT

public:
    RejectDialog(const LiveReject &reject, const MapSource &source, const RegionOptions &options,
                 QWidget *parent = nullptr);
    ~RejectDialog() override; ///< waits for the picture in work

private:
    void read(const LiveReject &reject, const MapSource &source, const RegionOptions &options);

    PictureViewer *m_viewer;
    QThreadPool m_pool; ///< last member: ends before what its tasks use
};

} // namespace spotcheck::ui
