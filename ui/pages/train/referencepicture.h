#pragma once

#include <QComboBox>
#include <QString>

namespace spotcheck::ui {

/// Which picture the others are aligned to: the first one that is learned from, or a file of the user's.
class ReferencePicture : public QComboBox {
    Q_OBJECT

public:
    explicit ReferencePicture(QWidget *parent = nullptr);

    /// Empty: the first one that is learned from.
    QString file() const;

signals:
    void changed();

private:
    void choose(int index);
    void setFile(const QString &file);
};

} // namespace spotcheck::ui
