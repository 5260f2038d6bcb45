#include "ui/report/reporttext.h"

#include <algorithm>
#include <cmath>

namespace spotcheck::ui {

namespace {

bool isBidirectionalControl(char16_t unit)
{
    return unit == 0x200E || unit == 0x200F || (unit >= 0x202A && unit <= 0x202E) ||
           (unit >= 0x2066 && unit <= 0x2069);
}

} // namespace

QString verdictName(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Good:
        return Report::tr("Good");
    case Verdict::Review:
        return Report::tr("Review");
    case Verdict::Defective:
        return Report::tr("Defective");
    case Verdict::Failed:
        break;
    }
    return Report::tr("Not inspected");
}

QString labelName(Label label)
{
    switch (label) {
    case Label::Good:
        return Report::tr("Good");
    case Label::Defective:
        return Report::tr("Defective");
    case Label::Unlabelled:
        break;
    }
    return Report::tr("Unlabelled");
}

QString printableText(const QString &text)
{
    QString shown;
    shown.reserve(text.size());
    for (const QChar character : text) {
        const char16_t unit = character.unicode();
        if (unit == u'\n')
            shown += QStringLiteral("\\n");
        else if (unit == u'\r')
            shown += QStringLiteral("\\r");
        else if (unit == u'\t')
            shown += QStringLiteral("\\t");
        else if (unit < 0x20 || (unit >= 0x7F && unit < 0xA0) || unit >= 0xFFFE || isBidirectionalControl(unit))
            shown += QStringLiteral("\\u%1").arg(unit, 4, 16, QLatin1Char('0'));
        else
            shown += character;
    }
    return shown;
}

QString printablePath(const std::filesystem::path &path)
{
    return printableText(QString::fromStdString(path.string()));
}

QString printableFileName(const std::filesystem::path &path)
{
    return printablePath(path.has_filename() ? path.filename() : path);
}

QString reportScore(double score)
{
    return std::isfinite(score) ? QString::number(score, 'g', 6) : QStringLiteral("–");
}

QString reportMetric(double value)
{
    // Rounded first and a zero added: "-0.0000" is nobody's number.
    return std::isfinite(value) ? QString::number(std::round(1e4 * value) / 1e4 + 0.0, 'f', 4) : QStringLiteral("–");
}

QString reportMeasure(double value, double resolution)
{
    if (!std::isfinite(value))
        return QStringLiteral("–");
    constexpr double slack = 1e-9; // 0.01 has two decimals, though its logarithm may be a little off
    const int decimals = static_cast<int>(std::ceil(-std::log10(resolution) - slack));
    // A size is not known to a millionth, however fine the pixels are.
    constexpr int digits = 6;
    const int before = value == 0 ? 1 : static_cast<int>(std::floor(std::log10(std::abs(value)))) + 1;
    return QString::number(value, 'f', std::clamp(std::min(decimals, digits - before), 0, 12));
}

QString reportPercent(double share)
{
    // The unit never goes to the next line alone.
    return std::isfinite(share) ? QStringLiteral("%1\u00A0%").arg(100 * share, 0, 'f', 1) : QStringLiteral("–");
}

} // namespace spotcheck::ui
