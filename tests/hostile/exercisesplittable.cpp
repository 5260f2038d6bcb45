#include <fstream>
#include <string>
#include <system_error>

#include <unistd.h>

#include <spotcheck/data/dataset.h>

#include "exercise.h"

namespace spotcheck::test {

namespace {

namespace fs = std::filesystem;

/// A part in the VisA layout whose two tables are links to another file.
class VisaPart {
public:
    explicit VisaPart(const fs::path &table)
        : m_root(fs::temp_directory_path() / ("spotcheck-visa-" + std::to_string(::getpid())))
    {
        for (const char *folder : {"part/Data/Images/Normal", "part/Data/Images/Anomaly", "split_csv"})
            fs::create_directories(m_root / folder);
        for (const char *name : {"Normal/0000.JPG", "Normal/0001.JPG", "Anomaly/000.JPG"})
            std::ofstream(m_root / "part/Data/Images" / name) << "named, not opened";
        fs::create_symlink(table, m_root / "split_csv/1cls.csv");
        fs::create_symlink(table, m_root / "part/image_anno.csv");
    }
    ~VisaPart()
    {
        std::error_code ignored;
        fs::remove_all(m_root, ignored);
    }
    VisaPart(const VisaPart &) = delete;
    VisaPart &operator=(const VisaPart &) = delete;

    fs::path folder() const { return m_root / "part"; }

private:
    fs::path m_root;
};

} // namespace

void exerciseSplitTable(const fs::path &file)
{
    static const VisaPart part(file); // of one table, whose content changes
    JobMonitor monitor;
    readDataset(part.folder(), monitor);
}

} // namespace spotcheck::test
