#!/usr/bin/python3
"""Makes curves.json with scikit-learn: AUROC, AP, best F1 and curves of small score tables with ties."""
import json
import os

import numpy as np
from sklearn.metrics import average_precision_score, precision_recall_curve, roc_auc_score, roc_curve

random = np.random.default_rng(20240611)
cases = []


def case(name, labels, scores):
    labels = np.asarray(labels, dtype=int)
    scores = np.asarray(scores, dtype=float)
    precision, recall, thresholds = precision_recall_curve(labels, scores)
    with np.errstate(invalid="ignore"):
        f1 = np.nan_to_num(2 * precision * recall / (precision + recall))
    false_alarms, hits, _ = roc_curve(labels, scores, drop_intermediate=False)
    cases.append(
        {
            "name": name,
            "labels": labels.tolist(),
            "scores": scores.tolist(),
            "auroc": roc_auc_score(labels, scores),
            "average_precision": average_precision_score(labels, scores),
            "best_f1": f1.max(),
            "roc": np.stack([false_alarms, hits], 1).tolist() if len(labels) <= 40 else [],
            # without the anchor at recall 0, highest threshold first
            "precision_recall": np.stack([recall[:-1], precision[:-1]], 1)[::-1].tolist() if len(labels) <= 40 else [],
        }
    )


for n, levels in ((2, 2), (5, 2), (12, 3), (40, 7), (200, 1000), (300, 11), (301, 100000)):
    for share in (0.2, 0.7):
        labels = random.random(n) < share
        labels[0], labels[1] = False, True
        scores = random.integers(0, levels, n) / 8 + labels * random.integers(0, 2, n) * levels / 32 - 3
        case(f"{n} pictures, {levels} levels, share {share}", labels, scores)
case("perfect", [0, 0, 1, 1], [1, 2, 3, 4])
case("inverted", [1, 1, 0, 0], [1, 2, 3, 4])
case("all equal", [1, 0, 1, 0, 0], [2.5] * 5)

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "curves.json"), "w") as file:
    json.dump({"cases": cases}, file, separators=(",", ":"))
