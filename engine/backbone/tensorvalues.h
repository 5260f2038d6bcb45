#pragma once

#include <vector>

#include <ATen/core/Tensor.h>

namespace spotcheck {

/// All values of a tensor of single precision, row by row, wherever it lies.
inline std::vector<float> floatsOf(const at::Tensor &tensor)
{
    const at::Tensor here = tensor.cpu().contiguous();
    return {here.data_ptr<float>(), here.data_ptr<float>() + here.numel()};
}

} // namespace spotcheck
