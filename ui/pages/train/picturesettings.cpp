#include "ui/pages/train/picturesettings.h"

#include <algorithm>

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QSpinBox>

#include "ui/pages/train/parameterfield.h"
#include "ui/pages/train/referencepicture.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"

namespace spotcheck::ui {

namespace {

constexpr int smallestSide = 32; // px
constexpr int largestSide = 2048;
constexpr int mostTiles = 16;

QSpinBox *spinBox(const QString &name, int least, int most, int value, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setObjectName(name);
    box->setRange(least, most);
    box->setValue(value);
    return box;
}

} // namespace

PictureSettings::PictureSettings(QWidget *parent)
    : QWidget(parent), m_framing(new QComboBox(this)), m_alignment(new QComboBox(this)),
      m_reference(new ReferencePicture(this))
{
    setProperty("transparent", true);
    const Preprocessing defaults;
    m_width = spinBox(QStringLiteral("inputSize"), smallestSide, largestSide, defaults.inputSize.width, this);
    // 0 stands for a square: then one number is all there is to set.
    m_height = spinBox(QStringLiteral("inputHeight"), 0, largestSide, 0, this);
    m_height->setSpecialValueText(tr("as the width"));
    for (QSpinBox *box : {m_width, m_height}) {
        box->setSingleStep(32);
        box->setSuffix(tr(" px"));
    }
    m_framing->setObjectName(QStringLiteral("framing"));
    m_framing->addItem(tr("Whole picture"), static_cast<int>(Preprocessing::Framing::FullFrame));
    m_framing->addItem(tr("Centre crop"), static_cast<int>(Preprocessing::Framing::CentreCrop));
    m_tileColumns = spinBox(QStringLiteral("tileColumns"), 1, mostTiles, defaults.tiling.columns, this);
    m_tileRows = spinBox(QStringLiteral("tileRows"), 1, mostTiles, defaults.tiling.rows, this);
    m_tileOverlap = spinBox(QStringLiteral("tileOverlap"), 0, 50, qRound(100 * defaults.tiling.overlap), this);
    m_tileOverlap->setSuffix(tr(" %"));
    m_alignment->setObjectName(QStringLiteral("alignment"));
    m_alignment->addItem(tr("None"), static_cast<int>(AlignmentMode::None));
    m_alignment->addItem(tr("Shift and rotation"), static_cast<int>(AlignmentMode::Ecc));
    m_alignment->addItem(tr("Perspective"), static_cast<int>(AlignmentMode::Features));

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(spacing::medium);
    grid->setVerticalSpacing(spacing::tiny);
    grid->setColumnStretch(0, 1);
    addRow(grid, tr("&Input size"), m_width,
           tr("Pictures are brought to this many pixels a side. Larger finds smaller defects and takes longer: twice "
              "the size is four times the work."));
    addRow(grid, tr("Input heigh&t"), m_height, tr("For pictures that are much wider or taller than a square."));
    addRow(grid, tr("Fra&ming"), m_framing,
           tr("The whole picture keeps what is at the border; a centre crop is what published figures use."));
    addRow(
        grid, tr("Tile &columns"), m_tileColumns,
        tr("Large pictures can be cut into tiles, each seen at the input size. Time and memory grow with the number "
           "of tiles."));
    addRow(grid, tr("Tile &rows"), m_tileRows, QString());
    addRow(grid, tr("Tile &overlap"), m_tileOverlap, tr("Share of a tile that its neighbour sees as well."));
    addRow(grid, tr("&Alignment"), m_alignment,
           tr("Brings every part into the same place. For parts that lie differently from picture to picture."));
    addRow(grid, tr("Ali&gn to"), m_reference, tr("Best a sharp picture on which the part lies straight."));

    for (QComboBox *box : {m_framing, m_alignment})
        connect(box, &QComboBox::currentIndexChanged, this, &PictureSettings::changed);
    for (QSpinBox *box : {m_width, m_height, m_tileColumns, m_tileRows, m_tileOverlap})
        connect(box, &QSpinBox::valueChanged, this, &PictureSettings::changed);
    connect(m_reference, &ReferencePicture::changed, this, &PictureSettings::changed);
    connect(this, &PictureSettings::changed, this, &PictureSettings::showWhatMatters);
    showWhatMatters();
}

Preprocessing PictureSettings::preprocessing() const
{
    Preprocessing settings;
    const int height = m_height->value() == 0 ? m_width->value() : std::max(smallestSide, m_height->value());
    settings.inputSize = {m_width->value(), height};
    settings.tiling = {m_tileColumns->value(), m_tileRows->value(), m_tileOverlap->value() / 100.0};
    settings.alignment = static_cast<AlignmentMode>(m_alignment->currentData().toInt());
    settings.framing = static_cast<Preprocessing::Framing>(m_framing->currentData().toInt());
    if (settings.framing == Preprocessing::Framing::CentreCrop)
        settings.cropResize = settings.publishedCropResize();
    return settings;
}

QString PictureSettings::alignmentReference() const
{
    return m_reference->isEnabled() ? m_reference->file() : QString();
}

void PictureSettings::addRow(QGridLayout *grid, const QString &name, QWidget *editor, const QString &help)
{
    const int row = grid->rowCount();
    auto *label = new QLabel(name, this);
    label->setBuddy(editor);
    editor->setAccessibleName(name);
    editor->setToolTip(help);
    editor->setFixedWidth(ParameterField::editorWidth);
    grid->addWidget(label, row, 0, Qt::AlignVCenter);
    grid->addWidget(editor, row, 1);
    if (help.isEmpty())
        return;
    auto *text = new QLabel(help, this);
    setTextRole(text, TextRole::Small);
    text->setWordWrap(true);
    grid->addWidget(text, row + 1, 0, 1, 2);
    grid->setRowMinimumHeight(row + 2, spacing::small);
}

void PictureSettings::showWhatMatters()
{
    m_tileOverlap->setEnabled(m_tileColumns->value() * m_tileRows->value() > 1);
    m_reference->setEnabled(static_cast<AlignmentMode>(m_alignment->currentData().toInt()) != AlignmentMode::None);
}

} // namespace spotcheck::ui
