#!/usr/bin/python3
"""Makes padim_reference.json with PyTorch, NumPy and SciPy: PaDiM's distances on small features that a test can repeat
(noise(c, y, x, p) below, in single precision).
Run: make_padim_reference.py > padim_reference.json   (Debian 12: python3-torch, python3-scipy)"""
import json

import numpy as np
import torch
import torch.nn.functional as F
from scipy.spatial.distance import mahalanobis

LAYERS = [(6, 7, 5, 0.0), (10, 4, 3, 0.3), (8, 2, 2, 0.6)]  # channels, height, width, phase
PICTURES = 40


def noise(channels, height, width, phase):
    c = np.arange(channels).reshape(-1, 1, 1)
    y = np.arange(height).reshape(1, -1, 1)
    x = np.arange(width).reshape(1, 1, -1)
    value = np.sin(12.9898 * c + 78.233 * y + 37.719 * x + 4.581 * phase) * 43758.5453
    return ((value - np.floor(value)) * (1 + 0.1 * c) + 0.2 * c).astype(np.float32)


def embedding(picture):
    """[channels of all layers, height, width] on the grid of the first layer."""
    height, width = LAYERS[0][1:3]
    parts = []
    for channels, h, w, phase in LAYERS:
        features = torch.tensor(noise(channels, h, w, phase + picture))[None]
        parts.append(F.interpolate(features, size=(height, width), mode="nearest")[0])
    return torch.cat(parts).numpy()


normals = np.stack([embedding(p) for p in range(PICTURES)]).astype(np.float64)
test = embedding(PICTURES + 0.5).astype(np.float64)
_, channels, height, width = normals.shape
distances = []
for y in range(height):
    for x in range(width):
        samples = normals[:, :, y, x]
        covariance = np.cov(samples, rowvar=False) + 0.01 * np.identity(channels)
        distances.append(mahalanobis(test[:, y, x], samples.mean(axis=0), np.linalg.inv(covariance)))
print(json.dumps({"distances": distances}))
