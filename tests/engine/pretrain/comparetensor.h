#pragma once

#include <cmath>
#include <vector>

#include <torch/types.h>

#include <QtTest>

#include "jsonfile.h"

namespace spotcheck::test {

/// `found` has these values, to the rounding of single precision.
inline void compareTensor(const torch::Tensor &found, const QJsonValue &stored)
{
    const std::vector<double> expected = numbers(stored);
    const torch::Tensor values = found.flatten().to(torch::kFloat64).contiguous();
    QCOMPARE(static_cast<std::size_t>(values.numel()), expected.size());
    for (std::size_t index = 0; index < expected.size(); ++index) {
        const double value = values.data_ptr<double>()[index];
        QVERIFY2(std::abs(value - expected[index]) < 2e-5,
                 qPrintable(QString("%1: %2, expected %3").arg(index).arg(value).arg(expected[index])));
    }
}

} // namespace spotcheck::test
