#pragma once

#include <QWidget>

#include <spotcheck/image/preprocessing.h>

class QComboBox;
class QGridLayout;
class QSpinBox;

namespace spotcheck::ui {

class ReferencePicture;

/// How pictures become the network's input: size, framing, tiles, alignment.
class PictureSettings : public QWidget {
    Q_OBJECT

public:
    explicit PictureSettings(QWidget *parent = nullptr);

    Preprocessing preprocessing() const;
    /// File of the picture to align to; empty: the first one that is learned from, or no alignment.
    QString alignmentReference() const;

signals:
    void changed();

private:
    void addRow(QGridLayout *grid, const QString &name, QWidget *editor, const QString &help);
    void showWhatMatters();

    QSpinBox *m_width;
    QSpinBox *m_height;
    QComboBox *m_framing;
    QSpinBox *m_tileColumns;
    QSpinBox *m_tileRows;
    QSpinBox *m_tileOverlap;
    QComboBox *m_alignment;
    ReferencePicture *m_reference;
};

} // namespace spotcheck::ui
