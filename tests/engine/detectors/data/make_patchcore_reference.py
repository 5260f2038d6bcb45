#!/usr/bin/python3
"""Makes patchcore_reference.json with PyTorch, SciPy and NumPy: patch embeddings, anomaly maps and scores of small
features that a test can repeat (feature(c, y, x) = sin(0.7 c + 1.3 y + 0.31 x + phase) * (1 + 0.05 c)).
Run: make_patchcore_reference.py > patchcore_reference.json   (Debian 12: python3-torch, python3-scipy)"""
import json

import numpy as np
import torch
import torch.nn.functional as F
from scipy.ndimage import gaussian_filter


def feature(channels, height, width, phase):
    c = np.arange(channels).reshape(-1, 1, 1)
    y = np.arange(height).reshape(1, -1, 1)
    x = np.arange(width).reshape(1, 1, -1)
    return torch.tensor(np.sin(0.7 * c + 1.3 * y + 0.31 * x + phase) * (1 + 0.05 * c), dtype=torch.float64)[None]


def flattened_neighbourhoods(features, size):
    """[1, C, H, W] -> [H * W, C * size^2], zero outside the map."""
    unfolded = F.unfold(features, kernel_size=size, stride=1, padding=size // 2)
    return unfolded[0].T


def pooled(maps, size, dimensions):
    height, width = maps[0].shape[2:]
    per_layer = []
    for features in maps:
        flat = flattened_neighbourhoods(features, size)
        h, w = features.shape[2:]
        if (h, w) != (height, width):
            grid = flat.reshape(h, w, -1).permute(2, 0, 1)[None]
            grid = F.interpolate(grid, size=(height, width), mode="bilinear", align_corners=False)
            flat = grid[0].permute(1, 2, 0).reshape(height * width, -1)
        per_layer.append(F.adaptive_avg_pool1d(flat[:, None], dimensions)[:, 0])
    together = torch.cat(per_layer, dim=1)
    return F.adaptive_avg_pool1d(together[:, None], dimensions)[:, 0]


def concatenated(maps, size):
    height, width = maps[0].shape[2:]
    parts = []
    for features in maps:
        mean = F.avg_pool2d(features, size, stride=1, padding=size // 2)
        parts.append(F.interpolate(mean, size=(height, width), mode="bilinear", align_corners=False))
    return torch.cat(parts, dim=1)[0].permute(1, 2, 0).reshape(height * width, -1)


def greedy(vectors, wanted, start):
    """The authors' approximate greedy selection, as a plain loop on Euclidean distances."""
    distances = np.sqrt(((vectors[:, None] - vectors[None, start]) ** 2).sum(-1)).mean(1)
    chosen = []
    for _ in range(wanted):
        index = int(np.argmax(distances))
        chosen.append(index)
        distances = np.minimum(distances, np.sqrt(((vectors - vectors[index]) ** 2).sum(-1)))
    return chosen, float(distances.max())


maps = [feature(6, 8, 7, 0.0), feature(10, 4, 4, 0.4)]
grid = torch.tensor(np.abs(np.sin(np.arange(56).reshape(8, 7) * 0.9) * 3), dtype=torch.float64)
up = F.interpolate(grid[None, None], size=(64, 64), mode="bilinear", align_corners=False)[0, 0].numpy()
blurred = gaussian_filter(up, sigma=4)  # mode "reflect", truncate 4: radius 16
# To the picture: bilinear with half-pixel centres, 100 x 48 (width x height).
image = F.interpolate(torch.tensor(blurred)[None, None], size=(48, 100), mode="bilinear", align_corners=False)[0, 0]

# Eq. 7 of the paper on a bank of 12 vectors.
bank = np.array([[np.sin(1.1 * i + 0.6 * d) * (1 + 0.1 * i) for d in range(5)] for i in range(12)])
query = np.array([0.9, -0.4, 0.3, 1.2, -0.7])
distance = np.sqrt(((bank - query) ** 2).sum(1))
nearest = int(distance.argmin())
around = np.argsort(((bank - bank[nearest]) ** 2).sum(1), kind="stable")[:4]
weights = np.exp(distance - distance[around].max())
factor = 1 - weights[nearest] / weights[around].sum()

print(json.dumps({
    "pooled": pooled(maps, 3, 20).flatten().tolist(),
    "concatenated": concatenated(maps, 3).flatten().tolist(),
    "blurred": blurred[::9, ::7].flatten().tolist(),
    "image_map": image.numpy()[::5, ::9].flatten().tolist(),
    "reweighted_score": factor * distance[nearest],
    "nearest_squared": float(distance[nearest] ** 2),
}))
