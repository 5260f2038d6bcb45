#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QString>

namespace spotcheck::test {

/// A picture with a little structure, another for every `number`.
inline void writeTinyPicture(const QString &file, int number, int side = 48)
{
    QDir().mkpath(QFileInfo(file).path());
    QImage picture(side, side, QImage::Format_RGB888);
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x)
            picture.setPixelColor(x, y, QColor((x * 5 + number * 7) % 256, (y * 5) % 256, (x * y + number) % 256));
    }
    if (!picture.save(file))
        qFatal("cannot write %s", qPrintable(file));
}

/// A file that is named like a picture and holds none.
inline void writeBrokenPicture(const QString &file)
{
    QDir().mkpath(QFileInfo(file).path());
    QFile stream(file);
    if (!stream.open(QIODevice::WriteOnly) || stream.write("this is no picture") < 0)
        qFatal("cannot write %s", qPrintable(file));
}

/// A data set in the MVTec AD layout: `normals` in train/good, two in test/good, three in test/scratch with masks.
inline void writeTinyDataset(const QString &folder, int normals = 4)
{
    for (int i = 0; i < normals; ++i)
        writeTinyPicture(QStringLiteral("%1/train/good/%2.png").arg(folder).arg(i, 3, 10, QLatin1Char('0')), i);
    for (int i = 0; i < 2; ++i)
        writeTinyPicture(QStringLiteral("%1/test/good/%2.png").arg(folder).arg(i, 3, 10, QLatin1Char('0')), 100 + i);
    for (int i = 0; i < 3; ++i) {
        const QString stem = QStringLiteral("%1").arg(i, 3, 10, QLatin1Char('0'));
        writeTinyPicture(QStringLiteral("%1/test/scratch/%2.png").arg(folder, stem), 200 + i);
        QDir().mkpath(folder + QStringLiteral("/ground_truth/scratch"));
        QImage mask(48, 48, QImage::Format_Grayscale8);
        mask.fill(0);
        mask.setPixelColor(10, 10, Qt::white);
        mask.save(QStringLiteral("%1/ground_truth/scratch/%2_mask.png").arg(folder, stem));
    }
}

} // namespace spotcheck::test
