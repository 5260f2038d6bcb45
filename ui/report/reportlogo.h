#pragma once

#include <filesystem>

#include <QByteArray>
#include <QImage>
#include <QRectF>
#include <QString>

class QPainter;

namespace spotcheck::ui {

/// A company's logo, read and checked once, as all documents show it.
class ReportLogo {
public:
    ReportLogo() = default; ///< none

    /// Reads a PNG, JPEG or SVG file, told by its content. A picture larger than any page needs is reduced; an SVG
    /// stays a drawing. \throws Error(FileNotFound, FileUnreadable, NotAnImage, ImageTooLarge)
    static ReportLogo read(const std::filesystem::path &file);

    bool isEmpty() const { return m_size.isEmpty(); }
    QSizeF size() const { return m_size; } ///< proportions; the unit is the file's own
    /// Into `target`, which has the logo's proportions.
    void paint(QPainter &painter, const QRectF &target) const;
    /// "data:image/png;base64,…", so that a page needs no second file.
    QString dataUri() const;

private:
    QSizeF m_size;
    QImage m_picture;   ///< null for a drawing
    QByteArray m_bytes; ///< of a file of `m_type`
    QString m_type;     ///< media type
};

} // namespace spotcheck::ui
