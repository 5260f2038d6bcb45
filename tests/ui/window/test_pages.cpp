#include <algorithm>
#include <vector>

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QDir>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMap>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

#include <spotcheck/core/runtime.h>
#include <spotcheck/data/samplegenerator.h>
#include <spotcheck/model/model.h>

#include "randomweights.h"
#include "ui/dialogs/maskdialog.h"
#include "ui/document/document.h"
#include "ui/jobs/jobrunner.h"
#include "ui/settings/language.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/maskeditor.h"
#include "ui/window/mainwindow.h"

using namespace spotcheck;
using namespace spotcheck::test;
using namespace spotcheck::ui;

/// Every page with pictures, a model and results in it: in each language and theme, without a text that is cut off or
/// an Alt key that two things claim. The pictures of the pages are kept in build/screenshots, to be looked at.
class TestPages : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<ActiveLanguage> m_language;
    std::unique_ptr<MainWindow> m_window;

    static QString screenshotFolder() { return QStringLiteral(SPOTCHECK_SCREENSHOTS); }

    template <class T>
    T *find(const QString &name) const
    {
        T *found = m_window->findChild<T *>(name);
        if (!found)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }

    /// Texts of buttons and one-line labels that have less room than they need.
    static QStringList cutTexts(const QWidget *page)
    {
        QStringList cut;
        constexpr int rounding = 1; // px
        for (const QAbstractButton *button : page->findChildren<QAbstractButton *>()) {
            if (button->isVisible() && !button->text().isEmpty() &&
                button->minimumSizeHint().width() > button->width() + rounding)
                cut << QStringLiteral("%1 \"%2\"").arg(button->objectName(), button->text());
        }
        for (const QLabel *label : page->findChildren<QLabel *>()) {
            // Labels of other classes shorten their text themselves, with a tool tip that has all of it.
            const bool plain = label->metaObject() == &QLabel::staticMetaObject && !label->wordWrap();
            if (plain && label->isVisible() && !label->text().isEmpty() &&
                label->sizeHint().width() > label->width() + rounding)
                cut << QStringLiteral("%1 \"%2\"").arg(label->objectName(), label->text());
        }
        return cut;
    }

    /// Alt keys that several of the menus, buttons and named fields in sight claim: Qt then only moves the focus
    /// about.
    static QStringList sharedKeys(const QWidget *window)
    {
        QMap<QString, QStringList> owners;
        const auto claim = [&owners](const QString &text) {
            if (const QKeySequence key = QKeySequence::mnemonic(text); !key.isEmpty())
                owners[key.toString()] << text;
        };
        for (const QMenuBar *menus : window->findChildren<QMenuBar *>()) {
            for (const QAction *menu : menus->actions())
                claim(menu->text());
        }
        for (const QAbstractButton *button : window->findChildren<QAbstractButton *>()) {
            if (button->isVisible())
                claim(button->text());
        }
        for (const QLabel *label : window->findChildren<QLabel *>()) {
            if (label->isVisible() && label->buddy())
                claim(label->text());
        }
        QStringList shared;
        for (auto key = owners.cbegin(); key != owners.cend(); ++key) {
            if (key->size() > 1)
                shared << QStringLiteral("%1: %2").arg(key.key(), key->join(QStringLiteral(" | ")));
        }
        return shared;
    }

    static bool isBlank(const QImage &picture)
    {
        const QRgb first = picture.pixel(0, 0);
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                if (picture.pixel(x, y) != first)
                    return false;
            }
        }
        return true;
    }

    /// The Live page with something on it: all test pictures at once.
    void watchTheTestPictures()
    {
        std::vector<double> scores; // some of each verdict
        for (const InspectionResult &result : m_window->document()->evaluation()->results)
            scores.push_back(result.prediction->score);
        std::sort(scores.begin(), scores.end());
        OperatingPoint point = m_window->document()->operatingPoint();
        point.threshold = scores[scores.size() - 5];
        point.reviewThreshold = scores[scores.size() - 8];
        m_window->document()->setOperatingPoint(point);
        find<QLineEdit>("liveFolder")->setText(m_folder.filePath("plates/test"));
        find<QLineEdit>("liveLog")->setText(m_folder.filePath("live.csv"));
        find<QCheckBox>("liveExisting")->setChecked(true);
        QTest::mouseClick(find<QPushButton>("liveStart"), Qt::LeftButton);
        const auto number = [this](const char *name) { return find<QLabel>(name)->text().toInt(); };
        QTRY_COMPARE_WITH_TIMEOUT(number("liveGood") + number("liveReview") + number("liveDefective"), 14, 60'000);
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName("spotcheck-test");
        QCoreApplication::setApplicationName("test_pages");
        QSettings().clear();
        configureRuntime(2);
        QVERIFY(QDir().mkpath(m_folder.filePath("weights")));
        QVERIFY(QDir().mkpath(screenshotFolder()));
        writeRandomResNet18(toPath(m_folder.filePath("weights/embedded-resnet18.safetensors")));
        SampleOptions sample;
        sample.normalCount = 12;
        sample.goodTestCount = 4;
        sample.defectiveTestCount = 10;
        sample.imageSize = 128;
        JobMonitor monitor;
        writeSampleDataset(toPath(m_folder.filePath("plates")), sample, monitor);
    }

    void cleanup()
    {
        m_window.reset();
        m_language.reset();
    }

    void cleanupTestCase() { QSettings().clear(); }

    void noTextIsCutAndNoKeyShared_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<int>("scheme");
        QTest::addColumn<QSize>("size");
        const QSize small(1280, 800);
        const QSize large(1920, 1080);
        for (const Language &language : languages())
            QTest::newRow(qPrintable(language.code + "-light-1280"))
                << language.code << static_cast<int>(ColourScheme::Light) << small;
        QTest::newRow("en-dark-1280") << "en" << static_cast<int>(ColourScheme::Dark) << small;
        QTest::newRow("en-light-1920") << "en" << static_cast<int>(ColourScheme::Light) << large;
        QTest::newRow("en-dark-1920") << "en" << static_cast<int>(ColourScheme::Dark) << large;
    }

    void noTextIsCutAndNoKeyShared()
    {
        QFETCH(QString, language);
        QFETCH(int, scheme);
        QFETCH(QSize, size);
        m_language = std::make_unique<ActiveLanguage>(*qApp, language);
        applyTheme(*qApp, static_cast<ColourScheme>(scheme));
        m_window = std::make_unique<MainWindow>(WeightsStore(toPath(m_folder.filePath("weights")), {}),
                                                toPath(m_folder.filePath("autosave")));
        m_window->resize(size);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        m_window->open(m_folder.filePath("plates"));
        QTRY_COMPARE(m_window->document()->samples(Lane::Test).size(), 14u);
        QTRY_VERIFY(!m_window->jobs()->isBusy());

        TrainingOptions options;
        options.preprocessing.inputSize = 64;
        options.calibrationShare = 0.3;
        JobMonitor monitor;
        m_window->document()->setModel(Model::train(m_window->document()->samples(Lane::Normal), options,
                                                    WeightsStore(toPath(m_folder.filePath("weights")), {}), monitor));
        QTest::mouseClick(find<QToolButton>("rail_inspect"), Qt::LeftButton);
        QSignalSpy inspected(m_window->document(), &Document::evaluationChanged);
        QTest::keyClick(m_window.get(), Qt::Key_I, Qt::ControlModifier);
        if (!m_window->jobs()->isBusy()) // the first inspection has a button of its own
            QTest::mouseClick(find<QPushButton>("inspectStart"), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->document()->evaluation() != nullptr, 30'000);
        QTRY_VERIFY(!m_window->jobs()->isBusy());
        QTRY_VERIFY(find<QToolButton>("checksSummary")->isEnabled()); // few normals, which is a finding

        QStringList cut;
        QStringList shared;
        const auto look = [&cut, &shared](QWidget *widget, const QString &name) {
            QCoreApplication::processEvents();
            const QImage picture = widget->grab().toImage();
            QVERIFY(!isBlank(picture));
            QVERIFY(picture.save(QStringLiteral("%1/%2-%3.png")
                                     .arg(screenshotFolder(), name, QString::fromLatin1(QTest::currentDataTag()))));
            for (const QString &text : cutTexts(widget))
                cut << name + ": " + text;
            for (const QString &keys : sharedKeys(widget))
                shared << name + ": " + keys;
        };
        for (const QString page : {"images", "train", "inspect", "compare", "live"}) {
            QTest::mouseClick(find<QToolButton>("rail_" + page), Qt::LeftButton);
            QTRY_VERIFY(find<QWidget>(page + "Page")->isVisible());
            if (page == "live") {
                look(m_window.get(), "live-setup");
                watchTheTestPictures();
            }
            look(m_window.get(), page);
        }

        // What opens on top of them.
        QTest::mouseClick(find<QToolButton>("rail_train"), Qt::LeftButton);
        for (int training = 0; training < 2; ++training)
            QTest::mouseClick(find<QPushButton>("trainEnqueue"), Qt::LeftButton);
        look(m_window.get(), "train-queue");
        QTest::mouseClick(find<QToolButton>("rail_images"), Qt::LeftButton);
        QTest::mouseClick(find<QToolButton>("checksSummary"), Qt::LeftButton);
        look(m_window.get(), "images-checks");
        MaskDialog masks({m_window->document()->samples(Lane::Test).back()}, toPath(m_folder.filePath("masks")));
        masks.show();
        QTRY_VERIFY(masks.findChild<MaskEditor *>()->hasPicture());
        look(&masks, "masks");
        QVERIFY2(cut.isEmpty(), qPrintable("cut off:\n" + cut.join('\n')));
        QVERIFY2(shared.isEmpty(), qPrintable("one key for several:\n" + shared.join('\n')));
    }
};

QTEST_MAIN(TestPages)
#include "test_pages.moc"
