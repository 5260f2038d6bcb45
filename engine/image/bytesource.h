#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace spotcheck {

enum class ByteOrder { Little, Big };

/// Bounds-checked random access to the bytes of a picture file, whether they are in memory or on the disk.
class ByteSource {
public:
    ByteSource() = default;
    ByteSource(const ByteSource &) = delete;
    ByteSource &operator=(const ByteSource &) = delete;
    virtual ~ByteSource() = default;

    virtual std::uint64_t size() const = 0;
    /// Fills `target` with the bytes from `offset` on. \throws Error(ImageTruncated) past the end
    virtual void copy(std::uint64_t offset, std::span<std::uint8_t> target) const = 0;

    std::vector<std::uint8_t> bytes(std::uint64_t offset, std::uint64_t count) const;
    /// An unsigned number of 1 to 8 bytes.
    std::uint64_t number(std::uint64_t offset, int byteCount, ByteOrder order) const;

protected:
    void requireInside(std::uint64_t offset, std::uint64_t count) const;
};

class MemorySource final : public ByteSource {
public:
    explicit MemorySource(std::span<const std::uint8_t> data) : m_data(data) {}

    std::uint64_t size() const override { return m_data.size(); }
    void copy(std::uint64_t offset, std::span<std::uint8_t> target) const override;

private:
    std::span<const std::uint8_t> m_data;
};

/// An open regular file.
class FileSource final : public ByteSource {
public:
    /// \throws Error(FileNotFound, FileUnreadable)
    explicit FileSource(std::filesystem::path file);
    ~FileSource() override;

    std::uint64_t size() const override { return m_size; }
    /// \throws Error(ImageTruncated, FileUnreadable)
    void copy(std::uint64_t offset, std::span<std::uint8_t> target) const override;

private:
    std::filesystem::path m_file;
    int m_descriptor = -1;
    std::uint64_t m_size = 0;
};

} // namespace spotcheck
