#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <opencv2/core/mat.hpp>

namespace spotcheck::test {

/// An exported module as a program with LibTorch alone uses it. Apart from the tests, because LibTorch's headers and
/// Qt's do not go together.
class LoadedModule {
public:
    explicit LoadedModule(const std::filesystem::path &file);
    ~LoadedModule();

    struct Output {
        std::vector<float> scores;
        std::vector<cv::Mat> maps; ///< CV_32FC1
    };
    /// CV_32FC3 of one size, handed over as [N, 3, H, W].
    Output ofInputs(const std::vector<cv::Mat> &inputs) const;
    /// CV_8UC3 or CV_32FC3 of one size, handed over as [N, H, W, 3].
    Output ofPictures(const std::vector<cv::Mat> &pictures) const;
    /// Handed over as [H, W, 3].
    Output ofPicture(const cv::Mat &picture) const;

    const std::string &metadata() const { return m_metadata; }

private:
    struct Module;
    std::unique_ptr<Module> m_module;
    std::string m_metadata;
};

} // namespace spotcheck::test
