#include "ui/report/fittingname.h"

#include <QByteArray>
#include <QCryptographicHash>

namespace spotcheck::ui {

std::string fittingFileName(const std::string &stem, const std::string &ending)
{
    constexpr std::size_t longest = 255; // bytes, of all common file systems
    if (stem.size() + ending.size() <= longest)
        return stem + ending;
    constexpr qsizetype digits = 12;
    const QByteArray digest =
        QCryptographicHash::hash(QByteArray::fromStdString(stem), QCryptographicHash::Sha256).toHex().first(digits);
    std::size_t length = longest - ending.size() - static_cast<std::size_t>(digits) - 1;
    while (length > 0 && (static_cast<unsigned char>(stem[length]) & 0xC0U) == 0x80U)
        --length; // not within a UTF-8 character
    return stem.substr(0, length) + '-' + digest.toStdString() + ending;
}

} // namespace spotcheck::ui
