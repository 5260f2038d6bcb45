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

QTreeWidgetItem *addGroup(QTreeWidget *tree, const QString &title)
{
    auto *group = new QTreeWidgetItem(tree, {title});
    group->setFirstColumnSpanned(true);
    QFont font = tree->font();
    font.setBold(true);
    group->setFont(0, font);
    group->setFlags(Qt::ItemIsEnabled);
    group->setExpanded(true);
    return group;
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QList<QAction *> &commands, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Keys"));
    auto *tree = new QTreeWidget(this);
    tree->setObjectName(QStringLiteral("shortcuts"));
    tree->setHeaderLabels({tr("Command"), tr("Key")});
    tree->setRootIsDecorated(false);
    tree->setAlternatingRowColors(true);

    QTreeWidgetItem *everywhere = addGroup(tree, tr("Commands"));
    QStringList seen; // both lanes have the same commands
    for (const QAction *command : commands) {
        const QString key = command->shortcut().toString(QKeySequence::NativeText);
        const QString text = plainText(*command);
        if (key.isEmpty() || text.isEmpty() || seen.contains(text + key))
            continue;
        seen << text + key;
        new QTreeWidgetItem(everywhere, {text, key});
    }
    QTreeWidgetItem *inspect = addGroup(tree, tr("On the Inspect page"));
    const auto key = [](Qt::Key code) { return QKeySequence(code).toString(QKeySequence::NativeText); };
    const QList<std::pair<QString, QString>> keys{
        {tr("Next, previous picture"), tr("%1, %2").arg(key(Qt::Key_Down), key(Qt::Key_Up))},
        {tr("Bare picture while held"), tr("%1 or %2").arg(key(Qt::Key_Space), key(Qt::Key_B))},
        {tr("Heat map on or off"), key(Qt::Key_H)},
        {tr("Regions on or off"), key(Qt::Key_R)},
        {tr("Ground truth on or off"), key(Qt::Key_T)},
        {tr("List the regions with their sizes"), key(Qt::Key_L)},
        {tr("Why: the nearest normal patch"), key(Qt::Key_W)},
        {tr("Fit into the view"), key(Qt::Key_F)},
        {tr("One to one"), key(Qt::Key_1)},
        {tr("Nearer, farther"), tr("%1, %2").arg(key(Qt::Key_Plus), key(Qt::Key_Minus))},
        {tr("Threshold, when the histogram has the focus"), tr("%1, %2").arg(key(Qt::Key_Left), key(Qt::Key_Right))},
    };
    for (const auto &[text, shortcut] : keys)
        new QTreeWidgetItem(inspect, {text, shortcut});
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
