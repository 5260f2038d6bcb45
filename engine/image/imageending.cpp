#include "image/imageending.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

#include <spotcheck/image/imagereader.h>

namespace spotcheck {

std::string lowerCaseEnding(const std::filesystem::path &file)
{
    std::string ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char character) { return static_cast<char>(std::tolower(character)); });
    return ending;
}

bool hasImageEnding(const std::filesystem::path &file)
{
    constexpr std::array<std::string_view, 7> endings{".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff", ".webp"};
    return std::find(endings.begin(), endings.end(), lowerCaseEnding(file)) != endings.end();
}

} // namespace spotcheck
