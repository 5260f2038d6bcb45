#pragma once

#include <optional>

#include <QWidget>

#include "ui/pages/live/livesession.h"

class QLabel;

namespace spotcheck::ui {

class ElidedLabel;
class PictureViewer;

/// The verdict of the last picture, seen from across the shop floor: its colour fills the field, its word and its
/// icon stand large in it, the picture with what was found lies below.
class VerdictField : public QWidget {
    Q_OBJECT

public:
    explicit VerdictField(QWidget *parent = nullptr);

    void setScale(const DisplayScale &scale); ///< of the heat map
    void showShot(const LiveShot &shot);
    /// No verdict: what there is to do or to wait for.
    void showMessage(const QString &text);

    std::optional<Verdict> verdict() const { return m_verdict; }
    QString word() const { return m_word; }

    /// "OK", "NOT OK", "REVIEW", "UNREADABLE".
    static QString wordOf(Verdict verdict);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    int bannerHeight() const;
    void layoutParts();
    void applyColours();

    std::optional<Verdict> m_verdict;
    QString m_word;
    PictureViewer *m_viewer;
    ElidedLabel *m_name;
    QLabel *m_reason;
};

} // namespace spotcheck::ui
