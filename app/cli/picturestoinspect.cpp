#include "picturestoinspect.h"

#include <algorithm>
#include <system_error>
#include <unordered_set>
#include <utility>

#include <spotcheck/core/error.h>

#include "ui/report/reportexport.h"

#include "command.h"

namespace spotcheck::cli {

namespace {

namespace fs = std::filesystem;

/// Where no real path can be told, as of a link to itself, that which was named.
fs::path realPath(const fs::path &path)
{
    std::error_code error;
    fs::path real = fs::weakly_canonical(path, error);
    if (error || real.empty())
        real = fs::absolute(path, error).lexically_normal();
    return error ? path : real;
}

/// Whether `path` is `folder` or lies below it; both canonical.
bool isWithin(const fs::path &path, const fs::path &folder)
{
    const fs::path below = path.lexically_relative(folder);
    return !below.empty() && *below.begin() != "..";
}

class PictureFinder {
public:
    PictureFinder(const fs::path &output, JobMonitor &monitor) : m_output(realPath(output)), m_monitor(monitor) {}

    void find(const fs::path &path)
    {
        // Asks for no folder that cannot be reached: findImages says why it cannot.
        if (recogniseLayout(path).value_or(DatasetLayout::Flat) != DatasetLayout::Flat)
            takeDataset(path);
        else
            takePictures(path);
    }

    PicturesToInspect take() { return std::move(m_found); }

private:
    void takeDataset(const fs::path &folder)
    {
        const Dataset dataset = readDataset(folder, m_monitor);
        if (dataset.test.empty() && !dataset.normals.empty())
            throw CommandError(folder.string() +
                               ": this data set has pictures to train on and none to test. Name the folder "
                               "of pictures itself.");
        for (const Sample &sample : dataset.test)
            add(sample);
        for (const FileProblem &problem : dataset.problems)
            add(problem);
    }

    void takePictures(const fs::path &path)
    {
        std::vector<FileProblem> problems;
        const bool holdsOutput = isWithin(m_output, realPath(path));
        for (const fs::path &image : findImages({path}, problems, m_monitor)) {
            if (!holdsOutput || !isOfARun(image))
                add(Sample{.image = image});
        }
        for (const FileProblem &problem : problems)
            add(problem);
    }

    bool isOfARun(const fs::path &image) const
    {
        const fs::path place = realPath(image);
        return std::ranges::any_of(ui::reportFormatNames(), [&](const ui::ReportFormatName &format) {
            return isWithin(place, m_output / format.file);
        });
    }

    void add(const Sample &sample)
    {
        if (m_known.insert(realPath(sample.image).native()).second)
            m_found.samples.push_back(sample);
    }

    void add(const FileProblem &problem)
    {
        if (m_known.insert(realPath(problem.file).native()).second)
            m_found.problems.push_back(problem);
    }

    fs::path m_output; ///< canonical
    JobMonitor &m_monitor;
    std::unordered_set<std::string> m_known; ///< canonical
    PicturesToInspect m_found;
};

} // namespace

PicturesToInspect findPicturesToInspect(const std::vector<std::string> &paths, const fs::path &output,
                                        JobMonitor &monitor)
{
    PictureFinder finder(output, monitor);
    for (const std::string &path : paths)
        finder.find(path);
    PicturesToInspect found = finder.take();
    if (found.samples.empty() && found.problems.empty())
        throw Error(ErrorCode::FolderEmpty, paths.front());
    return found;
}

void refuseToDrawOver(const std::vector<Sample> &pictures, const std::vector<ui::ReportFormat> &formats,
                      const fs::path &output)
{
    for (const ui::ReportFormatName &name : ui::reportFormatNames()) {
        const fs::path folder = realPath(output / name.file);
        std::error_code ignored; // what is not there holds no picture
        if (*name.ending == '\0' || std::ranges::find(formats, name.format) == formats.end() ||
            !fs::is_directory(folder, ignored))
            continue;
        for (const Sample &picture : pictures) {
            if (isWithin(realPath(picture.image), folder))
                throw UsageError(picture.image.string() + " lies where \"" + name.id + "\" would be written (" +
                                 folder.string() + "); give another folder by --output");
        }
    }
}

} // namespace spotcheck::cli
