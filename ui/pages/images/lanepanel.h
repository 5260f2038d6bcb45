#pragma once

#include <QStringList>

#include "ui/document/document.h"
#include "ui/widgets/card.h"

class QAction;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QMimeData;
class QStackedWidget;

namespace spotcheck::ui {

class LaneView;
class SampleListModel;
class ThumbnailStore;

/// One lane of the Images page: its number of pictures, what can be done with the selected ones, the tiles or
/// the empty state. Takes drops of files and of tiles from the other lane.
class LanePanel : public Card {
    Q_OBJECT

public:
    LanePanel(Document *document, ThumbnailStore *thumbnails, Lane lane, QWidget *parent = nullptr);

    LaneView *view() const { return m_view; }

signals:
    void addPicturesRequested();
    void addFolderRequested();
    void sampleRequested();
    void masksRequested(const std::vector<int> &rows);
    void filesDropped(const QStringList &paths);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QString named(const char *part) const; ///< object name: the lane's id and `part`
    QAction *makeAction(const char *part, const QString &text, const QString &icon, const QKeySequence &key,
                        const QString &help);
    QHBoxLayout *buildHeader();
    QHBoxLayout *buildSelectionBar();
    QWidget *buildEmptyState();
    void buildActions();
    void labelSelected(Label label);
    void keepPlace();
    void updateCounts();
    void updateActions();
    void updateDefectTypes();
    bool accepts(const QMimeData &dragged) const;
    void setDropHighlight(bool shown);

    Document *m_document;
    Lane m_lane;
    SampleListModel *m_model;
    LaneView *m_view;
    QStackedWidget *m_stack;
    QLabel *m_count;
    QLabel *m_selected;
    QComboBox *m_defectType = nullptr;
    QList<QAction *> m_selectionActions;
    bool m_dropHighlight = false;
};

} // namespace spotcheck::ui
