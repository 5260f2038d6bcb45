#include <exception>
#include <functional>

#include <spotcheck/core/error.h>
#include <spotcheck/image/imagereader.h>

#include "exercise.h"

namespace spotcheck::test {

void exercisePicture(const std::filesystem::path &file)
{
    ImageLimits limits;
    limits.maximumPixels = hostilePixels;
    std::exception_ptr problem;
    const auto attempt = [&](const std::function<void()> &read) {
        try {
            read();
        } catch (const Error &) {
            problem = std::current_exception();
        }
    };
    attempt([&] { readImageFacts(file, limits); });
    attempt([&] { readThumbnail(file, 64, limits); });
    attempt([&] { readMask(file, limits); });
    attempt([&] { readImage(file, limits); });
    if (problem)
        std::rethrow_exception(problem);
}

} // namespace spotcheck::test
