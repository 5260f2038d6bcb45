#include "ui/pages/images/pictureimport.h"

#include <atomic>
#include <string>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/image/imagereader.h>

#include "ui/report/enginetext.h"

namespace spotcheck::ui {

namespace {

/// Takes the files whose header cannot be read out of `samples` and into `problems`.
void checkHeaders(std::vector<Sample> &samples, std::vector<FileProblem> &problems, JobMonitor &monitor)
{
    const auto count = static_cast<std::int64_t>(samples.size());
    std::vector<std::string> reasons(samples.size());
    std::atomic<std::int64_t> done = 0;
    parallelFor(count, monitor, [&](std::int64_t index) {
        try {
            readImageFacts(samples[index].image);
        } catch (const Error &error) {
            // Without the path: the list has a column of its own for it.
            reasons[index] = engineText(errorSentence(error.code())).toStdString();
            if (!error.detail().empty())
                reasons[index] += " (" + error.detail() + ")";
        }
        monitor.report({.stage = Stage::Reading, .step = ++done, .steps = count, .value = {}});
    });

    std::vector<Sample> readable;
    readable.reserve(samples.size());
    for (std::size_t index = 0; index < samples.size(); ++index) {
        if (reasons[index].empty())
            readable.push_back(std::move(samples[index]));
        else
            problems.push_back({samples[index].image, reasons[index]});
    }
    samples = std::move(readable);
}

bool isDataset(const std::vector<std::filesystem::path> &filesAndFolders)
{
    std::error_code ignored;
    return filesAndFolders.size() == 1 && std::filesystem::is_directory(filesAndFolders.front(), ignored) &&
           recogniseLayout(filesAndFolders.front()).value_or(DatasetLayout::Flat) != DatasetLayout::Flat;
}

} // namespace

PictureImport importPictures(const std::vector<std::filesystem::path> &filesAndFolders, JobMonitor &monitor)
{
    PictureImport result;
    if (isDataset(filesAndFolders)) {
        result.dataset = readDataset(filesAndFolders.front(), monitor);
        result.problems = std::move(result.dataset->problems);
        checkHeaders(result.dataset->normals, result.problems, monitor);
        checkHeaders(result.dataset->test, result.problems, monitor);
        return result;
    }
    for (std::filesystem::path &file : findImages(filesAndFolders, result.problems, monitor)) {
        Sample sample;
        sample.image = std::move(file);
        result.pictures.push_back(std::move(sample));
    }
    checkHeaders(result.pictures, result.problems, monitor);
    return result;
}

} // namespace spotcheck::ui
