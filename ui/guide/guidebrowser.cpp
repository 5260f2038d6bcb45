#include "ui/guide/guidebrowser.h"

#include <algorithm>

#include <QAbstractTextDocumentLayout>
#include <QImage>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextList>
#include <QTextTable>

#include "ui/theme/theme.h"

namespace spotcheck::ui {

namespace {

constexpr int lineHeight = 130;     ///< %, for a text that is read and not glanced at
constexpr int fewestCharacters = 2; ///< one letter is found everywhere

QList<QTextBlock> blocksOf(const QTextDocument &document)
{
    QList<QTextBlock> blocks;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        blocks.append(block);
    return blocks;
}

} // namespace

GuideBrowser::GuideBrowser(QWidget *parent) : QTextBrowser(parent)
{
    setOpenLinks(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // pictures depend on the width, and the bar on the pictures
    document()->setDocumentMargin(spacing::large);
    document()->setIndentWidth(spacing::large);
    connect(this, &QTextBrowser::anchorClicked, this,
            [this](const QUrl &link) { emit linkFollowed(link.path(), link.fragment()); });
}

void GuideBrowser::showChapter(const GuideChapter &chapter)
{
    document()->clear(); // the pictures of the chapter before
    setMarkdown(chapter.markdown);
    setLines();
    drawTables();
    fitPictures();
    mark();
    verticalScrollBar()->setValue(0);
}

bool GuideBrowser::goTo(const QString &anchor)
{
    for (const QTextBlock &block : blocksOf(*document())) {
        if (block.blockFormat().headingLevel() == 0 || guideAnchor(block.text()) != anchor)
            continue;
        setTextCursor(QTextCursor(block));
        const qreal top = document()->documentLayout()->blockBoundingRect(block).top();
        verticalScrollBar()->setValue(block == document()->begin() ? 0 : static_cast<int>(top) - spacing::small);
        return true;
    }
    return false;
}

void GuideBrowser::markWords(const QString &words)
{
    m_words = words.trimmed();
    mark();
}

bool GuideBrowser::goToNextMark()
{
    return m_words.size() >= fewestCharacters && find(m_words);
}

void GuideBrowser::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    fitPictures();
}

void GuideBrowser::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    drawTables();
    mark();
}

void GuideBrowser::setLines()
{
    for (const QTextBlock &block : blocksOf(*document())) {
        QTextBlockFormat format = block.blockFormat();
        const bool inTable = QTextCursor(block).currentTable() != nullptr;
        const bool code = format.hasProperty(QTextFormat::BlockCodeFence);
        if (format.headingLevel() > 0) {
            format.setTopMargin(format.headingLevel() > 1 ? spacing::large : 0);
            format.setBottomMargin(spacing::small);
        } else if (!inTable && !code) {
            format.setLineHeight(lineHeight, QTextBlockFormat::ProportionalHeight);
        }
        QTextCursor(block).setBlockFormat(format);
    }
}

void GuideBrowser::drawTables()
{
    for (QTextFrame *frame : document()->rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorder(1);
        format.setBorderCollapse(true);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderBrush(themeColours(palette()).border);
        format.setCellSpacing(0);
        format.setCellPadding(spacing::small);
        format.setTopMargin(spacing::small);
        format.setBottomMargin(spacing::medium);
        table->setFormat(format);
    }
}

void GuideBrowser::fitPictures()
{
    const int pageRoom = viewport()->width() - 2 * spacing::large;
    const qreal ratio = devicePixelRatioF();
    for (const QTextBlock &block : blocksOf(*document())) {
        const int steps = block.blockFormat().indent() + (block.textList() ? block.textList()->format().indent() : 0);
        const int room = pageRoom - steps * spacing::large;
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextFragment fragment = part.fragment();
            QTextImageFormat format = fragment.charFormat().toImageFormat();
            if (!format.isValid())
                continue;
            const QImage picture(QStringLiteral(":/guide/") + QString(format.name()).remove(QLatin1String("../")));
            const int width = std::clamp(room, 1, std::max(1, picture.width()));
            if (picture.isNull() || qRound(format.width()) == width)
                continue;
            // Scaled here, since the layout would do it without smoothing.
            QImage fitting = picture.scaledToWidth(qRound(width * ratio), Qt::SmoothTransformation);
            fitting.setDevicePixelRatio(ratio);
            document()->addResource(QTextDocument::ImageResource, QUrl(format.name()), fitting);
            format.setWidth(width);
            format.setHeight(fitting.height() / ratio);
            QTextCursor cursor(document());
            cursor.setPosition(fragment.position());
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
            cursor.setCharFormat(format);
            break; // the fragment is another one now; a line has one picture
        }
    }
}

void GuideBrowser::mark()
{
    QList<ExtraSelection> marks;
    if (m_words.size() >= fewestCharacters) {
        ExtraSelection mark;
        QColor colour = themeColours(palette()).review;
        colour.setAlphaF(0.3F);
        mark.format.setBackground(colour);
        mark.cursor = QTextCursor(document());
        while (!(mark.cursor = document()->find(m_words, mark.cursor)).isNull())
            marks.append(mark);
    }
    setExtraSelections(marks);
}

} // namespace spotcheck::ui
