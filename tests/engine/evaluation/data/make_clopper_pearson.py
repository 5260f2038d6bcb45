#!/usr/bin/python3
"""Makes clopper_pearson.json: exact binomial intervals with SciPy, and incomplete beta values with mpmath (SciPy's
own are wrong in the 11th digit for some large parameters)."""
import json
import os

import mpmath
from scipy import stats

mpmath.mp.dps = 40



def incomplete_beta(a, b, x):
    """By the series of DLMF 8.17.8, whose terms are all positive, in 40 digits."""
    if x > a / (a + b):
        return 1 - incomplete_beta(b, a, 1 - x)
    a, b = mpmath.mpf(a), mpmath.mpf(b)
    term = x**a * (1 - x) ** b / (a * mpmath.beta(a, b))
    total = mpmath.mpf(0)
    n = 0
    while term > total * mpmath.mpf(10) ** -35:
        total += term
        term *= (a + b + n) / (a + 1 + n) * x
        n += 1
    return total


intervals = []
for total in (1, 2, 3, 10, 20, 117, 1000, 100000):
    counts = {0, 1, total // 3, total // 2, total - 1, total}
    for count in sorted(c for c in counts if 0 <= c <= total):
        for confidence in (0.95, 0.99, 0.5):
            tail = (1 - confidence) / 2
            low = stats.beta.ppf(tail, count, total - count + 1) if count else 0.0
            high = stats.beta.ppf(1 - tail, count + 1, total - count) if count < total else 1.0
            intervals.append([count, total, confidence, low, high])

values = []
for a in (0.5, 1, 2, 7.5, 40, 1000, 60000):
    for b in (0.5, 1, 3, 25, 900, 40000):
        for x in (1e-6, 0.01, 0.2, 0.5, 0.6, 0.93, 0.999):
            values.append([a, b, x, float(incomplete_beta(a, b, mpmath.mpf(x)))])

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "clopper_pearson.json"), "w") as file:
    json.dump({"intervals": intervals, "incomplete_beta": values}, file)
