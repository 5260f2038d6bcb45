#pragma once

#include <ostream>

#include <QIODevice>

namespace spotcheck::ui {

/// A standard stream as a device, for those of Qt's writers that know nothing else.
class StreamDevice : public QIODevice {
public:
    /// `stream` is not owned. Where it fails, it says so itself.
    explicit StreamDevice(std::ostream &stream) : m_stream(stream)
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override { return m_stream.write(data, size) ? size : -1; }

private:
    std::ostream &m_stream;
};

} // namespace spotcheck::ui
