#include <QAccessible>
#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QUndoStack>
#include <QtTest>

#include <spotcheck/core/runtime.h>
#include <spotcheck/data/samplegenerator.h>
#include <spotcheck/evaluation/evaluation.h>

#include "ui/dialogs/exportreportdialog.h"
#include "ui/document/document.h"
#include "ui/jobs/jobrunner.h"

using namespace spotcheck;
using namespace spotcheck::ui;

/// The export dialog, used as a person does.
class TestExportDialog : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    Document m_document;
    std::shared_ptr<const Model> m_model;
    std::shared_ptr<const Evaluation> m_evaluation;

    template <typename Widget>
    static Widget *find(const ExportReportDialog &dialog, const char *name)
    {
        auto *widget = dialog.findChild<Widget *>(QLatin1String(name));
        if (!widget)
            qFatal("no widget named %s", name);
        return widget;
    }

    static QString message(const ExportReportDialog &dialog) { return find<QLabel>(dialog, "message")->text(); }

private slots:
    void initTestCase()
    {
        configureRuntime(2);
        QCoreApplication::setOrganizationName(QStringLiteral("spotcheck-test"));
        QCoreApplication::setApplicationName(QStringLiteral("export-dialog"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.filePath("settings"));

        const std::filesystem::path set = m_folder.filePath("set").toStdString();
        SampleOptions sample;
        sample.normalCount = 6;
        sample.goodTestCount = 2;
        sample.defectiveTestCount = 5;
        sample.imageSize = 128;
        JobMonitor monitor;
        writeSampleDataset(set, sample, monitor);
        const Dataset dataset = readDataset(set, monitor);
        TrainingOptions options;
        options.preprocessing.inputSize = 64;
        options.parameters["coreset_ratio"] = 0.05;
        m_model = Model::train(dataset.normals, options, WeightsStore::standard(), monitor);
        m_evaluation = std::make_shared<Evaluation>(evaluate(*m_model, dataset.test, monitor).evaluation);
        m_document.setName(QStringLiteral("Plate"));
        m_document.addSamples(Lane::Test, dataset.test);
        m_document.setModel(m_model);
        m_document.setEvaluation(m_evaluation);
        OperatingPoint everything = m_document.operatingPoint();
        everything.threshold = -1;
        m_document.setOperatingPoint(everything);
    }

    void init() { QSettings().clear(); }

    void theChosenFormatsAreWritten()
    {
        JobRunner jobs;
        ExportReportDialog dialog(&m_document, &jobs);
        dialog.show();
        const QString folder = m_folder.filePath("report");
        find<QLineEdit>(dialog, "folder")->setText(folder);
        for (const char *format : {"formatHtml", "formatCsv", "formatJson", "formatAnnotated"})
            QTest::mouseClick(find<QCheckBox>(dialog, format), Qt::LeftButton, {}, QPoint(5, 8));
        find<QLineEdit>(dialog, "fieldLot")->setText(QStringLiteral("L-42"));
        auto *open = find<QPushButton>(dialog, "open");
        QVERIFY(!open->isVisible());

        QSignalSpy finished(&jobs, &JobRunner::finished);
        QTest::mouseClick(find<QPushButton>(dialog, "export"), Qt::LeftButton);
        QVERIFY(jobs.isBusy());
        QVERIFY(!find<QLineEdit>(dialog, "folder")->isEnabled());
        QVERIFY(finished.wait(120'000));

        for (const char *name : {"report.pdf", "report.html", "results.csv", "results.json", "model.spotcheck"})
            QVERIFY2(QFileInfo(folder + "/" + QLatin1String(name)).size() > 200, name);
        QVERIFY(QDir(folder + "/annotated").exists());
        QVERIFY2(message(dialog).contains(folder), qPrintable(message(dialog)));
        QVERIFY(open->isVisible() && open->isEnabled());
        QVERIFY(find<QPushButton>(dialog, "export")->isEnabled());
        QFile html(folder + "/report.html");
        QVERIFY(html.open(QIODevice::ReadOnly));
        const QByteArray page = html.readAll();
        QVERIFY(page.contains("L-42"));
        QVERIFY(page.contains("model.spotcheck"));
        QCOMPARE(page.count("<article"), 7); // all are above the threshold
    }

    void picturesThatAreGoneAreTold()
    {
        const QString first = QFile::decodeName(m_evaluation->results.front().sample.image.c_str());
        QVERIFY(QFile::rename(first, first + ".away"));
        JobRunner jobs;
        ExportReportDialog dialog(&m_document, &jobs);
        find<QLineEdit>(dialog, "folder")->setText(m_folder.filePath("gone"));
        find<QCheckBox>(dialog, "formatPdf")->setChecked(false);
        find<QCheckBox>(dialog, "formatAnnotated")->setChecked(true);
        QSignalSpy finished(&jobs, &JobRunner::finished);
        find<QPushButton>(dialog, "export")->click();
        QVERIFY(finished.wait(120'000));
        QVERIFY(QFile::rename(first + ".away", first));
        QVERIFY2(message(dialog).contains(m_folder.filePath("gone")) && message(dialog).contains(first),
                 qPrintable(message(dialog)));
        QVERIFY(find<QLabel>(dialog, "message")->toolTip().startsWith(first + ": "));
    }

    void theSelectionCanBeChosenOnlyIfThereIsOne()
    {
        JobRunner jobs;
        ExportReportDialog dialog(&m_document, &jobs);
        auto *selected = find<QRadioButton>(dialog, "picturesSelected");
        QVERIFY(!selected->isEnabled());
        dialog.setSelectedPictures({3});
        QVERIFY(selected->isEnabled());
        selected->setChecked(true);
        const QString folder = m_folder.filePath("selection");
        find<QLineEdit>(dialog, "folder")->setText(folder);
        find<QCheckBox>(dialog, "formatPdf")->setChecked(false);
        find<QCheckBox>(dialog, "formatHtml")->setChecked(true);
        find<QCheckBox>(dialog, "keepModel")->setChecked(false);
        QSignalSpy finished(&jobs, &JobRunner::finished);
        find<QPushButton>(dialog, "export")->click();
        QVERIFY(finished.wait(120'000));
        QFile html(folder + "/report.html");
        QVERIFY(html.open(QIODevice::ReadOnly));
        const QByteArray page = html.readAll();
        QCOMPARE(page.count("<article"), 1);
        QVERIFY(page.contains("not saved to a file"));
        QVERIFY(!QFile::exists(folder + "/model.spotcheck"));
        dialog.setSelectedPictures({});
        QVERIFY(!selected->isChecked());
    }

    void onlyTheChosenPicturesAreAnnotated()
    {
        JobRunner jobs;
        ExportReportDialog dialog(&m_document, &jobs);
        dialog.setSelectedPictures({3, 5});
        find<QRadioButton>(dialog, "picturesSelected")->setChecked(true);
        const QString folder = m_folder.filePath("annotated-selection");
        find<QLineEdit>(dialog, "folder")->setText(folder);
        find<QCheckBox>(dialog, "formatPdf")->setChecked(false);
        find<QCheckBox>(dialog, "formatAnnotated")->setChecked(true);
        QSignalSpy finished(&jobs, &JobRunner::finished);
        find<QPushButton>(dialog, "export")->click();
        QVERIFY(finished.wait(120'000));
        QDirIterator files(folder + "/annotated", {"*.png"}, QDir::Files, QDirIterator::Subdirectories);
        int count = 0;
        for (; files.hasNext(); files.next())
            ++count;
        QCOMPARE(count, 2);
    }

    void theFolderIsFreeAndFollowsTheLot()
    {
        QSettings().setValue("report/parentFolder", m_folder.filePath("lots"));
        JobRunner jobs;
        ExportReportDialog dialog(&m_document, &jobs);
        const auto folder = [&dialog] { return QFileInfo(find<QLineEdit>(dialog, "folder")->text()).fileName(); };
        const QString today = QDate::currentDate().toString(Qt::ISODate);
        QCOMPARE(folder(), QString("Plate report " + today));
        QTest::keyClicks(find<QLineEdit>(dialog, "fieldLot"), "L/42");
        QCOMPARE(folder(), QString("Plate report " + today + " L-42"));
        QVERIFY(QDir().mkpath(m_folder.filePath("lots/Plate report " + today + " L-43")));
        QTest::keyClick(find<QLineEdit>(dialog, "fieldLot"), Qt::Key_Backspace);
        QTest::keyClicks(find<QLineEdit>(dialog, "fieldLot"), "3");
        QCOMPARE(folder(), QString("Plate report " + today + " L-43 2"));
        find<QLineEdit>(dialog, "folder")->setText(m_folder.filePath("my own"));
        QTest::keyClicks(find<QLineEdit>(dialog, "fieldLot"), "1");
        QCOMPARE(folder(), QString("my own"));
    }

    void anEarlierReportIsNotOverwrittenUnasked()
    {
        JobRunner jobs;
        ExportReportDialog dialog(&m_document, &jobs);
        dialog.show();
        const QString folder = m_folder.filePath("asked");
        QVERIFY(QDir().mkpath(folder));
        const auto put = [&folder](const QString &name) {
            QFile file(folder + "/" + name);
            return file.open(QIODevice::WriteOnly) && file.write("earlier") == 7;
        };
        const auto isEarlier = [&folder](const QString &name) { return QFileInfo(folder + "/" + name).size() == 7; };
        QVERIFY(put("regions.csv") && put("notes.txt"));
        find<QLineEdit>(dialog, "folder")->setText(folder);
        find<QCheckBox>(dialog, "formatPdf")->setChecked(false);
        find<QCheckBox>(dialog, "formatCsv")->setChecked(true);
        find<QCheckBox>(dialog, "keepModel")->setChecked(false);
        QSignalSpy finished(&jobs, &JobRunner::finished);
        const auto ask = [&dialog] {
            QTest::mouseClick(find<QPushButton>(dialog, "export"), Qt::LeftButton);
            return find<QMessageBox>(dialog, "earlierReport");
        };
        QPointer<QMessageBox> question = ask();
        QVERIFY(!jobs.isBusy());
        QVERIFY2(question->informativeText().startsWith("regions.csv would"),
                 qPrintable(question->informativeText()));
        question->reject();
        QTRY_VERIFY(!question);
        QVERIFY(!jobs.isBusy() && isEarlier("regions.csv"));

        ask();
        QTest::mouseClick(find<QPushButton>(dialog, "newReportFolder"), Qt::LeftButton);
        QVERIFY(finished.wait(120'000));
        QVERIFY(isEarlier("regions.csv") && QFileInfo(folder + " 2/regions.csv").size() > 7);
        QCOMPARE(QFileInfo(find<QLineEdit>(dialog, "folder")->text()).fileName(), QString("asked 2"));

        find<QLineEdit>(dialog, "folder")->setText(folder);
        QTRY_VERIFY(!dialog.findChild<QMessageBox *>("earlierReport"));
        ask();
        QTest::mouseClick(find<QPushButton>(dialog, "overwriteReport"), Qt::LeftButton);
        QVERIFY(finished.wait(120'000));
        QVERIFY(!isEarlier("regions.csv") && isEarlier("notes.txt"));

        // A model beside it is what the earlier report names.
        find<QLineEdit>(dialog, "folder")->setText(m_folder.filePath("with-model"));
        QVERIFY(QDir().mkpath(m_folder.filePath("with-model")));
        QVERIFY(QFile::copy(folder + "/notes.txt", m_folder.filePath("with-model/model.spotcheck")));
        find<QCheckBox>(dialog, "keepModel")->setChecked(true);
        QTRY_VERIFY(!dialog.findChild<QMessageBox *>("earlierReport"));
        question = ask();
        QVERIFY(question->informativeText().startsWith("model.spotcheck would"));
        question->reject();
    }

    void theLotIsNotThatOfAnotherProject()
    {
        JobRunner jobs;
        {
            ExportReportDialog dialog(&m_document, &jobs, nullptr, "/parts/plate.spotproj");
            find<QLineEdit>(dialog, "fieldLot")->setText(QStringLiteral("L-42"));
            find<QLineEdit>(dialog, "fieldOperator")->setText(QStringLiteral("K. Muster"));
            find<QLineEdit>(dialog, "folder")->setText(m_folder.filePath("with-lot"));
            find<QCheckBox>(dialog, "formatPdf")->setChecked(false);
            find<QCheckBox>(dialog, "formatCsv")->setChecked(true);
            QSignalSpy finished(&jobs, &JobRunner::finished);
            find<QPushButton>(dialog, "export")->click();
            QVERIFY(finished.wait(120'000));
        }
        const ExportReportDialog same(&m_document, &jobs, nullptr, "/parts/plate.spotproj");
        QCOMPARE(find<QLineEdit>(same, "fieldLot")->text(), QStringLiteral("L-42"));
        const ExportReportDialog other(&m_document, &jobs, nullptr, "/parts/line2/plate.spotproj");
        QVERIFY(find<QLineEdit>(other, "fieldLot")->text().isEmpty());
        QCOMPARE(find<QLineEdit>(other, "fieldOperator")->text(), QStringLiteral("K. Muster"));
    }

    void fieldsAreRemembered()
    {
        JobRunner jobs;
        {
            ExportReportDialog dialog(&m_document, &jobs);
            find<QLineEdit>(dialog, "fieldOperator")->setText(QStringLiteral("K. Muster"));
            find<QLineEdit>(dialog, "folder")->setText(m_folder.filePath("remembered"));
            find<QCheckBox>(dialog, "formatPdf")->setChecked(false);
            find<QCheckBox>(dialog, "formatCsv")->setChecked(true);
            QSignalSpy finished(&jobs, &JobRunner::finished);
            find<QPushButton>(dialog, "export")->click();
            QVERIFY(finished.wait(120'000));
        }
        const ExportReportDialog again(&m_document, &jobs);
        QCOMPARE(find<QLineEdit>(again, "fieldOperator")->text(), QStringLiteral("K. Muster"));
        QVERIFY(!find<QCheckBox>(again, "formatPdf")->isChecked());
        QVERIFY(find<QCheckBox>(again, "formatCsv")->isChecked());
        QVERIFY(find<QLineEdit>(again, "folder")->text().startsWith(m_folder.path()));
        QVERIFY(find<QLineEdit>(again, "folder")->text().contains(QStringLiteral("Plate")));
    }

    void templatesAreKeptUnderAName()
    {
        JobRunner jobs;
        const auto saveAs = [](ExportReportDialog &dialog, const QString &name) {
            find<QPushButton>(dialog, "saveTemplate")->click();
            auto *asked = find<QInputDialog>(dialog, "templateName");
            asked->setTextValue(name);
            asked->accept();
            delete asked;
        };
        const QString first = QStringLiteral("Works / line 3"); // a slash is special to settings
        {
            ExportReportDialog dialog(&m_document, &jobs);
            QVERIFY(!find<QPushButton>(dialog, "removeTemplate")->isEnabled());
            find<QLineEdit>(dialog, "fieldCompany")->setText(QStringLiteral("Example Works"));
            find<QLineEdit>(dialog, "fieldPart")->setText(QStringLiteral("P-1"));
            find<QLineEdit>(dialog, "fieldLogo")->setText(QStringLiteral("/logos/works.svg"));
            saveAs(dialog, first);
            find<QLineEdit>(dialog, "fieldCompany")->setText(QStringLiteral("예제"));
            find<QLineEdit>(dialog, "fieldLogo")->clear();
            saveAs(dialog, QStringLiteral("예제"));
            saveAs(dialog, QStringLiteral("  ")); // no name
        }
        ExportReportDialog dialog(&m_document, &jobs);
        auto *box = find<QComboBox>(dialog, "templateBox");
        QCOMPARE(box->count(), 3); // none, and two
        QVERIFY(find<QLineEdit>(dialog, "fieldCompany")->text().isEmpty());
        const auto choose = [box](const QString &name) {
            box->setCurrentIndex(box->findText(name));
            emit box->activated(box->currentIndex()); // as a click does
        };
        choose(first);
        QCOMPARE(find<QLineEdit>(dialog, "fieldCompany")->text(), QStringLiteral("Example Works"));
        QCOMPARE(find<QLineEdit>(dialog, "fieldPart")->text(), QStringLiteral("P-1"));
        QCOMPARE(find<QLineEdit>(dialog, "fieldLogo")->text(), QStringLiteral("/logos/works.svg"));
        choose(QStringLiteral("예제"));
        QCOMPARE(find<QLineEdit>(dialog, "fieldCompany")->text(), QStringLiteral("예제"));
        QVERIFY(find<QLineEdit>(dialog, "fieldLogo")->text().isEmpty());
        find<QPushButton>(dialog, "removeTemplate")->click();
        QCOMPARE(box->count(), 2);
        QCOMPARE(find<QLineEdit>(dialog, "fieldCompany")->text(), QStringLiteral("예제")); // the fields stay
        const ExportReportDialog again(&m_document, &jobs);
        QCOMPARE(find<QComboBox>(again, "templateBox")->itemText(1), first);
    }

    void aBadLogoIsSaidAndAGoodOneIsWritten()
    {
        JobRunner jobs;
        ExportReportDialog dialog(&m_document, &jobs);
        dialog.show();
        auto *logo = find<QLineEdit>(dialog, "fieldLogo");
        auto *problem = find<QLabel>(dialog, "logoProblem");
        QVERIFY(!problem->isVisible());
        logo->setText(m_folder.filePath("absent.png"));
        QVERIFY(problem->isVisible() && problem->text().contains("no such logo"));
        QFile text(m_folder.filePath("text.png"));
        QVERIFY(text.open(QIODevice::WriteOnly) && text.write("no picture") > 0);
        text.close();
        logo->setText(text.fileName());
        QVERIFY(problem->isVisible() && problem->text().contains("PNG, JPEG or SVG"));

        // Written all the same: nothing is, and it is said.
        find<QLineEdit>(dialog, "folder")->setText(m_folder.filePath("no-logo"));
        QSignalSpy finished(&jobs, &JobRunner::finished);
        find<QPushButton>(dialog, "export")->click();
        QVERIFY(finished.wait(120'000));
        QVERIFY2(message(dialog).contains("text.png"), qPrintable(message(dialog)));
        QVERIFY(!QFile::exists(m_folder.filePath("no-logo/report.pdf")));

        QImage picture(80, 20, QImage::Format_RGB32);
        picture.fill(Qt::darkGreen);
        QVERIFY(picture.save(m_folder.filePath("logo.png")));
        logo->setText(m_folder.filePath("logo.png"));
        QVERIFY(!problem->isVisible());
        QCOMPARE(find<QLabel>(dialog, "logoPreview")->pixmap().toImage().pixelColor(36, 12), QColor(Qt::darkGreen));
        find<QCheckBox>(dialog, "formatPdf")->setChecked(false);
        find<QCheckBox>(dialog, "formatHtml")->setChecked(true);
        find<QPushButton>(dialog, "export")->click();
        QVERIFY(finished.wait(120'000));
        QFile html(m_folder.filePath("no-logo/report.html"));
        QVERIFY(html.open(QIODevice::ReadOnly));
        QVERIFY(html.readAll().contains("class=\"logo\""));
    }

    void whatCannotBeWrittenIsSaid()
    {
        JobRunner jobs;
        ExportReportDialog dialog(&m_document, &jobs);
        QFile file(m_folder.filePath("in-the-way"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        find<QLineEdit>(dialog, "folder")->setText(file.fileName() + "/report");
        QSignalSpy finished(&jobs, &JobRunner::finished);
        find<QPushButton>(dialog, "export")->click();
        QVERIFY(finished.wait(120'000));
        QVERIFY2(message(dialog).contains(QStringLiteral("model.spotcheck")), qPrintable(message(dialog)));
        QVERIFY(find<QLabel>(dialog, "message")->toolTip().contains(file.fileName()));
        QVERIFY(find<QPushButton>(dialog, "open")->isHidden());
        QVERIFY(find<QPushButton>(dialog, "export")->isEnabled());
    }

    void closingWhileWritingCancels()
    {
        JobRunner jobs;
        ExportReportDialog dialog(&m_document, &jobs);
        dialog.show();
        find<QLineEdit>(dialog, "folder")->setText(m_folder.filePath("cancelled"));
        QSignalSpy cancelled(&jobs, &JobRunner::cancelled);
        find<QPushButton>(dialog, "export")->click();
        find<QPushButton>(dialog, "close")->click();
        QVERIFY(dialog.isVisible());
        QVERIFY(cancelled.wait(30'000));
        QVERIFY(!QFile::exists(m_folder.filePath("cancelled/report.pdf")));
        QTRY_VERIFY(!jobs.isBusy());
        find<QPushButton>(dialog, "close")->click();
        QVERIFY(!dialog.isVisible());
    }

    void nothingToReportIsSaid()
    {
        Document empty;
        JobRunner jobs;
        const ExportReportDialog dialog(&empty, &jobs);
        QVERIFY(!find<QPushButton>(dialog, "export")->isEnabled());
        QVERIFY(!message(dialog).isEmpty());

        // An inspection whose pictures have all left the lane.
        empty.addSamples(Lane::Test, m_document.samples(Lane::Test));
        empty.setModel(m_model);
        empty.setEvaluation(m_evaluation);
        QVERIFY(find<QPushButton>(dialog, "export")->isEnabled());
        empty.undoStack()->undo();
        QVERIFY(empty.evaluation() && empty.evaluation()->results.empty());
        QVERIFY(!find<QPushButton>(dialog, "export")->isEnabled());
    }

    void withoutAFormatThereIsNothingToExport()
    {
        JobRunner jobs;
        const ExportReportDialog dialog(&m_document, &jobs);
        QVERIFY(find<QPushButton>(dialog, "export")->isEnabled());
        find<QCheckBox>(dialog, "formatPdf")->setChecked(false);
        QVERIFY(!find<QPushButton>(dialog, "export")->isEnabled());
    }

    void everyFieldHasANameForScreenReaders()
    {
        JobRunner jobs;
        const ExportReportDialog dialog(&m_document, &jobs);
        for (const QLineEdit *edit : dialog.findChildren<QLineEdit *>()) {
            QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(const_cast<QLineEdit *>(edit));
            QVERIFY2(accessible && !accessible->text(QAccessible::Name).isEmpty(), qPrintable(edit->objectName()));
        }
    }
};

QTEST_MAIN(TestExportDialog)
#include "test_export_dialog.moc"
