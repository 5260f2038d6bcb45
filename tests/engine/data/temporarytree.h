#pragma once

#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>
#include <vector>

#include <QTemporaryDir>

/// A folder of small files that goes away with the test. Other users may enter it, so that a test can look at
/// it without root's rights.
class TemporaryTree {
public:
    TemporaryTree() { std::filesystem::permissions(root(), std::filesystem::perms(0755)); }

    // QTemporaryDir leaves behind what has a name that is not UTF-8.
    ~TemporaryTree()
    {
        std::error_code ignored;
        std::filesystem::remove_all(root(), ignored);
    }
    TemporaryTree(const TemporaryTree &) = delete;
    TemporaryTree &operator=(const TemporaryTree &) = delete;

    std::filesystem::path root() const { return m_folder.path().toStdString(); }
    std::filesystem::path path(const std::string &relative) const { return root() / relative; }

    std::filesystem::path addFile(const std::string &relative) const
    {
        const std::filesystem::path file = path(relative);
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file) << "x"; // listing a folder must not look into its files
        return file;
    }

    void addFiles(const std::vector<std::string> &relatives) const
    {
        for (const std::string &relative : relatives)
            addFile(relative);
    }

    std::filesystem::path addFolder(const std::string &relative) const
    {
        std::filesystem::create_directories(path(relative));
        return path(relative);
    }

private:
    QTemporaryDir m_folder;
};
