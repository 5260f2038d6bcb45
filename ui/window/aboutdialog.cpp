#include "ui/window/aboutdialog.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QVBoxLayout>

#include <spotcheck/core/runtime.h>

#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"

namespace spotcheck::ui {

AboutDialog::AboutDialog(QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(tr("About Spotcheck"));
    constexpr int iconSize = 64;
    auto *icon = new QLabel(this);
    icon->setPixmap(QIcon(QStringLiteral(":/icons/spotcheck.svg")).pixmap(iconSize));
    auto *name = new QLabel(tr("Spotcheck %1").arg(QString::fromStdString(engineVersion())), this);
    setTextRole(name, TextRole::Title);
    auto *purpose = new QLabel(tr("A workbench for visual anomaly inspection: it learns what good parts look like, "
                                  "and finds what differs. Pictures never leave this computer."),
                               this);
    purpose->setWordWrap(true);
    const QString versions =
        QStringLiteral("Qt %1\n%2")
            .arg(QString::fromLatin1(qVersion()), QString::fromStdString(libraryVersions()).trimmed());
    auto *libraries = new QLabel(versions, this);
    libraries->setObjectName(QStringLiteral("libraryVersions"));
    libraries->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTextRole(libraries, TextRole::Muted);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);

    auto *text = new QVBoxLayout;
    text->setSpacing(spacing::small);
    text->addWidget(name);
    text->addWidget(purpose);
    text->addWidget(libraries);
    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::large);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addLayout(text, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::large, spacing::large, spacing::large, spacing::large);
    column->setSpacing(spacing::medium);
    column->addLayout(row);
    column->addWidget(buttons);
    setMinimumWidth(480);
}

} // namespace spotcheck::ui
