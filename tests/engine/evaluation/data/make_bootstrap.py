#!/usr/bin/python3
"""Makes bootstrap.json: stratified percentile bootstrap of average precision and best F1, each figure by
scikit-learn on the drawn pictures, 20,000 replicates with NumPy's random numbers."""
import json
import os

import numpy as np
from sklearn.metrics import average_precision_score, precision_recall_curve

random = np.random.default_rng(12)


def best_f1(labels, scores):
    precision, recall, _ = precision_recall_curve(labels, scores)
    return np.nan_to_num(2 * precision * recall / np.maximum(precision + recall, 1e-300)).max()


cases = []
for goods, defectives, shift in ((20, 40, 1.2), (80, 60, 0.6), (12, 9, 2.0)):
    good = np.float32(np.round(random.normal(size=goods) * 8) / 8).astype(float)
    defective = np.float32(np.round((random.normal(size=defectives) + shift) * 8) / 8).astype(float)
    labels = np.concatenate([np.zeros(goods, int), np.ones(defectives, int)])
    figures = []
    for _ in range(20000):
        scores = np.concatenate([random.choice(good, goods), random.choice(defective, defectives)])
        figures.append((average_precision_score(labels, scores), best_f1(labels, scores)))
    low, high = np.percentile(figures, [2.5, 97.5], axis=0)
    cases.append({"good": good.tolist(), "defective": defective.tolist(),
                  "ap": [low[0], high[0]], "f1": [low[1], high[1]]})

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "bootstrap.json"), "w") as file:
    json.dump({"cases": cases}, file)
