#include <iostream>

#include <QApplication>
#include <QCommandLineParser>

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/backbone/weightsstore.h>
#include <spotcheck/core/crashreports.h>
#include <spotcheck/core/log.h>
#include <spotcheck/core/runtime.h>

#include "ui/settings/language.h"
#include "ui/settings/preferences.h"
#include "ui/theme/theme.h"
#include "ui/window/mainwindow.h"

int main(int argc, char *argv[])
{
    spotcheck::restartWithSuitableBlas(argv);
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("spotcheck"));
    QApplication::setApplicationName(QStringLiteral("spotcheck"));
    QApplication::setApplicationDisplayName(QStringLiteral("Spotcheck"));
    QApplication::setApplicationVersion(QString::fromStdString(spotcheck::engineVersion()));

    const spotcheck::ui::ActiveLanguage language(application,
                                                 spotcheck::ui::languageFor(spotcheck::ui::Preferences().language()));

    QCommandLineParser parser;
    parser.setApplicationDescription(QApplication::translate("main", "Workbench for visual anomaly inspection."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption sample(QStringLiteral("sample"),
                                    QApplication::translate("main", "Draw the sample data set and open it."));
    parser.addOption(sample);
    const QCommandLineOption device(
        QStringLiteral("device"),
        QApplication::translate("main",
                                "Where networks, trainings and large searches run: cpu, or cuda for a graphics "
                                "card of NVIDIA's."),
        QStringLiteral("cpu|cuda"), QStringLiteral("cpu"));
    parser.addOption(device);
    parser.addPositionalArgument(
        QStringLiteral("path"),
        QApplication::translate("main", "A project (.spotproj), a model (.spotcheck) or a data set folder to open."),
        QStringLiteral("[path]"));
    parser.process(application);

    const bool card = parser.value(device) == QLatin1String("cuda");
    if (!card && parser.value(device) != QLatin1String("cpu")) {
        std::cerr << "spotcheck: --device " << parser.value(device).toStdString() << ": give cpu or cuda\n";
        return 2; // as spotcheck-cli
    }
    spotcheck::configureRuntime(0, card ? spotcheck::Device::Cuda : spotcheck::Device::Processor);
    spotcheck::configureLog({.folder = spotcheck::standardLogFolder()});
    if (card && !spotcheck::Backbone::canUseCuda())
        spotcheck::logWarning(
            "--device cuda: this LibTorch knows no CUDA, or finds no card; the processor does it all");
    const std::filesystem::path crashes = spotcheck::standardCrashFolder();
    spotcheck::watchForCrashes({.program = "spotcheck",
                                .folder = crashes,
                                .logFolder = spotcheck::standardLogFolder(),
                                .facts = {"version: " + spotcheck::engineVersion(), "Qt " + std::string(qVersion()),
                                          spotcheck::libraryVersions()}});
    spotcheck::ui::applyTheme(application, spotcheck::ui::Preferences().colourScheme());

    spotcheck::ui::MainWindow window(spotcheck::WeightsStore::standard());
    window.show();
    if (parser.isSet(sample))
        window.openSample();
    else if (!parser.positionalArguments().isEmpty())
        window.open(parser.positionalArguments().constFirst());
    window.offerLostWork(crashes);
    return QApplication::exec();
}
