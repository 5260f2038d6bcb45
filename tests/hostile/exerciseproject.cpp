#include "exercise.h"
#include "ui/project/projectfile.h"

namespace spotcheck::test {

void exerciseProject(const std::filesystem::path &file)
{
    const ui::Project project = ui::readProject(file);
    // What was read can be written, and is then the same.
    const ui::Project again = ui::parseProject(ui::projectText(project, file), file);
    if (!(again == project))
        std::abort();
}

} // namespace spotcheck::test
