#include "ui/dialogs/reportfieldsbox.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

#include <spotcheck/core/error.h>

#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/formlabels.h"

namespace spotcheck::ui {

namespace {

constexpr int fieldWidth = 320; // px: a part name and a lot number fit
constexpr QSize previewSize(72, 24);

QPixmap previewOf(const ReportLogo &logo, double ratio)
{
    QPixmap preview(previewSize * ratio);
    preview.setDevicePixelRatio(ratio);
    preview.fill(Qt::white); // as the paper
    const QSizeF size = logo.size().scaled(previewSize, Qt::KeepAspectRatio);
    QPainter painter(&preview);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    logo.paint(
        painter,
        QRectF(QPointF((previewSize.width() - size.width()) / 2, (previewSize.height() - size.height()) / 2), size));
    return preview;
}

} // namespace

ReportFieldsBox::ReportFieldsBox(const QString &project, QWidget *parent)
    : QGroupBox(tr("On the first page"), parent), m_project(project), m_name(new QComboBox(this)),
      m_remove(new QPushButton(tr("&Delete"), this)), m_logo(new QLineEdit(this)), m_preview(new QLabel(this)),
      m_problem(new QLabel(this))
{
    auto *form = new QFormLayout(this);
    form->addRow(tr("Te&mplate"), makeTemplateRow());
    m_title = addField(form, "fieldTitle", tr("&Title"), tr("Visual inspection report"));
    m_company = addField(form, "fieldCompany", tr("C&ompany"), {});
    form->addRow(tr("Lo&go"), makeLogoRow());
    form->addRow(m_problem);
    m_part = addField(form, "fieldPart", tr("&Part"), {});
    m_lot = addField(form, "fieldLot", tr("&Lot"), {});
    m_operator = addField(form, "fieldOperator", tr("Ope&rator"), {});
    static_cast<QLabel *>(form->itemAt(0, QFormLayout::LabelRole)->widget())->setBuddy(m_name);
    static_cast<QLabel *>(form->itemAt(3, QFormLayout::LabelRole)->widget())->setBuddy(m_logo);
    centreLabels(form);
    m_problem->setObjectName(QStringLiteral("logoProblem"));
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->hide();
    listTemplates({});
    show(m_templates.last(m_project));
    connect(m_name, &QComboBox::activated, this, &ReportFieldsBox::chooseTemplate);
    connect(m_lot, &QLineEdit::textChanged, this, &ReportFieldsBox::lotChanged);
    connect(m_logo, &QLineEdit::textChanged, this, &ReportFieldsBox::checkLogo);
}

QLineEdit *ReportFieldsBox::addField(QFormLayout *form, const char *name, const QString &label,
                                     const QString &placeholder)
{
    auto *edit = new QLineEdit(this);
    edit->setObjectName(QLatin1String(name));
    edit->setMinimumWidth(fieldWidth);
    edit->setPlaceholderText(placeholder);
    form->addRow(label, edit); // also the label that screen readers read
    return edit;
}

QLayout *ReportFieldsBox::makeTemplateRow()
{
    m_name->setObjectName(QStringLiteral("templateBox"));
    m_name->setAccessibleName(tr("Template"));
    m_name->setToolTip(tr("Fills the fields below with those that were kept under a name"));
    auto *save = new QPushButton(tr("Save &as…"), this);
    save->setObjectName(QStringLiteral("saveTemplate"));
    save->setToolTip(tr("Keep these fields and the logo under a name"));
    save->setAutoDefault(false);
    m_remove->setObjectName(QStringLiteral("removeTemplate"));
    m_remove->setToolTip(tr("Forget the chosen template; the fields stay"));
    m_remove->setAutoDefault(false);
    connect(save, &QPushButton::clicked, this, &ReportFieldsBox::saveTemplate);
    connect(m_remove, &QPushButton::clicked, this, &ReportFieldsBox::removeTemplate);
    auto *row = new QHBoxLayout;
    row->addWidget(m_name, 1);
    row->addWidget(save);
    row->addWidget(m_remove);
    return row;
}

QLayout *ReportFieldsBox::makeLogoRow()
{
    m_logo->setObjectName(QStringLiteral("fieldLogo"));
    m_logo->setAccessibleName(tr("Logo"));
    m_logo->setPlaceholderText(tr("PNG, JPEG or SVG file; none"));
    m_preview->setObjectName(QStringLiteral("logoPreview"));
    m_preview->setFixedSize(previewSize);
    auto *browse = new QPushButton(tr("Bro&wse…"), this);
    browse->setObjectName(QStringLiteral("browseLogo"));
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &ReportFieldsBox::chooseLogo);
    auto *row = new QHBoxLayout;
    row->addWidget(m_logo, 1);
    row->addWidget(m_preview);
    row->addWidget(browse);
    return row;
}

ReportTemplate ReportFieldsBox::content() const
{
    return {{m_title->text(), m_company->text(), m_part->text(), m_lot->text(), m_operator->text()},
            m_logo->text().trimmed()};
}

void ReportFieldsBox::show(const ReportTemplate &content)
{
    m_title->setText(content.fields.title);
    m_company->setText(content.fields.company);
    m_part->setText(content.fields.part);
    m_lot->setText(content.fields.lot);
    m_operator->setText(content.fields.operatorName);
    m_logo->setText(content.logo);
    checkLogo();
}

void ReportFieldsBox::remember()
{
    m_templates.setLast(content(), m_project);
}

void ReportFieldsBox::listTemplates(const QString &chosen)
{
    m_name->clear();
    m_name->addItem(tr("none"));
    m_name->addItems(m_templates.names());
    m_name->setCurrentIndex(std::max(0, m_name->findText(chosen, Qt::MatchExactly | Qt::MatchCaseSensitive)));
    m_remove->setEnabled(m_name->currentIndex() > 0);
}

void ReportFieldsBox::chooseTemplate()
{
    m_remove->setEnabled(m_name->currentIndex() > 0);
    if (m_name->currentIndex() == 0)
        return;
    if (const std::optional<ReportTemplate> found = m_templates.find(m_name->currentText()))
        show(*found);
}

void ReportFieldsBox::saveTemplate()
{
    auto *dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("templateName"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save template"));
    dialog->setLabelText(tr("Name (one that is there already is replaced):"));
    dialog->setTextValue(m_name->currentIndex() > 0 ? m_name->currentText() : m_company->text());
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString &text) {
        const QString name = text.simplified();
        if (name.isEmpty())
            return;
        m_templates.save(name, content());
        listTemplates(name);
    });
    dialog->open();
}

void ReportFieldsBox::removeTemplate()
{
    m_templates.remove(m_name->currentText());
    listTemplates({});
}

void ReportFieldsBox::chooseLogo()
{
    QFileDialog dialog(this, tr("Logo"), m_logo->text(), tr("Pictures (*.png *.jpg *.jpeg *.svg)"));
    dialog.setFileMode(QFileDialog::ExistingFile);
    if (dialog.exec() == QDialog::Accepted)
        m_logo->setText(QDir::toNativeSeparators(dialog.selectedFiles().constFirst()));
}

void ReportFieldsBox::checkLogo()
{
    const QString file = m_logo->text().trimmed();
    m_preview->clear();
    m_problem->hide();
    if (file.isEmpty())
        return;
    try {
        m_preview->setPixmap(previewOf(ReportLogo::read(toPath(file)), devicePixelRatioF()));
    } catch (const Error &error) {
        m_problem->setText(error.code() == ErrorCode::FileNotFound ? tr("There is no such logo file.")
                           : error.code() == ErrorCode::ImageTooLarge
                               ? tr("The logo is too large: at most 16 MB and 50 million pixels, an SVG 2 MB.")
                               : tr("This cannot be read as a logo: it must be a whole PNG, JPEG or SVG file."));
        m_problem->show();
    }
}

} // namespace spotcheck::ui
