#pragma once

#include <memory>

class QGuiApplication;

namespace spotcheck::cli {

/// What painting text needs, without a display whether there is one or not. Exists while reports are written.
class OffscreenPainting {
public:
    OffscreenPainting();
    ~OffscreenPainting();

private:
    int m_argumentCount = 1;
    char m_name[14] = "spotcheck-cli";
    char *m_arguments[2] = {m_name, nullptr};
    std::unique_ptr<QGuiApplication> m_application;
};

} // namespace spotcheck::cli
