#include "ui/pages/train/trainingsettings.h"

#include <algorithm>

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <spotcheck/detectors/registry.h>
#include <spotcheck/model/normalcheck.h>

#include "ui/pages/train/parameterfield.h"
#include "ui/pages/train/parameterform.h"
#include "ui/pages/train/picturesettings.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace spotcheck::ui {

namespace {

QLabel *sectionTitle(const QString &text, QWidget *parent)
{
    auto *title = new QLabel(text, parent);
    setTextRole(title, TextRole::Strong);
    return title;
}

} // namespace

TrainingSettings::TrainingSettings(WeightsStore weights, QWidget *parent)
    : QWidget(parent), m_weights(std::move(weights)), m_column(new QVBoxLayout(this)),
      m_backbone(new QComboBox(this)), m_backboneHelp(new QLabel(this)), m_backboneAdvice(new QLabel(this)),
      m_picture(new PictureSettings(this)), m_calibrationShare(new QSpinBox(this)),
      m_calibrationFolds(new QSpinBox(this)), m_seed(new QSpinBox(this)), m_precision(new QComboBox(this))
{
    setProperty("transparent", true);
    const TrainingOptions defaults;
    m_backbone->setObjectName(QStringLiteral("backbone"));
    m_calibrationShare->setObjectName(QStringLiteral("calibrationShare"));
    m_calibrationShare->setRange(1, 50);
    m_calibrationShare->setSuffix(tr(" %"));
    m_calibrationShare->setValue(qRound(defaults.calibrationShare * 100));
    m_calibrationFolds->setObjectName(QStringLiteral("calibrationFolds"));
    m_calibrationFolds->setRange(leastFolds - 1, mostFolds);
    m_calibrationFolds->setSpecialValueText(tr("off"));
    m_calibrationFolds->setValue(m_calibrationFolds->minimum());
    m_seed->setObjectName(QStringLiteral("seed"));
    m_seed->setRange(0, 999'999);
    m_seed->setValue(static_cast<int>(defaults.seed));

    m_precision->setObjectName(QStringLiteral("precision"));
    m_precision->addItem(tr("exact"), QVariant::fromValue(static_cast<int>(Precision::Exact)));
    m_precision->addItem(tr("fast"), QVariant::fromValue(static_cast<int>(Precision::Fast)));

    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(spacing::medium);
    grid->setVerticalSpacing(spacing::tiny);
    grid->setColumnStretch(0, 1);
    const auto addRow = [this, grid](const QString &name, QWidget *editor, QLabel *help) {
        const int row = grid->rowCount();
        auto *label = new QLabel(name, this);
        label->setBuddy(editor);
        editor->setAccessibleName(name);
        editor->setToolTip(help->text());
        setTextRole(help, TextRole::Small);
        help->setWordWrap(true);
        grid->addWidget(label, row, 0, Qt::AlignVCenter);
        editor->setFixedWidth(ParameterField::editorWidth);
        grid->addWidget(editor, row, 1);
        grid->addWidget(help, row + 1, 0, 1, 2);
        grid->setRowMinimumHeight(row + 2, spacing::small);
    };
    addRow(tr("&Backbone"), m_backbone, m_backboneHelp);
    const int adviceRow = grid->rowCount() - 1;
    grid->addLayout(createBackboneAdvice(), adviceRow, 0, 1, 2);
    grid->setRowMinimumHeight(adviceRow + 1, spacing::small);
    addRow(tr("Held o&ut for calibration"), m_calibrationShare,
           new QLabel(tr("This share of the normal pictures is not learned but used to set the threshold. The more, "
                         "the fewer false alarms can be promised."),
                      this));
    addRow(
        tr("Calibrate i&n parts"), m_calibrationFolds,
        new QLabel(
            tr("For few pictures: none is held out, but each part is scored by a model of the others. Takes as many "
               "trainings more, and what is promised is an estimate."),
            this));
    addRow(tr("See&d"), m_seed, new QLabel(tr("The same seed gives the same model, bit for bit."), this));

    addRow(
        tr("&Precision"), m_precision,
        new QLabel(Backbone::canBeFast()
                       ? tr("Fast computes ResNets with shorter numbers (bfloat16) in about two thirds of the time. "
                            "Scores differ a little; the model keeps the choice.")
                       : tr("This processor has no fast arithmetic (AVX-512 BF16): both are computed exactly here."),
                   this));

    m_column->setContentsMargins(0, 0, spacing::small, 0);
    m_column->setSpacing(spacing::small);
    m_column->addWidget(sectionTitle(tr("Features and calibration"), this));
    m_column->addLayout(grid);
    m_column->addWidget(sectionTitle(tr("Picture"), this));
    m_column->addWidget(m_picture);
    m_column->addWidget(sectionTitle(tr("Detector"), this));
    m_column->addStretch();

    refreshBackbones();
    connect(m_backbone, &QComboBox::currentIndexChanged, this, &TrainingSettings::describeBackbone);
    connect(m_backbone, &QComboBox::currentIndexChanged, this, &TrainingSettings::changed);
    connect(m_precision, &QComboBox::currentIndexChanged, this, &TrainingSettings::changed);
    connect(m_picture, &PictureSettings::changed, this, &TrainingSettings::changed);
    for (QSpinBox *box : {m_calibrationShare, m_calibrationFolds, m_seed})
        connect(box, &QSpinBox::valueChanged, this, &TrainingSettings::changed);
    connect(m_calibrationFolds, &QSpinBox::valueChanged, m_calibrationShare,
            [this](int folds) { m_calibrationShare->setEnabled(folds < leastFolds); });
}

QLayout *TrainingSettings::createBackboneAdvice()
{
    m_backboneAdvice->setObjectName(QStringLiteral("backboneAdvice"));
    m_backboneAdvice->setText(
        tr("Finds some defects better than ImageNet weights, others less well. With it PatchCore "
           "and PaDiM are the ones to train first: compare them on your parts (figures in the "
           "README)."));
    m_backboneAdvice->setWordWrap(true);
    setTextRole(m_backboneAdvice, TextRole::Small);
    auto *button = new QPushButton(tr("Bac&kbones…"), this);
    button->setObjectName(QStringLiteral("openBackbones"));
    button->setToolTip(tr("See which networks have weights here, and download or import others"));
    connect(button, &QPushButton::clicked, this, &TrainingSettings::backbonesRequested);
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::medium);
    row->addWidget(m_backboneAdvice, 1);
    row->addStretch();
    row->addWidget(button, 0, Qt::AlignTop);
    return row;
}

void TrainingSettings::setDetector(const std::string &id)
{
    m_detector = id;
    delete m_form;
    m_form = new ParameterForm(detectorInfo(id).parameters, detectorInfo(id).presets, this);
    m_column->insertWidget(m_column->count() - 1, m_form);
    connect(m_form, &ParameterForm::changed, this, &TrainingSettings::changed);
    emit changed();
}

TrainingOptions TrainingSettings::options() const
{
    TrainingOptions options;
    options.detector = m_detector;
    if (m_form)
        options.parameters = m_form->values();
    options.backbone = m_backbone->currentData().toString().toStdString();
    options.preprocessing = m_picture->preprocessing();
    options.alignmentReference = toPath(m_picture->alignmentReference());
    options.calibrationShare = m_calibrationShare->value() / 100.0;
    options.calibrationFolds = m_calibrationFolds->value() < leastFolds ? 0 : m_calibrationFolds->value();
    options.seed = static_cast<std::uint64_t>(m_seed->value());
    options.precision = static_cast<Precision>(m_precision->currentData().toInt());
    return options;
}

bool TrainingSettings::hasWeights() const
{
    const auto *model = static_cast<const QStandardItemModel *>(m_backbone->model());
    const int row = m_backbone->currentIndex();
    return row >= 0 && model->item(row)->isEnabled();
}

void TrainingSettings::refreshBackbones()
{
    const QString chosen = m_backbone->currentData().toString();
    const QSignalBlocker quiet(m_backbone);
    m_backbone->clear();
    auto *model = static_cast<QStandardItemModel *>(m_backbone->model());
    const std::vector<WeightsStore::Entry> entries = m_weights.list();
    int firstUsable = -1;
    m_backboneAdvice->setVisible(std::none_of(entries.begin(), entries.end(), [](const WeightsStore::Entry &entry) {
        return !entry.file.empty() && !backboneInfo(entry.id).officialFile.empty();
    }));
    for (const BackboneInfo &info : backboneRegistry()) {
        const auto entry = std::find_if(entries.begin(), entries.end(),
                                        [&info](const auto &candidate) { return candidate.id == info.id; });
        const bool usable = entry != entries.end() && !entry->file.empty();
        const int row = m_backbone->count();
        m_backbone->addItem(usable ? engineText(info.title) : tr("%1 (no weights)").arg(engineText(info.title)),
                            QString::fromStdString(info.id));
        QStandardItem *item = model->item(row);
        item->setEnabled(usable);
        item->setToolTip(usable
                             ? engineText(info.purpose)
                             : tr("Its weights are not on this computer. Get them with Backbones…, or on the command "
                                  "line: spotcheck-cli weights fetch %1, or weights import FILE --as %1")
                                   .arg(QString::fromStdString(info.id)));
        if (usable && firstUsable < 0)
            firstUsable = row;
        if (usable && item->data(Qt::UserRole).toString() == chosen)
            m_backbone->setCurrentIndex(row);
    }
    if (m_backbone->currentData().toString() != chosen || chosen.isEmpty())
        m_backbone->setCurrentIndex(std::max(firstUsable, 0));
    describeBackbone();
}

void TrainingSettings::describeBackbone()
{
    const std::string id = m_backbone->currentData().toString().toStdString();
    if (id.empty())
        return;
    const BackboneInfo &info = backboneInfo(id);
    m_backboneHelp->setText(tr("%1 Weights: %2.").arg(engineText(info.purpose), engineText(info.licence)));
}

} // namespace spotcheck::ui
