#include "ui/report/reportlogo.h"

#include <algorithm>

#include <QBuffer>
#include <QFile>
#include <QImageReader>
#include <QPainter>
#include <QSvgRenderer>

#include <spotcheck/core/error.h>

namespace spotcheck::ui {

namespace {

constexpr qint64 largestFile = 16LL << 20;   // bytes
constexpr qint64 largestDrawing = 2LL << 20; // bytes of SVG: more is a picture in disguise, and slow to draw
constexpr qint64 mostPixels = 50'000'000;    // 200 MB as it is decoded
constexpr int longestSide = 1200;            // px: 30 mm of a page at 1000 dots per inch

QByteArray contentOf(const std::filesystem::path &file)
{
    QFile opened(QFile::decodeName(file.c_str()));
    if (!opened.exists())
        throw Error(ErrorCode::FileNotFound, file);
    if (!opened.open(QIODevice::ReadOnly))
        throw Error(ErrorCode::FileUnreadable, file, opened.errorString().toStdString());
    if (opened.size() > largestFile)
        throw Error(ErrorCode::ImageTooLarge, file, "a logo may have 16 MB at most");
    return opened.readAll();
}

bool isXml(const QByteArray &content)
{
    const QByteArray start = content.left(256).trimmed();
    return start.startsWith('<') || start.startsWith("\xEF\xBB\xBF<");
}

QSizeF drawingSize(const QByteArray &content, const std::filesystem::path &file)
{
    if (content.size() > largestDrawing)
        throw Error(ErrorCode::ImageTooLarge, file, "an SVG logo may have 2 MB at most");
    const QSvgRenderer drawing(content);
    const QSizeF size = drawing.viewBoxF().isEmpty() ? drawing.defaultSize() : drawing.viewBoxF().size();
    if (!drawing.isValid() || size.isEmpty())
        throw Error(ErrorCode::NotAnImage, file, "the SVG logo is damaged");
    return size;
}

QImage pictureFrom(QByteArray content, const std::filesystem::path &file)
{
    QBuffer buffer(&content);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    if (reader.format() != "png" && reader.format() != "jpeg")
        throw Error(ErrorCode::NotAnImage, file, "a logo must be a PNG, JPEG or SVG file");
    const QSize size = reader.size();
    if (qint64{size.width()} * size.height() > mostPixels)
        throw Error(ErrorCode::ImageTooLarge, file, "a logo may have 50 million pixels at most");
    reader.setAutoTransform(true);
    const QImage picture = reader.read();
    if (picture.isNull())
        throw Error(ErrorCode::NotAnImage, file, "the logo is damaged: " + reader.errorString().toStdString());
    return std::max(picture.width(), picture.height()) > longestSide
               ? picture.scaled(longestSide, longestSide, Qt::KeepAspectRatio, Qt::SmoothTransformation)
               : picture;
}

} // namespace

ReportLogo ReportLogo::read(const std::filesystem::path &file)
{
    const QByteArray content = contentOf(file);
    ReportLogo logo;
    if (isXml(content)) {
        logo.m_size = drawingSize(content, file);
        logo.m_bytes = content;
        logo.m_type = QStringLiteral("image/svg+xml");
        return logo;
    }
    logo.m_picture = pictureFrom(content, file);
    logo.m_size = logo.m_picture.size();
    // Written anew: no larger than it is shown, upright, and without what cameras add to a file.
    QBuffer buffer(&logo.m_bytes);
    buffer.open(QIODevice::WriteOnly);
    logo.m_picture.save(&buffer, "PNG");
    logo.m_type = QStringLiteral("image/png");
    return logo;
}

void ReportLogo::paint(QPainter &painter, const QRectF &target) const
{
    painter.save();
    painter.setClipRect(target, Qt::IntersectClip); // what a drawing has beyond its frame is not shown
    if (!m_picture.isNull()) {
        painter.drawImage(target, m_picture);
    } else if (!m_bytes.isEmpty()) {
        // Made here and not kept: a renderer belongs to the thread that made it.
        QSvgRenderer drawing(m_bytes);
        drawing.render(&painter, target);
    }
    painter.restore();
}

QString ReportLogo::dataUri() const
{
    return QStringLiteral("data:%1;base64,%2").arg(m_type, QLatin1String(m_bytes.toBase64()));
}

} // namespace spotcheck::ui
