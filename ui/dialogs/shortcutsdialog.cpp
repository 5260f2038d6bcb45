#include "ui/dialogs/shortcutsdialog.h"

#include <algorithm>

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QScrollBar>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/theme/theme.h"

namespace spotcheck::ui {

namespace {

/// "Open data set" of "Open &data set…": as on a tool button.
QString plainText(const QAction &command)
{
    return command.iconText().remove(QChar(0x2026));
}

using Keys = QList<std::pair<QString, QString>>; ///< what is done, and by which keys

Keys keysOf(const QList<QAction *> &commands)
{
    Keys keys;
    for (const QAction *command : commands) {
        const QString text = plainText(*command);
        const QString shortcut = command->shortcut().toString(QKeySequence::NativeText);
        if (text.isEmpty() || shortcut.isEmpty())
            continue;
        // Both lanes have the same commands, and two ways to move a picture.
        const auto known = std::ranges::find(keys, shortcut, &std::pair<QString, QString>::second);
        if (known == keys.end())
            keys << std::pair(text, shortcut);
        else if (!known->first.split(QStringLiteral(", ")).contains(text))
            known->first += QStringLiteral(", ") + text;
    }
    return keys;
}

QString key(const QKeySequence &sequence)
{
    return sequence.toString(QKeySequence::NativeText);
}

QString one(const QKeySequence &first, const QKeySequence &second)
{
    return ShortcutsDialog::tr("%1 or %2").arg(key(first), key(second));
}

QString both(const QKeySequence &first, const QKeySequence &second)
{
    return ShortcutsDialog::tr("%1, %2").arg(key(first), key(second));
}

Keys windowKeys()
{
    QStringList pages;
    for (const Qt::Key page : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5})
        pages << key(Qt::CTRL | page);
    return {{ShortcutsDialog::tr("The pages, from Images to Live"), pages.join(QStringLiteral(", "))},
            {ShortcutsDialog::tr("Cancel the running job"), key(Qt::CTRL | Qt::Key_Period)}};
}

Keys inspectKeys()
{
    return {{ShortcutsDialog::tr("Inspect the test pictures"), key(Qt::CTRL | Qt::Key_I)},
            {ShortcutsDialog::tr("Next, previous picture"), both(Qt::Key_Down, Qt::Key_Up)},
            {ShortcutsDialog::tr("Bare picture while held"), one(Qt::Key_Space, Qt::Key_B)},
            {ShortcutsDialog::tr("Heat map on or off"), key(Qt::Key_H)},
            {ShortcutsDialog::tr("Regions on or off"), key(Qt::Key_R)},
            {ShortcutsDialog::tr("Ground truth on or off"), key(Qt::Key_T)},
            {ShortcutsDialog::tr("List the regions with their sizes"), key(Qt::Key_L)},
            {ShortcutsDialog::tr("Why: the nearest normal patch"), key(Qt::Key_W)},
            {ShortcutsDialog::tr("Fit into the view"), key(Qt::Key_F)},
            {ShortcutsDialog::tr("One to one"), key(Qt::Key_1)},
            {ShortcutsDialog::tr("Nearer, farther"), both(Qt::Key_Plus, Qt::Key_Minus)},
            {ShortcutsDialog::tr("Threshold, when the histogram has the focus"), both(Qt::Key_Left, Qt::Key_Right)}};
}

Keys maskKeys()
{
    return {{ShortcutsDialog::tr("Brush"), key(Qt::Key_B)},
            {ShortcutsDialog::tr("Polygon"), key(Qt::Key_P)},
            {ShortcutsDialog::tr("Eraser"), key(Qt::Key_E)},
            {ShortcutsDialog::tr("Narrower, wider brush"), both(Qt::Key_BracketLeft, Qt::Key_BracketRight)},
            {ShortcutsDialog::tr("Close the polygon"), key(Qt::Key_Return)},
            {ShortcutsDialog::tr("Give the polygon up"), key(Qt::Key_Escape)},
            {ShortcutsDialog::tr("Undo, redo"), both(QKeySequence::Undo, QKeySequence::Redo)},
            {ShortcutsDialog::tr("Next, previous picture"), both(Qt::Key_PageDown, Qt::Key_PageUp)},
            {ShortcutsDialog::tr("Fit into the view"), key(Qt::Key_F)},
            {ShortcutsDialog::tr("One to one"), key(Qt::Key_1)},
            {ShortcutsDialog::tr("Nearer, farther"), both(Qt::Key_Plus, Qt::Key_Minus)}};
}

void addGroup(QTreeWidget *tree, const QString &title, const Keys &keys)
{
    auto *group = new QTreeWidgetItem(tree, {title});
    group->setFirstColumnSpanned(true);
    QFont font = tree->font();
    font.setBold(true);
    group->setFont(0, font);
    group->setFlags(Qt::ItemIsEnabled);
    for (const auto &[text, shortcut] : keys)
        new QTreeWidgetItem(group, {text, shortcut});
    group->setExpanded(true);
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QList<QAction *> &window, const QList<QAction *> &images,
                                 const QList<QAction *> &inspect, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Keys"));
    auto *tree = new QTreeWidget(this);
    tree->setObjectName(QStringLiteral("shortcuts"));
    tree->setHeaderLabels({tr("Command"), tr("Key")});
    tree->setRootIsDecorated(false);
    tree->setAlternatingRowColors(true);

    addGroup(tree, tr("In the whole window"), keysOf(window) + windowKeys());
    addGroup(tree, tr("On the Images page"), keysOf(images));
    addGroup(tree, tr("In the mask editor"), maskKeys());
    addGroup(tree, tr("On the Inspect page"), keysOf(inspect) + inspectKeys());
    addGroup(tree, tr("On the Compare page"), {{tr("Take the selected model out"), key(QKeySequence::Delete)}});
    tree->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    tree->header()->setSectionResizeMode(1, QHeaderView::Stretch);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(spacing::large, spacing::large, spacing::large, spacing::large);
    column->setSpacing(spacing::medium);
    column->addWidget(tree);
    column->addWidget(buttons);
    // As wide as the longest command: a key without its command tells nothing.
    ensurePolished();
    const QAbstractItemView &items = *tree;
    const int columns = items.sizeHintForColumn(0) + items.sizeHintForColumn(1);
    const int around = 2 * (spacing::large + tree->frameWidth()) + tree->verticalScrollBar()->sizeHint().width();
    resize(std::max(520, columns + around + spacing::large), 620);
}

} // namespace spotcheck::ui
