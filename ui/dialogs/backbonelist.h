#pragma once

#include <QListWidget>

#include <spotcheck/backbone/weightsstore.h>

namespace spotcheck::ui {

/// Where a backbone's weights are, in a word or two.
QString weightsStateText(const WeightsStore::Entry &entry);

/// The known backbones, one below the other, each with whether its weights are here.
class BackboneList : public QListWidget {
    Q_OBJECT

public:
    explicit BackboneList(QWidget *parent = nullptr);

    /// In the order given; the chosen one stays chosen.
    void setEntries(const std::vector<WeightsStore::Entry> &entries);
    void choose(const std::string &id);
    std::string chosen() const; ///< id; empty while there is none

signals:
    void chosenChanged();
};

} // namespace spotcheck::ui
