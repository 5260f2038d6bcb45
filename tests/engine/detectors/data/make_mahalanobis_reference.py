#!/usr/bin/python3
"""Makes mahalanobis_reference.json with NumPy, SciPy and scikit-learn: Mahalanobis AD on small features that a test can
repeat (varied(c, y, x, p) below, in single precision), Ledoit-Wolf shrinkage, and chi-square quantiles.
Run: make_mahalanobis_reference.py > mahalanobis_reference.json   (Debian 12: python3-sklearn, python3-scipy)"""
import json

import numpy as np
from scipy.stats import chi2
from sklearn.covariance import LedoitWolf
from sklearn.decomposition import PCA

LEVELS = [(6, 7, 5, 0.0), (40, 4, 3, 0.3)]  # channels, height, width, phase: fewer and more channels than pictures
PICTURES = 20
SHARE = 0.9


def varied(channels, height, width, phase):
    """noise of make_padim_reference.py, and two things in common to all channels of a picture."""
    c = np.arange(channels).reshape(-1, 1, 1)
    y = np.arange(height).reshape(1, -1, 1)
    x = np.arange(width).reshape(1, 1, -1)
    value = np.sin(12.9898 * c + 78.233 * y + 37.719 * x + 4.581 * phase) * 43758.5453
    noise = ((value - np.floor(value)) * (1 + 0.1 * c) + 0.2 * c).astype(np.float32)
    common = np.sin(1.7 * phase) * np.cos(0.9 * c) + 0.6 * np.cos(2.3 * phase) * np.sin(1.4 * c)
    return (noise.astype(np.float64) + common).astype(np.float32)


def features(picture):
    return [varied(c, h, w, phase + picture).astype(np.float64).mean(axis=(1, 2)) for c, h, w, phase in LEVELS]


def coordinates(samples, reduction):
    """A function into the reduced space, and its dimensions."""
    if reduction == "none":
        return lambda x: x, samples.shape[1]
    pca = PCA(n_components=SHARE, svd_solver="full").fit(samples)
    if reduction == "pca":
        return pca.transform, pca.n_components_
    # All other directions, those in which the samples do not vary among them.
    _, _, directions = np.linalg.svd(samples - samples.mean(axis=0), full_matrices=True)
    rest = directions[pca.n_components_:]
    return lambda x: (x - samples.mean(axis=0)) @ rest.T, len(rest)


normals = [np.stack(level) for level in zip(*(features(p) for p in range(PICTURES)))]
test = features(PICTURES + 0.5)
results = {}
for reduction in ("none", "pca", "npca"):
    levels = []
    for samples, query in zip(normals, test):
        transform, dimensions = coordinates(samples, reduction)
        estimate = LedoitWolf().fit(transform(samples))
        levels.append({
            "dimensions": int(dimensions),
            "shrinkage": estimate.shrinkage_,
            "distance": float(np.sqrt(estimate.mahalanobis(transform(query[None]))[0])),
            "limit": float(np.sqrt(chi2.ppf(0.9973, dimensions))),
        })
    results[reduction] = levels
quantiles = [[p, k, chi2.ppf(p, k)] for p in (1e-6, 0.01, 0.5, 0.9973, 0.999999)
             for k in (1, 2, 3, 10, 64, 511, 1792, 2048)]
print(json.dumps({"reductions": results, "quantiles": quantiles}))
