#include "ui/theme/icons.h"

#include <optional>

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace spotcheck::ui {

namespace {

/// Draws a one-colour SVG in the colour that the palette asks for at the moment of painting.
class LineIconEngine : public QIconEngine {
public:
    LineIconEngine(QString name, std::optional<QColor> colour) : m_name(std::move(name)), m_colour(colour) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        QPixmap drawn = coloured((QSizeF(rect.size()) * ratio).toSize(), mode);
        drawn.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect, drawn);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override { return coloured(size, mode); }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        return coloured(size, mode);
    }

    QIconEngine *clone() const override { return new LineIconEngine(m_name, m_colour); }
    QString key() const override { return QStringLiteral("LineIconEngine"); }
    bool isNull() override { return m_name.isEmpty(); }

private:
    QPixmap coloured(const QSize &size, QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const QColor colour =
            m_colour && mode != QIcon::Disabled ? *m_colour : palette.color(group, QPalette::WindowText);
        const QString cacheKey = QStringLiteral("line-icon/%1/%2x%3/%4")
                                     .arg(m_name)
                                     .arg(size.width())
                                     .arg(size.height())
                                     .arg(colour.name(QColor::HexArgb));
        QPixmap drawn;
        if (QPixmapCache::find(cacheKey, &drawn))
            return drawn;
        drawn = QPixmap(size);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        QSvgRenderer(QStringLiteral(":/icons/%1.svg").arg(m_name)).render(&painter, QRectF(QPointF(), size));
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(drawn.rect(), colour);
        painter.end();
        QPixmapCache::insert(cacheKey, drawn);
        return drawn;
    }

    QString m_name;
    std::optional<QColor> m_colour;
};

} // namespace

QIcon themedIcon(const QString &name)
{
    return QIcon(new LineIconEngine(name, std::nullopt));
}

QIcon themedIcon(const QString &name, const QColor &colour)
{
    return QIcon(new LineIconEngine(name, colour));
}

} // namespace spotcheck::ui
