#include "ui/project/projectfile.h"

#include <algorithm>
#include <cmath>
#include <ostream>
#include <system_error>

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <spotcheck/core/abandonedfiles.h>
#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>

#include "ui/project/projectmigrations.h"
#include "ui/widgets/format.h"

namespace spotcheck::ui {

namespace {

constexpr QLatin1String formatName("spotcheck-project");

/// Pictures further up than this are named by their whole path: a project is seldom moved together with them.
constexpr int farthestUp = 2;

QString nameFrom(const QDir &folder, const std::filesystem::path &path)
{
    if (path.empty())
        return {};
    const QString absolute = QDir::cleanPath(QDir::current().absoluteFilePath(fromPath(path)));
    const QString relative = folder.relativeFilePath(absolute);
    return relative.startsWith(QStringLiteral("../").repeated(farthestUp + 1)) ? absolute : relative;
}

class Reader {
public:
    explicit Reader(std::filesystem::path file)
        : m_file(std::move(file)), m_folder(fromPath(std::filesystem::absolute(m_file).parent_path()))
    {}

    [[noreturn]] void fail(const QString &what) const
    {
        throw Error(ErrorCode::ProjectInvalid, m_file, what.toStdString());
    }

    QJsonArray list(const QJsonObject &object, const QString &key) const
    {
        const QJsonValue value = object.value(key);
        if (!value.isArray() && !value.isUndefined())
            fail(QStringLiteral("\"%1\" is no list").arg(key));
        return value.toArray();
    }

    QString text(const QJsonObject &object, const QString &key) const
    {
        const QJsonValue value = object.value(key);
        if (!value.isString() && !value.isUndefined())
            fail(QStringLiteral("\"%1\" is no text").arg(key));
        return value.toString();
    }

    std::filesystem::path path(const QJsonObject &object, const QString &key) const
    {
        const QString name = text(object, key);
        if (name.contains(QChar(u'\0')))
            fail(QStringLiteral("\"%1\" is no file name").arg(key));
        if (name.isEmpty())
            return {};
        return toPath(QDir::cleanPath(m_folder.absoluteFilePath(name)));
    }

    std::vector<Sample> samples(const QJsonObject &object, const QString &key) const
    {
        std::vector<Sample> all;
        for (const auto &value : list(object, key)) {
            if (!value.isObject())
                fail(QStringLiteral("a picture of \"%1\" is no object").arg(key));
            const QJsonObject entry = value.toObject();
            Sample sample;
            sample.image = path(entry, QStringLiteral("image"));
            if (sample.image.empty())
                fail(QStringLiteral("a picture of \"%1\" has no file").arg(key));
            sample.label = label(text(entry, QStringLiteral("label")));
            sample.defectType = text(entry, QStringLiteral("defect_type")).toStdString();
            sample.mask = path(entry, QStringLiteral("mask"));
            all.push_back(std::move(sample));
        }
        return all;
    }

    ProjectModel model(const QJsonObject &entry) const
    {
        ProjectModel model;
        model.name = text(entry, QStringLiteral("name")).toStdString();
        model.file = path(entry, QStringLiteral("file"));
        if (model.file.empty())
            fail(QStringLiteral("a model has no file"));
        model.sha256 = text(entry, QStringLiteral("sha256")).toStdString();
        model.operatingPoint = operatingPoint(entry.value(QLatin1String("operating_point")).toObject());
        return model;
    }

    RegionOfInterest region(const QJsonObject &object) const
    {
        const QJsonValue value = object.value(QLatin1String("region_of_interest"));
        if (value.isUndefined())
            return {};
        try {
            RegionOfInterest region = RegionOfInterest::fromJson(
                QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact).toStdString());
            region.validate();
            return region;
        } catch (const Error &error) {
            fail(QString::fromStdString(error.detail()));
        }
    }

    std::optional<PictureScale> scale(const QJsonObject &object) const
    {
        const QJsonValue value = object.value(QLatin1String("mm_per_pixel"));
        if (value.isUndefined())
            return {};
        try {
            return PictureScale(value.toDouble());
        } catch (const Error &error) {
            fail(QString::fromStdString(error.detail()));
        }
    }

private:
    Label label(const QString &id) const
    {
        for (const Label label : {Label::Unlabelled, Label::Good, Label::Defective}) {
            if (id == QString::fromStdString(labelId(label)))
                return label;
        }
        fail(QStringLiteral("there is no label \"%1\"").arg(id.left(80)));
    }

    static std::optional<OperatingPoint> operatingPoint(const QJsonObject &entry);

    std::filesystem::path m_file;
    QDir m_folder;
};

struct OriginName {
    OperatingPoint::Origin origin;
    const char *id;
};

constexpr std::array originNames{
    OriginName{OperatingPoint::Origin::FalseAlarmRate, "false_alarm_rate"},
    OriginName{OperatingPoint::Origin::ByHand, "by_hand"},
    OriginName{OperatingPoint::Origin::TestLabels, "test_labels"},
    OriginName{OperatingPoint::Origin::NormalSpread, "three_sigma"},
    OriginName{OperatingPoint::Origin::ChiSquare, "chi_square"},
};

struct GoalName {
    LabelGoal goal;
    const char *id;
};

constexpr std::array goalNames{
    GoalName{LabelGoal::MissRate, "miss_rate"},
    GoalName{LabelGoal::BestF1, "best_f1"},
    GoalName{LabelGoal::LeastCost, "least_cost"},
    GoalName{LabelGoal::Youden, "youden"},
};

std::optional<OperatingPoint> Reader::operatingPoint(const QJsonObject &entry)
{
    const QJsonValue threshold = entry.value(QLatin1String("threshold"));
    const QJsonValue pixelThreshold = entry.value(QLatin1String("pixel_threshold"));
    const QString origin = entry.value(QLatin1String("origin")).toString();
    const auto known =
        std::ranges::find_if(originNames, [&](const OriginName &name) { return origin == QLatin1String(name.id); });
    if (!threshold.isDouble() || !pixelThreshold.isDouble() || known == originNames.end())
        return {};
    OperatingPoint point;
    point.threshold = threshold.toDouble();
    point.pixelThreshold = static_cast<float>(pixelThreshold.toDouble());
    point.minimumArea = std::max<qint64>(1, entry.value(QLatin1String("minimum_area_px")).toInteger(1));
    point.origin = known->origin;
    point.wantedFalseAlarmRate = entry.value(QLatin1String("wanted_false_alarm_rate")).toDouble();
    point.supported = entry.value(QLatin1String("supported")).toBool(true);
    if (!std::isfinite(point.pixelThreshold))
        return {};
    if (const QJsonValue review = entry.value(QLatin1String("review_threshold")); review.isDouble())
        point.reviewThreshold = std::min(review.toDouble(), point.threshold);
    const QString goal = entry.value(QLatin1String("label_goal")).toString();
    for (const GoalName &name : goalNames) {
        if (goal == QLatin1String(name.id))
            point.labelGoal = name.goal;
    }
    point.goalValue = entry.value(QLatin1String("goal_value")).toDouble();
    point.goalPrevalence = entry.value(QLatin1String("goal_prevalence")).toDouble();
    point.calibrationFolds = std::max(0, entry.value(QLatin1String("calibration_folds")).toInt());
    for (const QJsonValue degrees : entry.value(QLatin1String("degrees_of_freedom")).toArray())
        point.degreesOfFreedom.push_back(degrees.toInt());
    return point;
}

QJsonObject toJson(const OperatingPoint &point)
{
    const auto name = std::ranges::find(originNames, point.origin, &OriginName::origin);
    QJsonObject entry{{"threshold", point.threshold},
                      {"pixel_threshold", static_cast<double>(point.pixelThreshold)},
                      {"minimum_area_px", static_cast<qint64>(point.minimumArea)},
                      {"origin", QLatin1String(name->id)},
                      {"wanted_false_alarm_rate", point.wantedFalseAlarmRate},
                      {"supported", point.supported}};
    if (point.reviewThreshold)
        entry.insert("review_threshold", *point.reviewThreshold);
    if (point.calibrationFolds > 0)
        entry.insert("calibration_folds", point.calibrationFolds);
    QJsonArray degreesOfFreedom;
    for (const int degrees : point.degreesOfFreedom)
        degreesOfFreedom.append(degrees);
    if (!degreesOfFreedom.isEmpty())
        entry.insert("degrees_of_freedom", degreesOfFreedom);
    const auto goal = std::ranges::find(goalNames, point.labelGoal, &GoalName::goal);
    if (goal != goalNames.end()) {
        entry.insert("label_goal", QLatin1String(goal->id));
        entry.insert("goal_value", point.goalValue);
        if (point.goalPrevalence > 0)
            entry.insert("goal_prevalence", point.goalPrevalence);
    }
    return entry;
}

QJsonArray toJson(const std::vector<Sample> &samples, const QDir &folder)
{
    QJsonArray list;
    for (const Sample &sample : samples) {
        QJsonObject entry{{"image", nameFrom(folder, sample.image)},
                          {"label", QString::fromStdString(labelId(sample.label))}};
        if (!sample.defectType.empty())
            entry.insert("defect_type", QString::fromStdString(sample.defectType));
        if (!sample.mask.empty())
            entry.insert("mask", nameFrom(folder, sample.mask));
        list.append(entry);
    }
    return list;
}

const QStringList &knownKeys()
{
    static const QStringList keys{"format", "format_version",     "software_version", "name",   "normals",
                                  "tests",  "region_of_interest", "mm_per_pixel",     "models", "current_model"};
    return keys;
}

} // namespace

bool ProjectModel::operator==(const ProjectModel &other) const
{
    const auto text = [](const std::optional<OperatingPoint> &point) {
        return point ? toJson(*point) : QJsonObject();
    };
    return name == other.name && file == other.file && sha256 == other.sha256 &&
           text(operatingPoint) == text(other.operatingPoint);
}

QByteArray projectText(const Project &project, const std::filesystem::path &file)
{
    const QDir folder(fromPath(std::filesystem::absolute(file).parent_path()));
    QJsonObject object = project.unknown;
    object.insert("format", QString(formatName));
    object.insert("format_version", currentProjectVersion());
    object.insert("software_version", QString::fromStdString(engineVersion()));
    object.insert("name", project.name);
    object.insert("normals", toJson(project.normals, folder));
    object.insert("tests", toJson(project.tests, folder));
    if (!project.region.isWholePicture())
        object.insert("region_of_interest",
                      QJsonDocument::fromJson(QByteArray::fromStdString(project.region.toJson())).object());
    if (project.scale)
        object.insert("mm_per_pixel", project.scale->millimetresPerPixel());
    QJsonArray models;
    for (const ProjectModel &model : project.models) {
        QJsonObject entry{{"name", QString::fromStdString(model.name)},
                          {"file", nameFrom(folder, model.file)},
                          {"sha256", QString::fromStdString(model.sha256)}};
        if (model.operatingPoint)
            entry.insert("operating_point", toJson(*model.operatingPoint));
        models.append(entry);
    }
    object.insert("models", models);
    object.insert("current_model", project.currentModel);
    return QJsonDocument(object).toJson();
}

Project parseProject(const QByteArray &text, const std::filesystem::path &file)
{
    const Reader reader(file);
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (!document.isObject())
        reader.fail(problem.error == QJsonParseError::NoError
                        ? QStringLiteral("the text is no JSON object")
                        : QStringLiteral("%1 at byte %2").arg(problem.errorString()).arg(problem.offset));
    QJsonObject object = document.object();
    if (object.value(QLatin1String("format")).toString() != formatName)
        reader.fail(QStringLiteral("\"format\" is not \"%1\"").arg(formatName));
    const int version = object.value(QLatin1String("format_version")).toInt();
    if (version < 1)
        reader.fail(QStringLiteral("\"format_version\" is no version"));
    if (version > currentProjectVersion())
        throw Error(ErrorCode::ProjectTooNew, file,
                    QStringLiteral("format %1, written by Spotcheck %2; this version reads up to format %3")
                        .arg(version)
                        .arg(object.value(QLatin1String("software_version")).toString().left(40))
                        .arg(currentProjectVersion())
                        .toStdString());
    object = migrated(std::move(object), version, projectMigrations());

    Project project;
    project.name = reader.text(object, QStringLiteral("name"));
    project.normals = reader.samples(object, QStringLiteral("normals"));
    for (Sample &sample : project.normals)
        sample.label = Label::Good; // being in this lane says so
    project.tests = reader.samples(object, QStringLiteral("tests"));
    project.region = reader.region(object);
    project.scale = reader.scale(object);
    for (const auto &value : reader.list(object, QStringLiteral("models")))
        project.models.push_back(reader.model(value.toObject()));
    const int current = object.value(QLatin1String("current_model")).toInt(-1);
    project.currentModel = current >= 0 && current < static_cast<int>(project.models.size()) ? current : -1;
    for (const QString &key : knownKeys())
        object.remove(key);
    project.unknown = object;
    return project;
}

Project readProject(const std::filesystem::path &file)
{
    constexpr qint64 longest = 512LL << 20; // bytes; a million pictures take a third of it
    QFile stream(fromPath(file));
    if (!stream.exists())
        throw Error(ErrorCode::FileNotFound, file, {});
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file, ignored)) // a pipe would wait for its writer, a device never end
        throw Error(ErrorCode::FileUnreadable, file, "not a regular file");
    if (!stream.open(QIODevice::ReadOnly))
        throw Error(ErrorCode::FileUnreadable, file, stream.errorString().toStdString());
    if (stream.size() > longest)
        throw Error(ErrorCode::ProjectInvalid, file, "it is far larger than a project can be");
    return parseProject(stream.readAll(), file);
}

void writeProject(const Project &project, const std::filesystem::path &file)
{
    const QByteArray text = projectText(project, file);
    removeAbandonedFiles(file.parent_path());
    writeFileAtomically(file, [&](std::ostream &stream) { stream.write(text.constData(), text.size()); });
}

} // namespace spotcheck::ui
