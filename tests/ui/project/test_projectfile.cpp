#include <array>
#include <random>

#include <sys/stat.h>

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <spotcheck/core/error.h>

#include "ui/project/projectfile.h"
#include "ui/project/projectmigrations.h"

using namespace spotcheck;
using namespace spotcheck::ui;

namespace {

const std::filesystem::path place = "/data/plates/plates.spotproj";

Project example()
{
    Project project;
    project.name = QStringLiteral("Platten 검사");
    project.normals = {{"/data/plates/train/good/000.png", Label::Good, {}, {}},
                       {"/data/elsewhere/far/away/001.png", Label::Good, {}, {}}};
    project.tests = {{"/data/plates/test/scratch/000.png", Label::Defective, "scratch", "/data/plates/masks/000.png"},
                     {"/data/plates/test/good/name with \"quotes\"\n.png", Label::Good, {}, {}},
                     {"/other/disk/new.png", Label::Unlabelled, {}, {}}};
    project.region.include = {{{0.1, 0.1}, {0.9, 0.1}, {0.9, 0.9}}};
    project.region.ignore = {{{0.2, 0.2}, {0.3, 0.2}, {0.3, 0.3}}};
    project.scale.emplace(0.0123456789);
    OperatingPoint point;
    point.threshold = 1234.5678901234567;
    point.pixelThreshold = 0.1F;
    point.minimumArea = 12;
    point.origin = OperatingPoint::Origin::TestLabels;
    point.wantedFalseAlarmRate = 0.02;
    point.supported = false;
    point.reviewThreshold = 1200.25;
    point.labelGoal = LabelGoal::MissRate;
    point.goalValue = 0.03;
    point.goalPrevalence = 0.005;
    project.models = {{"PatchCore", "/data/plates/plates.models/patchcore.spotcheck", "abc", point},
                      {"PaDiM", "/models/padim.spotcheck", "def", {}}};
    project.currentModel = 1;
    project.unknown.insert("line_speed", QJsonArray{12, "m/min"});
    return project;
}

ErrorCode codeOf(const QByteArray &text)
{
    try {
        parseProject(text, place);
    } catch (const Error &error) {
        if (error.file() != place)
            qFatal("the error does not name the file");
        return error.code();
    }
    return ErrorCode::Internal;
}

QByteArray edited(const std::function<void(QJsonObject &)> &edit)
{
    QJsonObject object = QJsonDocument::fromJson(projectText(example(), place)).object();
    edit(object);
    return QJsonDocument(object).toJson();
}

} // namespace

class TestProjectFile : public QObject {
    Q_OBJECT

private slots:
    void everythingComesBack()
    {
        const Project project = example();
        QVERIFY(parseProject(projectText(project, place), place) == project);
        QVERIFY(parseProject(projectText({}, place), place) == Project());
    }

    void everyWayOfChoosingAThresholdIsKept()
    {
        using Origin = OperatingPoint::Origin;
        for (const Origin origin :
             {Origin::FalseAlarmRate, Origin::ByHand, Origin::TestLabels, Origin::NormalSpread, Origin::ChiSquare}) {
            for (const LabelGoal goal :
                 {LabelGoal::None, LabelGoal::MissRate, LabelGoal::BestF1, LabelGoal::LeastCost, LabelGoal::Youden}) {
                Project project = example();
                project.models[0].operatingPoint->origin = origin;
                project.models[0].operatingPoint->labelGoal = goal;
                project.models[0].operatingPoint->calibrationFolds = 5;
                project.models[0].operatingPoint->degreesOfFreedom = {64, 512};
                const OperatingPoint read =
                    *parseProject(projectText(project, place), place).models[0].operatingPoint;
                QCOMPARE(read.origin, origin);
                QCOMPARE(read.labelGoal, goal);
                QCOMPARE(read.reviewThreshold.value(), 1200.25);
                QCOMPARE(read.calibrationFolds, 5);
                QVERIFY((read.degreesOfFreedom == std::vector<int>{64, 512}));
            }
        }
    }

    void nearPicturesMoveWithTheProject()
    {
        const QByteArray text = projectText(example(), place);
        QVERIFY(text.contains("\"train/good/000.png\""));
        QVERIFY(text.contains("\"../elsewhere/far/away/001.png\""));
        const Project moved = parseProject(text, "/mnt/usb/plates/plates.spotproj");
        QCOMPARE(moved.normals[0].image, std::filesystem::path("/mnt/usb/plates/train/good/000.png"));
        QCOMPARE(moved.normals[1].image, std::filesystem::path("/mnt/usb/elsewhere/far/away/001.png"));
        QCOMPARE(moved.models[0].file, std::filesystem::path("/mnt/usb/plates/plates.models/patchcore.spotcheck"));
        // What lies far from the project stays where it is.
        const QByteArray deep = projectText(example(), "/a/b/c/d/e.spotproj");
        QCOMPARE(parseProject(deep, "/mnt/usb/e.spotproj").normals[0].image, example().normals[0].image);
    }

    void newerFormatsAreRefusedWithWhatTheyNeed()
    {
        const QByteArray newer = edited([](QJsonObject &object) {
            object["format_version"] = currentProjectVersion() + 1;
            object["software_version"] = "9.8.7";
        });
        try {
            parseProject(newer, place);
            QFAIL("it was read");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::ProjectTooNew);
            QVERIFY(std::string(error.what()).find("9.8.7") != std::string::npos);
        }
    }

    void migrationsFollowEachOther()
    {
        constexpr std::array<ProjectMigration, 2> chain{
            [](QJsonObject object) {
                object["tests"] = object.take("pictures");
                return object;
            },
            [](QJsonObject object) {
                object["name"] = object["name"].toString() + " (2)";
                return object;
            },
        };
        const QJsonObject first{{"pictures", QJsonArray{1}}, {"name", "plates"}};
        const QJsonObject third{{"tests", QJsonArray{1}}, {"name", "plates (2)"}};
        QCOMPARE(migrated(first, 1, chain), third);
        QCOMPARE(migrated(third, 3, chain), third);
        QCOMPARE(migrated(QJsonObject{{"name", "a"}}, 2, chain), (QJsonObject{{"name", "a (2)"}}));
    }

    void damagedFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("PK\x03\x04");
        QTest::newRow("half") << projectText(example(), place).chopped(200);
        QTest::newRow("a list") << QByteArray("[1, 2]");
        QTest::newRow("another format") << QByteArray(R"({"format": "spotcheck-comparison", "format_version": 1})");
        QTest::newRow("no version") << edited([](QJsonObject &object) { object.remove("format_version"); });
        QTest::newRow("version 0") << edited([](QJsonObject &object) { object["format_version"] = 0; });
        QTest::newRow("a number as name") << edited([](QJsonObject &object) { object["name"] = 3; });
        QTest::newRow("pictures are no list") << edited([](QJsonObject &object) { object["tests"] = "all"; });
        QTest::newRow("a picture is no object")
            << edited([](QJsonObject &object) { object["tests"] = QJsonArray{7}; });
        QTest::newRow("a picture without a file") << edited([](QJsonObject &object) {
            object["tests"] = QJsonArray{QJsonObject{{"label", "good"}}};
        });
        QTest::newRow("a file name with NUL") << edited([](QJsonObject &object) {
            object["tests"] = QJsonArray{QJsonObject{{"image", QString("a") + QChar(u'\0')}, {"label", "good"}}};
        });
        QTest::newRow("an unknown label") << edited([](QJsonObject &object) {
            object["tests"] = QJsonArray{QJsonObject{{"image", "a.png"}, {"label", "so-so"}}};
        });
        QTest::newRow("a region outside") << edited([](QJsonObject &object) {
            object["region_of_interest"] = QJsonObject{{"include", QJsonArray{QJsonArray{QJsonArray{2, 2}}}}};
        });
        QTest::newRow("a model without a file") << edited([](QJsonObject &object) {
            object["models"] = QJsonArray{QJsonObject{{"name", "x"}}};
        });
    }

    void damagedFilesAreRefused()
    {
        QFETCH(QByteArray, text);
        QCOMPARE(codeOf(text), ErrorCode::ProjectInvalid);
    }

    void anUnusableOperatingPointIsLeftOut()
    {
        const QByteArray text = edited([](QJsonObject &object) {
            QJsonArray models = object["models"].toArray();
            QJsonObject model = models[0].toObject();
            QJsonObject point = model["operating_point"].toObject();
            point["pixel_threshold"] = 1e300; // beyond single precision
            model["operating_point"] = point;
            models[0] = model;
            object["models"] = models;
            object["current_model"] = 99;
        });
        const Project project = parseProject(text, place);
        QVERIFY(!project.models[0].operatingPoint);
        QCOMPARE(project.currentModel, -1);
    }

    void deepNestingIsRefused()
    {
        for (const char open : {'[', '{'}) {
            QCOMPARE(codeOf(QByteArray("{\"format\":\"spotcheck-project\",\"format_version\":1,\"normals\":") +
                            QByteArray(1'000'000, open)),
                     ErrorCode::ProjectInvalid);
        }
        // Where such a value is of no meaning it is kept, as deep as the reader goes.
        const QByteArray deep = edited([](QJsonObject &object) {
            QJsonValue value = 1;
            for (int i = 0; i < 500; ++i)
                value = QJsonArray{value};
            object["later"] = value;
        });
        QCOMPARE(parseProject(projectText(parseProject(deep, place), place), place).unknown["later"],
                 parseProject(deep, place).unknown["later"]);
    }

    /// Names may lead anywhere, as those of pictures on another drive do: nothing is opened or written there.
    void namesThatLeadElsewhereAreOnlyNames()
    {
        const Project project = parseProject(
            edited([](QJsonObject &object) {
                object["tests"] =
                    QJsonArray{QJsonObject{{"image", "../../../../../../../etc/passwd"}, {"label", "good"}},
                               QJsonObject{{"image", "line\nbreak \u001b[2J\".png"}, {"label", "good"}},
                               QJsonObject{{"image", QString(300, u'부')}, {"label", "good"}}};
                object["models"] = QJsonArray{QJsonObject{{"name", "../../evil\n"}, {"file", "/dev/zero"}}};
            }),
            place);
        QCOMPARE(project.tests[0].image.lexically_normal(), std::filesystem::path("/etc/passwd"));
        QCOMPARE(project.tests.size(), std::size_t{3});
        QVERIFY(parseProject(projectText(project, place), place) == project);
    }

    void pipesAndDevicesAreNotWaitedFor()
    {
        QTemporaryDir folder;
        const std::filesystem::path pipe = folder.filePath("pipe.spotproj").toStdString();
        QCOMPARE(::mkfifo(pipe.c_str(), 0600), 0);
        for (const std::filesystem::path &file :
             {pipe, std::filesystem::path("/dev/zero"), std::filesystem::path(folder.path().toStdString())}) {
            try {
                readProject(file);
                QFAIL("it was read");
            } catch (const Error &error) {
                QCOMPARE(error.code(), ErrorCode::FileUnreadable);
                QVERIFY(error.file() == file);
            }
        }
    }

    /// Whatever happens to a file: it is read or refused, and what is read can be written again.
    void mutationsAreReadOrRefused()
    {
        const QByteArray whole = projectText(example(), place);
        std::mt19937 random(5);
        int refused = 0;
        constexpr int tries = 5000;
        for (int i = 0; i < tries; ++i) {
            QByteArray text = whole;
            const int changes = 1 + static_cast<int>(random() % 4);
            for (int change = 0; change < changes; ++change) {
                const auto at = static_cast<qsizetype>(random() % static_cast<unsigned>(text.size()));
                switch (random() % 4) {
                case 0:
                    text[at] = static_cast<char>(random());
                    break;
                case 1:
                    text.remove(at, 1 + static_cast<qsizetype>(random() % 30));
                    break;
                case 2:
                    text.insert(
                        at, whole.mid(static_cast<qsizetype>(random() % static_cast<unsigned>(whole.size())), 20));
                    break;
                default:
                    text.truncate(at);
                }
                if (text.isEmpty())
                    text = "x";
            }
            try {
                projectText(parseProject(text, place), place);
            } catch (const Error &error) {
                ++refused;
                QVERIFY(error.code() == ErrorCode::ProjectInvalid || error.code() == ErrorCode::ProjectTooNew);
            }
        }
        QVERIFY(refused > tries / 2);
    }

    void filesThatAreNotThereAreNamed()
    {
        QTemporaryDir folder;
        try {
            readProject(folder.filePath("none.spotproj").toStdString());
            QFAIL("it was read");
        } catch (const Error &error) {
            QCOMPARE(error.code(), ErrorCode::FileNotFound);
        }
        QVERIFY_EXCEPTION_THROWN(writeProject({}, folder.filePath("no/folder/a.spotproj").toStdString()), Error);
        const std::filesystem::path file = folder.filePath("a.spotproj").toStdString();
        writeProject(example(), file);
        QVERIFY(readProject(file) == example());
    }
};

QTEST_GUILESS_MAIN(TestProjectFile)
#include "test_projectfile.moc"
