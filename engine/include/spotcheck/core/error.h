#pragma once

#include <filesystem>
#include <stdexcept>
#include <string>

namespace spotcheck {

/// What went wrong, in a form that a window can translate. The English sentence for each code, with what to
/// do about it, is `errorSentence`.
enum class ErrorCode {
    FileNotFound,
    FileUnreadable,   ///< no permission, or the device failed
    FolderEmpty,      ///< no picture in a folder where some are needed
    FolderNotEmpty,   ///< a folder to be filled that holds what is somebody else's
    NotAnImage,       ///< the content is no picture in a supported format
    ImageTruncated,   ///< a picture that ends too early
    ImageTooLarge,    ///< more pixels than `ImageLimits` allows
    DatasetInvalid,   ///< a folder whose layout cannot be used for what was asked
    MaskInvalid,      ///< a mask of another size than its picture, or without a mark
    NotEnoughNormals, ///< too few good pictures to fit and calibrate
    NotEnoughLabels,  ///< an evaluation needs good and defective pictures
    InvalidParameter,
    UnknownDetector,
    UnknownBackbone,
    WeightsMissing, ///< no weights file for the wanted backbone
    WeightsInvalid, ///< a weights file that is damaged or does not fit its architecture
    WeightsChanged, ///< a model was trained with other weights (SHA-256 differs)
    LayerMissing,   ///< the weights stop before the wanted layer
    ModelInvalid,   ///< a model file that is damaged or of another kind
    ModelTooNew,    ///< written by a newer version of the program
    ProjectInvalid,
    ProjectTooNew,
    WriteFailed,    ///< disk full, no permission, folder gone
    NotExportable,  ///< a model that holds something without a TorchScript form
    DownloadFailed, ///< no network, or a server that does not give what was asked for
    OutOfMemory,
    Internal,
};

/// A plain English sentence: what happened and what to do. It names no file; `Error::what()` does.
std::string errorSentence(ErrorCode code);

/// Stable lower-case identifier of a code, for logs and JSON ("file_not_found").
std::string errorId(ErrorCode code);

/// The engine's only exception for failures. Exceptions of LibTorch, OpenCV and Faiss are translated to it
/// where the foreign call is made.
class Error : public std::runtime_error {
public:
    /// `file` may be empty where no file is involved; `detail` is the technical reason, one click away.
    Error(ErrorCode code, std::filesystem::path file, std::string detail = {});
    Error(ErrorCode code, std::string detail);
    Error(ErrorCode code, const char *detail) : Error(code, std::string(detail)) {}

    ErrorCode code() const { return m_code; }
    const std::filesystem::path &file() const { return m_file; }
    const std::string &detail() const { return m_detail; }

private:
    ErrorCode m_code;
    std::filesystem::path m_file;
    std::string m_detail;
};

/// Thrown by `JobMonitor::throwIfCancelled`. Cancelling is an outcome, not an error.
class Cancelled : public std::exception {
public:
    const char *what() const noexcept override { return "cancelled"; }
};

} // namespace spotcheck
