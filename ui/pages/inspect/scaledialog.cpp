#include "ui/pages/inspect/scaledialog.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineF>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/viewer/pictureviewer.h"

namespace spotcheck::ui {

namespace {

QDoubleSpinBox *numberBox(const QString &objectName, int decimals, const QString &suffix, QWidget *parent)
{
    auto *box = new QDoubleSpinBox(parent);
    box->setObjectName(objectName);
    box->setDecimals(decimals);
    box->setRange(0, PictureScale::largest);
    box->setSuffix(suffix);
    box->setMinimumWidth(150);
    return box;
}

} // namespace

ScaleDialog::ScaleDialog(const std::optional<PictureScale> &scale, const PicturePointer &picture, QWidget *parent)
    : QDialog(parent), m_viewer(new PictureViewer(this)), m_distance(new QLabel(this)),
      m_length(numberBox(QStringLiteral("scaleLength"), 3, tr(" mm"), this)),
      m_scale(numberBox(QStringLiteral("scaleValue"), 6, tr(" mm a pixel"), this))
{
    setObjectName(QStringLiteral("scaleDialog"));
    setWindowTitle(tr("Scale"));
    m_distance->setObjectName(QStringLiteral("scaleDistance"));
    m_viewer->setObjectName(QStringLiteral("scaleViewer"));
    m_viewer->setAccessibleName(tr("Picture to measure on"));
    m_viewer->setHeatMapShown(false);
    m_viewer->setRegionsShown(false);
    m_viewer->setTruthShown(false);
    m_viewer->setPicture(picture);
    m_scale->setSpecialValueText(tr("none"));
    if (scale)
        m_scale->setValue(scale->millimetresPerPixel());
    auto *hint = new QLabel(tr("Click the two ends of something whose length you know, and type the length; the "
                               "longer it is, the better. The wheel zooms, dragging moves the picture. Or type the "
                               "scale. It holds for all pictures of the project; regions are then given in mm too."),
                            this);
    hint->setWordWrap(true);
    setTextRole(hint, TextRole::Muted);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::large, spacing::large, spacing::large, spacing::large);
    column->setSpacing(spacing::medium);
    column->addWidget(m_viewer, 1);
    column->addLayout(makeNumbers());
    column->addWidget(hint);
    column->addWidget(makeButtons(scale.has_value()));
    resize(860, 700);

    connect(m_viewer, &PictureViewer::spotClicked, this, &ScaleDialog::takePoint);
    connect(m_length, &QDoubleSpinBox::valueChanged, this, &ScaleDialog::measure);
    connect(m_scale, &QDoubleSpinBox::valueChanged, this, &ScaleDialog::updateState);
    updateState();
}

QLayout *ScaleDialog::makeNumbers()
{
    const auto named = [this](const QString &text, QWidget *buddy) {
        auto *label = new QLabel(text, this);
        label->setBuddy(buddy);
        return label;
    };
    auto *numbers = new QHBoxLayout;
    numbers->setSpacing(spacing::small);
    numbers->addWidget(named(tr("&Length"), m_length));
    numbers->addWidget(m_length);
    numbers->addWidget(m_distance);
    numbers->addStretch(1);
    numbers->addWidget(named(tr("&Scale"), m_scale));
    numbers->addWidget(m_scale);
    return numbers;
}

QWidget *ScaleDialog::makeButtons(bool hasScale)
{
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_accept = buttons->button(QDialogButtonBox::Ok);
    QPushButton *remove = buttons->addButton(tr("No scale"), QDialogButtonBox::ResetRole);
    remove->setObjectName(QStringLiteral("scaleRemove"));
    remove->setEnabled(hasScale);
    connect(remove, &QPushButton::clicked, this, [this] {
        m_scale->setValue(0);
        accept();
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

std::optional<PictureScale> ScaleDialog::scale() const
{
    if (m_scale->value() < PictureScale::smallest)
        return {};
    return PictureScale(m_scale->value());
}

void ScaleDialog::takePoint(const QPoint &pixel)
{
    if (m_ends.size() == 2)
        m_ends.clear();
    m_ends << QPointF(pixel) + QPointF(0.5, 0.5); // the middle of the pixel
    m_viewer->setRuler(m_ends);
    if (m_ends.size() == 2)
        m_length->setFocus();
    measure();
}

void ScaleDialog::measure()
{
    const double pixels = m_ends.size() == 2 ? QLineF(m_ends[0], m_ends[1]).length() : 0;
    if (pixels >= 1 && m_length->value() > 0)
        m_scale->setValue(m_length->value() / pixels);
    updateState();
}

void ScaleDialog::updateState()
{
    if (m_ends.isEmpty())
        m_distance->setText(tr("no points yet"));
    else if (m_ends.size() == 1)
        m_distance->setText(tr("one more point"));
    else
        m_distance->setText(tr("on %1 px").arg(QLocale().toString(QLineF(m_ends[0], m_ends[1]).length(), 'f', 1)));
    m_accept->setEnabled(scale().has_value());
    m_accept->setToolTip(scale() ? QString() : tr("Set two points and the length between them, or type the scale."));
}

} // namespace spotcheck::ui
