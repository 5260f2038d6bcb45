#include "ui/pages/images/checkspanel.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/theme/textrole.h"
#include "ui/widgets/format.h"
#include "ui/widgets/iconlabel.h"

namespace spotcheck::ui {

namespace {

constexpr int mostListHeight = 190; // px: the lanes stay in sight on a screen of 800
constexpr int findingSign = 16;     // px

/// A sign is told by its shape as well as its colour.
QString signOf(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return QStringLiteral("information");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Error:
        return QStringLiteral("error");
    }
    return {};
}

QColor ThemeColours::*colourOf(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return &ThemeColours::mutedText;
    case Severity::Warning:
        return &ThemeColours::review;
    case Severity::Error:
        return &ThemeColours::defective;
    }
    return nullptr;
}

/// The remedy as a button says it; empty where looking at the pictures is all that can be done here.
QString remedyOf(PictureCheck check)
{
    switch (check) {
    case PictureCheck::Unreadable:
        return ChecksPanel::tr("Take them out");
    case PictureCheck::InBothLanes:
        return ChecksPanel::tr("Take them out of Test");
    case PictureCheck::Repeated:
        return ChecksPanel::tr("Take the copies out");
    case PictureCheck::FewNormals:
        return ChecksPanel::tr("Add pictures…");
    case PictureCheck::MaskUnusable:
        return ChecksPanel::tr("Draw them anew…");
    case PictureCheck::MaskMissing:
        return ChecksPanel::tr("Draw masks…");
    case PictureCheck::SizesDiffer:
    case PictureCheck::GreyAndColour:
        return ChecksPanel::tr("Take them out");
    case PictureCheck::SixteenBit:
    case PictureCheck::Turned:
    case PictureCheck::SeveralPages:
    case PictureCheck::LabelsMissing:
        break;
    }
    return {};
}

} // namespace

ChecksPanel::ChecksPanel(QWidget *parent)
    : DisclosureCard(parent), m_checkNormals(new QPushButton(tr("Check my normals…"), this)),
      m_train(new QPushButton(tr("Choose a detector →"), this))
{
    setObjectName(QStringLiteral("checksPanel"));
    summary()->setObjectName(QStringLiteral("checksSummary"));
    setHelp(tr("Show what was found out about the pictures, and what can be done"));
    m_checkNormals->setObjectName(QStringLiteral("checksNormals"));
    m_checkNormals->setToolTip(tr("Find pictures among the normals that do not belong there"));
    m_checkNormals->hide();
    line()->addWidget(m_checkNormals);
    connect(m_checkNormals, &QPushButton::clicked, this, &ChecksPanel::checkNormalsRequested);
    m_train->setObjectName(QStringLiteral("checksTrain"));
    m_train->setProperty("primary", true);
    m_train->hide();
    line()->addWidget(m_train);
    connect(m_train, &QPushButton::clicked, this, &ChecksPanel::trainRequested);
    hide();
}

void ChecksPanel::setNormalsCheckable(bool checkable)
{
    m_checkNormals->setVisible(checkable);
}

void ChecksPanel::setTrainingNext(bool next)
{
    m_train->setVisible(next);
}

void ChecksPanel::setChecking(int pictures)
{
    setContent(nullptr);
    setVisible(pictures > 0);
    setSummary(tr("Looking %n picture(s) over…", nullptr, pictures), QStringLiteral("running"),
               &ThemeColours::mutedText);
}

void ChecksPanel::setFindings(const std::vector<PictureFinding> &findings, int pictures)
{
    setVisible(pictures > 0);
    if (findings.empty()) {
        setContent(nullptr);
        setSummary(tr("%n picture(s) looked over: nothing stands out", nullptr, pictures), QStringLiteral("good"),
                   &ThemeColours::good);
        return;
    }
    auto *rows = new QWidget;
    rows->setProperty("transparent", true);
    auto *column = new QVBoxLayout(rows);
    column->setContentsMargins(0, 0, spacing::small, 0);
    column->setSpacing(spacing::tiny);
    for (const PictureFinding &finding : findings)
        column->addWidget(rowOf(finding));
    auto *area = new QScrollArea;
    area->setObjectName(QStringLiteral("checksList"));
    area->setWidget(rows);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    column->addStretch();
    m_list = area;
    fitList();
    setContent(area);
    const Severity gravest = findings.front().severity;
    setSummary(gravest == Severity::Note
                   ? tr("%n thing(s) worth knowing about these pictures", nullptr, static_cast<int>(findings.size()))
                   : tr("%n thing(s) to look at before training", nullptr, static_cast<int>(findings.size())),
               signOf(gravest), colourOf(gravest));
}

void ChecksPanel::fitList()
{
    if (!m_list)
        return;
    // What the lines need at this width: a wrapped label alone would ask for the height of a narrow one.
    const QMargins margins = column()->contentsMargins();
    const int width = this->width() - margins.left() - margins.right();
    m_list->setFixedHeight(std::min(mostListHeight, m_list->widget()->layout()->heightForWidth(width)));
}

void ChecksPanel::resizeEvent(QResizeEvent *event)
{
    DisclosureCard::resizeEvent(event);
    fitList();
}

QWidget *ChecksPanel::rowOf(const PictureFinding &finding)
{
    auto *row = new QWidget;
    row->setProperty("transparent", true);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(spacing::small);
    auto *sign = new IconLabel(signOf(finding.severity), findingSign, row);
    sign->setColour(themeColours(palette()).*colourOf(finding.severity));
    auto *words = new QLabel(engineText(finding.sentence), row);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line->addWidget(sign, 0, Qt::AlignVCenter);
    line->addWidget(words, 1);

    const auto addButton = [&](const QString &text, const QString &name) {
        auto *button = new QPushButton(text, row);
        button->setObjectName(name + QString::number(static_cast<int>(finding.check)));
        button->setAccessibleDescription(words->text());
        line->addWidget(button, 0, Qt::AlignVCenter);
        return button;
    };
    const bool aboutPictures = !finding.normals.empty() || !finding.test.empty();
    if (aboutPictures) {
        connect(addButton(tr("Select"), QStringLiteral("checkShow")), &QPushButton::clicked, this,
                [this, finding] { emit showRequested(finding); });
    }
    if (finding.check == PictureCheck::Unreadable) {
        connect(addButton(tr("Find…"), QStringLiteral("checkSeek")), &QPushButton::clicked, this,
                &ChecksPanel::seekRequested);
    }
    if (const QString remedy = remedyOf(finding.check);
        !remedy.isEmpty() && (aboutPictures || finding.check == PictureCheck::FewNormals)) {
        connect(addButton(remedy, QStringLiteral("checkFix")), &QPushButton::clicked, this,
                [this, finding] { emit fixRequested(finding); });
    }
    return row;
}

} // namespace spotcheck::ui
