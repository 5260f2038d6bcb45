#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <spotcheck/core/jobmonitor.h>
#include <spotcheck/evaluation/bootstrap.h>
#include <spotcheck/evaluation/interval.h>

#include "evaluation/picturepixels.h"

namespace spotcheck {

struct PixelFigures {
    double auroc = 0;
    double averagePrecision = 0;
    double aupro = 0;
    double aupimo = 0;
};

struct PixelIntervals {
    Interval auroc;
    Interval averagePrecision;
    Interval aupro;
    Interval aupimo;
};

/// Bootstrap of the pixel metrics by picture: pixels of one picture go together, because they are far from
/// independent. Each picture is kept as histograms over some 900 thresholds (quantiles of good and of defective
/// pixels, and closely in the part that AUPIMO looks at), so that a replicate is a weighted sum of histograms and not
/// of pixels. What that coarseness does to a figure is left out: the replicates' differences to the undrawn
/// histograms are added to the exact figure.
class PixelResampling {
public:
    /// Looks at every pixel once; the pixels need not stay. `tail`: thresholds of AUPIMO, may be empty.
    /// `limit`: false positive rate to which AUPRO is integrated. \throws Cancelled
    PixelResampling(std::span<const PicturePixels> pictures, std::span<const float> tail, double limit,
                    JobMonitor &monitor);

    /// From the histograms; close to the exact figures.
    PixelFigures figures() const;

    /// Around the `exact` figures. Not known with fewer than two defective pictures or with a single normal one, and
    /// where all replicates are alike. \throws Cancelled
    PixelIntervals intervals(const PixelFigures &exact, const BootstrapOptions &options, JobMonitor &monitor) const;

private:
    struct Sums;
    void addPicture(const PicturePixels &picture, const std::vector<std::uint16_t> &firstBin, std::size_t index);
    PixelFigures figuresOf(const std::vector<std::int32_t> &counts, Sums &sums) const;

    std::size_t m_bins = 0; ///< edges + 1; bin b holds values below edge b and not below edge b - 1
    double m_limit;
    std::vector<float> m_edges; ///< ascending
    // One row of bins a picture; normal pictures first.
    std::vector<float> m_good;
    std::vector<float> m_defective; ///< rows of defective pictures only, as the next
    std::vector<float> m_overlap;   ///< each pixel as its share of its region
    std::vector<double> m_goodPixels;
    std::vector<double> m_defectivePixels;
    std::vector<double> m_regions;
    std::size_t m_normals = 0;
    bool m_hasTail = false;
};

} // namespace spotcheck
