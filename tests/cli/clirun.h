#pragma once

#include <functional>

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace spotcheck::cli {

/// What a finished run of spotcheck-cli left behind.
struct CliRun {
    int code = -1; ///< -1: it crashed, or did not end in time
    QByteArray out;
    QByteArray error;
};

/// Runs the built program and waits for its end. `output`: a file that takes what it writes to stdout.
CliRun runCli(const QStringList &arguments, const QString &output = {});

/// The same as a user who owns nothing: the tests themselves may run as root, whom no permission stops.
CliRun runCliAsNobody(const QStringList &arguments);

/// Starts the program, and interrupts it as Ctrl+C does as soon as it has reported progress of `stage`.
CliRun runCliAndInterrupt(const QStringList &arguments, const QByteArray &stage);

/// The same as soon as `isTime` says so, which is asked whenever progress was reported.
CliRun runCliAndInterrupt(const QStringList &arguments, const std::function<bool(const QByteArray &seen)> &isTime);

/// A small sample set below `folder`: 8 normals, 3 good and 5 defective test pictures of 128 px.
bool makeSmallSample(const QString &folder);
/// A model of it with 64 px input, which takes about a second.
bool trainSmallModel(const QString &dataset, const QString &model);

} // namespace spotcheck::cli
