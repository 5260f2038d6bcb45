#pragma once

#include <filesystem>

#include <QDialog>

class QLabel;
class QPlainTextEdit;

namespace spotcheck::ui {

/// A crash report to read, copy and save. It goes nowhere by itself.
class CrashReportDialog : public QDialog {
    Q_OBJECT

public:
    explicit CrashReportDialog(const std::filesystem::path &report, QWidget *parent = nullptr);

    /// Writes the report to `file`, and says so or why not.
    void saveTo(const QString &file);

private:
    void copy();
    void chooseFile();

    QPlainTextEdit *m_text;
    QLabel *m_outcome; ///< of copying and saving
};

} // namespace spotcheck::ui
