#include <spotcheck/data/picturechecks.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdlib>
#include <map>
#include <optional>
#include <set>
#include <string>

#include <opencv2/core.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/image/imagereader.h>

#include "data/contentgroups.h"

namespace spotcheck {

namespace {

/// What is known of one picture of either lane. Normals come first.
struct Looked {
    std::optional<ImageFacts> facts; ///< none: it cannot be read
    bool maskUnusable = false;
};

bool isMaskUsable(const std::filesystem::path &mask, const cv::Size &size)
{
    try {
        const cv::Mat pixels = readMask(mask);
        return pixels.size() == size && cv::countNonZero(pixels) > 0;
    } catch (const Error &) {
        return false;
    }
}

/// The two lanes as one row of pictures.
class Pictures {
public:
    Pictures(const std::vector<Sample> &normals, const std::vector<Sample> &test) : m_normals(normals), m_test(test)
    {}

    std::size_t size() const { return m_normals.size() + m_test.size(); }
    const Sample &operator[](std::size_t index) const
    {
        return isNormal(index) ? m_normals[index] : m_test[index - m_normals.size()];
    }
    bool isNormal(std::size_t index) const { return index < m_normals.size(); }
    void add(PictureFinding &finding, std::size_t index) const
    {
        if (isNormal(index))
            finding.normals.push_back(index);
        else
            finding.test.push_back(index - m_normals.size());
    }

private:
    const std::vector<Sample> &m_normals;
    const std::vector<Sample> &m_test;
};

std::vector<Looked> lookAt(const Pictures &pictures, JobMonitor &monitor)
{
    std::vector<Looked> all(pictures.size());
    std::atomic<std::int64_t> done = 0;
    const auto count = static_cast<std::int64_t>(pictures.size());
    parallelFor(count, monitor, [&](std::int64_t index) {
        const auto place = static_cast<std::size_t>(index);
        const Sample &sample = pictures[place];
        try {
            all[place].facts = readImageFacts(sample.image);
            all[place].maskUnusable = !sample.mask.empty() && !isMaskUsable(sample.mask, all[place].facts->size);
        } catch (const Error &) {
            all[place].facts.reset();
        }
        monitor.report({.stage = Stage::Reading, .step = ++done, .steps = count, .value = {}});
    });
    return all;
}

/// Gathers the findings, each about those pictures that a condition holds for.
class Findings {
public:
    Findings(const Pictures &pictures, const std::vector<Looked> &looked) : m_pictures(pictures), m_looked(looked) {}

    /// Adds a finding unless it is about nothing. The number of pictures becomes the sentence's first argument.
    template <typename Condition>
    void add(PictureCheck check, Severity severity, Message sentence, const Condition &holds)
    {
        PictureFinding finding{.check = check, .severity = severity, .sentence = {}};
        for (std::size_t index = 0; index < m_looked.size(); ++index) {
            if (holds(m_pictures[index], m_looked[index]))
                m_pictures.add(finding, index);
        }
        if (const std::size_t count = finding.normals.size() + finding.test.size(); count > 0) {
            sentence.arguments.insert(sentence.arguments.begin(), std::to_string(count));
            finding.sentence = std::move(sentence);
            m_all.push_back(std::move(finding));
        }
    }

    void addCopies(const std::vector<std::vector<std::size_t>> &groups)
    {
        PictureFinding both{.check = PictureCheck::InBothLanes, .severity = Severity::Error, .sentence = {}};
        PictureFinding repeated{.check = PictureCheck::Repeated, .severity = Severity::Warning, .sentence = {}};
        for (const std::vector<std::size_t> &group : groups) {
            const bool crosses = m_pictures.isNormal(group.front()) && !m_pictures.isNormal(group.back());
            std::size_t normalsSeen = 0;
            std::size_t testsSeen = 0;
            for (const std::size_t index : group) {
                const bool normal = m_pictures.isNormal(index);
                if (!normal && crosses)
                    m_pictures.add(both, index);
                else if ((normal ? normalsSeen : testsSeen) > 0)
                    m_pictures.add(repeated, index);
                ++(normal ? normalsSeen : testsSeen);
            }
        }
        if (!both.test.empty()) {
            both.sentence = {
                "Test pictures that are also learned: %1. The figures would flatter, because the model knows "
                "these pictures.",
                {std::to_string(both.test.size())}};
            m_all.push_back(std::move(both));
        }
        if (const std::size_t count = repeated.normals.size() + repeated.test.size(); count > 0) {
            repeated.sentence = {"Copies of another picture in the same lane: %1. They count more than once in every "
                                 "figure and promise more than was seen.",
                                 {std::to_string(count)}};
            m_all.push_back(std::move(repeated));
        }
    }

    void push(PictureFinding finding) { m_all.push_back(std::move(finding)); }

    std::vector<PictureFinding> take()
    {
        std::stable_sort(m_all.begin(), m_all.end(), [](const PictureFinding &left, const PictureFinding &right) {
            return left.severity > right.severity;
        });
        return std::move(m_all);
    }

private:
    const Pictures &m_pictures;
    const std::vector<Looked> &m_looked;
    std::vector<PictureFinding> m_all;
};

std::string sizeText(const std::array<int, 2> &size)
{
    return std::to_string(size[0]) + " x " + std::to_string(size[1]);
}

void checkSizes(const std::vector<Looked> &looked, Findings &findings)
{
    std::map<std::array<int, 2>, std::size_t> counts;
    for (const Looked &picture : looked) {
        if (picture.facts)
            ++counts[{picture.facts->size.width, picture.facts->size.height}];
    }
    if (counts.size() < 2)
        return;
    const auto [usual, most] = *std::max_element(
        counts.begin(), counts.end(), [](const auto &left, const auto &right) { return left.second < right.second; });
    if (2 * most <= looked.size()) { // no size is the usual one, so no picture is odd
        findings.push(
            {.check = PictureCheck::SizesDiffer,
             .severity = Severity::Note,
             .sentence = {"The pictures have %1 different sizes. All are brought to one size, so parts of the "
                          "same size should fill the same share of the picture.",
                          {std::to_string(counts.size())}}});
        return;
    }
    // Scaled alike they look alike; squeezed ones do not.
    const bool squeezed = std::any_of(counts.begin(), counts.end(), [&usual = usual](const auto &entry) {
        const double shape = static_cast<double>(entry.first[0]) / entry.first[1];
        const double usualShape = static_cast<double>(usual[0]) / usual[1];
        return std::abs(shape / usualShape - 1) > 0.02;
    });
    findings.add(
        PictureCheck::SizesDiffer, squeezed ? Severity::Warning : Severity::Note,
        squeezed ? Message{"Pictures of another shape than %2 px, which most have: %1. Parts look larger, smaller "
                           "or cut off in them.",
                           {sizeText(usual)}}
                 : Message{"Pictures of another size than %2 px, which most have: %1. They are scaled; fine "
                           "detail may differ.",
                           {sizeText(usual)}},
        [&usual = usual](const Sample &, const Looked &picture) {
            return picture.facts && (picture.facts->size.width != usual[0] || picture.facts->size.height != usual[1]);
        });
}

void checkPixels(const std::vector<Looked> &looked, Findings &findings)
{
    const auto isGrey = [](const Looked &picture) { return picture.facts && picture.facts->channels < 3; };
    const auto isColour = [](const Looked &picture) { return picture.facts && picture.facts->channels >= 3; };
    if (std::any_of(looked.begin(), looked.end(), isGrey) && std::any_of(looked.begin(), looked.end(), isColour)) {
        const bool greyIsRare = 2 * std::count_if(looked.begin(), looked.end(), isGrey) <= std::ssize(looked);
        findings.add(
            PictureCheck::GreyAndColour, Severity::Warning,
            greyIsRare ? Message{"Grey pictures among coloured ones: %1. The missing colour may be taken for a "
                                 "defect."}
                       : Message{"Coloured pictures among grey ones: %1. Their colour may be taken for a "
                                 "defect."},
            [&](const Sample &, const Looked &picture) { return greyIsRare ? isGrey(picture) : isColour(picture); });
    }
    const auto isDeep = [](const Looked &picture) { return picture.facts && picture.facts->bitsPerChannel > 8; };
    const auto deep = std::count_if(looked.begin(), looked.end(), isDeep);
    const bool mixed = deep > 0 && deep < std::ssize(looked);
    findings.add(PictureCheck::SixteenBit, mixed ? Severity::Warning : Severity::Note,
                 mixed
                     ? Message{"16-bit pictures among 8-bit ones: %1. They are read without stretching, so they may "
                               "look darker than the others."}
                     : Message{"16-bit pictures: %1. They are read without stretching; where they look dark, let the "
                               "camera use the whole range."},
                 [&](const Sample &, const Looked &picture) { return isDeep(picture); });
    findings.add(
        PictureCheck::SeveralPages, Severity::Warning,
        Message{"Files with several pages or frames: %1. Only the first one is looked at; save the others as "
                "files of their own."},
        [](const Sample &, const Looked &picture) { return picture.facts && picture.facts->holdsMore; });
    findings.add(
        PictureCheck::Turned, Severity::Note,
        Message{"Pictures that carry an EXIF rotation: %1. They are turned upright; masks must be upright as well."},
        [](const Sample &, const Looked &picture) { return picture.facts && picture.facts->exifOrientation != 1; });
}

void checkTest(const std::vector<Sample> &test, Findings &findings)
{
    findings.add(
        PictureCheck::MaskUnusable, Severity::Error,
        Message{"Masks that cannot be used: %1. They are empty, unreadable, or of another size than their picture."},
        [](const Sample &, const Looked &picture) { return picture.maskUnusable; });
    const auto hasMask = [](const Sample &sample) { return !sample.mask.empty(); };
    if (std::any_of(test.begin(), test.end(), hasMask)) {
        findings.add(PictureCheck::MaskMissing, Severity::Note,
                     Message{"Defective pictures without a mask: %1. Pixel figures leave them out."},
                     [](const Sample &sample, const Looked &) {
                         return sample.label == Label::Defective && sample.mask.empty();
                     });
    }
    const auto count = [&test](Label label) {
        return std::count_if(test.begin(), test.end(),
                             [label](const Sample &sample) { return sample.label == label; });
    };
    if (test.empty() || (count(Label::Good) > 0 && count(Label::Defective) > 0))
        return;
    const bool noDefects = count(Label::Defective) == 0;
    findings.push({.check = PictureCheck::LabelsMissing,
                   .severity = Severity::Note,
                   .sentence = noDefects
                                   ? Message{"No test picture is labelled defective: how well defects are found "
                                             "cannot be measured."}
                                   : Message{"No test picture is labelled good: false alarms cannot be "
                                             "measured."}});
}

} // namespace

std::vector<PictureFinding> checkPictures(const std::vector<Sample> &normals, const std::vector<Sample> &test,
                                          JobMonitor &monitor)
{
    const Pictures pictures(normals, test);
    const std::vector<Looked> looked = lookAt(pictures, monitor);
    std::vector<std::filesystem::path> files;
    files.reserve(pictures.size());
    for (std::size_t index = 0; index < pictures.size(); ++index)
        files.push_back(pictures[index].image);

    Findings findings(pictures, looked);
    findings.add(PictureCheck::Unreadable, Severity::Error,
                 Message{"Pictures that cannot be read any more: %1. They were moved, deleted or damaged."},
                 [](const Sample &, const Looked &picture) { return !picture.facts; });
    findings.addCopies(contentGroups(files, monitor));
    if (!normals.empty() && normals.size() < fewNormals) {
        findings.push(
            {.check = PictureCheck::FewNormals,
             .severity = Severity::Warning,
             .sentence = {"Normal pictures: only %1. A model learns from them how much good parts vary; %2 to "
                          "200 are a good start.",
                          {std::to_string(normals.size()), std::to_string(fewNormals)}}});
    }
    checkSizes(looked, findings);
    checkPixels(looked, findings);
    checkTest(test, findings);
    return findings.take();
}

} // namespace spotcheck
