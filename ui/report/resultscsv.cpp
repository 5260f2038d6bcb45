#include "ui/report/resultscsv.h"

#include <array>
#include <charconv>
#include <cmath>
#include <ostream>
#include <string_view>
#include <type_traits>

#include <QStringDecoder>

#include <spotcheck/core/runtime.h>

namespace spotcheck::ui {

namespace {

/// A cell that begins so is computed by spreadsheets: a file's name must not become a formula.
constexpr std::string_view formulaStarts = "=+-@\t\r";

/// The shortest text that reads back as the same number; nothing for what is not one.
template <typename Number>
std::string numberText(Number value)
{
    if constexpr (std::is_floating_point_v<Number>) {
        if (!std::isfinite(value))
            return {};
    }
    std::array<char, 40> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), error == std::errc() ? end : buffer.data()};
}

/// Nine digits: the product with a scale has no more to say.
std::string measureText(double value)
{
    std::array<char, 40> buffer{};
    const auto [end, error] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::general, 9);
    return {buffer.data(), error == std::errc() ? end : buffer.data()};
}

std::int64_t totalArea(const std::vector<Region> &regions)
{
    std::int64_t area = 0;
    for (const Region &region : regions)
        area += region.area;
    return area;
}

/// Whether test labels had a part in the threshold: 1, 0, or nothing where a person set it.
std::string labelUse(const OperatingPoint &point)
{
    const std::optional<bool> used = point.usesTestLabels();
    return used ? std::to_string(static_cast<int>(*used)) : std::string();
}

/// Empty without a scale: then there is no such column.
std::string areaInMillimetres(const ReportEntry &entry, const std::optional<PictureScale> &scale)
{
    if (!scale)
        return {};
    return ',' + (entry.result.prediction
                      ? measureText(scale->squareMillimetres(static_cast<double>(totalArea(entry.regions))))
                      : std::string());
}

bool alignsPictures(const ReportContent &content)
{
    return content.model.preprocessing.alignment != AlignmentMode::None;
}

/// 1, 0, or nothing of a picture that was not inspected. Without alignment there is no such column.
std::string alignmentCell(const ReportEntry &entry, const ReportContent &content)
{
    if (!alignsPictures(content))
        return {};
    return entry.result.prediction ? (isUnaligned(entry) ? ",0" : ",1") : ",";
}

void writeLine(std::ostream &out, const ReportEntry &entry, const ReportContent &content)
{
    const OperatingPoint &point = content.operatingPoint;
    const InspectionResult &result = entry.result;
    const bool scored = result.prediction.has_value();
    out << csvPath(result.sample.image) << ',' << result.sha256 << ',' << labelId(result.sample.label) << ','
        << csvField(result.sample.defectType) << ',' << verdictId(entry.verdict) << ','
        << (scored ? numberText(result.prediction->score) : "") << ','
        << (scored ? numberText(result.prediction->pValue) : "") << ',' << numberText(point.threshold) << ','
        << (scored ? std::to_string(entry.regions.size()) : "") << ','
        << (scored ? std::to_string(totalArea(entry.regions)) : "") << areaInMillimetres(entry, content.scale) << ','
        << (entry.regions.empty() ? "" : numberText(entry.regions.front().peak)) << ',' << labelUse(point) << ','
        << csvField(result.failure) << alignmentCell(entry, content) << "\r\n";
}

void writeRegion(std::ostream &out, const ReportEntry &entry, std::size_t index,
                 const std::optional<PictureScale> &scale)
{
    const Region &region = entry.regions[index];
    const std::array box{region.box.x, region.box.y, region.box.width, region.box.height};
    out << csvPath(entry.result.sample.image) << ',' << index + 1;
    for (const int pixels : box)
        out << ',' << pixels;
    out << ',' << region.area << ',' << numberText(region.perimeter) << ',' << numberText(region.peak) << ','
        << numberText(region.mean);
    if (scale) {
        for (const int pixels : box)
            out << ',' << measureText(scale->millimetres(pixels));
        out << ',' << measureText(scale->squareMillimetres(static_cast<double>(region.area))) << ','
            << measureText(scale->millimetres(region.perimeter));
    }
    out << "\r\n";
}

/// A file name need not be UTF-8, the file must be: what is none of it becomes U+FFFD, as in results.json.
std::string asUtf8(const std::string &bytes)
{
    using Flag = QStringConverter::Flag;
    QStringDecoder decoder(QStringConverter::Utf8, Flag::Stateless | Flag::ConvertInitialBom);
    const QString text = decoder(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return decoder.hasError() ? text.toStdString() : bytes;
}

} // namespace

std::string csvField(const std::string &bytes)
{
    const std::string text = asUtf8(bytes);
    const bool formula = text.find_first_of(formulaStarts) == 0;
    if (!formula && text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = formula ? "\"'" : "\"";
    for (const char character : text) {
        if (character == '"')
            quoted += '"';
        quoted += character;
    }
    return quoted + '"';
}

std::string csvPath(const std::filesystem::path &path)
{
    const std::string text = path.string();
    return csvField(text.find_first_of(formulaStarts) == 0 ? "./" + text : text);
}

void writeResultsCsv(const ReportContent &content, const std::filesystem::path &file, JobMonitor &monitor)
{
    writeFileAtomically(file, [&](std::ostream &out) {
        out << "path,sha256,label,defect_type,verdict,score,p_value,threshold,regions,regions_area_px,"
            << (content.scale ? "regions_area_mm2," : "") << "strongest_peak,threshold_uses_test_labels,error"
            << (alignsPictures(content) ? ",aligned\r\n" : "\r\n");
        std::int64_t written = 0;
        for (const ReportEntry &entry : content.entries) {
            monitor.throwIfCancelled();
            writeLine(out, entry, content);
            monitor.report({.stage = Stage::Writing,
                            .step = ++written,
                            .steps = static_cast<std::int64_t>(content.entries.size()),
                            .value = {}});
        }
    });
}

void writeRegionsCsv(const ReportContent &content, const std::filesystem::path &file, JobMonitor &monitor)
{
    writeFileAtomically(file, [&](std::ostream &out) {
        out << "path,region,x_px,y_px,width_px,height_px,area_px,perimeter_px,peak,mean"
            << (content.scale ? ",x_mm,y_mm,width_mm,height_mm,area_mm2,perimeter_mm\r\n" : "\r\n");
        std::int64_t written = 0;
        for (const ReportEntry &entry : content.entries) {
            monitor.throwIfCancelled();
            for (std::size_t index = 0; index < entry.regions.size(); ++index)
                writeRegion(out, entry, index, content.scale);
            monitor.report({.stage = Stage::Writing,
                            .step = ++written,
                            .steps = static_cast<std::int64_t>(content.entries.size()),
                            .value = {}});
        }
    });
}

} // namespace spotcheck::ui
