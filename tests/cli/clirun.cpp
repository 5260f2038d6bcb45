#include "clirun.h"

#include <csignal>

#include <unistd.h>

#include <QDebug>
#include <QProcess>

namespace spotcheck::cli {

namespace {

constexpr int patience = 180'000; ///< ms; a loaded machine is slow

CliRun finished(QProcess &process)
{
    CliRun run;
    if (!process.waitForFinished(patience)) {
        process.kill();
        process.waitForFinished();
    } else if (process.exitStatus() == QProcess::NormalExit) {
        run.code = process.exitCode();
    }
    run.out += process.readAllStandardOutput();
    run.error += process.readAllStandardError();
    return run;
}

void begin(QProcess &process, const QStringList &arguments)
{
    process.start(QStringLiteral(SPOTCHECK_CLI), arguments);
    process.closeWriteChannel();
}

bool succeeded(const QStringList &arguments)
{
    const CliRun run = runCli(arguments);
    if (run.code != 0)
        qWarning() << arguments << run.code << run.error;
    return run.code == 0;
}

} // namespace

CliRun runCli(const QStringList &arguments, const QString &output)
{
    QProcess process;
    if (!output.isEmpty())
        process.setStandardOutputFile(output);
    begin(process, arguments);
    return finished(process);
}

CliRun runCliAsNobody(const QStringList &arguments)
{
    constexpr unsigned nobody = 65534;
    QProcess process;
    process.setChildProcessModifier([] {
        if (geteuid() == 0 && (setgid(nobody) != 0 || setuid(nobody) != 0))
            _exit(99);
    });
    begin(process, arguments);
    return finished(process);
}

CliRun runCliAndInterrupt(const QStringList &arguments, const QByteArray &stage)
{
    return runCliAndInterrupt(arguments,
                              [&](const QByteArray &seen) { return seen.contains("\"stage\":\"" + stage + "\""); });
}

CliRun runCliAndInterrupt(const QStringList &arguments, const std::function<bool(const QByteArray &seen)> &isTime)
{
    QProcess process;
    begin(process, QStringList{QStringLiteral("--progress"), QStringLiteral("json")} + arguments);
    process.setReadChannel(QProcess::StandardError);
    QByteArray seen;
    while (!isTime(seen) && process.waitForReadyRead(patience))
        seen += process.readAllStandardError();
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    CliRun run = finished(process);
    run.error = seen + run.error;
    return run;
}

bool makeSmallSample(const QString &folder)
{
    return succeeded({QStringLiteral("sample"), folder, QStringLiteral("--normals"), QStringLiteral("8"),
                      QStringLiteral("--good"), QStringLiteral("3"), QStringLiteral("--defective"),
                      QStringLiteral("5"), QStringLiteral("--size"), QStringLiteral("128")});
}

bool trainSmallModel(const QString &dataset, const QString &model)
{
    return succeeded({QStringLiteral("train"), QStringLiteral("--detector"), QStringLiteral("patchcore"),
                      QStringLiteral("--dataset"), dataset, QStringLiteral("--output"), model,
                      QStringLiteral("--input-size"), QStringLiteral("64"), QStringLiteral("--set"),
                      QStringLiteral("coreset_ratio=0.05")});
}

} // namespace spotcheck::cli
