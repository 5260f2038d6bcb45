#include "killing.h"

#include <algorithm>

#include <unistd.h>

#include <QDirIterator>
#include <QElapsedTimer>
#include <QProcess>

namespace spotcheck::test {

namespace {

constexpr int patience = 120'000; // ms; a loaded machine is slow
constexpr int measuredTurns = 5;

/// Waits until the program has said `word` `count` times.
bool hears(QProcess &process, QByteArray &said, const QByteArray &word, int count)
{
    while (said.count(word) < count) {
        if (!process.waitForReadyRead(patience))
            return false;
        said += process.readAll();
    }
    return true;
}

} // namespace

int trustRounds(int few)
{
    bool given = false;
    const int rounds = qEnvironmentVariableIntValue("SPOTCHECK_TRUST_ROUNDS", &given);
    return given ? rounds : few;
}

KilledProgram::KilledProgram(QString program, QStringList arguments)
    : m_program(std::move(program)), m_arguments(std::move(arguments))
{}

void KilledProgram::measure()
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(m_program, m_arguments);
    m_said.clear();
    if (!hears(process, m_said, "turn", 1))
        qFatal("%s does not work: %s", qPrintable(m_arguments.join(' ')), m_said.constData());
    QElapsedTimer clock;
    clock.start();
    if (!hears(process, m_said, "turn", 1 + measuredTurns))
        qFatal("%s stopped: %s", qPrintable(m_arguments.join(' ')), m_said.constData());
    m_turn = std::max(1, static_cast<int>(clock.nsecsElapsed() / 1000 / measuredTurns));
    process.kill();
    process.waitForFinished();
}

bool KilledProgram::killOnce(std::mt19937 &random)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(m_program, m_arguments);
    m_said.clear();
    if (!hears(process, m_said, "turn", 1))
        return false;
    ::usleep(static_cast<useconds_t>(random() % (2U * static_cast<unsigned>(m_turn))));
    process.kill();
    process.waitForFinished();
    m_said += process.readAll();
    return process.exitStatus() == QProcess::CrashExit;
}

QStringList temporaryFilesIn(const QString &folder)
{
    QStringList found;
    QDirIterator files(folder, {QStringLiteral(".spotcheck-*"), QStringLiteral("*.part")}, QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    while (files.hasNext())
        found << files.next();
    found.removeDuplicates();
    return found;
}

} // namespace spotcheck::test
