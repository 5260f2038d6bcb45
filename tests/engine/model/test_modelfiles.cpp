#include <cmath>
#include <cstring>
#include <fstream>

#include <QTest>

#include <opencv2/core.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/model/model.h>

#include "core/random.h"
#include "model/safetensors.h"
#include "model/trainedmodel.h"
#include "randomweights.h"

using namespace spotcheck;
using namespace spotcheck::test;

namespace fs = std::filesystem;

/// Saving and loading: the same model again, and what is refused with which error.
class TestModelFiles : public QObject {
    Q_OBJECT

    TrainedModel m_trained;

    /// A copy of the saved model with `from` replaced by `to` of the same length, in the header.
    fs::path editedModel(const QString &name, std::string from, const std::string &to)
    {
        std::string content = contentOf(m_trained.path("model.spotcheck"));
        const std::size_t position = content.find(from);
        if (position == std::string::npos || from.size() != to.size())
            qFatal("the model's header has no %s", from.c_str());
        content.replace(position, from.size(), to);
        std::ofstream(m_trained.path(name), std::ios::binary) << content;
        return m_trained.path(name);
    }

private slots:
    void initTestCase()
    {
        configureRuntime(2);
        JobMonitor monitor;
        m_trained.train(monitor);
    }

    void scoresAreBitIdenticalAfterReload()
    {
        const std::shared_ptr<const Model> loaded = Model::load(m_trained.path("model.spotcheck"), m_trained.store());
        QCOMPARE(loaded->parameters(), m_trained.model->parameters());
        QVERIFY(loaded->preprocessing() == m_trained.model->preprocessing());
        QCOMPARE(loaded->calibration().scores(), m_trained.model->calibration().scores());
        QCOMPARE(loaded->calibration().displayScale().high, m_trained.model->calibration().displayScale().high);
        QCOMPARE(loaded->seed(), std::uint64_t{3});
        QCOMPARE(loaded->created(), m_trained.model->created());
        QCOMPARE(loaded->summary().fit.stored, m_trained.model->summary().fit.stored);
        for (int i = 0; i < 6; ++i) {
            const cv::Mat image = drawPart(70 + i, i % 2);
            const Prediction before = m_trained.model->inspect(image);
            const Prediction after = loaded->inspect(image);
            QCOMPARE(before.score, after.score);
            QVERIFY(before.patches.scores == after.patches.scores);
            const cv::Mat first = m_trained.model->anomalyMap(before);
            const cv::Mat second = loaded->anomalyMap(after);
            QVERIFY(std::memcmp(first.data, second.data, first.total() * sizeof(float)) == 0);
        }
        // And saving what was loaded gives the same file.
        loaded->save(m_trained.path("again.spotcheck"));
        QVERIFY(contentOf(m_trained.path("again.spotcheck")) == contentOf(m_trained.path("model.spotcheck")));
    }

    void keepsItsPrecision()
    {
        QCOMPARE(m_trained.model->precision(), Precision::Exact);
        TrainingOptions options = m_trained.options;
        options.precision = Precision::Fast;
        JobMonitor monitor;
        const auto fast = Model::train(m_trained.normals, options, m_trained.store(), monitor);
        fast->save(m_trained.path("fast.spotcheck"));
        const auto loaded = Model::load(m_trained.path("fast.spotcheck"), m_trained.store());
        QCOMPARE(loaded->precision(), Precision::Fast);
        const cv::Mat part = drawPart(70, true);
        QCOMPARE(loaded->inspect(part).score, fast->inspect(part).score);
        const double exact = m_trained.model->inspect(part).score;
        QVERIFY(std::abs(fast->inspect(part).score / exact - 1) < 0.05);
        const fs::path wrong = m_trained.path("wrong.spotcheck");
        std::string content = contentOf(m_trained.path("fast.spotcheck"));
        content.replace(content.find("\"fast\""), 6, "\"last\"");
        std::ofstream(wrong, std::ios::binary) << content;
        expectError(ErrorCode::ModelInvalid, wrong, [&] { Model::load(wrong, m_trained.store()); });
    }

    void keepsMetadataItDoesNotKnow()
    {
        // "software_version" is needed; a key of a later version takes the place of nothing.
        const SafetensorsFile original(m_trained.path("model.spotcheck"), ErrorCode::ModelInvalid);
        std::map<std::string, std::string> metadata = original.metadata();
        metadata["line_speed"] = "12 m/min";
        std::vector<TensorToWrite> tensors;
        for (const auto &[name, view] : original.tensors())
            tensors.push_back({name, view.type, view.shape, view.bytes});
        writeSafetensors(m_trained.path("extra.spotcheck"), metadata, tensors);
        Model::load(m_trained.path("extra.spotcheck"), m_trained.store())->save(m_trained.path("resaved.spotcheck"));
        const SafetensorsFile resaved(m_trained.path("resaved.spotcheck"), ErrorCode::ModelInvalid);
        QCOMPARE(resaved.metadata().at("line_speed"), std::string("12 m/min"));
    }

    void savingIntoAMissingFolderFails()
    {
        expectError(ErrorCode::WriteFailed, "/nowhere/model.spotcheck",
                    [&] { m_trained.model->save("/nowhere/model.spotcheck"); });
    }

    void refusesFilesThatAreNoWholeModel()
    {
        const std::string content = contentOf(m_trained.path("model.spotcheck"));
        for (const double share : {0.0, 0.0001, 0.02, 0.5, 0.999}) {
            const auto length = static_cast<std::size_t>(share * static_cast<double>(content.size()));
            std::ofstream(m_trained.path("cut.spotcheck"), std::ios::binary) << content.substr(0, length);
            expectError(ErrorCode::ModelInvalid, m_trained.path("cut.spotcheck"),
                        [&] { Model::load(m_trained.path("cut.spotcheck"), m_trained.store()); });
        }
        expectError(ErrorCode::FileNotFound, m_trained.path("none.spotcheck"),
                    [&] { Model::load(m_trained.path("none.spotcheck"), m_trained.store()); });
        expectError(ErrorCode::ModelInvalid, m_trained.path("weights/resnet18.safetensors"),
                    [&] { Model::load(m_trained.path("weights/resnet18.safetensors"), m_trained.store()); });
    }

    void refusesANewerFormatWithTheVersionItNeeds()
    {
        const fs::path newer = editedModel("newer.spotcheck", "\"format_version\":\"1\"", "\"format_version\":\"7\"");
        expectError(ErrorCode::ModelTooNew, newer, [&] { Model::load(newer, m_trained.store()); });
        try {
            Model::load(newer, m_trained.store());
        } catch (const Error &error) {
            QVERIFY(QString::fromUtf8(error.what()).contains(QString::fromStdString(engineVersion())));
        }
    }

    /// What a newer format may hold looks damaged to this version; the version it needs is told all the same.
    void aNewerFormatIsToldBeforeWhatItHolds()
    {
        for (const auto &[what, by] :
             {std::pair("\"F32\"", "\"F08\""), std::pair("\"data_offsets\":[0,", "\"data_offsets\":[7,")}) {
            const std::string content = contentOf(m_trained.path("model.spotcheck"));
            const fs::path changed = editedModel("changed.spotcheck", what, by);
            expectError(ErrorCode::ModelInvalid, changed, [&] { Model::load(changed, m_trained.store()); });
            std::string newer = contentOf(changed);
            newer[newer.find("\"format_version\":\"1\"") + 18] = '7';
            std::ofstream(changed, std::ios::binary) << newer;
            expectError(ErrorCode::ModelTooNew, changed, [&] { Model::load(changed, m_trained.store()); });
        }
    }

    void refusesWhatDoesNotFitTogether()
    {
        const fs::path unknown = editedModel("unknown.spotcheck", "\"patchcore\"", "\"patchfore\"");
        expectError(ErrorCode::UnknownDetector, {}, [&] { Model::load(unknown, m_trained.store()); });
        const fs::path parameter =
            editedModel("parameter.spotcheck", "\\\"coreset_ratio\\\":0.1", "\\\"coreset_ratio\\\":9.1");
        expectError(ErrorCode::ModelInvalid, parameter, [&] { Model::load(parameter, m_trained.store()); });
        const fs::path calibration =
            editedModel("calibration.spotcheck", "\"calibration\":\"{", "\"calibration\":\"[");
        expectError(ErrorCode::ModelInvalid, calibration, [&] { Model::load(calibration, m_trained.store()); });

        fs::create_directories(m_trained.path("other"));
        writeRandomResNet18(m_trained.path("other/resnet18.safetensors"), 2);
        expectError(ErrorCode::WeightsChanged, m_trained.path("model.spotcheck"), [&] {
            Model::load(m_trained.path("model.spotcheck"), WeightsStore(m_trained.path("other"), {}));
        });
    }

    /// Random damage never crashes and never passes as another error than the model's own.
    void survivesDamage()
    {
        const std::string content = contentOf(m_trained.path("model.spotcheck"));
        Random random(17);
        int refused = 0;
        for (int round = 0; round < 60; ++round) {
            std::string damaged = content;
            for (int i = 0; i < 3; ++i)
                damaged[static_cast<std::size_t>(random.below(6000))] = static_cast<char>(random.below(256));
            std::ofstream(m_trained.path("damaged.spotcheck"), std::ios::binary | std::ios::trunc) << damaged;
            try {
                Model::load(m_trained.path("damaged.spotcheck"), m_trained.store());
            } catch (const Error &error) {
                ++refused;
                QVERIFY2(error.code() != ErrorCode::Internal, error.what());
            }
        }
        QVERIFY(refused > 20);
    }
};

QTEST_GUILESS_MAIN(TestModelFiles)
#include "test_modelfiles.moc"
