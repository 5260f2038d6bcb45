#pragma once

class QFormLayout;

namespace spotcheck::ui {

/// Puts each label of a finished form at the middle of its field's height: a QFormLayout makes labels only 7/4 of a
/// text line high, which is less than a field with room around its text.
void centreLabels(QFormLayout *form);

} // namespace spotcheck::ui
