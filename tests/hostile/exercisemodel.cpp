#include <spotcheck/backbone/weightsstore.h>
#include <spotcheck/model/model.h>

#include "exercise.h"

namespace spotcheck::test {

void exerciseModel(const std::filesystem::path &file)
{
    Model::load(file, WeightsStore("/nowhere", {}));
}

} // namespace spotcheck::test
