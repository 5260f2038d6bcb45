#!/usr/bin/python3
"""Makes auroc.json: DeLong's variance by its definition (every pair of pictures, NumPy), AUROC by scikit-learn,
quantiles by SciPy."""
import json
import os

import numpy as np
from scipy import stats
from sklearn.metrics import roc_auc_score

random = np.random.default_rng(3)


def components(good, defective):
    order = np.sign(defective[:, None] - good[None, :]) / 2 + 0.5
    return order.mean(1), order.mean(0)


def covariance(first, second):
    """Of two areas on the same pictures, from (by defective, by good) components."""
    return sum(np.cov(a, b)[0, 1] / len(a) for a, b in zip(first, second))


singles = []
pairs = []
for goods, defectives, shift, levels in (
    (20, 40, 1.0, None), (80, 388, 1.5, None), (3, 5, 0.5, None), (2, 2, 0.0, None), (50, 30, 0.7, 6),
    (300, 200, 3.0, None), (12, 9, 0.4, 3), (40, 2, 1.0, None),
):
    base = np.concatenate([np.zeros(goods), np.full(defectives, shift)])
    labels = np.concatenate([np.zeros(goods, int), np.ones(defectives, int)])
    shared = random.normal(size=goods + defectives)
    scores = [base * weight + 0.7 * shared + 0.7 * random.normal(size=len(base)) for weight in (1.0, 0.7)]
    if levels:
        scores = [np.round(s * levels / 3) for s in scores]
    scores = [np.float32(s).astype(float) for s in scores]
    parts = [components(s[labels == 0], s[labels == 1]) for s in scores]
    for s, part in zip(scores, parts):
        area = roc_auc_score(labels, s)
        error = np.sqrt(covariance(part, part))
        reach = stats.norm.ppf(0.975) * error / (area * (1 - area)) if 0 < area < 1 else 0
        middle = np.log(area / (1 - area)) if 0 < area < 1 else 0
        singles.append({"scores": s.tolist(), "labels": labels.tolist(), "auroc": area, "error": error,
                        "low": stats.logistic.cdf(middle - reach) if 0 < area < 1 else None,
                        "high": stats.logistic.cdf(middle + reach) if 0 < area < 1 else None})
    difference = parts[0][0].mean() - parts[1][0].mean()
    error = np.sqrt(covariance(parts[0], parts[0]) + covariance(parts[1], parts[1]) - 2 * covariance(*parts))
    pairs.append({"first": scores[0].tolist(), "second": scores[1].tolist(), "labels": labels.tolist(),
                  "difference": difference, "error": error,
                  "p": 2 * stats.norm.sf(abs(difference) / error) if error > 0 else None})

quantiles = [[p, stats.norm.ppf(p)] for p in (1e-12, 1e-4, 0.025, 0.3, 0.5, 0.75, 0.975, 0.9999)]
tails = [[z, 2 * stats.norm.sf(abs(z))] for z in (-3.3, -0.2, 0.0, 1.96, 8.0)]
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "auroc.json"), "w") as file:
    json.dump({"singles": singles, "pairs": pairs, "quantiles": quantiles, "tails": tails}, file)
