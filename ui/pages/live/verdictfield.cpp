#include "ui/pages/live/verdictfield.h"

#include <algorithm>

#include <QEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>

#include "ui/theme/icons.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/theme.h"
#include "ui/viewer/pictureviewer.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/verdictmark.h"

namespace spotcheck::ui {

namespace {

constexpr int smallestBanner = 72; // px
constexpr int largestBanner = 200;
constexpr int bannerShare = 4;     // of the height, one part of so many
constexpr double iconShare = 0.62; // of the banner's height
constexpr double wordShare = 0.55;

QString iconOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Good:
        return QStringLiteral("good");
    case Verdict::Review:
        return QStringLiteral("inspect");
    case Verdict::Defective:
        return QStringLiteral("defective");
    case Verdict::Failed:
        break;
    }
    return QStringLiteral("broken-picture");
}

} // namespace

VerdictField::VerdictField(QWidget *parent)
    : QWidget(parent), m_viewer(new PictureViewer(this)), m_name(new ElidedLabel(this)), m_reason(new QLabel(this))
{
    setObjectName(QStringLiteral("liveVerdict"));
    m_viewer->setObjectName(QStringLiteral("liveViewer"));
    m_viewer->setAccessibleName(tr("Last picture"));
    m_name->setObjectName(QStringLiteral("liveName"));
    m_reason->setObjectName(QStringLiteral("liveReason"));
    m_reason->setWordWrap(true);
    m_reason->setAlignment(Qt::AlignCenter);
    m_reason->setTextInteractionFlags(Qt::TextSelectableByMouse);
    showMessage({});
}

QString VerdictField::wordOf(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Good:
        return tr("OK");
    case Verdict::Review:
        return tr("REVIEW");
    case Verdict::Defective:
        return tr("NOT OK");
    case Verdict::Failed:
        break;
    }
    return tr("UNREADABLE");
}

void VerdictField::setScale(const DisplayScale &scale)
{
    m_viewer->setScale(scale);
}

void VerdictField::showShot(const LiveShot &shot)
{
    m_verdict = shot.verdict;
    m_word = wordOf(shot.verdict);
    const QString time = QLocale().toString(shot.time.time(), QStringLiteral("HH:mm:ss"));
    m_name->setText(shot.score ? tr("%1   ·   score %2   ·   %3").arg(shot.name, scoreText(*shot.score), time)
                               : QStringLiteral("%1   ·   %2").arg(shot.name, time));
    m_reason->setText(shot.failure);
    m_reason->setVisible(!shot.picture);
    m_viewer->setVisible(shot.picture != nullptr);
    if (shot.picture)
        m_viewer->setPicture(shot.picture);
    setAccessibleName(QStringLiteral("%1, %2").arg(m_word, m_name->text()));
    applyColours();
}

void VerdictField::showMessage(const QString &text)
{
    m_verdict.reset();
    m_word.clear();
    m_name->setText({});
    m_reason->setText(text);
    m_reason->show();
    m_viewer->hide();
    setAccessibleName(text);
    applyColours();
}

int VerdictField::bannerHeight() const
{
    return m_verdict ? std::clamp(height() / bannerShare, smallestBanner, largestBanner) : 0;
}

void VerdictField::layoutParts()
{
    const int line = m_name->sizeHint().height() + spacing::small;
    const QRect inside = rect().adjusted(spacing::medium, 0, -spacing::medium, -spacing::medium);
    const int top = bannerHeight();
    m_name->setGeometry(inside.left(), top, inside.width(), m_verdict ? line : 0);
    const int below = top + (m_verdict ? line + spacing::small : 0);
    const QRect rest(inside.left(), below, inside.width(), std::max(0, inside.bottom() - below));
    m_viewer->setGeometry(rest);
    m_reason->setGeometry(rest);
}

void VerdictField::applyColours()
{
    const ThemeColours colours = themeColours(parentWidget() ? parentWidget()->palette() : palette());
    QPalette text = m_name->palette();
    text.setColor(QPalette::WindowText, colours.text);
    m_name->setPalette(text);
    m_reason->setPalette(text);
    layoutParts();
    update();
}

void VerdictField::paintEvent(QPaintEvent *)
{
    const ThemeColours colours = themeColours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (!m_verdict) {
        painter.setBrush(colours.surface);
        painter.drawRoundedRect(rect(), spacing::small, spacing::small);
        return;
    }
    // The field in a tint, on which dark and bright pictures are seen alike; the banner in the full colour.
    const QColor colour = verdictColour(*m_verdict, colours);
    painter.setBrush(blended(colour, colours.surface, 0.3));
    painter.drawRoundedRect(rect(), spacing::small, spacing::small);
    const QRect banner(0, 0, width(), bannerHeight());
    painter.setBrush(colour);
    painter.drawRoundedRect(banner, spacing::small, spacing::small);

    const QColor on = isDark(palette()) ? QColor(0x0f1520) : QColor(Qt::white);
    const int side = static_cast<int>(banner.height() * iconShare);
    QFont large = font();
    large.setWeight(QFont::Bold);
    large.setPixelSize(std::max(12, static_cast<int>(banner.height() * wordShare)));
    const double room = banner.width() - side - 3 * spacing::large;
    const double wanted = QFontMetricsF(large).horizontalAdvance(m_word);
    if (wanted > room && room > 0)
        large.setPixelSize(std::max(12, static_cast<int>(large.pixelSize() * room / wanted)));
    painter.setFont(large);
    const double word = painter.fontMetrics().horizontalAdvance(m_word);
    const double left = (banner.width() - side - spacing::medium - word) / 2;
    themedIcon(iconOf(*m_verdict), on)
        .paint(&painter, QRect(static_cast<int>(left), (banner.height() - side) / 2, side, side));
    painter.setPen(on);
    painter.drawText(QRectF(left + side + spacing::medium, 0, word + spacing::large, banner.height()),
                     Qt::AlignVCenter | Qt::AlignLeft, m_word);
}

void VerdictField::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layoutParts();
}

void VerdictField::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        applyColours();
}

QSize VerdictField::minimumSizeHint() const
{
    return {360, 200};
}

} // namespace spotcheck::ui
