#pragma once

#include <random>

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace spotcheck::test {

/// How often something is tried: `few` in an ordinary run, and SPOTCHECK_TRUST_ROUNDS where that is set.
int trustRounds(int few);

/// A program that does one thing over and over and writes "turn" to its output after each, killed at random moments.
class KilledProgram {
public:
    KilledProgram(QString program, QStringList arguments);

    /// Lets it do some turns, to learn how long one takes. Fails the program where it ends by itself.
    void measure();
    /// Starts it, and kills it (SIGKILL) at a moment that is spread evenly over two turns after its first one. False:
    /// it ended by itself, and `said` tells why.
    bool killOnce(std::mt19937 &random);

    int turnMicroseconds() const { return m_turn; }
    const QByteArray &said() const { return m_said; } ///< until the kill: output and errors

private:
    QString m_program;
    QStringList m_arguments;
    int m_turn = 0; ///< microseconds
    QByteArray m_said;
};

/// Files in `folder` and below that only a writer in the middle of its work should have.
QStringList temporaryFilesIn(const QString &folder);

} // namespace spotcheck::test
