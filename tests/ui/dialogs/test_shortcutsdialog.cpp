#include <QAction>
#include <QHeaderView>
#include <QTest>
#include <QTreeWidget>

#include "ui/dialogs/shortcutsdialog.h"
#include "ui/settings/language.h"
#include "ui/theme/theme.h"

using namespace spotcheck::ui;

class TestShortcutsDialog : public QObject {
    Q_OBJECT

private slots:
    void noCommandIsCut_data()
    {
        QTest::addColumn<QString>("language");
        for (const char *language : {"en", "de", "ko"})
            QTest::newRow(language) << language;
    }
    void noCommandIsCut()
    {
        QFETCH(QString, language);
        const ActiveLanguage active(*qApp, language);
        applyTheme(*qApp, ColourScheme::Light);
        QAction longest(QStringLiteral("A command whose name is longer than what half of the sheet has room for"));
        longest.setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_G);
        ShortcutsDialog dialog({&longest});
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        const auto *tree = dialog.findChild<QTreeWidget *>(QStringLiteral("shortcuts"));
        const QAbstractItemView &items = *tree;
        for (const int column : {0, 1})
            QVERIFY(tree->header()->sectionSize(column) >= items.sizeHintForColumn(column));
        QVERIFY(tree->header()->length() <= tree->viewport()->width());
    }
};

QTEST_MAIN(TestShortcutsDialog)
#include "test_shortcutsdialog.moc"
