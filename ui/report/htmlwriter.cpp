#include "ui/report/htmlwriter.h"

#include <QLocale>

#include "ui/report/htmlstyle.h"

namespace spotcheck::ui {

void HtmlWriter::begin(const QString &title, const QString &style)
{
    m_xml.writeDTD(QStringLiteral("<!DOCTYPE html>\n"));
    start("html");
    m_xml.writeDefaultNamespace(QStringLiteral("http://www.w3.org/1999/xhtml"));
    m_xml.writeAttribute(QStringLiteral("lang"), QLocale().bcp47Name());
    start("head");
    m_xml.writeEmptyElement(QStringLiteral("meta"));
    m_xml.writeAttribute(QStringLiteral("charset"), QStringLiteral("utf-8"));
    m_xml.writeEmptyElement(QStringLiteral("meta"));
    m_xml.writeAttribute(QStringLiteral("name"), QStringLiteral("viewport"));
    m_xml.writeAttribute(QStringLiteral("content"), QStringLiteral("width=device-width, initial-scale=1"));
    element("title", title);
    element("style", QLatin1String(htmlStyle) + style);
    end();
    start("body");
    start("main");
}

void HtmlWriter::finish()
{
    m_xml.writeEndDocument(); // closes what is open
}

void HtmlWriter::start(const char *element, const QString &styleClass)
{
    m_xml.writeStartElement(QLatin1String(element));
    if (!styleClass.isEmpty())
        m_xml.writeAttribute(QStringLiteral("class"), styleClass);
}

void HtmlWriter::element(const char *name, const QString &text, const QString &styleClass)
{
    start(name, styleClass);
    m_xml.writeCharacters(text.isEmpty() ? QStringLiteral("\u00A0") : text);
    end();
}

void HtmlWriter::headingRow(const QStringList &cells)
{
    start("thead");
    start("tr");
    for (const QString &cell : cells)
        element("th", cell);
    end();
    end();
}

} // namespace spotcheck::ui
