#include "ui/dialogs/backbonedetails.h"

#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/dialogs/backbonelist.h"
#include "ui/download/officialweights.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/format.h"

namespace spotcheck::ui {

namespace {

QString costText(const BackboneInfo &backbone)
{
    const OfficialFigures figures = officialFigures(backbone);
    if (figures.megabytes == 0)
        return BackboneDetails::tr("No download. As much work a picture as ResNet-18.");
    return BackboneDetails::tr("A download of about %1 MB. %2 billion multiplications for a picture of %3 px.")
        .arg(figures.megabytes)
        .arg(QLocale().toString(figures.billionMultiplications, 'f', 1))
        .arg(figures.pictureSide);
}

/// A path or an address may be broken after each part of it.
QString breakable(QString text)
{
    const QChar zeroWidthSpace(0x200B);
    return text.replace(QLatin1Char('/'), QLatin1Char('/') + QString(zeroWidthSpace));
}

} // namespace

BackboneDetails::BackboneDetails(QWidget *parent)
    : Card(parent), m_title(new QLabel(this)), m_state(new Badge({}, Tone::Neutral, this)),
      m_purpose(new QLabel(this)), m_download(new QPushButton(this)),
      m_copyAddress(new QPushButton(tr("Copy &address"), this)), m_remove(new QPushButton(tr("Dele&te…"), this))
{
    m_title->setObjectName(QStringLiteral("backboneTitle"));
    setTextRole(m_title, TextRole::Heading);
    m_state->setObjectName(QStringLiteral("backboneState"));
    m_purpose->setObjectName(QStringLiteral("backbonePurpose"));
    m_purpose->setWordWrap(true);
    auto *heading = new QHBoxLayout;
    heading->setSpacing(spacing::small);
    heading->addWidget(m_title);
    heading->addWidget(m_state);
    heading->addStretch();

    auto *form = new QFormLayout;
    form->setHorizontalSpacing(spacing::medium);
    form->setVerticalSpacing(spacing::small);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_cost = addRow(form, "backboneCost", tr("Cost"));
    m_licence = addRow(form, "backboneLicence", tr("Licence"));
    m_source = addRow(form, "backboneSource", tr("Source"));
    m_file = addRow(form, "backboneFile", tr("File"));
    m_sha256 = addRow(form, "backboneSha256", tr("SHA-256"));
    m_sha256->setTextInteractionFlags(Qt::TextSelectableByMouse);

    column()->addLayout(heading);
    column()->addWidget(m_purpose);
    column()->addSpacing(spacing::small);
    column()->addLayout(form);
    column()->addStretch();
    column()->addLayout(createButtons());
}

QLabel *BackboneDetails::addRow(QFormLayout *form, const char *name, const QString &title)
{
    auto *label = new QLabel(title, this);
    setTextRole(label, TextRole::Muted);
    auto *value = new QLabel(this);
    value->setObjectName(QLatin1String(name));
    value->setAccessibleName(title);
    value->setWordWrap(true);
    value->setTextFormat(Qt::PlainText);
    form->addRow(label, value);
    return value;
}

QHBoxLayout *BackboneDetails::createButtons()
{
    m_download->setObjectName(QStringLiteral("backboneDownload"));
    m_download->setProperty("primary", true);
    m_copyAddress->setObjectName(QStringLiteral("backboneCopyAddress"));
    m_copyAddress->setToolTip(tr("For fetching the file on another computer"));
    m_remove->setObjectName(QStringLiteral("backboneRemove"));
    for (QPushButton *button : {m_download, m_copyAddress, m_remove})
        button->setAutoDefault(false);
    connect(m_download, &QPushButton::clicked, this, &BackboneDetails::downloadRequested);
    connect(m_remove, &QPushButton::clicked, this, &BackboneDetails::removeRequested);
    connect(m_copyAddress, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_address); });
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::small);
    row->addWidget(m_download);
    row->addWidget(m_copyAddress);
    row->addStretch();
    row->addWidget(m_remove);
    return row;
}

void BackboneDetails::setBackbone(const BackboneInfo &backbone, const WeightsStore::Entry &entry,
                                  const QString &sha256)
{
    m_entry = entry;
    m_published = !backbone.officialUrl.empty();
    m_address = QString::fromStdString(backbone.officialUrl);
    const bool present = !entry.file.empty();
    m_title->setText(engineText(backbone.title));
    m_state->setText(weightsStateText(entry));
    m_state->setTone(present ? Tone::Good : Tone::Neutral);
    m_state->updateGeometry();
    m_purpose->setText(engineText(backbone.purpose));
    m_cost->setText(costText(backbone));
    m_licence->setText(engineText(backbone.licence));
    m_source->setText(m_published ? breakable(m_address)
                                  : tr("Trained by this project on pictures that it draws itself"));
    m_file->setText(present ? tr("%1 (%2)").arg(breakable(fromPath(entry.file)), bytesText(entry.bytes))
                            : tr("none"));
    m_sha256->setText(!present ? tr("none") : sha256.isEmpty() ? tr("being computed…") : sha256);
    updateButtons();
}

void BackboneDetails::setBusy(bool busy)
{
    m_busy = busy;
    updateButtons();
}

void BackboneDetails::updateButtons()
{
    const bool present = !m_entry.file.empty();
    m_download->setText(present ? tr("&Download again…") : tr("&Download…"));
    m_download->setVisible(m_published);
    m_download->setEnabled(!m_busy);
    m_copyAddress->setVisible(m_published);
    m_remove->setVisible(present && !m_entry.shipped);
    m_remove->setEnabled(!m_busy);
}

} // namespace spotcheck::ui
