#include "ui/dialogs/reportjob.h"

#include <system_error>

#include "ui/widgets/format.h"

namespace spotcheck::ui {

std::vector<std::filesystem::path> ReportJob::overwrites() const
{
    std::vector<std::filesystem::path> files = earlierReport(folder, formats);
    std::error_code unknown; // what cannot be seen cannot be written over either
    if (keepModel && std::filesystem::exists(modelFile(), unknown))
        files.push_back(modelFile());
    return files;
}

ExportedReport ReportJob::run(JobMonitor &monitor) const
{
    ReportContent content;
    if (!logo.isEmpty())
        content.logo = ReportLogo::read(toPath(logo)); // before anything is written
    if (keepModel) {
        std::error_code ignored; // a folder that cannot be made is told by the first file written to it
        std::filesystem::create_directories(folder, ignored);
        model->save(modelFile());
    }
    content.fields = fields;
    content.scale = scale;
    content.dataSet = dataSet;
    content.model = modelIdentity(*model, keepModel ? modelFile() : std::filesystem::path());
    content.operatingPoint = operatingPoint;
    content.entries = reportEntries(content.model, evaluation->results, operatingPoint, monitor);
    content.pixels = evaluation->pixels;
    content.leaked = leakedPictures(model->manifest(), content.entries);
    content.shown = picturesToShow(content.entries, pictures, selected);
    addIntervals(content, monitor);
    return exportReport(content, folder, formats, monitor);
}

} // namespace spotcheck::ui
