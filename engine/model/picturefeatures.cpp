#include "model/picturefeatures.h"

#include <vector>

#include "backbone/tiledfeatures.h"

namespace spotcheck {

PictureFeatures pictureFeatures(const cv::Mat &image, const Preprocessing &preprocessing, const Aligner *aligner,
                                const Backbone &backbone)
{
    PictureFeatures features;
    cv::Mat picture = image;
    if (aligner) {
        features.alignment = aligner->align(image);
        picture = warpToReference(image, *features.alignment);
    }
    picture = preprocessing.region.fillOutside(picture, preprocessing.mean);
    std::vector<int> strides;
    for (const std::string &layer : backbone.layers())
        strides.push_back(backbone.info().layer(layer).stride);
    features.maps = joinTiles(preprocessing.tiling, preprocessing.inputSize, strides,
                              [&](int tile) { return backbone.extract(preprocessing.apply(picture, tile)); });
    return features;
}

} // namespace spotcheck
