#include "ui/pages/live/rejectdialog.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/pages/live/verdictfield.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/viewer/pictureviewer.h"
#include "ui/widgets/badge.h"

namespace spotcheck::ui {

namespace {

LoadedPicture pictureOf(const LiveReject &reject, const MapSource &source, const RegionOptions &options)
{
    const auto with = [&](const cv::Mat &image) {
        const bool hasMap = reject.result.prediction && source.anomalyMap;
        return loadedPicture(image, hasMap ? source.anomalyMap(*reject.result.prediction) : cv::Mat(), options);
    };
    if (!reject.image.empty())
        return with(reject.image);
    LoadedPicture again = loadPicture(0, reject.result, {}, options);
    if (!reject.result.prediction || again.levels.empty())
        return again;
    if (LiveSession::contentOf(again.values) == reject.content)
        return with(again.values);
    again.remark = changedFileText();
    return again;
}

} // namespace

RejectDialog::RejectDialog(const LiveReject &reject, const MapSource &source, const RegionOptions &options,
                           QWidget *parent)
    : QDialog(parent), m_viewer(new PictureViewer(this))
{
    setObjectName(QStringLiteral("rejectDialog"));
    setWindowTitle(reject.name);
    m_viewer->setObjectName(QStringLiteral("rejectViewer"));
    m_viewer->setScale(source.scale);
    m_viewer->setPending();
    auto *verdict = new Badge(VerdictField::wordOf(reject.verdict),
                              reject.verdict == Verdict::Defective ? Tone::Defective : Tone::Review, this);
    auto *detail = new QLabel(reject.detail, this);
    detail->setObjectName(QStringLiteral("rejectDetail"));
    detail->setTextFormat(Qt::PlainText);
    detail->setWordWrap(true);
    detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *hint = new QLabel(tr("Hold Space to see the bare picture; the wheel zooms."), this);
    setTextRole(hint, TextRole::Muted);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *heading = new QHBoxLayout;
    heading->setSpacing(spacing::medium);
    heading->addWidget(verdict, 0, Qt::AlignTop);
    heading->addWidget(detail, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::large, spacing::large, spacing::large, spacing::large);
    column->setSpacing(spacing::medium);
    column->addLayout(heading);
    column->addWidget(m_viewer, 1);
    column->addWidget(hint);
    column->addWidget(buttons);
    resize(860, 700);
    m_viewer->setFocus();
    m_pool.setMaxThreadCount(1);
    read(reject, source, options);
}

RejectDialog::~RejectDialog()
{
    m_pool.waitForDone();
}

void RejectDialog::read(const LiveReject &reject, const MapSource &source, const RegionOptions &options)
{
    m_pool.start([this, reject, source, options] {
        auto picture = std::make_shared<LoadedPicture>(pictureOf(reject, source, options));
        QMetaObject::invokeMethod(
            this, [this, picture] { m_viewer->setPicture(picture); }, Qt::QueuedConnection);
    });
}

} // namespace spotcheck::ui
