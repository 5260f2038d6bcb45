#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

/// The boundary between the folders, as a test: see engine/ARCHITECTURE.md, "Folders and arrows".
class TestLayering : public QObject {
    Q_OBJECT

    struct Rule {
        QString folder;    ///< files below it ...
        QString forbidden; ///< ... must not include what this matches
        QString exception; ///< files whose path matches are let through
    };

    static QStringList includesOf(const QByteArray &source)
    {
        static const QRegularExpression include("^\\s*#\\s*include\\s*[<\\x22]([^>\\x22]+)[>\\x22]",
                                                QRegularExpression::MultilineOption);
        QStringList names;
        for (auto match = include.globalMatch(QString::fromUtf8(source)); match.hasNext();)
            names << match.next().captured(1);
        return names;
    }

    static QStringList breachesIn(const QByteArray &source, const QString &forbidden)
    {
        return includesOf(source).filter(QRegularExpression(forbidden));
    }

    static constexpr auto qtHeaders = R"(^Q[A-Z]\w*$|^Qt\w*/|^q[a-z]+\.h$|qcustomplot)";
    static constexpr auto torchHeaders = R"(^(torch|ATen|c10|caffe2)/)";
    static constexpr auto foreignHeaders = R"(^(torch|ATen|c10|caffe2|faiss|Eigen|nlohmann|spdlog|openssl)/)";

private slots:
    void rulesHold_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<QString>("forbidden");
        QTest::addColumn<QString>("exception");
        QTest::newRow("the engine knows no Qt") << "engine" << qtHeaders << "";
        QTest::newRow("public headers show OpenCV's types at most") << "engine/include" << foreignHeaders << "";
        QTest::newRow("the engine knows nothing above it") << "engine"
                                                           << "^(ui|app)/"
                                                           << "";
        QTest::newRow("LibTorch stays with the network, its training, the export and what runs on a card")
            << "engine" << torchHeaders
            << "engine/(backbone|pretrain)/|engine/core/versions.cpp|engine/export/torchscript.cpp|engine/detectors/"
               "(distanceestimates.cpp|[a-z]+tensors.(h|cpp))";
        QTest::newRow("the window computes nothing") << "ui"
                                                     << R"(^(torch|ATen|c10|faiss|Eigen)/)"
                                                     << "";
        QTest::newRow("the window uses the engine's public headers")
            << "ui"
            << R"(^(core|image|data|backbone|detectors|model|decision|evaluation|inspection|comparison|statistics|live|performance|export)/)"
            << "";
        QTest::newRow("what pages share knows no page") << "ui"
                                                        << R"(^ui/pages/)"
                                                        << "ui/(pages|window)/";
        for (const char *page : {"images", "train", "inspect", "compare", "live"})
            QTest::addRow("the page %s knows no other page", page)
                << QStringLiteral("ui/pages/") + page << QStringLiteral("^ui/pages/(?!%1/)").arg(page) << "";
        QTest::newRow("the report needs no widgets")
            << "ui/report"
            << R"(^Q(Widget|Application|Dialog|MainWindow)$|^QtWidgets/|^ui/(?!report/))"
            << "";
        QTest::newRow("the download needs no widgets and no pictures")
            << "ui/download"
            << R"(^Q(Widget|Application|GuiApplication|Dialog|Image)$|^Qt(Widgets|Gui)/|^ui/(?!download/))"
            << "";
        QTest::newRow("the network is the download's alone")
            << "ui"
            << R"(^Q(Network|Tcp|Udp|Ssl|Host|Local(Socket|Server))\w*$|^QtNetwork/)"
            << "ui/download/";
        QTest::newRow("the programs only compose") << "app"
                                                   << R"(^(torch|ATen|c10|faiss|Eigen)/)"
                                                   << "";
        QTest::newRow("the command line needs no widgets")
            << "app/cli"
            << R"(^Q(Widget|Application)$|^QtWidgets/|^ui/(?!(report|download)/))"
            << "";
    }

    void rulesHold()
    {
        QFETCH(QString, folder);
        QFETCH(QString, forbidden);
        QFETCH(QString, exception);
        const QString root = QStringLiteral(SPOTCHECK_SOURCE_DIR);
        int read = 0;
        QStringList breaches;
        QDirIterator files(root + '/' + folder, {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            const QString name = QDir(root).relativeFilePath(file.fileName());
            if (!exception.isEmpty() && name.contains(QRegularExpression(exception)))
                continue;
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(name));
            ++read;
            for (const QString &header : breachesIn(file.readAll(), forbidden))
                breaches << name + " includes " + header;
        }
        QVERIFY2(read > 0, "no file was looked at");
        QVERIFY2(breaches.isEmpty(), qPrintable(breaches.join('\n')));
    }

    void filesStaySmall_data()
    {
        QTest::addColumn<QString>("folder");
        for (const char *folder : {"app", "engine", "tests", "ui"})
            QTest::newRow(folder) << folder;
    }

    /// A file that passes 500 lines is usually two things.
    void filesStaySmall()
    {
        QFETCH(QString, folder);
        const QDir root(QStringLiteral(SPOTCHECK_SOURCE_DIR));
        QDirIterator files(root.filePath(folder), {"*.h", "*.cpp"}, QDir::Files, QDirIterator::Subdirectories);
        QVERIFY(files.hasNext());
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto lines = file.readAll().count('\n');
            QVERIFY2(lines <= 500, qPrintable(root.relativeFilePath(file.fileName()) + QString(": %1").arg(lines)));
        }
    }

    /// The rules themselves can fail.
    void breachesAreSeen_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QString>("forbidden");
        QTest::addColumn<bool>("breach");
        QTest::newRow("qt class") << QByteArray("int a;\n#include <QString>\n") << qtHeaders << true;
        QTest::newRow("qt module") << QByteArray("#  include <QtGui/QImage>\n") << qtHeaders << true;
        QTest::newRow("qcustomplot") << QByteArray("#include \"qcustomplot.h\"") << qtHeaders << true;
        QTest::newRow("own header") << QByteArray("#include <spotcheck/core/error.h>") << qtHeaders << false;
        QTest::newRow("in a comment") << QByteArray("// see #include <QString>\n") << qtHeaders << false;
        QTest::newRow("torch") << QByteArray("#include <torch/torch.h>") << torchHeaders << true;
        QTest::newRow("faiss") << QByteArray("#include <faiss/IndexFlat.h>") << foreignHeaders << true;
        QTest::newRow("opencv") << QByteArray("#include <opencv2/core/mat.hpp>") << foreignHeaders << false;
    }

    void breachesAreSeen()
    {
        QFETCH(QByteArray, source);
        QFETCH(QString, forbidden);
        QFETCH(bool, breach);
        QCOMPARE(!breachesIn(source, forbidden).isEmpty(), breach);
    }
};

QTEST_GUILESS_MAIN(TestLayering)
#include "test_layering.moc"
