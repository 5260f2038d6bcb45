#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <spotcheck/backbone/backbone.h>

#include "jsonfile.h"
#include "ui/pages/compare/comparisontable.h"
#include "ui/pages/compare/disagreementmodel.h"
#include "ui/report/comparisoncolumns.h"
#include "ui/report/comparisonfiles.h"

using namespace spotcheck;
using namespace spotcheck::ui;

namespace {

/// Two models with figures, one without a map, one that failed.
Comparison made()
{
    Comparison comparison;
    ComparisonRow first;
    first.name = "First <one>";
    first.detector = "patchcore";
    first.backbone = "embedded-resnet18";
    first.parameters = "{\"k\": 1}";
    first.inspected = true;
    first.imageAuroc = 0.9;
    first.pixelAuroc = 0.97;
    first.recall = rateWithInterval(4, 5);
    first.millisecondsPerImage = 20;
    first.memoryBankBytes = 1'500'000;
    first.roc = {{0, 0, 2}, {0, 1, 1}, {1, 1, 0}};
    ComparisonRow second = first;
    second.name = "Second, \"two\"";
    second.imageAuroc = 0.8;
    second.hasAnomalyMap = false;
    second.pixelAuroc = std::numeric_limits<double>::quiet_NaN();
    second.millisecondsPerImage = 10;
    ComparisonRow failed;
    failed.name = "Failed";
    failed.failure = "The weights stop before layer4.";
    comparison.rows = {first, second, failed};
    comparison.disagreements = {
        {"/set/test/scratch/1.png", Label::Defective, {Verdict::Good, Verdict::Defective, std::nullopt}, 1}};
    comparison.good = 3;
    comparison.defective = 5;
    return comparison;
}

int columnOf(const char *id)
{
    for (std::size_t column = 0; column < comparisonColumns().size(); ++column) {
        if (QLatin1String(comparisonColumns()[column].id) == QLatin1String(id))
            return ComparisonTable::FirstFigure + static_cast<int>(column);
    }
    qFatal("no column %s", id);
}

} // namespace

class TestCompareTables : public QObject {
    Q_OBJECT

private slots:
    /// The window writes numbers as its language does; files and terminal do not.
    void figuresFollowTheLanguage()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        ComparisonTable table;
        table.setComparison(made(), 0);
        const QString auroc = table.index(0, columnOf("image_auroc")).data().toString();
        const QString recall = table.index(0, columnOf("recall")).data().toString();
        QLocale::setDefault(before);
        QCOMPARE(auroc, QStringLiteral("0,900"));
        QVERIFY2(recall.startsWith("80,0 % ("), qPrintable(recall));
        const ComparisonColumn &first = comparisonColumns().front();
        QCOMPARE(first.text(made().rows[0], QLocale::c()), QStringLiteral("0.900"));
    }

    void theBackboneHasItsTitle()
    {
        ComparisonTable table;
        table.setComparison(made(), 0);
        QCOMPARE(table.index(0, ComparisonTable::BackboneColumn).data().toString(),
                 QString::fromStdString(backboneInfo("embedded-resnet18").title));
    }

    void figuresAreShownWithTheirUnits()
    {
        ComparisonTable table;
        table.setComparison(made(), 1);
        const auto text = [&table](int row, const char *id) {
            return table.index(row, columnOf(id)).data().toString();
        };
        QCOMPARE(text(0, "image_auroc"), QStringLiteral("0.900"));
        QVERIFY(text(0, "recall").startsWith("80.0 % (") && text(0, "recall").contains("4 of 5"));
        QCOMPARE(text(0, "memory_bank_bytes"), QStringLiteral("1.5 MB"));
        QCOMPARE(text(1, "pixel_auroc"), QStringLiteral("no map"));
        QCOMPARE(text(2, "image_auroc"), QStringLiteral("–"));
        QCOMPARE(table.index(1, 0).data().toString(), QStringLiteral("Second, \"two\" (in use)"));
        QCOMPARE(table.index(2, 0).data().toString(), QStringLiteral("Failed (failed)"));
        QVERIFY(table.index(2, 0).data(Qt::ToolTipRole).toString().contains("layer4"));
        QCOMPARE(table.headerData(columnOf("ms_per_image"), Qt::Horizontal, Qt::DisplayRole).toString(),
                 QStringLiteral("ms a\npicture"));
    }

    /// Who raises more false alarms finds more: at thresholds that stand for different rates nobody finds best.
    void thresholdsOfDifferentRatesHaveNoBest()
    {
        const auto best = [](const Comparison &comparison, const char *id) {
            return bestRows(
                comparison,
                comparisonColumns()[static_cast<std::size_t>(columnOf(id) - ComparisonTable::FirstFigure)]);
        };
        const std::vector<bool> nobody(3, false);
        Comparison comparison = made();
        comparison.rows[1].recall = {2, 5, 0.4, 0.1, 0.7};
        QVERIFY(best(comparison, "recall") != nobody);
        comparison.rows[2].operatingPoint.wantedFalseAlarmRate = 0.5; // it has no figures
        QVERIFY(best(comparison, "recall") != nobody);
        comparison.rows[0].operatingPoint.wantedFalseAlarmRate = 0.01;
        QCOMPARE(best(comparison, "recall"), nobody);
        comparison.rows[0].operatingPoint.wantedFalseAlarmRate =
            comparison.rows[1].operatingPoint.wantedFalseAlarmRate;
        comparison.rows[0].operatingPoint.origin = OperatingPoint::Origin::ByHand;
        QCOMPARE(best(comparison, "recall"), nobody);
        QVERIFY(best(comparison, "image_auroc") != nobody);
    }

    void theBestIsBoldAndSaid()
    {
        ComparisonTable table;
        table.setComparison(made(), 0);
        const auto best = [&table](int row, const char *id) {
            const QModelIndex index = table.index(row, columnOf(id));
            const bool bold = index.data(Qt::FontRole).value<QFont>().bold();
            return bold && index.data(Qt::AccessibleTextRole).toString().contains("best");
        };
        QVERIFY(best(0, "image_auroc") && !best(1, "image_auroc"));
        QVERIFY(!best(0, "ms_per_image") && best(1, "ms_per_image")); // less is better
        QVERIFY(!best(0, "pixel_auroc"));                             // the only one is not the best of anything
        QVERIFY(!best(2, "image_auroc"));
    }

    void unknownStaysAtTheEnd()
    {
        ComparisonTable table;
        ComparisonOrder order;
        order.setSourceModel(&table);
        table.setComparison(made(), -1);
        const auto names = [&order] {
            QStringList list;
            for (int row = 0; row < order.rowCount(); ++row)
                list << order.index(row, 0).data().toString().left(6);
            return list;
        };
        order.sort(columnOf("image_auroc"), Qt::AscendingOrder);
        QCOMPARE(names(), QStringList({"Second", "First ", "Failed"}));
        order.sort(columnOf("image_auroc"), Qt::DescendingOrder);
        QCOMPARE(names(), QStringList({"First ", "Second", "Failed"}));
    }

    void verdictsAgainstTheLabelHaveACross()
    {
        DisagreementModel model;
        model.setComparison(made());
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.columnCount(), 4); // the failed one has no verdicts
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("scratch/1.png"));
        QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("Defective"));
        QCOMPARE(model.index(0, 2).data().toString(), QStringLiteral("✗ Good"));
        QCOMPARE(model.index(0, 3).data().toString(), QStringLiteral("Defective"));
        QCOMPARE(model.rowOfColumn(3), 1);
        QCOMPARE(model.rowOfColumn(0), -1);
    }

    void filesSayTheSame()
    {
        const QTemporaryDir folder;
        const ComparisonContent content{made(), "plates & \"more\"", "2024-01-01T00:00:00Z"};
        const auto path = [&folder](const char *name) { return folder.filePath(QLatin1String(name)).toStdString(); };
        const auto read = [](const std::string &name) {
            QFile file(QString::fromStdString(name));
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        writeComparisonJson(content, path("c.json"));
        const QJsonObject json = test::readJson(QString::fromStdString(path("c.json")));
        QCOMPARE(json["models"][0]["image_auroc"].toDouble(), 0.9);
        QCOMPARE(json["models"][0]["parameters"]["k"].toInt(), 1);
        QCOMPARE(json["models"][0]["intervals_95"]["recall"]["n"].toInt(), 5);
        QVERIFY(json["models"][1]["pixel_auroc"].isNull());
        QVERIFY(json["models"][1]["intervals_95"]["image_f1_max"].isNull());
        QCOMPARE(json["models"][2]["error"].toString(), QStringLiteral("The weights stop before layer4."));
        QCOMPARE(json["disagreements"][0]["verdicts"][0]["verdict"].toString(), QStringLiteral("good"));

        writeComparisonCsv(content, path("c.csv"));
        const QList<QByteArray> lines = read(path("c.csv")).split('\n');
        QCOMPARE(lines.size(), 5); // a heading, three models, the end
        QVERIFY(lines[2].startsWith("\"Second, \"\"two\"\"\",patchcore,"));

        writeComparisonHtml(content, path("c.html"));
        const QByteArray html = read(path("c.html"));
        QVERIFY(html.contains("First &lt;one&gt;") && !html.contains("First <one>"));
        QVERIFY(html.contains("no map") && html.contains("The weights stop before layer4."));
        QCOMPARE(html.count("class=\"series-0\""), 2); // the curve and its line in the legend
        QVERIFY(html.contains("stroke-dasharray") && html.contains(".series-1 {"));
        QVERIFY(html.contains("verdict-defective") && html.contains("never for a threshold"));
    }
};

QTEST_MAIN(TestCompareTables)
#include "test_comparetables.moc"
