#include <QPdfDocument>
#include <QtTest>

#include <spotcheck/core/error.h>
#include <spotcheck/core/peakmemory.h>

#include "ui/report/htmlreport.h"
#include "ui/report/pdfreport.h"

#include "reportfixture.h"

using namespace spotcheck;
using namespace spotcheck::ui;

/// Five hundred defective pictures on one report.
class TestReportLarge : public QObject {
    Q_OBJECT

    static constexpr int defects = 500;
    static inline const cv::Size size{480, 360};
    // Bytes. A sanitizer sets freed memory aside, up to 256 MB, before it is used again.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    static constexpr std::uint64_t mostGrowth = 100'000'000 + 256'000'000;
#else
    static constexpr std::uint64_t mostGrowth = 100'000'000;
#endif

    using Write = void (*)(const ReportContent &, const std::filesystem::path &, JobMonitor &);

    /// Counts the steps told and the questions after the request to stop.
    class Watcher : public JobMonitor {
    public:
        explicit Watcher(std::int64_t stopAt) : m_stopAt(stopAt) {}

        bool isCancelled() const override { return m_last >= m_stopAt; }
        void report(const Progress &progress) override
        {
            m_isRising = m_isRising && progress.step > m_last;
            m_last = progress.step;
            m_steps = progress.steps;
        }

        std::int64_t last() const { return m_last; }
        std::int64_t steps() const { return m_steps; }
        bool isRising() const { return m_isRising; }

    private:
        std::int64_t m_stopAt;
        std::int64_t m_last = 0;
        std::int64_t m_steps = 0;
        bool m_isRising = true;
    };

    ReportFixture m_fixture;
    ReportContent m_content;

private slots:
    void initTestCase()
    {
        std::vector<InspectionResult> results(defects, m_fixture.result("part.png", 8, Label::Defective, size));
        m_content = ReportFixture::content(std::move(results));
        QCOMPARE(m_content.shown.size(), std::size_t{defects});
    }

    void memoryStaysBounded_data()
    {
        QTest::addColumn<bool>("pdf");
        QTest::newRow("pdf") << true;
        QTest::newRow("html") << false;
    }

    void memoryStaysBounded()
    {
        QFETCH(const bool, pdf);
        const Write write = pdf ? writePdfReport : writeHtmlReport;
        ReportContent few = m_content;
        few.shown.resize(2);
        JobMonitor warm; // fonts and decoders are loaded once
        write(few, m_fixture.file("few"), warm);

        Watcher watcher(defects + 1);
        const PeakMemory memory;
        const std::uint64_t before = memory.bytes();
        write(m_content, m_fixture.file("many"), watcher);
        const std::uint64_t growth = memory.bytes() - before;
        qInfo("%s: %.1f MB more at the peak", pdf ? "PDF" : "HTML", static_cast<double>(growth) / 1e6);
        // Kept until the end, the pictures alone would need 500 x 2 x 0.7 MB.
        QVERIFY2(before > 0 && growth < mostGrowth, qPrintable(QString::number(growth)));
        QCOMPARE(watcher.last(), std::int64_t{defects});
        QCOMPARE(watcher.steps(), std::int64_t{defects});
        QVERIFY(watcher.isRising());
        if (pdf) {
            QPdfDocument document;
            QCOMPARE(document.load(m_fixture.fileName("many")), QPdfDocument::Error::None);
            QVERIFY(document.pageCount() > defects / 4);
        }
    }

    void aRequestToStopIsFollowedAtTheNextPicture_data()
    {
        memoryStaysBounded_data();
    }

    void aRequestToStopIsFollowedAtTheNextPicture()
    {
        QFETCH(const bool, pdf);
        const Write write = pdf ? writePdfReport : writeHtmlReport;
        Watcher watcher(3);
        QVERIFY_EXCEPTION_THROWN(write(m_content, m_fixture.file("stopped"), watcher), Cancelled);
        QCOMPARE(watcher.last(), std::int64_t{3});
        QVERIFY(!std::filesystem::exists(m_fixture.file("stopped")));
    }
};

QTEST_MAIN(TestReportLarge)
#include "test_report_large.moc"
