#include <array>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

#include <spotcheck/image/imagereader.h>

#include "testpictures.h"

using namespace spotcheck;
using namespace spotcheck::test;

namespace {

constexpr std::array onePerKind{"rgb.png",
                                "palette_transparent.png",
                                "grey16.png",
                                "rgb.bmp",
                                "rgba_masks.bmp",
                                "palette.bmp",
                                "rgb.jpg",
                                "progressive.jpg",
                                "cmyk.jpg",
                                "orientation6.jpg",
                                "rgb.tif",
                                "rgb_lzw.tif",
                                "bits_group4.tif",
                                "rgb_bigtiff.tif",
                                "rgb16_big_endian.tif",
                                "rgba16.tif",
                                "rgba.webp",
                                "lossy.webp",
                                "animated.webp",
                                "orientation5.webp",
                                "orientation5.png"};

std::string number(std::uint32_t value, int byteCount, bool bigEndian)
{
    std::string bytes;
    for (int i = 0; i < byteCount; ++i) {
        bytes.push_back(static_cast<char>(value >> (8 * (bigEndian ? byteCount - 1 - i : i))));
    }
    return bytes;
}

/// `bytes` with another value at `position`.
std::string patched(std::string bytes, std::size_t position, const std::string &value)
{
    return bytes.replace(position, value.size(), value);
}

} // namespace

class TestImageErrors : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::filesystem::path path(const char *name) const { return m_folder.filePath(name).toStdString(); }

    /// All four readers refuse `file` with `code`, name it, and say `detail`.
    void compareRefusal(const std::filesystem::path &file, ErrorCode code, const std::string &detail,
                        const ImageLimits &limits = {})
    {
        const std::vector<std::function<void()>> readers{
            [&] { readImage(file, limits); }, [&] { readMask(file, limits); }, [&] { readImageFacts(file, limits); },
            [&] { readThumbnail(file, 8, limits); }};
        for (const auto &reader : readers) {
            const auto error = errorOf(reader);
            QVERIFY(error.has_value());
            QCOMPARE(errorId(error->code()), errorId(code));
            QCOMPARE(error->file(), file);
            QVERIFY(std::string(error->what()).find(file.filename().string()) != std::string::npos);
            QVERIFY2(error->detail().find(detail) != std::string::npos, error->what());
        }
    }

private slots:
    void missingFile()
    {
        compareRefusal(path("absent.png"), ErrorCode::FileNotFound, "");
        compareRefusal(path("absent/absent.png"), ErrorCode::FileNotFound, "");
        writeBytes(path("file.txt"), "x");
        compareRefusal(path("file.txt/below.png"), ErrorCode::FileNotFound, "");
    }

    void folderInsteadOfFile() { compareRefusal(m_folder.path().toStdString(), ErrorCode::FileUnreadable, "folder"); }

    void pipeInsteadOfFile()
    {
        const auto file = path("pipe.png");
        QCOMPARE(::mkfifo(file.c_str(), 0600), 0);
        compareRefusal(file, ErrorCode::FileUnreadable, "regular");
    }

    void forbiddenFile()
    {
        const auto file = path("forbidden.png");
        std::filesystem::copy_file(pictureFile("rgb.png"), file);
        QCOMPARE(::chmod(file.c_str(), 0), 0);
        // The administrator may read everything; nobody may not.
        const bool administrator = ::geteuid() == 0;
        constexpr uid_t nobody = 65534;
        QVERIFY(!administrator || ::seteuid(nobody) == 0);
        const auto error = errorOf([&] { readImage(file); });
        QVERIFY(!administrator || ::seteuid(0) == 0);
        QVERIFY(error.has_value());
        QCOMPARE(errorId(error->code()), errorId(ErrorCode::FileUnreadable));
        QCOMPARE(error->file(), file);
    }

    void otherContent_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("detail");
        QTest::newRow("empty") << QByteArray() << "empty";
        QTest::newRow("text") << QByteArray("This is no picture.\n") << "text";
        QTest::newRow("Korean text") << QByteArray("사진이 아닙니다") << "text";
        QTest::newRow("text that starts like a BMP")
            << QByteArray("BM is a short text, 60 letters long or a bit more.") << "text";
        QTest::newRow("GIF") << QByteArray("GIF89a\1\0\1\0\0\0\0", 13) << "GIF";
        QTest::newRow("PDF") << QByteArray("%PDF-1.7\n\x80\x81") << "PDF";
        QTest::newRow("HEIC") << QByteArray("\0\0\0\x18"
                                            "ftypheic\0\0\0\0",
                                            16)
                              << "HEIC";
        QTest::newRow("zeros") << QByteArray(300, '\0') << "not PNG";
        QTest::newRow("one byte") << QByteArray("\x01") << "not PNG";
    }

    void otherContent()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, detail);
        writeBytes(path("other.png"), content.toStdString());
        compareRefusal(path("other.png"), ErrorCode::NotAnImage, detail.toStdString());
    }

    void unsupportedTiff_data()
    {
        QTest::addColumn<QString>("detail");
        QTest::newRow("refused_float.tif") << "floating-point";
        QTest::newRow("refused_signed.tif") << "signed";
        QTest::newRow("refused_32bit.tif") << "32 bits";
        QTest::newRow("refused_planar16.tif") << "separate planes";
        QTest::newRow("refused_grey_alpha.tif") << "additional channels";
    }

    void unsupportedTiff()
    {
        QFETCH(QString, detail);
        compareRefusal(pictureFile(QTest::currentDataTag()), ErrorCode::NotAnImage, detail.toStdString());
        compareRefusal(pictureFile(QTest::currentDataTag()), ErrorCode::NotAnImage, "Convert it");
    }

    void decompressionBombs_data()
    {
        QTest::addColumn<QByteArray>("content");
        const auto row = [](const char *name, const std::string &bytes) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes);
        };
        constexpr std::uint32_t side = 60000;
        row("png", patched(readBytes(pictureFile("rgb.png")), 16, number(side, 4, true) + number(side, 4, true)));
        row("bmp", patched(readBytes(pictureFile("rgb.bmp")), 18, number(side, 4, false) + number(side, 4, false)));
        const std::string jpeg = readBytes(pictureFile("rgb.jpg"));
        row("jpeg", patched(jpeg, jpeg.find("\xFF\xC0") + 5, number(side, 2, true) + number(side, 2, true)));
        const std::string webp = readBytes(pictureFile("animated.webp"));
        row("webp", patched(webp, webp.find("VP8X") + 12, number(side, 3, false) + number(side, 3, false)));
        // Width and height are the first two entries of a TIFF directory.
        std::string tiff = readBytes(pictureFile("rgb16_big_endian.tif"));
        for (const char tag : {'\0', '\1'}) {
            const std::size_t entry = tiff.find(std::string("\1") + tag);
            tiff = patched(tiff, entry,
                           std::string("\1") + tag + number(4, 2, true) + number(1, 4, true) + number(side, 4, true));
        }
        row("tiff", tiff);
    }

    void decompressionBombs()
    {
        QFETCH(QByteArray, content);
        writeBytes(path("bomb.png"), content.toStdString());
        QElapsedTimer timer;
        timer.start();
        compareRefusal(path("bomb.png"), ErrorCode::ImageTooLarge, "6000");
        QVERIFY(timer.elapsed() < 1000);
    }

    /// Within the limit, but the file is far too small to hold so many pixels: refused before they are allocated.
    void promisesMoreThanItHolds_data() { decompressionBombs_data(); }
    void promisesMoreThanItHolds()
    {
        QFETCH(QByteArray, content);
        const QByteArray name = QTest::currentDataTag();
        if (name == "webp" || name == "tiff") {
            QSKIP("The header alone does not tell");
        }
        ImageLimits limits;
        limits.maximumPixels = std::int64_t{1} << 40;
        writeBytes(path("hollow.png"), content.toStdString());
        // OpenCV's own limit of 2^30 pixels comes first.
        compareRefusal(path("hollow.png"), ErrorCode::ImageTooLarge, "1073741824", limits);
        QByteArray smaller = content;
        const QByteArray from = name == "bmp" ? QByteArray("\x60\xEA\0\0", 4) : QByteArray("\xEA\x60", 2);
        const QByteArray to = name == "bmp" ? QByteArray("\x60\x6A\0\0", 4) : QByteArray("\x6A\x60", 2);
        smaller.replace(from, to); // 27232 pixels a side
        writeBytes(path("hollow.png"), smaller.toStdString());
        compareRefusal(path("hollow.png"), ErrorCode::ImageTruncated, "too few bytes", limits);
    }

    void limits()
    {
        ImageLimits limits;
        limits.maximumPixels = 13 * 9 - 1;
        compareRefusal(pictureFile("rgb.png"), ErrorCode::ImageTooLarge, "13 x 9", limits);
        limits.maximumPixels = 13 * 9;
        QVERIFY(!readImage(pictureFile("rgb.png"), limits).empty());
        const auto bytes = std::filesystem::file_size(pictureFile("rgb.png"));
        limits.maximumFileBytes = bytes - 1;
        compareRefusal(pictureFile("rgb.png"), ErrorCode::ImageTooLarge, std::to_string(bytes), limits);
        limits.maximumFileBytes = bytes;
        QVERIFY(!readImage(pictureFile("rgb.png"), limits).empty());
        // A sparse file of 3 GiB takes no room on the disk.
        writeBytes(path("vast.png"), readBytes(pictureFile("rgb.png")));
        std::filesystem::resize_file(path("vast.png"), std::uintmax_t{3} << 30);
        compareRefusal(path("vast.png"), ErrorCode::ImageTooLarge, "bytes");
    }

    void noSize()
    {
        writeBytes(path("flat.png"), patched(readBytes(pictureFile("rgb.png")), 20, number(0, 4, true)));
        compareRefusal(path("flat.png"), ErrorCode::NotAnImage, "13 x 0");
    }

    void thumbnailWithoutSize()
    {
        const auto error = errorOf([] { readThumbnail(pictureFile("rgb.png"), 0); });
        QVERIFY(error && error->code() == ErrorCode::InvalidParameter);
    }

    void unusualNames()
    {
        for (const char *name : {"기준 이미지.png", "two\nlines.png", "quote\"'&<>.png", "no ending", "%s%n.png"}) {
            std::filesystem::copy_file(pictureFile("rgb.png"), path(name));
            QVERIFY(!readImage(path(name)).empty());
        }
        std::filesystem::path deep = path("x");
        for (int i = 0; i < 4; ++i) {
            deep /= std::string(100, 'd');
        }
        std::filesystem::create_directories(deep);
        const auto file = deep / (std::string(200, 'f') + ".jpg");
        std::filesystem::copy_file(pictureFile("rgb.jpg"), file);
        QVERIFY(!readImage(file).empty());
        QVERIFY(!readThumbnail(file, 8).empty());
    }

    void halfAFileIsTruncated_data() { noPrefixIsAPicture_data(); }
    void halfAFileIsTruncated()
    {
        const std::string whole = readBytes(pictureFile(QTest::currentDataTag()));
        // Most of a tiny JPEG is tables: take its pixels in half.
        const std::size_t scan = whole.rfind("\xFF\xDA");
        const bool jpeg = whole.starts_with("\xFF\xD8");
        const std::size_t kept = jpeg ? (scan + whole.size()) / 2 : whole.size() * 2 / 3;
        writeBytes(path("half.png"), whole.substr(0, kept));
        compareRefusal(path("half.png"), ErrorCode::ImageTruncated, "");
    }

    void noPrefixIsAPicture_data()
    {
        QTest::addColumn<int>("unused");
        for (const char *name : onePerKind) {
            QTest::newRow(name) << 0;
        }
    }

    void noPrefixIsAPicture()
    {
        const std::string whole = readBytes(pictureFile(QTest::currentDataTag()));
        const auto file = path("prefix.png");
        for (std::size_t kept = 0; kept < whole.size(); ++kept) {
            writeBytes(file, whole.substr(0, kept));
            const auto error = errorOf([&] {
                const cv::Mat image = readImage(file);
                // Only what is no part of the picture may be missing: a TIFF's closing "no further page".
                QVERIFY2(whole.size() - kept <= 4, std::to_string(kept).c_str());
                QVERIFY(largestDifference(image, readImage(pictureFile(QTest::currentDataTag()))) <= 0);
            });
            QVERIFY(!error || error->code() == ErrorCode::ImageTruncated || error->code() == ErrorCode::NotAnImage);
        }
    }

    void damagedFilesNeverCrash_data() { noPrefixIsAPicture_data(); }
    void damagedFilesNeverCrash()
    {
        const std::string whole = readBytes(pictureFile(QTest::currentDataTag()));
        std::mt19937 random(20240517);
        std::uniform_int_distribution<std::size_t> position(0, whole.size() - 1);
        std::uniform_int_distribution<int> value(0, 255);
        ImageLimits limits;
        limits.maximumPixels = 1'000'000;
        int refused = 0;
        for (int round = 0; round < 60; ++round) {
            std::string bytes = whole;
            for (int i = 0; i <= round % 6; ++i) {
                bytes[position(random)] = static_cast<char>(value(random));
            }
            if (round % 4 == 3) {
                bytes.resize(position(random));
            } else if (round % 4 == 2) {
                bytes.insert(position(random), std::string(5, static_cast<char>(value(random))));
            }
            const auto file = path("damaged.png");
            writeBytes(file, bytes);
            const auto error = errorOf([&] {
                const cv::Mat image = readImage(file, limits);
                QVERIFY(image.type() == CV_8UC3 || image.type() == CV_16UC3);
                QVERIFY(static_cast<std::int64_t>(image.total()) <= limits.maximumPixels);
            });
            refused += error.has_value() ? 1 : 0;
            errorOf([&] { readMask(file, limits); });
            errorOf([&] { readThumbnail(file, 5, limits); });
            errorOf([&] { readImageFacts(file, limits); });
        }
        QVERIFY(refused > 0);
    }
};

QTEST_GUILESS_MAIN(TestImageErrors)
#include "test_imageerrors.moc"
