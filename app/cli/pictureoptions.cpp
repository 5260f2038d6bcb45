#include "pictureoptions.h"

#include <charconv>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>
#include <system_error>

#include "command.h"

namespace spotcheck::cli {

namespace {

namespace fs = std::filesystem;

int wholeNumber(std::string_view text, const std::string &option, const std::string &form)
{
    int value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem != std::errc() || end != text.data() + text.size())
        throw UsageError(option + " must have the form " + form);
    return value;
}

/// "320x240".
cv::Size pairOf(const std::string &text, const std::string &option, const std::string &form)
{
    const std::size_t cross = text.find('x');
    if (cross == std::string::npos)
        throw UsageError(option + " must have the form " + form);
    const std::string_view view = text;
    return {wholeNumber(view.substr(0, cross), option, form), wholeNumber(view.substr(cross + 1), option, form)};
}

InputSize inputSizeOf(const std::string &text)
{
    const std::string form = "N or WxH, in pixels, as 320 or 320x240";
    if (text.find('x') == std::string::npos)
        return {wholeNumber(text, "--input-size", form)};
    const cv::Size size = pairOf(text, "--input-size", form);
    return {size.width, size.height};
}

RegionOfInterest regionFrom(const std::string &file)
{
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        std::error_code ignored;
        const bool missing = fs::status(file, ignored).type() == fs::file_type::not_found;
        throw Error(missing ? ErrorCode::FileNotFound : ErrorCode::FileUnreadable, fs::path(file));
    }
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    try {
        return RegionOfInterest::fromJson(text);
    } catch (const Error &error) {
        throw UsageError("--roi " + file + ": " + error.detail());
    }
}

AlignmentMode alignmentOf(const std::string &id)
{
    return id == "ecc" ? AlignmentMode::Ecc : id == "features" ? AlignmentMode::Features : AlignmentMode::None;
}

} // namespace

cv::Size sizeFrom(const std::string &text, const std::string &option)
{
    const cv::Size size = pairOf(text, option, "WxH, in pixels, as 640x480");
    if (size.width < 1 || size.height < 1)
        throw UsageError(option + " needs a width and a height of at least 1 px");
    return size;
}

void addPictureOptions(CLI::App &command, PictureOptions &options)
{
    command
        .add_option("--input-size", options.inputSize,
                    "width and height of the network's input, px: N or WxH; with tiles, of each tile")
        ->capture_default_str();
    CLI::Option *crop = command.add_flag("--centre-crop", options.centreCrop,
                                         "only the centre of each picture, as in the published figures");
    command
        .add_option("--crop-resize", options.cropResize,
                    "shorter side before the crop, px; 256 for an input of 224, in proportion for others")
        ->needs(crop);
    command
        .add_option("--tiles", options.tiles,
                    "cut large pictures into CxR tiles (columns, rows), each seen at the input size")
        ->capture_default_str();
    command.add_option("--tile-overlap", options.tileOverlap, "share of a tile in common with its neighbour")
        ->check(CLI::Range(0.0, 0.5))
        ->capture_default_str();
    command.add_option("--roi", options.region,
                       "JSON file of polygons to look at and to leave out: {\"include\": [[[x, y], ...], ...], "
                       "\"ignore\": [...]}, x and y in shares of the picture");
    CLI::Option *align =
        command
            .add_option("--align", options.alignment,
                        "bring pictures into the place of a reference: ecc (shift and rotation) or features "
                        "(perspective)")
            ->check(CLI::IsMember({"none", "ecc", "features"}))
            ->capture_default_str();
    command
        .add_option("--align-reference", options.alignmentReference,
                    "picture to align to; the first normal that is learned from, where left out")
        ->needs(align);
}

void applyPictureOptions(const PictureOptions &options, TrainingOptions &training)
{
    Preprocessing &preprocessing = training.preprocessing;
    preprocessing.inputSize = inputSizeOf(options.inputSize);
    const cv::Size tiles = pairOf(options.tiles, "--tiles", "CxR, as 3x2");
    preprocessing.tiling = {tiles.width, tiles.height, options.tileOverlap};
    if (!options.region.empty())
        preprocessing.region = regionFrom(options.region);
    preprocessing.alignment = alignmentOf(options.alignment);
    training.alignmentReference = options.alignmentReference;
    if (options.centreCrop) {
        preprocessing.framing = Preprocessing::Framing::CentreCrop;
        preprocessing.cropResize = options.cropResize != 0 ? options.cropResize : preprocessing.publishedCropResize();
    }
    fromCommandLine([&] { preprocessing.validate(); });
}

} // namespace spotcheck::cli
