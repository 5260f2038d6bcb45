#include "ui/theme/theme.h"

#include <array>

#include <QApplication>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#include <QWidget>

#include "ui/theme/stylesheet.h"
#include "ui/theme/textrole.h"

// Outside the namespace: a static library's resources are linked in only when somebody names them.
static void initialiseIconResources()
{
    Q_INIT_RESOURCE(icons);
}

namespace spotcheck::ui {

namespace {

const ThemeColours lightColours{
    .good = QColor(0x0b6b66),
    .defective = QColor(0xb3370c),
    .review = QColor(0x6b3fb5),
    .selection = QColor(0x2457c5),
    .window = QColor(0xf3f4f7),
    .surface = QColor(0xffffff),
    .border = QColor(0xd3d8e0),
    .text = QColor(0x1b2330),
    .mutedText = QColor(0x566072),
};

const ThemeColours darkColours{
    .good = QColor(0x4cc2b4),
    .defective = QColor(0xff9468),
    .review = QColor(0xbba2f7),
    .selection = QColor(0x7aa7ff),
    .window = QColor(0x15181d),
    .surface = QColor(0x1e2229),
    .border = QColor(0x363d48),
    .text = QColor(0xe6e9ee),
    .mutedText = QColor(0x9ea8b6),
};

QPalette paletteOf(const ThemeColours &colours, bool dark)
{
    QPalette palette;
    const QColor onSelection = dark ? QColor(0x0f1520) : QColor(Qt::white);
    palette.setColor(QPalette::Window, colours.window);
    palette.setColor(QPalette::WindowText, colours.text);
    palette.setColor(QPalette::Base, colours.surface);
    palette.setColor(QPalette::AlternateBase, blended(colours.window, colours.surface, 0.6));
    palette.setColor(QPalette::Text, colours.text);
    palette.setColor(QPalette::PlaceholderText, colours.mutedText);
    palette.setColor(QPalette::Button, colours.surface);
    palette.setColor(QPalette::ButtonText, colours.text);
    palette.setColor(QPalette::BrightText, colours.defective);
    palette.setColor(QPalette::Highlight, colours.selection);
    palette.setColor(QPalette::HighlightedText, onSelection);
    palette.setColor(QPalette::Link, colours.selection);
    palette.setColor(QPalette::LinkVisited, colours.selection);
    palette.setColor(QPalette::ToolTipBase, dark ? QColor(0x2b313b) : QColor(0x1b2330));
    palette.setColor(QPalette::ToolTipText, dark ? colours.text : QColor(Qt::white));
    palette.setColor(QPalette::Mid, colours.border);
    palette.setColor(QPalette::Midlight, blended(colours.border, colours.surface, 0.5));
    palette.setColor(QPalette::Light, colours.surface);
    palette.setColor(QPalette::Dark, colours.mutedText);
    palette.setColor(QPalette::Shadow, dark ? QColor(Qt::black) : QColor(0x8a93a3));
    const QColor disabled = blended(colours.mutedText, colours.window, 0.65);
    for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, colours.border);
    return palette;
}

/// What the desktop asks for, read before this program sets a palette of its own.
bool systemIsDark(QApplication &application)
{
    const char *property = "spotcheckSystemIsDark";
    if (!application.property(property).isValid()) {
        const bool dark = isDark(application.palette()) || isDark(application.style()->standardPalette());
        application.setProperty(property, dark);
    }
    return application.property(property).toBool();
}

} // namespace

QColor blended(const QColor &front, const QColor &back, double share)
{
    const auto mix = [share](double a, double b) { return share * a + (1 - share) * b; };
    return QColor::fromRgbF(static_cast<float>(mix(front.redF(), back.redF())),
                            static_cast<float>(mix(front.greenF(), back.greenF())),
                            static_cast<float>(mix(front.blueF(), back.blueF())));
}

void applyTheme(QApplication &application, ColourScheme scheme)
{
    initialiseIconResources();
    const bool systemDark = systemIsDark(application);
    const bool dark = scheme == ColourScheme::Dark || (scheme == ColourScheme::FollowSystem && systemDark);
    const ThemeColours &colours = dark ? darkColours : lightColours;
    application.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    application.setPalette(paletteOf(colours, dark));
    application.setStyleSheet(styleSheet(colours, dark, application.font().pointSizeF()));
}

ThemeColours themeColours(const QPalette &palette)
{
    return isDark(palette) ? darkColours : lightColours;
}

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightnessF() < 0.5F;
}

void setTextRole(QWidget *label, TextRole role)
{
    constexpr std::array<const char *, 6> names{"title", "heading", "body", "strong", "muted", "small"};
    label->setProperty("textRole", QString::fromLatin1(names.at(static_cast<std::size_t>(role))));
}

} // namespace spotcheck::ui
