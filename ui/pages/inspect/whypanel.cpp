#include "ui/pages/inspect/whypanel.h"

#include <exception>
#include <filesystem>

#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

#include <spotcheck/image/imagereader.h>
#include <spotcheck/model/model.h>

#include "ui/pages/inspect/patchview.h"
#include "ui/report/errortext.h"
#include "ui/report/heatmapimage.h"
#include "ui/report/reporttext.h"
#include "ui/theme/icons.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widgets/verdictmark.h"

namespace spotcheck::ui {

namespace {

QRect toQRect(const cv::Rect &rectangle)
{
    return {rectangle.x, rectangle.y, rectangle.width, rectangle.height};
}

/// A normal patch as read from its file.
struct NormalPicture {
    QImage surroundings;
    QRect patch; ///< in `surroundings`
    QString failure;
};

NormalPicture readNormal(const std::filesystem::path &file, const std::function<cv::Rect(const cv::Mat &)> &placeOf)
{
    NormalPicture normal;
    try {
        const cv::Mat image = readImage(file);
        const QRect patch = toQRect(placeOf(image));
        const QRect square = surroundingsOf(patch, QSize(image.cols, image.rows));
        const cv::Mat part = image(cv::Rect(square.x(), square.y(), square.width(), square.height())).clone();
        normal.surroundings = toQImage(toDisplayDepth(part));
        normal.patch = patch.translated(-square.topLeft());
    } catch (const std::exception &error) {
        normal.failure = errorText(error);
    }
    return normal;
}

} // namespace

WhyPanel::WhyPanel(QWidget *parent)
    : QFrame(parent), m_here(new PatchView(this)), m_normal(new PatchView(this)), m_hereText(new QLabel(this)),
      m_normalText(new QLabel(this)), m_message(new QLabel(this))
{
    setObjectName(QStringLiteral("whyPanel"));
    setAccessibleName(tr("Why this spot"));
    m_here->setObjectName(QStringLiteral("whyHere"));
    m_here->setAccessibleName(tr("The spot in this picture"));
    m_normal->setObjectName(QStringLiteral("whyNormal"));
    m_normal->setAccessibleName(tr("The nearest normal patch"));
    m_message->setObjectName(QStringLiteral("whyMessage"));
    m_message->setWordWrap(true);
    m_hereText->setObjectName(QStringLiteral("whyHereText"));
    m_normalText->setObjectName(QStringLiteral("whyNormalText"));
    for (QLabel *label : {m_hereText, m_normalText}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    }
    setTextRole(m_message, TextRole::Muted);
    auto *close = new QToolButton(this);
    close->setObjectName(QStringLiteral("whyClose"));
    close->setIcon(themedIcon(QStringLiteral("close")));
    close->setAutoRaise(true);
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Close (Esc)"));

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(spacing::small, spacing::small, spacing::small, spacing::small);
    grid->setSpacing(spacing::small);
    grid->addWidget(m_hereText, 0, 0);
    grid->addWidget(m_normalText, 0, 1);
    grid->addWidget(close, 0, 2, Qt::AlignTop);
    grid->addWidget(m_here, 1, 0);
    grid->addWidget(m_normal, 1, 1);
    grid->addWidget(m_message, 2, 0, 1, 3);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    for (PatchView *view : {m_here, m_normal})
        view->setFixedSize(view->sizeHint());
    connect(close, &QToolButton::clicked, this, &WhyPanel::dismiss);
    m_pool.setMaxThreadCount(1);
    hide();
}

WhyPanel::~WhyPanel()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void WhyPanel::dismiss()
{
    ++m_asked;
    hide();
    emit dismissed();
}

QRect WhyPanel::explain(const PicturePointer &picture, const Prediction &prediction, const MapSource &source,
                        QPoint pixel)
{
    const auto asked = ++m_asked;
    const PatchScores &grid = prediction.patches;
    const bool hasPatches = !grid.nearest.empty() && source.patchAt && source.patchRectangle &&
                            source.normalRectangle && source.normalImage && grid.rows > 0 && grid.columns > 0;
    for (QWidget *part : {static_cast<QWidget *>(m_here), static_cast<QWidget *>(m_normal),
                          static_cast<QWidget *>(m_hereText), static_cast<QWidget *>(m_normalText)})
        part->setVisible(hasPatches);
    m_message->setVisible(!hasPatches);
    m_normal->setPatch({}, {});
    show();
    if (!hasPatches) {
        m_message->setText(tr("This detector keeps no normal patches, so there is none to compare with."));
        return {};
    }

    const cv::Point patch = source.patchAt(cv::Point(pixel.x(), pixel.y()), prediction);
    const auto index = static_cast<std::size_t>(patch.y) * static_cast<std::size_t>(grid.columns) +
                       static_cast<std::size_t>(patch.x);
    const QRect place = toQRect(source.patchRectangle(patch, prediction));
    const QRect square = surroundingsOf(place, picture->size());
    m_here->setPatch(picture->levels.front().copy(square), place.translated(-square.topLeft()));
    m_hereText->setText(tr("<b>This spot</b><br>Patch score %1").arg(scoreText(grid.scores[index])));

    const NormalPatch nearest = grid.nearest[index];
    const std::string file = source.normalImage(nearest);
    if (file.empty()) {
        m_normalText->setText(tr("<b>Nearest normal patch</b><br>Its picture is not known."));
        return place;
    }
    const QString name = printableFileName(file);
    m_normalText->setText(tr("<b>Nearest normal patch</b><br>%1").arg(name.toHtmlEscaped()));
    const auto placeOf = [source, grid, nearest](const cv::Mat &image) {
        return source.normalRectangle(cv::Point(nearest.column, nearest.row), grid, image);
    };
    m_pool.clear();
    m_pool.start([this, asked, file, name, placeOf] {
        const NormalPicture normal = readNormal(file, placeOf);
        QMetaObject::invokeMethod(
            this,
            [this, asked, name, normal, file] {
                if (asked != m_asked)
                    return;
                m_normal->setPatch(normal.surroundings, normal.patch);
                if (!normal.failure.isEmpty())
                    m_normalText->setText(
                        tr("<b>Nearest normal patch</b><br>%1").arg(normal.failure.toHtmlEscaped()));
                emit normalShown(QString::fromStdString(file));
            },
            Qt::QueuedConnection);
    });
    return place;
}

} // namespace spotcheck::ui
