#include <QTest>

#include <algorithm>
#include <fstream>
#include <optional>

#include <opencv2/imgcodecs.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/data/picturechecks.h>

#include "data/contentgroups.h"
#include "temporarytree.h"

namespace fs = std::filesystem;
using namespace spotcheck;

namespace {

using Rows = std::vector<std::size_t>;

} // namespace

class TestPictureChecks : public QObject {
    Q_OBJECT

private slots:
    void init();

    void hasNothingToSayAboutASoundSet();
    void findsCopiesInBothLanes();
    void findsCopiesInOneLane();
    void namesPicturesThatAreGone();
    void countsFewNormals();
    void findsOddSizes();
    void tellsAnotherShapeFromAnotherSize();
    void callsNoPictureOddWhereAllDiffer();
    void findsGreyAmongColour();
    void findsSixteenBit();
    void findsSeveralPages();
    void findsUnusableMasks();
    void findsMissingMasks();
    void saysWhichLabelIsMissing();
    void ordersByGravity();
    void canBeCancelled();

    void groupsEqualContent();
    void tellsFilesApartThatDifferBetweenTheSamples();

private:
    Sample picture(const std::string &name, const cv::Mat &pixels, Label label = Label::Good) const;
    Sample picture(const std::string &name, Label label = Label::Good);
    Sample copyOf(const Sample &sample, const std::string &name) const;
    std::string mask(const std::string &name, cv::Size size, int value) const;
    std::optional<PictureFinding> finding(PictureCheck check);

    std::unique_ptr<TemporaryTree> m_tree;
    std::vector<Sample> m_normals;
    std::vector<Sample> m_test;
    JobMonitor m_monitor;
    int m_shade = 0;
};

/// A sound set: enough normals, a good and a defective test picture with a mask.
void TestPictureChecks::init()
{
    m_tree = std::make_unique<TemporaryTree>();
    m_normals.clear();
    m_test.clear();
    m_shade = 0;
    for (std::size_t index = 0; index < fewNormals; ++index)
        m_normals.push_back(picture("normal" + std::to_string(index)));
    m_test.push_back(picture("good"));
    m_test.push_back(picture("defective", Label::Defective));
    m_test.back().mask = mask("defective_mask", {40, 30}, 255);
}

Sample TestPictureChecks::picture(const std::string &name, const cv::Mat &pixels, Label label) const
{
    Sample sample;
    sample.image = m_tree->path(name + ".png");
    sample.label = label;
    if (!cv::imwrite(sample.image.string(), pixels))
        qFatal("cannot write %s", sample.image.c_str());
    return sample;
}

Sample TestPictureChecks::picture(const std::string &name, Label label)
{
    ++m_shade;
    return picture(name, cv::Mat(30, 40, CV_8UC3, cv::Scalar(m_shade, 2 * m_shade, 255 - m_shade)), label);
}

Sample TestPictureChecks::copyOf(const Sample &sample, const std::string &name) const
{
    Sample copy = sample;
    copy.image = m_tree->path(name);
    fs::copy_file(sample.image, copy.image);
    return copy;
}

std::string TestPictureChecks::mask(const std::string &name, cv::Size size, int value) const
{
    return picture(name, cv::Mat(size, CV_8UC1, cv::Scalar(value))).image.string();
}

std::optional<PictureFinding> TestPictureChecks::finding(PictureCheck check)
{
    const std::vector<PictureFinding> all = checkPictures(m_normals, m_test, m_monitor);
    const auto found = std::find_if(all.begin(), all.end(), [check](const auto &one) { return one.check == check; });
    return found == all.end() ? std::nullopt : std::optional(*found);
}

void TestPictureChecks::hasNothingToSayAboutASoundSet()
{
    for (const PictureFinding &finding : checkPictures(m_normals, m_test, m_monitor))
        QFAIL(finding.sentence.english().c_str());
    QVERIFY(checkPictures({}, {}, m_monitor).empty());
}

void TestPictureChecks::findsCopiesInBothLanes()
{
    m_test.push_back(copyOf(m_normals[3], "another name.png"));
    m_test.push_back(copyOf(m_normals[3], "a third name.png"));
    const auto found = finding(PictureCheck::InBothLanes);
    QVERIFY(found);
    QCOMPARE(found->severity, Severity::Error);
    QCOMPARE(found->normals, Rows{});
    QCOMPARE(found->test, (Rows{2, 3}));
    QVERIFY(found->sentence.english().starts_with("Test pictures that are also learned: 2."));
    QVERIFY(!finding(PictureCheck::Repeated)); // both go already
}

void TestPictureChecks::findsCopiesInOneLane()
{
    m_normals.push_back(copyOf(m_normals[0], "copy.png"));
    m_test.push_back(copyOf(m_test[1], "copy of a test picture.png"));
    const auto found = finding(PictureCheck::Repeated);
    QVERIFY(found);
    QCOMPARE(found->severity, Severity::Warning);
    QCOMPARE(found->normals, Rows{fewNormals}); // the first one may stay
    QCOMPARE(found->test, Rows{2});
}

void TestPictureChecks::namesPicturesThatAreGone()
{
    fs::remove(m_normals[4].image);
    std::ofstream(m_test[0].image) << "no picture any more";
    const auto found = finding(PictureCheck::Unreadable);
    QVERIFY(found);
    QCOMPARE(found->severity, Severity::Error);
    QCOMPARE(found->normals, Rows{4});
    QCOMPARE(found->test, Rows{0});
}

void TestPictureChecks::countsFewNormals()
{
    m_normals.pop_back();
    const auto found = finding(PictureCheck::FewNormals);
    QVERIFY(found);
    QVERIFY(found->sentence.english().find("only 19.") != std::string::npos);
    QVERIFY(found->normals.empty()); // no picture is to blame
    m_normals.clear();
    QVERIFY(!finding(PictureCheck::FewNormals)); // the empty lane says so itself
}

void TestPictureChecks::findsOddSizes()
{
    m_normals[7] = picture("large", cv::Mat(60, 80, CV_8UC3, cv::Scalar(1, 2, 3)));
    const auto found = finding(PictureCheck::SizesDiffer);
    QVERIFY(found);
    QCOMPARE(found->severity, Severity::Note); // the same shape
    QCOMPARE(found->normals, Rows{7});
    QVERIFY(found->sentence.english().find("40 x 30 px") != std::string::npos);
}

void TestPictureChecks::tellsAnotherShapeFromAnotherSize()
{
    m_test[0] = picture("square", cv::Mat(40, 40, CV_8UC3, cv::Scalar(1, 2, 3)));
    const auto found = finding(PictureCheck::SizesDiffer);
    QVERIFY(found);
    QCOMPARE(found->severity, Severity::Warning);
    QCOMPARE(found->test, Rows{0});
}

void TestPictureChecks::callsNoPictureOddWhereAllDiffer()
{
    for (std::size_t index = 0; index < m_normals.size(); ++index)
        m_normals[index] = picture("n" + std::to_string(index),
                                   cv::Mat(20 + static_cast<int>(index), 50, CV_8UC3, cv::Scalar(1, 2, 3)));
    const auto found = finding(PictureCheck::SizesDiffer);
    QVERIFY(found);
    QCOMPARE(found->severity, Severity::Note);
    QVERIFY(found->normals.empty() && found->test.empty());
    // One for each normal picture, and that of the test pictures.
    QVERIFY2(found->sentence.english().starts_with("The pictures have 21 different sizes."),
             found->sentence.english().c_str());
}

void TestPictureChecks::findsGreyAmongColour()
{
    m_normals[2] = picture("grey", cv::Mat(30, 40, CV_8UC1, cv::Scalar(77)));
    const auto grey = finding(PictureCheck::GreyAndColour);
    QVERIFY(grey);
    QCOMPARE(grey->normals, Rows{2});
    QVERIFY(grey->sentence.english().starts_with("Grey pictures among coloured ones: 1."));

    // Where most are grey, the coloured ones are odd.
    for (std::size_t index = 0; index < m_normals.size(); ++index)
        m_normals[index] = picture("g" + std::to_string(index), cv::Mat(30, 40, CV_8UC1, cv::Scalar(10.0 + index)));
    const auto coloured = finding(PictureCheck::GreyAndColour);
    QVERIFY(coloured);
    QCOMPARE(coloured->normals, Rows{});
    QCOMPARE(coloured->test, (Rows{0, 1}));
}

void TestPictureChecks::findsSixteenBit()
{
    m_normals[5] = picture("deep", cv::Mat(30, 40, CV_16UC3, cv::Scalar(4000, 5000, 6000)));
    const auto mixed = finding(PictureCheck::SixteenBit);
    QVERIFY(mixed);
    QCOMPARE(mixed->severity, Severity::Warning);
    QCOMPARE(mixed->normals, Rows{5});

    m_test.clear();
    m_normals = {m_normals[5]};
    const auto all = finding(PictureCheck::SixteenBit);
    QVERIFY(all);
    QCOMPARE(all->severity, Severity::Note);
}

void TestPictureChecks::findsSeveralPages()
{
    const fs::path file = m_tree->path("pages.tiff");
    const auto page = [](double value) { return cv::Mat(30, 40, CV_8UC3, cv::Scalar(value, 70, 80)); };
    QVERIFY(cv::imwritemulti(file.string(), std::vector<cv::Mat>{page(10)}));
    m_normals[4].image = file;
    QVERIFY(!finding(PictureCheck::SeveralPages));
    QVERIFY(cv::imwritemulti(file.string(), std::vector<cv::Mat>{page(10), page(20)}));
    const auto found = finding(PictureCheck::SeveralPages);
    QVERIFY(found);
    QCOMPARE(found->severity, Severity::Warning);
    QCOMPARE(found->normals, Rows{4});
    QVERIFY(found->test.empty());

    // A second page that is called a reduced copy of the first one is none: tag 254 with a 4-byte value.
    std::ifstream written(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(written), {}};
    const std::size_t tag = bytes.rfind(std::string("\xFE\x00\x04\x00\x01\x00\x00\x00", 8));
    QVERIFY(tag != std::string::npos);
    bytes[tag + 8] |= 1;
    std::ofstream(file, std::ios::binary) << bytes;
    QVERIFY(!finding(PictureCheck::SeveralPages));
}

void TestPictureChecks::findsUnusableMasks()
{
    m_test.push_back(picture("small mask", Label::Defective));
    m_test.back().mask = mask("small", {20, 30}, 255);
    m_test.push_back(picture("empty mask", Label::Defective));
    m_test.back().mask = mask("empty", {40, 30}, 0);
    m_test.push_back(picture("no mask file", Label::Defective));
    m_test.back().mask = m_tree->path("gone.png");
    const auto found = finding(PictureCheck::MaskUnusable);
    QVERIFY(found);
    QCOMPARE(found->severity, Severity::Error);
    QCOMPARE(found->test, (Rows{2, 3, 4}));
}

void TestPictureChecks::findsMissingMasks()
{
    m_test.push_back(picture("unmasked", Label::Defective));
    const auto found = finding(PictureCheck::MaskMissing);
    QVERIFY(found);
    QCOMPARE(found->test, Rows{2});
    m_test[1].mask.clear(); // a set without any mask is meant to have none
    QVERIFY(!finding(PictureCheck::MaskMissing));
}

void TestPictureChecks::saysWhichLabelIsMissing()
{
    m_test[1].label = Label::Unlabelled;
    auto found = finding(PictureCheck::LabelsMissing);
    QVERIFY(found);
    QVERIFY(found->sentence.text.starts_with("No test picture is labelled defective"));
    m_test[1].label = Label::Defective;
    m_test[0].label = Label::Unlabelled;
    found = finding(PictureCheck::LabelsMissing);
    QVERIFY(found);
    QVERIFY(found->sentence.text.starts_with("No test picture is labelled good"));
}

void TestPictureChecks::ordersByGravity()
{
    m_test.push_back(picture("unmasked", Label::Defective));    // a note
    m_normals.push_back(copyOf(m_normals[0], "copy.png"));      // a warning
    m_test.push_back(copyOf(m_normals[1], "also learned.png")); // an error
    const std::vector<PictureFinding> all = checkPictures(m_normals, m_test, m_monitor);
    QCOMPARE(all.size(), std::size_t{3});
    QCOMPARE(all[0].check, PictureCheck::InBothLanes);
    QCOMPARE(all[1].check, PictureCheck::Repeated);
    QCOMPARE(all[2].check, PictureCheck::MaskMissing);
}

void TestPictureChecks::canBeCancelled()
{
    class : public JobMonitor {
        bool isCancelled() const override { return true; }
    } cancelled;
    QVERIFY_THROWS_EXCEPTION(Cancelled, checkPictures(m_normals, m_test, cancelled));
}

void TestPictureChecks::groupsEqualContent()
{
    const auto file = [this](const std::string &name, const std::string &content) {
        std::ofstream(m_tree->path(name), std::ios::binary) << content;
        return m_tree->path(name);
    };
    const std::vector<fs::path> files = {file("a", "one"), file("b", "two"),     file("c", "three"), file("d", "two"),
                                         file("e", "one"), m_tree->path("gone"), file("f", "one"),   file("g", "")};
    const std::vector<std::vector<std::size_t>> expected = {{0, 4, 6}, {1, 3}};
    QCOMPARE(contentGroups(files, m_monitor), expected);
}

void TestPictureChecks::tellsFilesApartThatDifferBetweenTheSamples()
{
    std::string content(100'000, 'x');
    std::ofstream(m_tree->path("a"), std::ios::binary) << content;
    content[20'000] = 'y'; // neither near the start, the middle nor the end
    std::ofstream(m_tree->path("b"), std::ios::binary) << content;
    QVERIFY(contentGroups({m_tree->path("a"), m_tree->path("b")}, m_monitor).empty());
}

QTEST_GUILESS_MAIN(TestPictureChecks)
#include "test_picturechecks.moc"
