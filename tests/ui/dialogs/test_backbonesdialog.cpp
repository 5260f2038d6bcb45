#include <QAccessible>
#include <QClipboard>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <spotcheck/core/runtime.h>

#include "dropping.h"
#include "localserver.h"
#include "randomweights.h"
#include "ui/dialogs/backbonelist.h"
#include "ui/dialogs/backbonesdialog.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/messagebar.h"

using namespace spotcheck;
using namespace spotcheck::test;
using namespace spotcheck::ui;

/// The Backbones dialog, used as a person does, against a server in this program.
class TestBackbonesDialog : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<LocalServer> m_server;
    std::unique_ptr<BackbonesDialog> m_dialog;
    QByteArray m_weights;
    QByteArray m_served; ///< path of the official ResNet-18

    QString inFolder(const QString &name) const { return m_folder->filePath(name); }

    static void write(const QString &name, const QByteArray &bytes)
    {
        QVERIFY(QDir().mkpath(QFileInfo(name).path()));
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
    }

    template <typename Widget>
    Widget *find(const char *name) const
    {
        auto *widget = m_dialog->findChild<Widget *>(QLatin1String(name));
        if (!widget)
            qFatal("no widget named %s", name);
        return widget;
    }

    QString text(const char *name) const { return find<QLabel>(name)->text().remove(QChar(0x200B)); }
    BackboneList *list() const { return find<BackboneList>("backboneList"); }
    MessageBar *messages() const { return find<MessageBar>("backboneMessages"); }

    void press(const char *name) const
    {
        auto *button = find<QPushButton>(name);
        QVERIFY2(button->isVisible() && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }

    /// The registry, with ResNet-18's official file being what the server has.
    std::vector<BackboneInfo> backbones()
    {
        std::vector<BackboneInfo> all = backboneRegistry();
        for (BackboneInfo &info : all) {
            if (info.id != "resnet18")
                continue;
            const QByteArray digest = QCryptographicHash::hash(m_weights, QCryptographicHash::Sha256).toHex();
            info.officialFile = "resnet18-" + digest.left(8).toStdString() + ".pth";
            m_served = '/' + QByteArray::fromStdString(info.officialFile);
        }
        return all;
    }

    void choose(const std::string &id) const
    {
        for (int row = 0; row < list()->count(); ++row) {
            QTest::mouseClick(list()->viewport(), Qt::LeftButton, {},
                              list()->visualItemRect(list()->item(row)).center());
            if (list()->chosen() == id)
                return;
        }
        QFAIL(id.c_str());
    }

    void agreeToDownload() const
    {
        press("backboneDownload");
        press("backboneAgree");
    }

private slots:
    void initTestCase()
    {
        configureRuntime(1);
        applyTheme(*qApp, ColourScheme::Light);
        for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"})
            qunsetenv(name); // the server is on this computer
        const QTemporaryDir folder;
        const QString name = folder.filePath("resnet18.safetensors");
        writeRandomResNet18(toPath(name));
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_weights = file.readAll();
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<LocalServer>();
        qputenv("SPOTCHECK_WEIGHTS_URL", m_server->base().toLatin1());
        write(inFolder("shared/embedded-resnet18.safetensors"), m_weights);
        m_dialog = std::make_unique<BackbonesDialog>(
            WeightsStore(toPath(inFolder("user")), {toPath(inFolder("shared"))}), backbones());
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }

    void cleanup() { m_dialog.reset(); }

    void everyBackboneIsListedWithWhereItsWeightsAre()
    {
        QCOMPARE(list()->count(), static_cast<int>(backboneRegistry().size()));
        QCOMPARE(list()->chosen(), std::string("embedded-resnet18"));
        QCOMPARE(text("backboneState"), QString("Comes with the program"));
        QVERIFY(!find<QPushButton>("backboneDownload")->isVisible());
        QVERIFY(!find<QPushButton>("backboneRemove")->isVisible()); // it is not the user's
        const QString digest =
            QString::fromLatin1(QCryptographicHash::hash(m_weights, QCryptographicHash::Sha256).toHex());
        QTRY_COMPARE(text("backboneSha256"), digest);
        QVERIFY(text("backboneFile").contains("embedded-resnet18.safetensors"));
        QVERIFY(text("backboneAdvice").contains("download it once and compare"));
        for (int row = 0; row < list()->count(); ++row) {
            list()->setCurrentRow(row);
            const QString title = list()->item(row)->text();
            for (const char *name : {"backboneTitle", "backbonePurpose", "backboneCost", "backboneLicence"})
                QVERIFY2(!text(name).isEmpty(), qPrintable(title));
            QVERIFY(list()->item(row)->data(Qt::AccessibleTextRole).toString().startsWith(title + ": "));
        }
        QCOMPARE(m_server->requests().size(), 0);
    }

    void itIsDownloadedAfterTheLicenceWasAgreedTo()
    {
        m_server->serve(m_served, {.content = m_weights});
        QSignalSpy changed(m_dialog.get(), &BackbonesDialog::weightsChanged);
        choose("resnet18");
        QCOMPARE(text("backboneState"), QString("Not on this computer"));
        press("backboneDownload");
        auto *question = find<QMessageBox>("backboneQuestion");
        QVERIFY(question->informativeText().contains("ImageNet"));
        QCOMPARE(m_server->requests().size(), 0); // nothing before the user has agreed
        press("backboneAgree");
        QVERIFY(find<QProgressBar>("backboneProgress")->isVisible());
        QVERIFY(changed.wait(60'000));
        QTRY_VERIFY(!find<QProgressBar>("backboneProgress")->isVisible());
        QVERIFY(!m_dialog->findChild<QMessageBox *>("backboneQuestion")); // a later question must not find this one
        QVERIFY(QFile::exists(inFolder("user/resnet18.safetensors")));
        QVERIFY2(messages()->text().contains("installed"), qPrintable(messages()->text()));
        QVERIFY(text("backboneState").startsWith("Installed"));
        QCOMPARE(list()->chosen(), std::string("resnet18"));
        QTRY_COMPARE(text("backboneSha256").size(), 64);
    }

    void withoutConsentNothingIsFetched()
    {
        choose("resnet18");
        press("backboneDownload");
        QTest::keyClick(find<QMessageBox>("backboneQuestion"), Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog->findChild<QMessageBox *>("backboneQuestion"));
        QVERIFY(find<QPushButton>("backboneDownload")->isEnabled());
        QCOMPARE(m_server->requests().size(), 0);
    }

    void cancellingKeepsTheDialogAndWhatCame()
    {
        m_server->serve(m_served, {.content = m_weights, .pause = 20});
        choose("resnet18");
        agreeToDownload();
        QTRY_VERIFY(find<QProgressBar>("backboneProgress")->value() > 0);
        QVERIFY(text("backboneProgressText").contains(" of "));
        QVERIFY(!find<QPushButton>("backboneDownload")->isEnabled());
        press("backboneCancel");
        QTRY_VERIFY(find<QPushButton>("backboneDownload")->isEnabled());
        QVERIFY2(messages()->text().contains("Cancelled"), qPrintable(messages()->text()));
        QVERIFY(m_dialog->isVisible());
        QVERIFY(QFile::exists(inFolder("user") + QString::fromLatin1(m_served) + ".part"));
        QCOMPARE(text("backboneState"), QString("Not on this computer"));
    }

    void closingEndsTheDownload()
    {
        m_server->serve(m_served, {.content = m_weights, .pause = 20});
        choose("resnet18");
        agreeToDownload();
        QTRY_VERIFY(find<QProgressBar>("backboneProgress")->value() > 0);
        QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog->isVisible());
        QVERIFY(!QFile::exists(inFolder("user/resnet18.safetensors")));
    }

    void aFailureIsSaidWithWhatToDo()
    {
        choose("resnet18"); // the server does not have it
        agreeToDownload();
        QTRY_VERIFY(messages()->isVisible());
        QCOMPARE(messages()->severity(), MessageBar::Severity::Error);
        QVERIFY2(messages()->text().contains("import"), qPrintable(messages()->text()));
        QTRY_VERIFY(find<QPushButton>("backboneDownload")->isEnabled());
    }

    void theOfficialAddressCanBeCopied()
    {
        choose("resnet50");
        press("backboneCopyAddress");
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromStdString(backboneInfo("resnet50").officialUrl));
    }

    void aDroppedFileIsImportedAndCanBeDeleted()
    {
        write(inFolder("from elsewhere.safetensors"), m_weights);
        QSignalSpy changed(m_dialog.get(), &BackbonesDialog::weightsChanged);
        QVERIFY(dropFiles(m_dialog.get(), {inFolder("from elsewhere.safetensors")}));
        QVERIFY(changed.wait(60'000));
        QCOMPARE(list()->chosen(), std::string("resnet18"));
        QVERIFY(QFile::exists(inFolder("user/resnet18.safetensors")));
        QTRY_VERIFY(find<QPushButton>("backboneRemove")->isEnabled());

        press("backboneRemove");
        press("backboneAgree");
        QCOMPARE(changed.count(), 2);
        QVERIFY(!QFile::exists(inFolder("user/resnet18.safetensors")));
        QCOMPARE(text("backboneState"), QString("Not on this computer"));
        QCOMPARE(m_server->requests().size(), 0);
    }

    void whatIsNoWeightsFileIsRefused()
    {
        write(inFolder("notes.pth"), "milk, eggs");
        QVERIFY(dropFiles(m_dialog.get(), {inFolder("notes.pth")}));
        QTRY_VERIFY(messages()->isVisible());
        QCOMPARE(messages()->severity(), MessageBar::Severity::Error);
        QVERIFY2(messages()->text().contains("notes.pth"), qPrintable(messages()->text()));
    }

    void severalFilesAreNotTaken() { QVERIFY(!dropFiles(m_dialog.get(), {inFolder("a.pth"), inFolder("b.pth")})); }

    void theKeyboardIsEnough()
    {
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_Down);
        QCOMPARE(list()->chosen(), std::string("resnet18"));
        QTest::keyClick(m_dialog.get(), Qt::Key_D, Qt::AltModifier);
        QTRY_VERIFY(m_dialog->findChild<QMessageBox *>("backboneQuestion")); // a key shows the button pressed first
    }

    void everyControlHasANameForScreenReaders()
    {
        for (QWidget *widget : m_dialog->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
                continue;
            QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(),
                     qPrintable(widget->objectName() + ' ' + widget->metaObject()->className()));
        }
    }
};

QTEST_MAIN(TestBackbonesDialog)
#include "test_backbonesdialog.moc"
