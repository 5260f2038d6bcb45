#include <QSignalSpy>
#include <QUndoStack>
#include <QtTest>

#include "ui/document/document.h"

using namespace spotcheck;
using namespace spotcheck::ui;

namespace {

Sample sample(const std::string &file, Label label = Label::Unlabelled, const std::string &type = {})
{
    return {.image = file, .label = label, .defectType = type, .mask = {}};
}

std::vector<std::string> names(const std::vector<Sample> &samples)
{
    std::vector<std::string> result;
    for (const Sample &s : samples)
        result.push_back(s.image.string());
    return result;
}

InspectionResult scored(const Sample &of, double score)
{
    InspectionResult result;
    result.sample = of;
    result.prediction.emplace();
    result.prediction->score = score;
    return result;
}

using Names = std::vector<std::string>;

} // namespace

class TestDocument : public QObject {
    Q_OBJECT

private slots:
    void picturesAreNotAddedTwice()
    {
        Document document;
        QSignalSpy changed(&document, &Document::samplesChanged);
        QCOMPARE(document.addSamples(Lane::Test, {sample("a.png"), sample("b.png"), sample("a.png")}), 2);
        QCOMPARE(document.addSamples(Lane::Test, {sample("b.png"), sample("./c.png"), sample("c.png")}), 1);
        QCOMPARE(document.addSamples(Lane::Test, {sample("a.png")}), 0);
        QCOMPARE(document.samples(Lane::Test).size(), 3u);
        QCOMPARE(changed.count(), 2);
        QCOMPARE(document.undoStack()->count(), 2);
    }

    void theNormalLaneHoldsGoodPictures()
    {
        Document document;
        Sample defective = sample("a.png", Label::Defective, "scratch");
        defective.mask = "a_mask.png";
        document.addSamples(Lane::Normal, {defective});
        QCOMPARE(document.samples(Lane::Normal).front(), sample("a.png", Label::Good));
    }

    void addingIsUndone()
    {
        Document document;
        document.addSamples(Lane::Normal, {sample("a.png")});
        document.addSamples(Lane::Normal, {sample("b.png"), sample("c.png")});
        document.undoStack()->undo();
        QCOMPARE(names(document.samples(Lane::Normal)), Names({"a.png"}));
        document.undoStack()->redo();
        QCOMPARE(names(document.samples(Lane::Normal)), Names({"a.png", "b.png", "c.png"}));
    }

    void removingIsUndoneInPlace()
    {
        Document document;
        document.addSamples(Lane::Test, {sample("a"), sample("b"), sample("c"), sample("d"), sample("e")});
        document.removeSamples(Lane::Test, {4, 0, 2, 2, 99, -1});
        QCOMPARE(names(document.samples(Lane::Test)), Names({"b", "d"}));
        document.undoStack()->undo();
        QCOMPARE(names(document.samples(Lane::Test)), Names({"a", "b", "c", "d", "e"}));
        document.undoStack()->redo();
        QCOMPARE(names(document.samples(Lane::Test)), Names({"b", "d"}));
    }

    void movingIsOneStepAndRestoresTheLabel()
    {
        Document document;
        document.addSamples(Lane::Normal, {sample("a")});
        document.addSamples(Lane::Test, {sample("b", Label::Defective, "dent"), sample("c"), sample("a")});
        const int before = document.undoStack()->count();
        document.moveSamples(Lane::Test, {0, 2}); // "a" is in the other lane already
        QCOMPARE(names(document.samples(Lane::Test)), Names({"c"}));
        QCOMPARE(names(document.samples(Lane::Normal)), Names({"a", "b"}));
        QCOMPARE(document.samples(Lane::Normal).back(), sample("b", Label::Good));
        QCOMPARE(document.undoStack()->count(), before + 1);
        document.undoStack()->undo();
        QCOMPARE(names(document.samples(Lane::Normal)), Names({"a"}));
        QCOMPARE(document.samples(Lane::Test).front(), sample("b", Label::Defective, "dent"));
        QCOMPARE(document.samples(Lane::Test).size(), 3u);
    }

    void labelsAreUndoneAndNothingIsRecordedForNoChange()
    {
        Document document;
        document.addSamples(Lane::Test, {sample("a"), sample("b", Label::Good)});
        QSignalSpy labels(&document, &Document::labelsChanged);
        document.setLabel(Lane::Test, {0, 1}, Label::Defective, "scratch");
        QCOMPARE(document.samples(Lane::Test)[1], sample("b", Label::Defective, "scratch"));
        document.setLabel(Lane::Test, {0, 1}, Label::Defective, "scratch");
        QCOMPARE(labels.count(), 1);
        document.undoStack()->undo();
        QCOMPARE(document.samples(Lane::Test)[0], sample("a"));
        QCOMPARE(document.samples(Lane::Test)[1], sample("b", Label::Good));
    }

    void aGoodPartHasNoDefectTypeAndNoMask()
    {
        Document document;
        Sample defective = sample("a", Label::Defective, "scratch");
        defective.mask = "a_mask.png";
        document.addSamples(Lane::Test, {defective});
        document.setLabel(Lane::Test, {0}, Label::Good, "ignored");
        QCOMPARE(document.samples(Lane::Test).front(), sample("a", Label::Good));
        document.undoStack()->undo();
        QCOMPARE(document.samples(Lane::Test).front(), defective);
    }

    void theNameIsUndone()
    {
        Document document;
        document.setName("plates");
        document.setName("plates"); // no change, no step
        document.setName("others");
        QCOMPARE(document.undoStack()->count(), 2);
        document.undoStack()->undo();
        QCOMPARE(document.name(), QString("plates"));
        document.undoStack()->redo();
        QCOMPARE(document.name(), QString("others"));
    }

    void theEvaluationFollowsTheLabels()
    {
        Document document;
        const std::vector<Sample> tests{sample("a", Label::Good), sample("b", Label::Defective), sample("c")};
        document.addSamples(Lane::Test, tests);
        auto run = std::make_shared<Evaluation>();
        run->results = {scored(tests[0], 1), scored(tests[1], 2), scored(tests[2], 3)};
        run->scores = ScoreTable({{1, false}, {2, true}});
        run->pixels.emplace();
        document.setEvaluation(run);
        QCOMPARE(document.evaluation(), std::shared_ptr<const Evaluation>(run));

        QSignalSpy changed(&document, &Document::evaluationChanged);
        document.setLabel(Lane::Test, {2}, Label::Defective);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(document.evaluation()->scores.defective(), 2);
        QCOMPARE(document.evaluation()->scores.good(), 1);
        QCOMPARE(document.evaluation()->results[2].sample.label, Label::Defective);
        QVERIFY(!document.evaluation()->pixels);

        document.setLabel(Lane::Test, {0}, Label::Unlabelled);
        QCOMPARE(document.evaluation()->scores.good(), 0);

        document.undoStack()->undo();
        document.undoStack()->undo();
        QCOMPARE(document.evaluation(), std::shared_ptr<const Evaluation>(run)); // pixel metrics are back
    }

    void picturesThatLeftTheLaneLeaveTheEvaluation()
    {
        Document document;
        const std::vector<Sample> tests{sample("a", Label::Good), sample("b", Label::Defective)};
        document.addSamples(Lane::Test, tests);
        auto run = std::make_shared<Evaluation>();
        InspectionResult failed;
        failed.sample = tests[0];
        failed.failure = "a: it is gone";
        run->results = {failed, scored(tests[1], 2)};
        run->failed = 1;
        document.setEvaluation(run);
        document.removeSamples(Lane::Test, {1});
        QCOMPARE(document.evaluation()->results.size(), 1u);
        QCOMPARE(document.evaluation()->failed, 1);
        QCOMPARE(document.evaluation()->scores.defective(), 0);
        document.undoStack()->undo();
        QCOMPARE(document.evaluation()->results.size(), 2u);
    }

    void withoutAModelNothingIsEvaluated()
    {
        Document document;
        document.addSamples(Lane::Test, {sample("a")});
        auto run = std::make_shared<Evaluation>();
        run->results = {scored(sample("a"), 2)};
        document.setEvaluation(run);
        QSignalSpy evaluation(&document, &Document::evaluationChanged);
        QSignalSpy model(&document, &Document::modelChanged);
        document.setModel(nullptr);
        QVERIFY(!document.evaluation());
        QCOMPARE(evaluation.count(), 1);
        QCOMPARE(model.count(), 1);
    }

    void everyModelKeepsItsRunAndItsThreshold()
    {
        Document document;
        document.addSamples(Lane::Test, {sample("/parts/a.png")});
        const auto entrant = [&document](const char *name, double threshold, bool inspected) {
            Entrant made;
            made.name = name;
            made.operatingPoint.threshold = threshold;
            if (inspected) {
                auto run = std::make_shared<Evaluation>();
                run->results.resize(1);
                run->results[0].sample = document.samples(Lane::Test)[0];
                made.evaluation = run;
            }
            return made;
        };
        QCOMPARE(document.addModel(entrant("one", 1, true)), 0);
        QCOMPARE(document.addModel(entrant("one", 2, false)), 1);
        QCOMPARE(document.models()[1].name, std::string("one 2"));
        QCOMPARE(document.currentModel(), 0); // the first one came into use by itself
        QVERIFY(document.evaluation());

        QSignalSpy model(&document, &Document::modelChanged);
        QSignalSpy evaluation(&document, &Document::evaluationChanged);
        document.useModel(1);
        QCOMPARE(document.operatingPoint().threshold, 2.0);
        QVERIFY(!document.evaluation());
        OperatingPoint moved;
        moved.threshold = 2.5;
        document.setOperatingPoint(moved);
        document.useModel(0);
        QCOMPARE(document.operatingPoint().threshold, 1.0);
        QVERIFY(document.evaluation());
        QCOMPARE(model.count(), 2);
        QCOMPARE(evaluation.count(), 2);
        document.useModel(1);
        QCOMPARE(document.operatingPoint().threshold, 2.5);

        document.removeModel(0);
        QCOMPARE(document.currentModel(), 0);
        QCOMPARE(document.models()[0].name, std::string("one 2"));
        document.removeModel(0);
        QCOMPARE(document.currentModel(), -1);
        QVERIFY(document.models().empty() && !document.evaluation());
    }

    void aLaneOfAHundredThousandStaysQuick()
    {
        Document document;
        std::vector<Sample> many;
        std::vector<int> odd;
        for (int i = 0; i < 100'000; ++i) {
            many.push_back(sample("/parts/" + std::to_string(i) + ".png"));
            if (i % 2 == 1)
                odd.push_back(i);
        }
        document.addSamples(Lane::Test, std::move(many));
        document.removeSamples(Lane::Test, odd); // row by row this would move 2.5 thousand million pictures
        QCOMPARE(document.samples(Lane::Test).size(), 50'000u);
        document.undoStack()->undo();
        QCOMPARE(document.samples(Lane::Test)[99'999].image.string(), std::string("/parts/99999.png"));
    }
};

QTEST_GUILESS_MAIN(TestDocument)
#include "test_document.moc"
