#include "ui/pages/live/livesetup.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>

#include "ui/theme/theme.h"

namespace spotcheck::ui {

namespace {

constexpr double longestPause = 3600; // s, between two pictures of a camera

QHBoxLayout *rowIn(QWidget *parent)
{
    auto *row = new QHBoxLayout(parent);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::small);
    return row;
}

} // namespace

LiveSetup::LiveSetup(QWidget *parent)
    : QWidget(parent), m_source(new QComboBox(this)), m_rows(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("liveSetup"));
    m_source->setObjectName(QStringLiteral("liveSource"));
    m_source->setAccessibleName(tr("Where pictures come from"));
    m_source->setToolTip(tr("Watch a folder that a camera writes to, or a camera itself"));
    m_source->addItems({tr("Folder"), tr("Camera")});
    m_rows->addWidget(makeFolderRow());
    m_rows->addWidget(makeCameraRow());
    connect(m_source, &QComboBox::currentIndexChanged, m_rows, &QStackedWidget::setCurrentIndex);
    connect(m_source, &QComboBox::currentIndexChanged, this, &LiveSetup::changed);

    m_log =
        makeField("liveLog", tr("Log file"), tr("A CSV file to which every result is added; none where it is empty"));
    m_log->setPlaceholderText(tr("No log"));
    QPushButton *chooseLogFile =
        makeButton("liveChooseLog", tr("Choose log…"), tr("Choose the CSV file to which results are added"));
    connect(chooseLogFile, &QPushButton::clicked, this, &LiveSetup::chooseLog);
    auto *logLabel = new QLabel(tr("&Log"), this);
    logLabel->setBuddy(m_log);

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(spacing::small);
    grid->addWidget(m_source, 0, 0);
    grid->addWidget(m_rows, 0, 1, 1, 2);
    grid->addWidget(logLabel, 1, 0);
    grid->addWidget(m_log, 1, 1);
    grid->addWidget(chooseLogFile, 1, 2);
    grid->setColumnStretch(1, 1);
}

QLineEdit *LiveSetup::makeField(const char *name, const QString &accessibleName, const QString &help)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(QLatin1String(name));
    field->setAccessibleName(accessibleName);
    field->setToolTip(help);
    connect(field, &QLineEdit::textChanged, this, &LiveSetup::changed);
    return field;
}

QPushButton *LiveSetup::makeButton(const char *name, const QString &text, const QString &help)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(QLatin1String(name));
    button->setToolTip(help);
    return button;
}

QWidget *LiveSetup::makeFolderRow()
{
    auto *box = new QWidget(m_rows);
    m_folder = makeField("liveFolder", tr("Folder to watch"), tr("Pictures that come here or below are inspected"));
    m_folder->setPlaceholderText(tr("Folder that the camera writes to"));
    m_existing = new QCheckBox(tr("Also those already there"), box);
    m_existing->setObjectName(QStringLiteral("liveExisting"));
    m_existing->setToolTip(tr("Inspect also the pictures that are in the folder when the watch begins"));
    QPushButton *choose = makeButton("liveChooseFolder", tr("Choose fol&der…"), tr("Choose the folder to watch"));
    connect(choose, &QPushButton::clicked, this, &LiveSetup::chooseFolder);
    QHBoxLayout *row = rowIn(box);
    row->addWidget(m_folder, 1);
    row->addWidget(m_existing);
    row->addWidget(choose);
    return box;
}

QWidget *LiveSetup::makeCameraRow()
{
    auto *box = new QWidget(m_rows);
    m_address = makeField("liveCamera", tr("Camera"),
                          tr("0 for the first camera of this computer, 1 for the second; or the address of a stream "
                             "(rtsp://…), or a video file"));
    m_address->setPlaceholderText(tr("0, or an address"));
    m_every = new QDoubleSpinBox(box);
    m_every->setObjectName(QStringLiteral("liveEvery"));
    m_every->setAccessibleName(tr("Seconds between two pictures"));
    m_every->setToolTip(tr("Least time between two pictures"));
    m_every->setRange(0, longestPause);
    m_every->setDecimals(1);
    m_every->setSingleStep(0.5);
    m_every->setSuffix(tr(" s"));
    auto *label = new QLabel(tr("A &picture every"), box);
    label->setBuddy(m_every);
    connect(m_every, &QDoubleSpinBox::valueChanged, this, &LiveSetup::changed);
    QHBoxLayout *row = rowIn(box);
    row->addWidget(m_address, 1);
    row->addWidget(label);
    row->addWidget(m_every);
    return box;
}

void LiveSetup::setChoice(const LiveChoice &choice)
{
    m_source->setCurrentIndex(choice.camera ? 1 : 0);
    m_folder->setText(choice.folder);
    m_existing->setChecked(choice.existing);
    m_address->setText(choice.address);
    m_every->setValue(choice.every);
    m_log->setText(choice.log);
}

LiveChoice LiveSetup::choice() const
{
    return {m_source->currentIndex() == 1,
            m_folder->text(),
            m_existing->isChecked(),
            m_address->text(),
            m_every->value(),
            m_log->text()};
}

void LiveSetup::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Folder to watch"), m_folder->text());
    if (!folder.isEmpty())
        m_folder->setText(folder);
}

void LiveSetup::chooseLog()
{
    QFileDialog dialog(this, tr("Log file"), m_log->text(), tr("CSV tables (*.csv)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setOption(QFileDialog::DontConfirmOverwrite); // a log is gone on with, not overwritten
    dialog.setDefaultSuffix(QStringLiteral("csv"));
    if (dialog.exec() == QDialog::Accepted)
        m_log->setText(dialog.selectedFiles().constFirst());
}

} // namespace spotcheck::ui
