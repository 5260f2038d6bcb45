#include "pretrain/losscurve.h"

#include <fstream>

#include <spotcheck/core/error.h>

#include "pretrain/objective.h"

namespace spotcheck::pretrain {

void appendToLossCurve(const std::filesystem::path &file, std::int64_t step, double learningRate,
                       const ObjectiveTerms &terms)
{
    const bool fresh = !std::filesystem::exists(file);
    std::ofstream curve(file, std::ios::app);
    if (fresh)
        curve << "step,learning_rate,total,surface4,surface3,dense2,dense3,defect,accuracy\n";
    curve << step << ',' << learningRate;
    for (const torch::Tensor &value :
         {terms.total, terms.surface4, terms.surface3, terms.dense2, terms.dense3, terms.defect, terms.accuracy})
        curve << ',' << value.item<double>();
    curve << '\n';
    if (!curve)
        throw Error(ErrorCode::WriteFailed, file);
}

} // namespace spotcheck::pretrain
