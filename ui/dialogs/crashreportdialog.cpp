#include "ui/dialogs/crashreportdialog.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "ui/report/errortext.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"

namespace spotcheck::ui {

namespace {

QString contentOf(const std::filesystem::path &report)
{
    QFile file(fromPath(report));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : file.errorString();
}

} // namespace

CrashReportDialog::CrashReportDialog(const std::filesystem::path &report, QWidget *parent)
    : QDialog(parent), m_text(new QPlainTextEdit(contentOf(report), this)), m_outcome(new QLabel(this))
{
    setObjectName(QStringLiteral("crashReportDialog"));
    setWindowTitle(tr("Crash report"));
    auto *purpose = new QLabel(tr("This is what Spotcheck wrote when it crashed. It holds names of files, but no "
                                  "pictures and nothing else of their content. Please pass it on to whoever looks "
                                  "after Spotcheck for you: it says where the fault is."),
                               this);
    purpose->setWordWrap(true);
    auto *place = new QLabel(fromPath(report), this);
    place->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    place->setWordWrap(true);
    setTextRole(place, TextRole::Muted);
    m_text->setObjectName(QStringLiteral("crashReportText"));
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setTabChangesFocus(true);
    m_outcome->setObjectName(QStringLiteral("crashReportOutcome"));
    m_outcome->setWordWrap(true);
    setTextRole(m_outcome, TextRole::Muted);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *copy = buttons->addButton(tr("Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("copyCrashReport"));
    QPushButton *save = buttons->addButton(tr("Save as…"), QDialogButtonBox::ActionRole);
    save->setObjectName(QStringLiteral("saveCrashReport"));
    connect(copy, &QPushButton::clicked, this, &CrashReportDialog::copy);
    connect(save, &QPushButton::clicked, this, &CrashReportDialog::chooseFile);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::large, spacing::large, spacing::large, spacing::large);
    column->setSpacing(spacing::medium);
    column->addWidget(purpose);
    column->addWidget(m_text, 1);
    column->addWidget(place);
    column->addWidget(m_outcome);
    column->addWidget(buttons);
    resize(760, 520);
}

void CrashReportDialog::copy()
{
    QGuiApplication::clipboard()->setText(m_text->toPlainText());
    m_outcome->setText(tr("Copied."));
}

void CrashReportDialog::chooseFile()
{
    auto *dialog =
        new QFileDialog(this, tr("Save the report"),
                        QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), tr("Text (*.txt)"));
    dialog->setObjectName(QStringLiteral("saveCrashReportDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("txt"));
    dialog->selectFile(QStringLiteral("spotcheck-crash.txt"));
    connect(dialog, &QFileDialog::fileSelected, this, &CrashReportDialog::saveTo);
    dialog->open();
}

void CrashReportDialog::saveTo(const QString &file)
{
    const QByteArray text = m_text->toPlainText().toUtf8();
    try {
        writeFileAtomically(toPath(file),
                            [&text](std::ostream &stream) { stream.write(text.constData(), text.size()); });
        m_outcome->setText(tr("Saved as %1.").arg(file));
    } catch (const Error &error) {
        m_outcome->setText(errorText(error));
    }
}

} // namespace spotcheck::ui
