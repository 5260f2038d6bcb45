#include "ui/pages/inspect/viewerpanel.h"

#include <cmath>

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include <opencv2/core.hpp>

#include "ui/pages/inspect/colourlegend.h"
#include "ui/pages/inspect/regiontable.h"
#include "ui/pages/inspect/scaledialog.h"
#include "ui/pages/inspect/whypanel.h"
#include "ui/report/reporttext.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/viewer/pictureviewer.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/verdictmark.h"

namespace spotcheck::ui {

namespace {

Tone toneOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Good:
        return Tone::Good;
    case Verdict::Defective:
        return Tone::Defective;
    case Verdict::Review:
    case Verdict::Failed:
        break;
    }
    return Tone::Review;
}

// Raw channel values; one number where all three are the same.
QString valueText(const cv::Mat &values, const QPoint &pixel)
{
    const auto text = [](int red, int green, int blue) {
        if (red == green && green == blue)
            return QString::number(red);
        return QStringLiteral("%1 %2 %3").arg(red).arg(green).arg(blue);
    };
    if (values.type() == CV_16UC3) {
        const auto &value = values.at<cv::Vec3w>(pixel.y(), pixel.x());
        return text(value[0], value[1], value[2]);
    }
    const auto &value = values.at<cv::Vec3b>(pixel.y(), pixel.x());
    return text(value[0], value[1], value[2]);
}

} // namespace

ViewerPanel::ViewerPanel(QWidget *parent)
    : QWidget(parent), m_verdict(new Badge(QString(), Tone::Neutral, this)), m_name(new ElidedLabel(this)),
      m_score(new QLabel(this)), m_viewer(new PictureViewer(this)), m_legend(new ColourLegend(this)),
      m_readOut(new ElidedLabel(this)), m_zoom(new QLabel(this)), m_table(new RegionTable(this)),
      m_why(new WhyPanel(this))
{
    setObjectName(QStringLiteral("viewerPanel"));
    m_verdict->setObjectName(QStringLiteral("shownVerdict"));
    m_name->setObjectName(QStringLiteral("shownName"));
    m_score->setObjectName(QStringLiteral("shownScore"));
    m_readOut->setObjectName(QStringLiteral("pixelReadOut"));
    m_readOut->setAccessibleName(tr("Pixel under the pointer"));
    m_zoom->setObjectName(QStringLiteral("zoomText"));
    setTextRole(m_readOut, TextRole::Muted);
    setTextRole(m_zoom, TextRole::Muted);
    setTextRole(m_name, TextRole::Strong);

    QWidget *tools = makeTools();
    auto *header = new QHBoxLayout;
    header->setSpacing(spacing::small);
    header->addWidget(m_verdict);
    header->addWidget(m_name, 1);
    header->addWidget(m_score);
    auto *content = new QHBoxLayout;
    content->setSpacing(spacing::tiny);
    content->addWidget(m_viewer, 1);
    content->addWidget(m_legend);
    auto *footer = new QHBoxLayout;
    footer->setSpacing(spacing::tiny);
    footer->addWidget(m_mode);
    footer->addWidget(m_list);
    footer->addStretch(1);
    footer->addWidget(m_zoom);
    footer->addWidget(makeButton(QStringLiteral("fitButton"), tr("Fit"), tr("Fit the picture into the view (F)"),
                                 &PictureViewer::fit));
    footer->addWidget(makeButton(QStringLiteral("pixelForPixelButton"), tr("1:1"),
                                 tr("One pixel of the picture for one of the screen (1)"),
                                 &PictureViewer::showPixelForPixel));

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(spacing::small, spacing::small, spacing::small, spacing::small);
    layout->setSpacing(spacing::small);
    layout->addLayout(header);
    layout->addWidget(tools);
    layout->addLayout(content, 1);
    auto *measures = new QHBoxLayout; // a line of their own: large coordinates and 16-bit values are long
    measures->setSpacing(spacing::tiny);
    measures->addWidget(m_readOut, 1);
    measures->addWidget(m_editScale);
    layout->addLayout(measures);
    layout->addLayout(footer);
    layout->addWidget(m_table);
    layout->addWidget(m_why);

    connect(m_viewer, &PictureViewer::pixelHovered, this, &ViewerPanel::showPixel);
    connect(m_viewer, &PictureViewer::pixelLeft, this, [this] { m_readOut->setText(QString()); });
    connect(m_viewer, &PictureViewer::zoomChanged, this, &ViewerPanel::showZoom);
    connect(m_viewer, &PictureViewer::spotClicked, this, &ViewerPanel::explain);
    connect(m_legend, &ColourLegend::thresholdEdited, this, &ViewerPanel::pixelThresholdEdited);
    connect(m_why, &WhyPanel::dismissed, this, [this] { m_viewer->setMarker({}); });
    connect(m_table, &RegionTable::regionChosen, m_viewer, [this](const QRect &box) { m_viewer->setMarker(box); });
    const QList<QWidget *> order{m_heatMap, m_opacity, m_colours, m_regions, m_truth,
                                 m_viewer,  m_legend,  m_mode,    m_list,    m_editScale};
    for (qsizetype index = 1; index < order.size(); ++index)
        setTabOrder(order[index - 1], order[index]);
    m_table->hide();
    setScale({});
    setSource({});
    showHeader();
}

QToolButton *ViewerPanel::makeSwitch(const QString &objectName, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(objectName);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setCheckable(true);
    button->setChecked(true);
    return button;
}

QToolButton *ViewerPanel::makeButton(const QString &objectName, const QString &text, const QString &toolTip,
                                     void (PictureViewer::*action)())
{
    auto *button = new QToolButton(this);
    button->setObjectName(objectName);
    button->setText(text);
    button->setToolTip(toolTip);
    connect(button, &QToolButton::clicked, m_viewer, action);
    return button;
}

QWidget *ViewerPanel::makeTools()
{
    auto *tools = new QWidget(this);
    m_heatMap =
        makeSwitch(QStringLiteral("heatMapSwitch"), tr("Heat map"), tr("Lay the heat map over the picture (H)"));
    m_regions =
        makeSwitch(QStringLiteral("regionsSwitch"), tr("Regions"),
                   tr("Outline the defect regions: above the pixel threshold, of at least the least area (R)"));
    m_truth = makeSwitch(QStringLiteral("truthSwitch"), tr("Truth"), tr("Outline the ground truth, dashed (T)"));
    m_opacity = new QSlider(Qt::Horizontal, tools);
    m_opacity->setObjectName(QStringLiteral("opacitySlider"));
    m_opacity->setAccessibleName(tr("Opacity of the heat map"));
    m_opacity->setToolTip(tr("Opacity of the heat map. Hold Space or B to see the bare picture."));
    m_opacity->setRange(0, 100);
    m_opacity->setValue(80);
    m_opacity->setMinimumWidth(48);
    m_opacity->setMaximumWidth(140);
    m_colours = new QComboBox(tools);
    m_colours->setObjectName(QStringLiteral("colourMapBox"));
    m_colours->setAccessibleName(tr("Colours of the heat map"));
    m_colours->setToolTip(tr("Colours of the heat map; all of them can be read by colour-blind people"));
    m_colours->addItem(tr("Viridis"), static_cast<int>(ColourMap::Viridis));
    m_colours->addItem(tr("Cividis"), static_cast<int>(ColourMap::Cividis));
    m_colours->addItem(tr("Inferno"), static_cast<int>(ColourMap::Inferno));
    m_mode = new QComboBox(this);
    m_mode->setObjectName(QStringLiteral("viewModeBox"));
    m_mode->setAccessibleName(tr("Way of comparing"));
    m_mode->setToolTip(tr("Overlay; side by side with the bare picture; or swipe: drag the line"));
    m_mode->addItem(tr("Overlay"), static_cast<int>(ViewMode::Overlay));
    m_mode->addItem(tr("Side by side"), static_cast<int>(ViewMode::SideBySide));
    m_mode->addItem(tr("Swipe"), static_cast<int>(ViewMode::Swipe));

    m_list = makeSwitch(QStringLiteral("regionListSwitch"), tr("Sizes"),
                        tr("List the defect regions with box, area, perimeter, peak and mean (L)"));
    m_list->setChecked(false);
    m_editScale = new QToolButton(this);
    m_editScale->setObjectName(QStringLiteral("scaleButton"));
    m_editScale->setToolTip(tr("Set how large a pixel is on the part, so that regions are given in mm"));

    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::tiny);
    row->addWidget(m_heatMap);
    row->addWidget(m_opacity, 3);
    row->addWidget(m_colours);
    row->addWidget(m_regions);
    row->addWidget(m_truth);
    row->addStretch(1);

    connect(m_heatMap, &QToolButton::toggled, m_viewer, &PictureViewer::setHeatMapShown);
    connect(m_regions, &QToolButton::toggled, m_viewer, &PictureViewer::setRegionsShown);
    connect(m_truth, &QToolButton::toggled, m_viewer, &PictureViewer::setTruthShown);
    connect(m_opacity, &QSlider::valueChanged, m_viewer,
            [this](int percent) { m_viewer->setOpacity(percent / 100.0); });
    connect(m_colours, &QComboBox::currentIndexChanged, m_viewer, [this] {
        const auto colours = static_cast<ColourMap>(m_colours->currentData().toInt());
        m_viewer->setColourMap(colours);
        m_legend->setColourMap(colours);
    });
    connect(m_mode, &QComboBox::currentIndexChanged, m_viewer,
            [this] { m_viewer->setMode(static_cast<ViewMode>(m_mode->currentData().toInt())); });
    connect(m_list, &QToolButton::toggled, this, &ViewerPanel::showRegions);
    connect(m_editScale, &QToolButton::clicked, this, &ViewerPanel::editScale);
    m_viewer->setOpacity(m_opacity->value() / 100.0);
    return tools;
}

void ViewerPanel::setSource(const MapSource &source)
{
    m_source = source;
    m_viewer->setScale(source.scale);
    m_legend->setScale(source.scale);
    m_legend->setVisible(static_cast<bool>(source.anomalyMap));
}

void ViewerPanel::showResult(const InspectionResult *result, const OperatingPoint &point)
{
    const bool same = m_hasResult && result && result->sample.image == m_result.sample.image;
    m_hasResult = result != nullptr;
    m_result = result ? *result : InspectionResult();
    m_point = point;
    if (!same)
        m_why->dismiss();
    const bool hasMap = m_hasResult && m_result.prediction && m_result.prediction->patches.rows > 0;
    for (QWidget *tool : {static_cast<QWidget *>(m_heatMap), static_cast<QWidget *>(m_opacity),
                          static_cast<QWidget *>(m_colours), static_cast<QWidget *>(m_regions)})
        tool->setEnabled(hasMap);
    m_truth->setEnabled(m_hasResult && !m_result.sample.mask.empty());
    if (m_hasResult)
        m_viewer->setPending();
    else
        m_viewer->clear();
    m_legend->setThreshold(point.pixelThreshold);
    showHeader();
}

void ViewerPanel::showPicture(const PicturePointer &picture)
{
    m_viewer->setPicture(picture);
    showRegions();
}

void ViewerPanel::showRegions()
{
    m_table->setVisible(m_list->isChecked());
    if (m_list->isChecked()) {
        const PicturePointer picture = m_viewer->picture();
        m_table->setRegions(picture ? picture->regions : std::vector<Region>(), m_scale);
    }
}

void ViewerPanel::setScale(const std::optional<PictureScale> &scale)
{
    m_scale = scale;
    m_editScale->setText(scale ? tr("%1 mm/px").arg(QLocale().toString(scale->millimetresPerPixel(), 'g', 4))
                               : tr("Scale…"));
    showRegions();
}

void ViewerPanel::editScale()
{
    auto *dialog = new ScaleDialog(m_scale, m_viewer->picture(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { emit scaleEdited(dialog->scale()); });
    dialog->open();
}

void ViewerPanel::setOperatingPoint(const OperatingPoint &point)
{
    m_point = point;
    m_legend->setThreshold(point.pixelThreshold);
    showHeader();
}

void ViewerPanel::showHeader()
{
    m_verdict->setVisible(m_hasResult);
    if (!m_hasResult) {
        m_name->setText(QString());
        m_score->clear();
        return;
    }
    const Verdict verdict = m_point.verdict(m_result);
    const Outcome outcome = outcomeOf(verdict, m_result.sample.label);
    m_verdict->setText(isWrong(outcome) ? QStringLiteral("%1 · %2").arg(verdictWord(verdict), outcomeWord(outcome))
                                        : verdictWord(verdict));
    m_verdict->setTone(toneOf(verdict));
    m_name->setText(printableFileName(m_result.sample.image));
    m_name->setToolTip(printablePath(m_result.sample.image));
    if (m_result.prediction)
        m_score->setText(
            tr("Score %1 · p = %2")
                .arg(scoreText(m_result.prediction->score), QLocale().toString(m_result.prediction->pValue, 'g', 2)));
    else
        m_score->clear();
    m_score->setToolTip(tr("p: share of good pictures that would score as high, judged by those held out from the "
                           "training"));
}

void ViewerPanel::showPixel(const QPoint &pixel)
{
    const PicturePointer picture = m_viewer->picture();
    if (!picture || picture->values.empty())
        return;
    const QString value = valueText(picture->values, pixel);
    const QString place = QStringLiteral("%1, %2").arg(pixel.x()).arg(pixel.y());
    m_readOut->setText(picture->map.empty()
                           ? tr("Pixel %1   value %2").arg(place, value)
                           : tr("Pixel %1   value %2   score %3")
                                 .arg(place, value, scoreText(picture->map.at<float>(pixel.y(), pixel.x()))));
}

void ViewerPanel::showZoom()
{
    m_zoom->setText(m_viewer->picture() ? tr("%1 %").arg(std::lround(m_viewer->zoom() * 100)) : QString());
}

void ViewerPanel::explain(const QPoint &pixel)
{
    const PicturePointer picture = m_viewer->picture();
    if (!picture || picture->levels.empty() || !m_result.prediction || picture->map.empty())
        return;
    m_viewer->setMarker(m_why->explain(picture, *m_result.prediction, m_source, pixel));
}

void ViewerPanel::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_H:
        m_heatMap->toggle();
        return;
    case Qt::Key_R:
        m_regions->toggle();
        return;
    case Qt::Key_T:
        m_truth->toggle();
        return;
    case Qt::Key_L:
        m_list->toggle();
        return;
    case Qt::Key_W:
        if (const PicturePointer picture = m_viewer->picture(); picture && !picture->map.empty()) {
            double peak = 0;
            cv::Point at;
            if (!picture->regions.empty())
                at = picture->regions.front().peakAt;
            else
                cv::minMaxLoc(picture->map, nullptr, &peak, nullptr, &at);
            explain({at.x, at.y});
        }
        return;
    case Qt::Key_Escape:
        m_why->dismiss();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

} // namespace spotcheck::ui
