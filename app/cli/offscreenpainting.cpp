#include "offscreenpainting.h"

#include <cstdio>

#include <QGuiApplication>

namespace spotcheck::cli {

namespace {

// Qt's remarks on a desktop that is not there would stand between a script and our one error line.
void writeOnlyFailures(QtMsgType type, const QMessageLogContext &, const QString &message)
{
    if (type == QtCriticalMsg || type == QtFatalMsg)
        std::fprintf(stderr, "spotcheck-cli: %s\n", qPrintable(message));
}

} // namespace

OffscreenPainting::OffscreenPainting()
{
    qInstallMessageHandler(writeOnlyFailures);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    m_application = std::make_unique<QGuiApplication>(m_argumentCount, m_arguments);
}

OffscreenPainting::~OffscreenPainting() = default;

} // namespace spotcheck::cli
