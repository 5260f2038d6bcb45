#!/usr/bin/python3
"""Makes agreement.json: Cohen's kappa with scikit-learn; its standard error by the delta method with numerical
derivatives of kappa in the four cell probabilities, which knows nothing of the closed formula."""
import json
import os

import numpy as np
from sklearn.metrics import cohen_kappa_score


def kappa(p):
    p = p.reshape(2, 2)
    chance = (p.sum(1) * p.sum(0)).sum()
    return (np.trace(p) - chance) / (1 - chance)


cases = []
for tp, fn, fp, tn in (
    (45, 5, 3, 47), (9, 1, 2, 8), (388, 0, 4, 76), (30, 10, 15, 5), (1, 2, 3, 4), (0, 5, 5, 0), (7, 0, 0, 3),
    (1000, 20, 50, 9000), (2, 1, 0, 997), (5, 5, 5, 5), (0, 4, 0, 16),
):
    counts = np.array([tp, fn, fp, tn], float)
    n = counts.sum()
    p = counts / n
    step = 1e-6
    gradient = np.array([(kappa(p + step * e) - kappa(p - step * e)) / (2 * step) for e in np.eye(4)])
    variance = (p * gradient**2).sum() - (p * gradient).sum() ** 2
    truth = [1] * (tp + fn) + [0] * (fp + tn)
    called = [1] * tp + [0] * fn + [1] * fp + [0] * tn
    cases.append([tp, fn, fp, tn, cohen_kappa_score(truth, called), float(np.sqrt(max(variance, 0) / n))])

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "agreement.json"), "w") as file:
    json.dump({"cases": cases}, file)
