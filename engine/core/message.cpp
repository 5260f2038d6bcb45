#include <spotcheck/core/message.h>

namespace spotcheck {

std::string Message::english() const
{
    std::string whole;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool place = text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
        const auto index = place ? static_cast<std::size_t>(text[i + 1] - '1') : arguments.size();
        if (index < arguments.size()) {
            whole += arguments[index];
            ++i;
        } else {
            whole += text[i];
        }
    }
    return whole;
}

std::string english(const std::vector<Message> &messages)
{
    std::string paragraph;
    for (const Message &message : messages) {
        if (!paragraph.empty())
            paragraph += ' ';
        paragraph += message.english();
    }
    return paragraph;
}

} // namespace spotcheck
