#include <filesystem>
#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include <spotcheck/core/error.h>
#include <spotcheck/core/runtime.h>
#include <spotcheck/evaluation/agreement.h>

#include "command.h"
#include "output.h"
#include "resultsfile.h"
#include "text.h"
#include "ui/report/figurejson.h"

namespace spotcheck::cli {

namespace fs = std::filesystem;

namespace {

using Json = nlohmann::ordered_json;

struct MergeRequest {
    std::vector<std::string> inputs;
    std::string output;
};

/// Results of one model at one operating point, picture by picture.
class Merger {
public:
    /// \throws CommandError for results of another model or another operating point
    void add(Json results, const fs::path &input)
    {
        if (m_merged.is_null()) {
            m_merged = std::move(results);
            Json images = std::exchange(m_merged["images"], Json::array());
            m_merged["merged_from"] = Json::array({input.string()});
            takeImages(std::move(images));
            return;
        }
        if (textOf(results["model"], "sha256") != textOf(m_merged["model"], "sha256"))
            throw CommandError(input.string() + ": these are results of another model");
        for (const char *key : {"threshold", "pixel_threshold", "minimum_area_px", "review_threshold"}) {
            if (results["operating_point"].value(key, Json()) != m_merged["operating_point"].value(key, Json()))
                throw CommandError(input.string() + ": these are results at another " + key);
        }
        if (results.value("mm_per_pixel", Json()) != m_merged.value("mm_per_pixel", Json()))
            throw CommandError(input.string() + ": these are results at another mm_per_pixel");
        m_merged["merged_from"].push_back(input.string());
        takeImages(std::move(results["images"]));
    }

    std::size_t images() const { return m_merged["images"].size(); }
    std::size_t repeated() const { return m_repeated; }

    std::string text()
    {
        Json counts{{"images", images()}, {"good", 0}, {"review", 0}, {"defective", 0}, {"failed", 0}};
        BandedConfusion confusion;
        for (const Json &image : m_merged["images"]) {
            const std::string verdict = textOf(image, "verdict");
            counts[verdict] = counts[verdict].get<int>() + 1;
            count(confusion, textOf(image, "label"), verdict);
        }
        m_merged["counts"] = std::move(counts);
        m_merged.erase("agreement");
        if (const Agreement agreement = agreementOf(confusion); agreement.effectiveness.total > 0)
            m_merged["agreement"] = ui::agreementJson(agreement);
        // The pictures last, one a line, as "inspect" writes them.
        const Json pictures = std::exchange(m_merged["images"], Json());
        m_merged.erase("images");
        std::string all = ui::jsonText(m_merged, 1);
        all.erase(all.find_last_of('}'));
        all += ",\n\"images\": [";
        for (std::size_t index = 0; index < pictures.size(); ++index)
            all += (index == 0 ? "\n" : ",\n") + ui::jsonText(pictures[index]);
        return all + "\n]\n}\n";
    }

private:
    void takeImages(Json images)
    {
        for (Json &image : images) {
            const std::string path = textOf(image, "path");
            const bool failed = textOf(image, "verdict") == "failed";
            const auto earlierFailure = m_failed.find(path);
            // The same picture by the same file: two jobs did the same work. One may have met it where it could not
            // be read, and then does not know its content.
            if (failed ? earlierFailure != m_failed.end() || m_judged.contains(path)
                       : !m_seen.insert(path + '\n' + textOf(image, "sha256")).second) {
                ++m_repeated;
                continue;
            }
            if (failed) {
                m_failed.emplace(path, m_merged["images"].size());
            } else if (m_judged.insert(path); earlierFailure != m_failed.end()) {
                ++m_repeated;
                m_merged["images"][earlierFailure->second] = std::move(image);
                m_failed.erase(earlierFailure);
                continue;
            }
            m_merged["images"].push_back(std::move(image));
        }
    }

    static void count(BandedConfusion &confusion, const std::string &label, const std::string &verdict)
    {
        if ((label != "good" && label != "defective") || verdict == "failed")
            return;
        const bool defective = label == "defective";
        const auto add = [defective](Confusion &to, bool caught) {
            if (caught)
                ++(defective ? to.truePositives : to.falsePositives);
            else
                ++(defective ? to.falseNegatives : to.trueNegatives);
        };
        add(confusion.decided, verdict == "defective");
        add(confusion.caught, verdict != "good");
    }

    Json m_merged;
    std::set<std::string> m_seen;                ///< path and content of those that were judged
    std::set<std::string> m_judged;              ///< their paths
    std::map<std::string, std::size_t> m_failed; ///< paths of the others, and where they are among the pictures
    std::size_t m_repeated = 0;
};

int merge(const MergeRequest &options)
{
    checkFileIsWritable(options.output);
    Merger merger;
    for (const std::string &input : options.inputs)
        merger.add(readResults(input), input);
    if (merger.repeated() > 0)
        warn(std::to_string(merger.repeated()) + " picture(s) were in more than one file and are kept once");
    const std::size_t images = merger.images();
    const std::string text = merger.text();
    writeFileAtomically(options.output, [&text](std::ostream &stream) { stream << text; });
    std::cout << options.output << ": " << counted(images, "picture") << " of "
              << counted(std::ssize(options.inputs), "file") << '\n';
    return exitOk;
}

} // namespace

void addMergeCommand(CLI::App &app, Action &action)
{
    CLI::App *command = app.add_subcommand("merge", "put results of several \"inspect\" runs together");
    command->fallthrough();
    command->footer("All must be of the same model and the same thresholds. Counts and agreement are made anew.\n"
                    "Example, on eight processes of one machine:\n"
                    "  ls parts | parallel -j 8 spotcheck-cli inspect plate.spotcheck parts/{} --threads 1 \\\n"
                    "      --output out/{#} --format json\n"
                    "  spotcheck-cli merge out/* --output results.json");
    const auto options = std::make_shared<MergeRequest>();
    command->add_option("RESULTS", options->inputs, "results.json files, or the folders that hold them")->required();
    command->add_option("--output", options->output, "file to write")->required();
    command->callback([&action, options] { action = [options](TerminalMonitor &) { return merge(*options); }; });
}

} // namespace spotcheck::cli
