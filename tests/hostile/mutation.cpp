#include "mutation.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstring>

namespace spotcheck::test {

namespace {

constexpr std::array<std::string_view, 12> numberTexts{"-1",
                                                       "0",
                                                       "1",
                                                       "18446744073709551615",
                                                       "18446744073709551616",
                                                       "9223372036854775807",
                                                       "-9223372036854775808",
                                                       "1e",
                                                       "1e99",
                                                       "1e999",
                                                       "0.5",
                                                       "4294967296"};

std::uint32_t checksum(std::string_view bytes) // PNG specification, annex D
{
    std::uint32_t remainder = 0xFFFFFFFFU;
    for (const char byte : bytes) {
        remainder ^= static_cast<std::uint8_t>(byte);
        for (int bit = 0; bit < 8; ++bit)
            remainder = (remainder & 1U) != 0 ? 0xEDB88320U ^ (remainder >> 1) : remainder >> 1;
    }
    return ~remainder;
}

std::uint32_t bigEndian(std::string_view bytes)
{
    std::uint32_t value = 0;
    for (const char byte : bytes.substr(0, 4))
        value = value << 8 | static_cast<std::uint8_t>(byte);
    return value;
}

} // namespace

std::size_t Mutator::below(std::size_t count)
{
    return count == 0 ? 0 : static_cast<std::size_t>(m_random.below(static_cast<std::int64_t>(count)));
}

std::string Mutator::bytes(std::string valid, std::string_view other)
{
    for (std::size_t changes = 1 + below(4); changes > 0; --changes)
        changeBytes(valid, other);
    return valid;
}

std::string Mutator::text(std::string valid, std::string_view other)
{
    for (std::size_t changes = 1 + below(4); changes > 0; --changes) {
        if (below(4) == 0)
            changeBytes(valid, other);
        else
            changeText(valid);
    }
    return valid;
}

void Mutator::changeBytes(std::string &content, std::string_view other)
{
    const std::size_t at = below(content.size());
    const std::size_t length = 1 + below(std::min<std::size_t>(64, content.size()));
    switch (below(9)) {
    case 0:
        if (!content.empty())
            content[at] = static_cast<char>(content[at] ^ (1 << below(8)));
        break;
    case 1:
        if (!content.empty())
            content[at] = static_cast<char>(below(256));
        break;
    case 2: { // a number at a limit, of any width and byte order
        constexpr std::array<std::uint64_t, 8> limits{0,      1,    ~0ULL, 1ULL << 31, 1ULL << 63, (1ULL << 63) - 1,
                                                      0xFFFF, 60000};
        std::array<char, 8> number{};
        std::memcpy(number.data(), &limits[below(limits.size())], number.size());
        if (below(2) == 0)
            std::reverse(number.begin(), number.end());
        const std::size_t width = std::size_t{1} << below(4);
        const char *from = below(2) == 0 ? number.data() : number.data() + (number.size() - width);
        if (at + width <= content.size())
            std::memcpy(content.data() + at, from, width);
        break;
    }
    case 3:
        content.erase(at, length);
        break;
    case 4:
        content.insert(at, content.substr(at, length));
        break;
    case 5:
        content.insert(at, std::string(length, static_cast<char>(below(256))));
        break;
    case 6:
        content.resize(at);
        break;
    case 7:
        if (!other.empty())
            content.replace(at, length, other.substr(below(other.size()), length));
        break;
    default: { // a block in another place
        const std::string moved = content.substr(at, length);
        content.erase(at, length);
        content.insert(below(content.size() + 1), moved);
    }
    }
}

void Mutator::changeText(std::string &content)
{
    const auto isDigit = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; };
    constexpr std::string_view telling = "0123456789{}[]\",:-e.\\";
    const std::size_t at = below(content.size());
    switch (below(5)) {
    case 0: { // another number in place of one
        const auto begin = std::find_if(content.begin() + static_cast<std::ptrdiff_t>(at), content.end(), isDigit);
        const auto end = std::find_if_not(begin, content.end(), isDigit);
        content.replace(begin, end, numberTexts[below(numberTexts.size())]);
        break;
    }
    case 1:
        if (!content.empty())
            content[at] = telling[below(telling.size())];
        break;
    case 2: { // a member twice, or gone
        const std::size_t begin = content.find('"', at);
        const std::size_t end = begin == std::string::npos ? begin : content.find(',', begin);
        if (end == std::string::npos)
            break;
        if (below(2) == 0)
            content.insert(begin, content.substr(begin, end + 1 - begin));
        else
            content.erase(begin, end + 1 - begin);
        break;
    }
    case 3: // deep
        content.insert(at, std::string(1 + below(20'000), below(2) == 0 ? '[' : '{'));
        break;
    default: { // something else in a value's place
        constexpr std::array<std::string_view, 8> values{
            "null", "true", "[]", "{}", "\"\"", "\"\\u0000\"", "\"\\n\\u001b[2J\"", "[[[[]]]]"};
        const std::size_t colon = content.find(':', at);
        const std::size_t end = colon == std::string::npos ? colon : content.find_first_of(",}", colon);
        if (end != std::string::npos)
            content.replace(colon + 1, end - colon - 1, values[below(values.size())]);
    }
    }
}

SplitSafetensors splitSafetensors(std::string_view file)
{
    std::uint64_t length = 0;
    if (file.size() < sizeof length)
        return {std::string(file), {}};
    std::memcpy(&length, file.data(), sizeof length);
    const std::string_view rest = file.substr(sizeof length);
    const auto cut = static_cast<std::size_t>(std::min<std::uint64_t>(length, rest.size()));
    return {std::string(rest.substr(0, cut)), std::string(rest.substr(cut))};
}

std::string joined(const SplitSafetensors &parts)
{
    const std::uint64_t length = parts.header.size();
    std::string file(sizeof length, '\0');
    std::memcpy(file.data(), &length, sizeof length);
    return file + parts.header + parts.data;
}

void mendPngChecksums(std::string &file)
{
    constexpr std::size_t overhead = 12; // length, type, checksum
    for (std::size_t at = 8; at + overhead <= file.size();) {
        const std::string_view bytes(file);
        const std::size_t length = bigEndian(bytes.substr(at));
        if (length > file.size() - at - overhead)
            return;
        const std::uint32_t sum = checksum(bytes.substr(at + 4, 4 + length));
        for (std::size_t i = 0; i < 4; ++i)
            file[at + 8 + length + i] = static_cast<char>(sum >> (24 - 8 * i));
        at += overhead + length;
    }
}

} // namespace spotcheck::test
