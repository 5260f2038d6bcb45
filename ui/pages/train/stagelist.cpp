#include "ui/pages/train/stagelist.h"

#include <QGridLayout>
#include <QLabel>

#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"
#include "ui/widgets/format.h"
#include "ui/widgets/iconlabel.h"

namespace spotcheck::ui {

StageList::StageList(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    setObjectName(QStringLiteral("stageList"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(spacing::small);
    m_grid->setVerticalSpacing(spacing::small);
    m_grid->setColumnStretch(1, 1);
}

void StageList::setStages(const std::vector<Stage> &stages)
{
    for (auto &[stage, row] : m_rows) {
        remove(row);
    }
    m_rows.clear();
    for (Stage stage : stages)
        m_rows[stage] = {};
    rebuild();
}

void StageList::remove(Row &row)
{
    delete row.sign;
    delete row.title;
    delete row.words;
}

void StageList::setRunning(Stage stage, const QString &words)
{
    if (!m_rows.contains(stage)) {
        m_rows[stage] = {};
        rebuild();
    }
    for (auto passed = m_rows.begin(); passed->first != stage;) {
        if (passed->second.state == State::Waiting) {
            remove(passed->second);
            passed = m_rows.erase(passed);
        } else {
            ++passed;
        }
    }
    for (auto &[other, row] : m_rows) {
        if (other == stage) {
            setState(row, State::Running);
            row.words->setText(words);
        } else if (row.state == State::Running) {
            setState(row, State::Done);
        }
    }
}

StageList::State StageList::state(Stage stage) const
{
    const auto row = m_rows.find(stage);
    return row == m_rows.end() ? State::Waiting : row->second.state;
}

void StageList::rebuild()
{
    constexpr int signSize = 20;
    int line = 0;
    for (auto &[stage, row] : m_rows) {
        if (!row.sign) {
            row.sign = new IconLabel(QStringLiteral("waiting"), signSize, this);
            row.title = new QLabel(stageText(stage), this);
            row.words = new QLabel(this);
            row.words->setObjectName(QStringLiteral("stage_") + QString::fromStdString(stageId(stage)));
            setTextRole(row.words, TextRole::Muted);
            setState(row, State::Waiting);
        }
        m_grid->addWidget(row.sign, line, 0);
        m_grid->addWidget(row.title, line, 1);
        m_grid->addWidget(row.words, line, 2, Qt::AlignRight);
        ++line;
    }
}

void StageList::setState(Row &row, State state)
{
    row.state = state;
    switch (state) {
    case State::Waiting:
        row.sign->setIcon(QStringLiteral("waiting"));
        row.sign->setColour(std::nullopt);
        row.words->setText(tr("waiting"));
        break;
    case State::Running:
        row.sign->setIcon(QStringLiteral("running"));
        row.sign->setColour(themeColours(palette()).selection);
        break;
    case State::Done:
        row.sign->setIcon(QStringLiteral("good"));
        row.sign->setColour(themeColours(palette()).good);
        row.words->setText(tr("done"));
        break;
    }
}

} // namespace spotcheck::ui
