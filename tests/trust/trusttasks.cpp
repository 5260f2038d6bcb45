#include "trusttasks.h"

#include <algorithm>
#include <chrono>

#include <QDir>

#include "randomweights.h"
#include "tinydataset.h"
#include "ui/widgets/format.h"

namespace spotcheck::test {

using ui::toPath;

namespace {

constexpr int smallProject = 3;
constexpr int largeProject = 400;

} // namespace

WeightsStore trustWeights(const QString &folder)
{
    return {toPath(folder + "/weights"), {}};
}

void prepareTrustFolder(const QString &folder)
{
    QDir().mkpath(folder + "/weights");
    writeRandomResNet18(toPath(folder + "/weights/resnet18.safetensors"));
    writeTinyDataset(folder + "/plates", 6);
    std::vector<Sample> normals(6);
    for (int i = 0; i < 6; ++i)
        normals[static_cast<std::size_t>(i)] = {
            .image = toPath(QStringLiteral("%1/plates/train/good/00%2.png").arg(folder).arg(i)),
            .label = Label::Good,
            .defectType = {},
            .mask = {}};
    TrainingOptions options;
    options.detector = "patchcore";
    options.backbone = "resnet18";
    options.preprocessing.inputSize = 64;
    options.calibrationShare = 0.25;
    JobMonitor monitor;
    Model::train(normals, options, trustWeights(folder), monitor)->save(toPath(folder + "/model.spotcheck"));
}

ui::Project trustProject(const QString &folder, const std::string &size)
{
    ui::Project project;
    project.name = QString::fromStdString(size);
    project.tests.resize(size == "small" ? smallProject : largeProject);
    for (std::size_t i = 0; i < project.tests.size(); ++i)
        project.tests[i] = {.image = toPath(folder + QStringLiteral("/plates/test/part %1.png").arg(i)),
                            .label = Label::Defective,
                            .defectType = size,
                            .mask = {}};
    return project;
}

bool isWholeTrustProject(const ui::Project &project)
{
    const std::string size = project.name.toStdString();
    return (size == "small" || size == "large") &&
           std::ssize(project.tests) == (size == "small" ? smallProject : largeProject) &&
           std::ranges::all_of(project.tests, [&size](const Sample &sample) { return sample.defectType == size; });
}

LiveRow trustRow(int number)
{
    LiveRow row;
    row.time = std::chrono::system_clock::time_point(std::chrono::milliseconds(1'700'000'000'000 + number));
    row.picture = "part " + std::to_string(number) + ".png";
    row.verdict = Verdict::Good;
    row.threshold = 12.5;
    return row;
}

ui::ReportContent TrustReports::of(int pictures) const
{
    std::vector<InspectionResult> results;
    for (int i = 0; i < pictures; ++i)
        results.push_back(m_fixture.result("part" + std::to_string(i) + ".png", i % 2 == 0 ? 9 : 2));
    return ui::ReportFixture::content(std::move(results));
}

} // namespace spotcheck::test
