#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include "clirun.h"

using namespace spotcheck::cli;

/// Bad input: exit code 1, one clear message on stderr that names the file.
class TestCliFailures : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_set;
    QString m_model;

    QString path(const QString &name) const { return m_folder.filePath(name); }

    static QByteArray read(const QString &fileName)
    {
        QFile file(fileName);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static bool write(const QString &fileName, const QByteArray &bytes)
    {
        QFile file(fileName);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

    QString newFolder(const QString &name) const
    {
        const QString folder = path(name);
        return QDir().mkpath(folder) ? folder : QString();
    }

    /// A JPEG that ends in the middle of its pixels.
    bool writeTruncatedJpeg(const QString &fileName) const
    {
        const QByteArray whole = read(QStringLiteral(SPOTCHECK_TEST_DATA "/plate.jpg"));
        return !whole.isEmpty() && write(fileName, whole.left(whole.size() / 2));
    }

    CliRun train(const QString &normals) const
    {
        return runCli({"train", "--detector", "patchcore", "--normal", normals, "--output", path("x.spotcheck"),
                       "--input-size", "64"});
    }

    static void expectFailure(const CliRun &run, const QString &named)
    {
        QCOMPARE(run.code, 1);
        QVERIFY2(run.error.contains(named.toUtf8()), run.error.constData());
        QVERIFY2(run.error.startsWith("spotcheck-cli: "), run.error.constData());
        QVERIFY2(!run.error.contains("terminate") && !run.error.contains("what()"), run.error.constData());
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_set = path("set");
        m_model = path("set.spotcheck");
        QVERIFY(makeSmallSample(m_set));
        QVERIFY(trainSmallModel(m_set, m_model));
    }

    void outputThatCannotBeWritten()
    {
        expectFailure(runCli({"detectors", "--json"}, "/dev/full"), "output");
        expectFailure(runCli({"evaluate", m_model, "--dataset", m_set, "--json", "-"}, "/dev/full"), "output");
        expectFailure(runCli({"evaluate", m_model, "--dataset", m_set, "--json", "/dev/full"}), "/dev/full");
        QVERIFY(!QFileInfo("/dev/full").isFile());
    }

    void aSampleIntoAFolderOfOthers()
    {
        const QString own = newFolder("own/train/good");
        QVERIFY(write(own + "/000.png", "mine"));
        expectFailure(runCli({"sample", path("own")}), path("own"));
        QCOMPARE(read(own + "/000.png"), QByteArray("mine"));
    }

    /// Weights under the name of those that come with the program would hide them from every model.
    void weightsInPlaceOfTheEmbeddedOnes()
    {
        const QString file = QStringLiteral(SPOTCHECK_SOURCE_DIR "/resources/backbone/embedded-resnet18.safetensors");
        QVERIFY(QFile::exists(file));
        const CliRun run = runCli({"weights", "import", file, "--as", "embedded-resnet18"});
        QCOMPARE(run.code, 2);
        QVERIFY2(run.error.contains("comes with the program"), run.error.constData());
    }

    /// A data set without a test part is named as one.
    void nothingToInspect()
    {
        QVERIFY(QFile::link(m_set + "/train", newFolder("untested") + "/train"));
        expectFailure(runCli({"inspect", m_model, path("untested"), "--output", path("out")}), "none to test");
    }

    void anEmptyFolder()
    {
        const QString empty = newFolder("empty");
        expectFailure(train(empty), empty);
        expectFailure(runCli({"inspect", m_model, empty, "--output", path("out")}), empty);
        expectFailure(runCli({"evaluate", m_model, "--dataset", empty}), empty);
        QVERIFY(!QFile::exists(path("x.spotcheck")));
    }

    void aFolderThatIsNotThere()
    {
        expectFailure(train(path("absent")), path("absent"));
        expectFailure(runCli({"inspect", m_model, path("absent"), "--output", path("out")}), path("absent"));
        expectFailure(runCli({"evaluate", m_model, "--dataset", path("absent")}), path("absent"));
    }

    /// Another one that is there must not hide it.
    void oneOfTheNormalsIsNotThere()
    {
        const CliRun run = runCli({"train", "--detector", "patchcore", "--normal", m_set + "/train/good",
                                   path("absent"), "--output", path("x.spotcheck"), "--input-size", "64"});
        expectFailure(run, path("absent"));
        QVERIFY(!QFile::exists(path("x.spotcheck")));
    }

    void aDataSetIsNoFolderOfNormals_data()
    {
        QTest::addColumn<QString>("named");
        QTest::newRow("data set") << "set";
        QTest::newRow("masks") << "set/ground_truth";
        QTest::newRow("data sets side by side") << "unpacked";
        QTest::newRow("parts of VisA side by side") << "visa";
    }
    void aDataSetIsNoFolderOfNormals()
    {
        QFETCH(const QString, named);
        if (!QFile::exists(path("unpacked"))) {
            QVERIFY(QFile::link(m_set, newFolder("unpacked") + "/plate"));
            QVERIFY(QFile::link(m_set + "/ground_truth", newFolder("visa/part/Data") + "/Masks"));
        }
        const CliRun run = train(path(named));
        expectFailure(run, path(named));
        QVERIFY2(run.error.contains("--dataset"), run.error.constData());
        QVERIFY(!QFile::exists(path("x.spotcheck")));
    }

    void aTextFileNamedPng()
    {
        const QString folder = newFolder("text");
        QVERIFY(QFile::copy(m_set + "/train/good/000.png", folder + "/000.png"));
        QVERIFY(QFile::copy(m_set + "/train/good/001.png", folder + "/001.png"));
        QVERIFY(write(folder + "/notes.png", "not a picture\n"));
        expectFailure(train(folder), folder + "/notes.png");
    }

    void aTruncatedJpeg()
    {
        const QString folder = newFolder("truncated");
        QVERIFY(QFile::copy(m_set + "/train/good/000.png", folder + "/000.png"));
        QVERIFY(writeTruncatedJpeg(folder + "/half.jpg"));
        expectFailure(train(folder), folder + "/half.jpg");
    }

    void oneSingleNormal()
    {
        const QString folder = newFolder("single");
        QVERIFY(QFile::copy(m_set + "/train/good/000.png", folder + "/000.png"));
        const CliRun run = train(folder);
        expectFailure(run, folder + "/000.png");
        QVERIFY(run.error.contains("at least two are needed"));
    }

    void aModelCutInHalf()
    {
        const QByteArray whole = read(m_model);
        QVERIFY(write(path("half.spotcheck"), whole.left(whole.size() / 2)));
        expectFailure(runCli({"inspect", path("half.spotcheck"), m_set, "--output", path("out")}),
                      path("half.spotcheck"));
        expectFailure(runCli({"evaluate", path("half.spotcheck"), "--dataset", m_set}), path("half.spotcheck"));
    }

    void aModelThatIsNotThere()
    {
        expectFailure(runCli({"inspect", path("no.spotcheck"), m_set, "--output", path("out")}),
                      path("no.spotcheck"));
    }

    void aFolderWithoutPermission()
    {
        // Nobody must get as far as the forbidden folder: to the program, the model and the weights.
        QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755));
        if (runCliAsNobody({"--version"}).code != 0 || runCliAsNobody({"weights", "verify"}).out.isEmpty())
            QSKIP("the build folder is closed to other users");
        const QString folder = newFolder("forbidden");
        QVERIFY(QFile::copy(m_set + "/train/good/000.png", folder + "/000.png"));
        const QString output = newFolder("open");
        QFile::setPermissions(output, QFile::Permissions(0x7777));
        QFile::setPermissions(folder, QFile::Permissions());
        const CliRun trained = runCliAsNobody({"train", "--detector", "patchcore", "--normal", folder, "--output",
                                               output + "/x.spotcheck", "--input-size", "64"});
        const CliRun inspected = runCliAsNobody({"inspect", m_model, folder, "--output", output + "/out"});
        const CliRun unwritable =
            runCliAsNobody({"train", "--detector", "patchcore", "--normal", m_set + "/train/good", "--output",
                            path("y.spotcheck"), "--input-size", "64"});
        QFile::setPermissions(folder, QFile::Permissions(0x7700));
        expectFailure(trained, folder);
        expectFailure(inspected, folder);
        expectFailure(unwritable, path("y.spotcheck"));
    }

    void anUnwritableOutputIsToldBeforeTheWork()
    {
        expectFailure(
            runCli({"train", "--detector", "patchcore", "--dataset", m_set, "--output", path("absent/x.spotcheck")}),
            path("absent/x.spotcheck"));
        QVERIFY(write(path("file"), "x"));
        expectFailure(runCli({"inspect", m_model, m_set, "--output", path("file")}), path("file"));
        expectFailure(runCli({"evaluate", m_model, "--dataset", m_set, "--json", path("absent/f.json")}),
                      path("absent/f.json"));
    }

    void picturesThatCannotBeReadDoNotStopTheRest()
    {
        const QString folder = newFolder("mixed");
        QVERIFY(QFile::copy(m_set + "/test/good/000.png", folder + "/fine.png"));
        QVERIFY(write(folder + "/notes.png", "not a picture\n"));
        QVERIFY(writeTruncatedJpeg(folder + "/half.jpg"));
        QVERIFY(write(path("notes.txt"), "text"));
        const CliRun run = runCli({"inspect", m_model, folder, path("notes.txt"), "--output", path("mixed_out"),
                                   "--format", "json,csv,html,pdf,png,tiff", "--pictures", "all"});
        QCOMPARE(run.code, 1);
        for (const QString &named : {folder + "/notes.png", folder + "/half.jpg", path("notes.txt")})
            QVERIFY2(run.error.contains(named.toUtf8()), run.error.constData());
        QVERIFY2(run.error.contains("3 of 4 pictures could not be inspected"), run.error.constData());

        const QJsonArray images =
            QJsonDocument::fromJson(read(path("mixed_out/results.json"))).object()["images"].toArray();
        QCOMPARE(images.size(), 4);
        for (const QJsonValue &value : images) {
            const QJsonObject image = value.toObject();
            const bool fine = image["path"].toString() == folder + "/fine.png";
            QCOMPARE(image["score"].isDouble(), fine);
            QCOMPARE(image["verdict"].toString() == "failed", !fine);
            QCOMPARE(image.contains("error"), !fine);
        }
        QVERIFY(QFile::exists(path("mixed_out/report.pdf")));
        QCOMPARE(QDir(path("mixed_out/annotated")).entryList(QDir::Files), QStringList{"fine.png"});
        QCOMPARE(QDir(path("mixed_out/maps")).entryList(QDir::Files), QStringList{"fine.tiff"});
    }

    void pathsThatCannotBeReachedDoNotStopTheRest()
    {
        const QString itself = path("itself");
        QVERIFY(QFile::link("itself", itself));
        const QString tooLong = path(QString(300, 'x'));
        const CliRun run = runCli({"inspect", m_model, itself, m_set + "/test/good", tooLong, "--output",
                                   path("unreachable"), "--format", "json"});
        QCOMPARE(run.code, 1);
        QVERIFY2(run.error.contains("2 of 5 pictures could not be inspected"), run.error.constData());
        for (const QString &named : {itself, tooLong})
            QVERIFY2(run.error.contains((named + ": The ").toUtf8()), run.error.constData());
        const QJsonObject results = QJsonDocument::fromJson(read(path("unreachable/results.json"))).object();
        QCOMPARE(results["images"].toArray().size(), 5);
        expectFailure(runCli({"train", "--detector", "patchcore", "--normal", m_set + "/train/good", "--output",
                              path("x.spotcheck"), "--align", "ecc", "--align-reference", itself}),
                      itself);
        expectFailure(runCli({"train", "--detector", "patchcore", "--normal", m_set + "/train/good", "--output",
                              path("x.spotcheck"), "--roi", itself}),
                      itself + ": It cannot be opened");
    }
};

QTEST_GUILESS_MAIN(TestCliFailures)
#include "test_cli_failures.moc"
