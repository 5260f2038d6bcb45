#pragma once

#include <spotcheck/backbone/backbone.h>
#include <spotcheck/backbone/weightsstore.h>

#include "ui/widgets/card.h"

class QFormLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace spotcheck::ui {

class Badge;

/// One backbone: what it is for, what it costs, whose terms its weights are under, what is on the disk, and what can
/// be done about it.
class BackboneDetails : public Card {
    Q_OBJECT

public:
    explicit BackboneDetails(QWidget *parent = nullptr);

    /// `sha256`: of the file in `entry`; empty while it is not known yet.
    void setBackbone(const BackboneInfo &backbone, const WeightsStore::Entry &entry, const QString &sha256);
    void setBusy(bool busy); ///< nothing can be fetched or deleted meanwhile

signals:
    void downloadRequested();
    void removeRequested();

private:
    QLabel *addRow(QFormLayout *form, const char *name, const QString &title);
    QHBoxLayout *createButtons();
    void updateButtons();

    WeightsStore::Entry m_entry;
    bool m_published = false; ///< there is an official file to fetch
    bool m_busy = false;
    QString m_address;
    QLabel *m_title;
    Badge *m_state;
    QLabel *m_purpose;
    QLabel *m_cost;
    QLabel *m_licence;
    QLabel *m_source;
    QLabel *m_file;
    QLabel *m_sha256;
    QPushButton *m_download;
    QPushButton *m_copyAddress;
    QPushButton *m_remove;
};

} // namespace spotcheck::ui
