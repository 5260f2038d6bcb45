#pragma once

#include <QString>

#include <spotcheck/backbone/weightsstore.h>
#include <spotcheck/live/livelog.h>
#include <spotcheck/model/model.h>

#include "reportfixture.h"
#include "ui/project/project.h"

namespace spotcheck::test {

// What the worker and the tests that watch it agree on.

/// The random network in `folder`, see `prepareTrustFolder`.
WeightsStore trustWeights(const QString &folder);
/// Weights, a few pictures, and model.spotcheck, a small PatchCore.
void prepareTrustFolder(const QString &folder);

/// A project of 3 ("small") or 400 ("large") test pictures, whose defect types say which one it is.
ui::Project trustProject(const QString &folder, const std::string &size);
/// Whether `project` is one of them and whole; its models do not count.
bool isWholeTrustProject(const ui::Project &project);

LiveRow trustRow(int number);

/// Two reports over the same pictures.
class TrustReports {
public:
    static constexpr int fewPictures = 2;
    static constexpr int manyPictures = 4;

    ui::ReportContent small() const { return of(fewPictures); }
    ui::ReportContent large() const { return of(manyPictures); }

private:
    ui::ReportContent of(int pictures) const;
    ui::ReportFixture m_fixture;
};

} // namespace spotcheck::test
