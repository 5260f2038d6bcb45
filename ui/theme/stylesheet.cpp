#include "ui/theme/stylesheet.h"

#include <QHash>

namespace spotcheck::ui {

namespace {

// Names in @braces@ are replaced by the colours and sizes below. Meaning is carried by palette colours set in
// code; this sheet only gives shape: 6 px corners, one-pixel borders, room on the 4 px grid, a focus ring.
const char *const templateText = R"(
QToolTip { color: @text@; background: @surface@; border: 1px solid @border@; padding: 4px 8px; }

QLabel[textRole="title"] { font-size: @titleSize@pt; font-weight: 600; }
QLabel[textRole="heading"] { font-size: @headingSize@pt; font-weight: 600; }
QLabel[textRole="strong"] { font-weight: 600; }
QLabel[textRole="muted"] { color: @muted@; }
QLabel[textRole="small"] { color: @muted@; font-size: @smallSize@pt; }
QLabel[textRole]:disabled { color: @disabled@; }

QFrame[card="true"] { background: @surface@; border: 1px solid @border@; border-radius: 8px; }

QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }

QFrame[line="true"] { background: @border@; border: none; max-height: 1px; min-height: 1px; }

QPushButton {
    background: @surface@; border: 1px solid @border@; border-radius: 6px; padding: 5px 12px; min-height: 20px;
}
QPushButton:hover { background: @hover@; }
QPushButton:pressed { background: @pressed@; }
QPushButton:checked { background: @selectionTint@; border-color: @selection@; font-weight: 600; }
QPushButton:focus { border: 2px solid @selection@; padding: 4px 11px; }
QPushButton:disabled { color: @disabled@; background: @window@; }
QPushButton[opensMenu="true"] { padding-right: 26px; }
QPushButton::menu-indicator {
    image: url(:/icons/plain-chevron-down.svg); width: 14px; height: 14px;
    subcontrol-origin: padding; subcontrol-position: center right; right: 8px;
}
QPushButton[primary="true"] {
    background: @selection@; border-color: @selection@; color: @onSelection@; font-weight: 600;
}
QPushButton[primary="true"]:hover { background: @selectionHover@; }
QPushButton[primary="true"]:focus { border: 2px solid @text@; }
QPushButton[primary="true"]:disabled { background: @border@; border-color: @border@; color: @disabledOnBorder@; }
QStatusBar QPushButton { padding: 1px 10px; min-height: 16px; }
QStatusBar QPushButton:focus { padding: 0px 9px; }
QPushButton:flat { background: transparent; border-color: transparent; }
QPushButton:flat:hover { background: @hover@; }
QPushButton:flat:checked { font-weight: 400; }
QPushButton:flat:focus { border: 2px solid @selection@; }

QToolButton { border: 1px solid transparent; border-radius: 6px; padding: 4px 6px; }
QToolButton:hover { background: @hover@; }
QToolButton:pressed { background: @pressed@; }
QToolButton:checked { background: @selectionTint@; }
QToolButton:focus { border: 2px solid @selection@; padding: 3px 5px; }
QToolButton:disabled { color: @disabled@; }
QToolButton[statement="true"]:disabled { color: @muted@; }
QToolButton[popupMode="2"] { padding-right: 24px; }
QToolButton::menu-indicator {
    image: url(:/icons/plain-chevron-down.svg); width: 14px; height: 14px;
    subcontrol-origin: padding; subcontrol-position: center right; right: 6px;
}

QToolBar { background: @surface@; border: none; border-bottom: 1px solid @border@; padding: 4px 8px; spacing: 4px; }
QToolBar::separator { background: @border@; width: 1px; margin: 6px 6px; }
QMenuBar { background: @surface@; padding: 2px 6px; }
QMenuBar::item { padding: 4px 10px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: @hover@; }
QMenu { background: @surface@; border: 1px solid @border@; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: @selectionTint@; color: @text@; }
QMenu::item:disabled { color: @disabled@; }
QMenu::separator { height: 1px; background: @border@; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }
QStatusBar { background: @surface@; border-top: 1px solid @border@; }
QStatusBar::item { border: none; }

QLineEdit, QComboBox, QSpinBox, QDoubleSpinBox {
    background: @surface@; border: 1px solid @fieldBorder@; border-radius: 6px; padding: 3px 8px; min-height: 22px;
    selection-background-color: @selection@; selection-color: @onSelection@;
}
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus {
    border: 2px solid @selection@; padding: 2px 7px;
}
/* The height of a drop-down list is made with the padding above the box's text, so that has to stay as it is. */
QComboBox:focus { border: 2px solid @selection@; padding: 3px 7px; min-height: 20px; }
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled {
    background: @window@; color: @disabled@;
}
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url(:/icons/plain-chevron-down.svg); width: 16px; height: 16px; }
QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus {
    background: @surface@; border: none; border-radius: 0; outline: 0;
}
QAbstractSpinBox::up-button { subcontrol-position: top right; width: 20px; border: none; margin-top: 2px; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; width: 20px; border: none; margin-bottom: 2px; }
QAbstractSpinBox::up-arrow { image: url(:/icons/plain-chevron-up.svg); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url(:/icons/plain-chevron-down.svg); width: 12px; height: 12px; }

QCheckBox { spacing: 8px; }
QCheckBox::indicator {
    width: 16px; height: 16px; border: 1px solid @fieldBorder@; border-radius: 4px; background: @surface@;
}
QCheckBox::indicator:checked { background: @selection@; border-color: @selection@; image: url(@check@); }
QCheckBox::indicator:focus { border: 2px solid @selection@; }
QCheckBox::indicator:checked:focus { border: 2px solid @text@; }
QCheckBox::indicator:disabled { background: @window@; border-color: @border@; }
QRadioButton { spacing: 8px; }
QRadioButton::indicator {
    width: 16px; height: 16px; border: 1px solid @fieldBorder@; border-radius: 9px; background: @surface@;
}
QRadioButton::indicator:focus { width: 14px; height: 14px; border: 2px solid @selection@; }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 5px solid @selection@; background: @surface@; }
QRadioButton::indicator:checked:focus { border-color: @text@; }
QRadioButton::indicator:disabled { border-color: @border@; background: @window@; }

QProgressBar { background: @track@; border: none; border-radius: 4px; max-height: 8px; min-height: 8px; }
QProgressBar::chunk { background: @selection@; border-radius: 4px; }

QListView, QTableView, QTreeView, QPlainTextEdit, QTextEdit {
    background: @surface@; border: 1px solid @border@; border-radius: 6px;
}
QListView:focus, QTableView:focus, QTreeView:focus, QPlainTextEdit:focus, QTextEdit:focus {
    border: 1px solid @selection@;
}
QListView[flat="true"] { border: none; }
QTreeView::item { padding: 3px 4px; }
QHeaderView::section {
    background: @surface@; color: @muted@; border: none; border-bottom: 1px solid @border@; padding: 4px 8px;
}
QTabBar::tab { padding: 6px 12px; border: none; border-bottom: 2px solid transparent; color: @muted@; }
QTabBar::tab:selected { color: @text@; border-bottom: 2px solid @selection@; }
QTabBar::tab:hover { color: @text@; }
QTabBar::tab:focus { border-bottom: 2px solid @text@; }
QTabWidget::pane { border: none; border-top: 1px solid @border@; }

QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[transparent="true"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: @scrollHandle@; border-radius: 4px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @muted@; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: @border@; }
)";

} // namespace

QString styleSheet(const ThemeColours &colours, bool dark, double pointSize)
{
    const QColor onSelection = dark ? QColor(0x0f1520) : QColor(Qt::white);
    const QHash<QString, QString> values{
        {QStringLiteral("text"), colours.text.name()},
        {QStringLiteral("muted"), colours.mutedText.name()},
        {QStringLiteral("disabled"), blended(colours.mutedText, colours.window, 0.65).name()},
        {QStringLiteral("disabledOnBorder"), blended(colours.mutedText, colours.border, 0.85).name()},
        {QStringLiteral("window"), colours.window.name()},
        {QStringLiteral("surface"), colours.surface.name()},
        {QStringLiteral("border"), colours.border.name()},
        {QStringLiteral("fieldBorder"), blended(colours.mutedText, colours.surface, 0.55).name()},
        {QStringLiteral("scrollHandle"), blended(colours.mutedText, colours.surface, 0.45).name()},
        {QStringLiteral("track"), blended(colours.border, colours.surface, 0.8).name()},
        {QStringLiteral("hover"), blended(colours.text, colours.surface, 0.06).name()},
        {QStringLiteral("pressed"), blended(colours.text, colours.surface, 0.14).name()},
        {QStringLiteral("selection"), colours.selection.name()},
        {QStringLiteral("selectionHover"), blended(colours.text, colours.selection, 0.15).name()},
        {QStringLiteral("selectionTint"), blended(colours.selection, colours.surface, 0.16).name()},
        {QStringLiteral("onSelection"), onSelection.name()},
        {QStringLiteral("check"),
         dark ? QStringLiteral(":/icons/plain-check-dark.svg") : QStringLiteral(":/icons/plain-check.svg")},
        {QStringLiteral("titleSize"), QString::number(pointSize * 1.5, 'f', 1)},
        {QStringLiteral("headingSize"), QString::number(pointSize * 1.15, 'f', 1)},
        {QStringLiteral("smallSize"), QString::number(pointSize * 0.9, 'f', 1)},
    };
    QString sheet = QString::fromLatin1(templateText);
    for (auto value = values.begin(); value != values.end(); ++value)
        sheet.replace(QLatin1Char('@') + value.key() + QLatin1Char('@'), value.value());
    return sheet;
}

} // namespace spotcheck::ui
