#include <spotcheck/core/error.h>

#include <array>
#include <string_view>
#include <utility>

namespace spotcheck {

namespace {

struct ErrorText {
    ErrorCode code;
    std::string_view id;
    std::string_view sentence; ///< what happened; what to do
};

constexpr std::array errorTexts{
    ErrorText{ErrorCode::FileNotFound, "file_not_found",
              "There is no such file or folder. Check the path, or whether the drive is connected."},
    ErrorText{ErrorCode::FileUnreadable, "file_unreadable",
              "It cannot be opened for reading. Check its permissions and whether the drive is connected."},
    ErrorText{ErrorCode::FolderEmpty, "folder_empty",
              "The folder holds no picture. Choose one with PNG, JPEG, BMP, TIFF or WebP files."},
    ErrorText{ErrorCode::FolderNotEmpty, "folder_not_empty",
              "The folder holds other files, which might be overwritten. Choose a new or an empty folder."},
    ErrorText{
        ErrorCode::NotAnImage, "not_an_image",
        "The content is not a picture in a supported format (PNG, JPEG, BMP, TIFF, WebP). Remove or convert it."},
    ErrorText{ErrorCode::ImageTruncated, "image_truncated",
              "The picture is incomplete: the file ends too early. Copy it again from its source, or remove it."},
    ErrorText{ErrorCode::ImageTooLarge, "image_too_large",
              "The picture is larger than the program accepts. Crop it or reduce its size."},
    ErrorText{ErrorCode::DatasetInvalid, "dataset_invalid",
              "The folder is not laid out as a data set that can be used for this. Arrange it as "
              "train/good and test/..., or choose another folder."},
    ErrorText{ErrorCode::MaskInvalid, "mask_invalid",
              "The mask does not fit its picture. Draw or export it again at the picture's size, with the defect in "
              "white."},
    ErrorText{
        ErrorCode::NotEnoughNormals, "not_enough_normals",
        "There are too few different good pictures: some are needed to learn from, and others to set the threshold "
        "by. 20 or more are recommended. Add pictures of good parts."},
    ErrorText{ErrorCode::NotEnoughLabels, "not_enough_labels",
              "The test needs pictures of good and of defective parts. Add or label them."},
    ErrorText{ErrorCode::InvalidParameter, "invalid_parameter", "A setting is out of its range. Correct it."},
    ErrorText{ErrorCode::UnknownDetector, "unknown_detector", "There is no such detector. Choose one of the list."},
    ErrorText{ErrorCode::UnknownBackbone, "unknown_backbone", "There is no such backbone. Choose one of the list."},
    ErrorText{ErrorCode::WeightsMissing, "weights_missing",
              "The weights of this backbone are not on this computer. Import them, or choose another backbone."},
    ErrorText{ErrorCode::WeightsInvalid, "weights_invalid",
              "The weights file is damaged or belongs to another network. Get it again from its source."},
    ErrorText{
        ErrorCode::WeightsChanged, "weights_changed",
        "The model was trained with other weights than those on this computer. Import the weights it was trained "
        "with, or train again."},
    ErrorText{ErrorCode::LayerMissing, "layer_missing",
              "The weights file does not reach the wanted layer. Choose earlier layers or complete weights."},
    ErrorText{ErrorCode::ModelInvalid, "model_invalid",
              "The model file is damaged or not a Spotcheck model. Restore it from a copy, or train again."},
    ErrorText{ErrorCode::ModelTooNew, "model_too_new",
              "The model was written by a newer version of Spotcheck. Install that version to use it."},
    ErrorText{ErrorCode::ProjectInvalid, "project_invalid",
              "The project file is damaged or not a Spotcheck project. Restore it from a copy."},
    ErrorText{ErrorCode::ProjectTooNew, "project_too_new",
              "The project was written by a newer version of Spotcheck. Install that version to open it."},
    ErrorText{ErrorCode::WriteFailed, "write_failed",
              "It cannot be written. Check the free space, the permissions and whether the folder still exists."},
    ErrorText{ErrorCode::NotExportable, "not_exportable",
              "The model cannot be written as a TorchScript module. Use it with Spotcheck, or train one that can."},
    ErrorText{ErrorCode::DownloadFailed, "download_failed",
              "It could not be downloaded. Check the network and try again, or get the file on another computer and "
              "import it."},
    ErrorText{ErrorCode::OutOfMemory, "out_of_memory",
              "There is not enough memory. Choose a smaller input size, a smaller coreset ratio, fewer pictures or "
              "another detector, or close other programs."},
    ErrorText{ErrorCode::Internal, "internal",
              "Something went wrong inside the program. Please report it with the details below."},
};

const ErrorText &textOf(ErrorCode code)
{
    for (const ErrorText &text : errorTexts) {
        if (text.code == code)
            return text;
    }
    return errorTexts.back();
}

/// A reason may quote a file that somebody else wrote: it stays short, and nothing in it moves a terminal's cursor.
std::string readable(std::string detail)
{
    constexpr std::size_t longest = 600; // bytes
    if (detail.size() > longest) {
        std::size_t length = longest;
        while (length > 0 && (static_cast<unsigned char>(detail[length]) & 0xC0U) == 0x80U)
            --length; // not within a UTF-8 character
        detail.resize(length);
        detail += "...";
    }
    for (char &character : detail) {
        const auto code = static_cast<unsigned char>(character);
        if (code == '\n' || code == '\t')
            character = ' ';
        else if (code < 0x20 || code == 0x7F)
            character = '?';
    }
    return detail;
}

std::string compose(ErrorCode code, const std::filesystem::path &file, const std::string &detail)
{
    std::string message;
    if (!file.empty())
        message = file.string() + ": ";
    message += textOf(code).sentence;
    if (!detail.empty())
        message += " (" + detail + ")";
    return message;
}

} // namespace

std::string errorSentence(ErrorCode code)
{
    return std::string(textOf(code).sentence);
}

std::string errorId(ErrorCode code)
{
    return std::string(textOf(code).id);
}

Error::Error(ErrorCode code, std::filesystem::path file, std::string detail)
    : std::runtime_error(compose(code, file, readable(detail))), m_code(code), m_file(std::move(file)),
      m_detail(readable(std::move(detail)))
{}

Error::Error(ErrorCode code, std::string detail) : Error(code, std::filesystem::path(), std::move(detail)) {}

} // namespace spotcheck
