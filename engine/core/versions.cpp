#include <spotcheck/core/runtime.h>

#include <Eigen/Core>
#include <faiss/Index.h>
#include <nlohmann/json.hpp>
#include <oneapi/dnnl/dnnl_version.h>
#include <opencv2/core/version.hpp>
#include <openssl/crypto.h>
#include <spdlog/version.h>
#include <torch/version.h>

#define SPOTCHECK_TEXT_(x) #x
#define SPOTCHECK_TEXT(x) SPOTCHECK_TEXT_(x)

namespace spotcheck {

std::string libraryVersions()
{
    // clang-format off
    return "LibTorch " TORCH_VERSION "\n"
           "oneDNN " SPOTCHECK_TEXT(DNNL_VERSION_MAJOR) "." SPOTCHECK_TEXT(DNNL_VERSION_MINOR) "."
           SPOTCHECK_TEXT(DNNL_VERSION_PATCH) "\n"
           "OpenCV " CV_VERSION "\n"
           "Faiss " SPOTCHECK_TEXT(FAISS_VERSION_MAJOR) "." SPOTCHECK_TEXT(FAISS_VERSION_MINOR) "."
           SPOTCHECK_TEXT(FAISS_VERSION_PATCH) "\n"
           "Eigen " SPOTCHECK_TEXT(EIGEN_WORLD_VERSION) "." SPOTCHECK_TEXT(EIGEN_MAJOR_VERSION) "."
           SPOTCHECK_TEXT(EIGEN_MINOR_VERSION) "\n"
           "spdlog " SPOTCHECK_TEXT(SPDLOG_VER_MAJOR) "." SPOTCHECK_TEXT(SPDLOG_VER_MINOR) "."
           SPOTCHECK_TEXT(SPDLOG_VER_PATCH) "\n"
           "nlohmann-json " SPOTCHECK_TEXT(NLOHMANN_JSON_VERSION_MAJOR) "."
           SPOTCHECK_TEXT(NLOHMANN_JSON_VERSION_MINOR) "." SPOTCHECK_TEXT(NLOHMANN_JSON_VERSION_PATCH) "\n"
           "OpenSSL " OPENSSL_VERSION_STR "\n";
    // clang-format on
}

} // namespace spotcheck
