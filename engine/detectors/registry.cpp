#include <spotcheck/detectors/registry.h>

#include <spotcheck/core/error.h>

#include "detectors/cfa.h"
#include "detectors/mahalanobis.h"
#include "detectors/padim.h"
#include "detectors/patchcore.h"
#include "detectors/reconpatch.h"
#include "detectors/spade.h"

namespace spotcheck {

const std::vector<DetectorInfo> &detectorRegistry()
{
    static const std::vector<DetectorInfo> detectors{
        patchCoreInfo(), padimInfo(), spadeInfo(), mahalanobisInfo(), cfaInfo(), reConPatchInfo(),
    };
    return detectors;
}

const DetectorInfo &detectorInfo(const std::string &id)
{
    std::string known;
    for (const DetectorInfo &info : detectorRegistry()) {
        if (info.id == id)
            return info;
        known += ' ' + info.id;
    }
    throw Error(ErrorCode::UnknownDetector, '"' + id + "\"; known:" + known);
}

} // namespace spotcheck
