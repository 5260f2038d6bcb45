#pragma once

#include <QString>
#include <QStringList>
#include <QXmlStreamWriter>

class QIODevice;

namespace spotcheck::ui {

/// One HTML page in the making. Elements are written through QXmlStreamWriter, which escapes every name.
class HtmlWriter {
public:
    explicit HtmlWriter(QIODevice *device) : m_xml(device) {}

    /// Opens the page up to its main part. `style`: more rules after those that all pages share.
    void begin(const QString &title, const QString &style = {});
    void finish();

    void start(const char *element, const QString &styleClass = {});
    void end() { m_xml.writeEndElement(); }
    /// An element with text only. An empty one would be closed at once, which HTML does not understand.
    void element(const char *name, const QString &text, const QString &styleClass = {});
    void headingRow(const QStringList &cells);

    QXmlStreamWriter &xml() { return m_xml; }

private:
    QXmlStreamWriter m_xml;
};

} // namespace spotcheck::ui
