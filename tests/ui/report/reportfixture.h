#pragma once

#include <string>
#include <vector>

#include <QTemporaryDir>

#include "ui/report/reportcontent.h"

namespace spotcheck::ui {

/// A small run without a network: pictures on disk, and predictions made by hand with one hot spot in the middle of
/// each defective one.
class ReportFixture {
public:
    static constexpr float hot = 9;  ///< map value of the hot spot before the blur
    static constexpr float cold = 1; ///< map value elsewhere

    ReportFixture();

    std::filesystem::path folder() const { return m_folder.path().toStdString(); }
    std::filesystem::path file(const std::string &name) const { return folder() / name; }
    QString fileName(const char *name) const { return m_folder.filePath(QString::fromUtf8(name)); }

    /// Writes a picture and gives its result; `score` above 5 is defective, and then it has the hot spot.
    InspectionResult result(const std::string &name, double score, Label label = Label::Unlabelled,
                            cv::Size size = {120, 90}) const;
    static InspectionResult failure(const std::filesystem::path &file, const std::string &reason);

    /// The model's identity and operating point, and `results` with everything that follows from them.
    static ReportContent content(std::vector<InspectionResult> results);

private:
    QTemporaryDir m_folder;
};

/// Asks to stop at the nth question.
class StoppingMonitor : public JobMonitor {
public:
    explicit StoppingMonitor(int questions) : m_left(questions) {}
    bool isCancelled() const override { return m_left-- <= 0; }

private:
    mutable int m_left;
};

} // namespace spotcheck::ui
