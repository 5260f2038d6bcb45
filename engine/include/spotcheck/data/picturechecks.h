#pragma once

#include <cstddef>
#include <vector>

#include <spotcheck/core/jobmonitor.h>
#include <spotcheck/core/message.h>
#include <spotcheck/data/dataset.h>

namespace spotcheck {

/// What can be wrong with a set of pictures before anything is trained.
enum class PictureCheck {
    Unreadable,  ///< gone, or no picture any more
    InBothLanes, ///< the same file content is learned and tested: the figures would flatter
    Repeated,    ///< the same file content more than once in one lane
    FewNormals,
    SizesDiffer,
    GreyAndColour, ///< both kinds in the set
    SixteenBit,
    Turned,        ///< an EXIF rotation is in the file
    SeveralPages,  ///< pages or frames that nobody looks at
    MaskUnusable,  ///< unreadable, empty, or of another size than its picture
    MaskMissing,   ///< defective, where others have masks
    LabelsMissing, ///< no good or no defective picture in the test lane
};

enum class Severity {
    Note,    ///< worth knowing
    Warning, ///< results will be worse than they need to be
    Error,   ///< results would be wrong
};

struct PictureFinding {
    PictureCheck check;
    Severity severity;
    Message sentence;
    /// Rows that it is about. For copies: all but the one that may stay (of `InBothLanes`: those of the test lane).
    std::vector<std::size_t> normals{};
    std::vector<std::size_t> test{};
};

/// Fewer normals than this are too few for a good model.
inline constexpr std::size_t fewNormals = 20;

/// Looks through headers, masks and file contents; pixels of pictures are not decoded, so that 100,000 take minutes
/// even on a slow disk. Equal content means equal bytes (SHA-256): a picture that was saved again in another format
/// is another one. Gravest findings first. \throws Cancelled
std::vector<PictureFinding> checkPictures(const std::vector<Sample> &normals, const std::vector<Sample> &test,
                                          JobMonitor &monitor);

} // namespace spotcheck
