#include "ui/widgets/messagebar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/theme/icons.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/theme.h"
#include "ui/widgets/iconlabel.h"

namespace spotcheck::ui {

namespace {

QColor severityColour(MessageBar::Severity severity, const QPalette &palette)
{
    const ThemeColours colours = themeColours(palette);
    switch (severity) {
    case MessageBar::Severity::Error:
        return colours.defective;
    case MessageBar::Severity::Warning:
        return colours.review;
    case MessageBar::Severity::Information:
        break;
    }
    return colours.selection;
}

QString severityIcon(MessageBar::Severity severity)
{
    switch (severity) {
    case MessageBar::Severity::Error:
        return QStringLiteral("error");
    case MessageBar::Severity::Warning:
        return QStringLiteral("warning");
    case MessageBar::Severity::Information:
        break;
    }
    return QStringLiteral("information");
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent), m_icon(new IconLabel(QStringLiteral("information"), 20, this)), m_text(new QLabel(this)),
      m_buttons(new QHBoxLayout), m_detailButton(new QPushButton(tr("Details"), this)),
      m_close(new QToolButton(this)), m_detail(new QPlainTextEdit(this))
{
    setObjectName(QStringLiteral("messageBar"));
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detailButton->setObjectName(QStringLiteral("messageDetails"));
    m_detailButton->setCheckable(true);
    m_detailButton->setFlat(true);
    m_detailButton->setToolTip(tr("Show the technical reason"));
    m_close->setObjectName(QStringLiteral("messageClose"));
    m_close->setIcon(themedIcon(QStringLiteral("close")));
    m_close->setAccessibleName(tr("Close the message"));
    m_close->setToolTip(tr("Close the message"));
    m_detail->setObjectName(QStringLiteral("messageDetail"));
    m_detail->setReadOnly(true);
    m_detail->setFixedHeight(56);
    m_detail->setTabChangesFocus(true);

    auto *row = new QHBoxLayout;
    row->setSpacing(spacing::small);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    m_buttons->setSpacing(spacing::small);
    row->addLayout(m_buttons);
    row->addWidget(m_detailButton);
    row->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::medium, spacing::small, spacing::small, spacing::small);
    column->setSpacing(spacing::small);
    column->addLayout(row);
    column->addWidget(m_detail);

    connect(m_close, &QToolButton::clicked, this, &MessageBar::dismiss);
    connect(m_detailButton, &QPushButton::toggled, this, &MessageBar::showDetail);
    hide();
}

void MessageBar::showMessage(Severity severity, const QString &text, const QString &detail)
{
    removeButtons();
    m_severity = severity;
    m_icon->setIcon(severityIcon(severity));
    m_icon->setColour(severityColour(severity, palette()));
    m_text->setText(text);
    m_detail->setPlainText(detail);
    m_detailButton->setVisible(!detail.isEmpty());
    m_detailButton->setChecked(false);
    showDetail(false);
    setAccessibleName(text);
    show();
    update();
}

QPushButton *MessageBar::addButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    m_buttons->addWidget(button);
    button->show(); // the layout would do so later
    // Made last, and the first to go to: the cross beside it only closes.
    setTabOrder(button, m_detailButton);
    setTabOrder(m_detailButton, m_close);
    setTabOrder(m_close, m_detail);
    connect(button, &QPushButton::clicked, this, &MessageBar::dismiss);
    return button;
}

void MessageBar::dismiss()
{
    hide();
    emit dismissed();
}

bool MessageBar::isOffer() const
{
    return !isHidden() && m_buttons->count() > 0;
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::removeButtons()
{
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one whose click brought us here
        delete item;
    }
}

void MessageBar::showDetail(bool shown)
{
    m_detail->setVisible(shown);
}

void MessageBar::paintEvent(QPaintEvent *)
{
    const QColor colour = severityColour(m_severity, palette());
    QPainter painter(this);
    painter.fillRect(rect(), blended(colour, themeColours(palette()).surface, 0.10));
    painter.fillRect(QRect(0, 0, spacing::tiny, height()), colour);
    painter.fillRect(QRect(0, height() - 1, width(), 1), themeColours(palette()).border);
}

} // namespace spotcheck::ui
