#!/usr/bin/python3
"""Makes spade_reference.json with NumPy, SciPy and PyTorch: SPADE's image scores, map scores and nearest positions on
small features that a test can repeat (see referenceMap in featurefakes.h).
Run: make_spade_reference.py > spade_reference.json   (Debian 12: python3-torch, python3-scipy)"""
import json

import numpy as np
import torch
import torch.nn.functional as F
from scipy.spatial.distance import cdist


def feature(channels, height, width, phase):
    c = np.arange(channels).reshape(-1, 1, 1)
    y = np.arange(height).reshape(1, -1, 1)
    x = np.arange(width).reshape(1, 1, -1)
    return np.sin(0.7 * c + 1.3 * y + 0.31 * x + phase) * (1 + 0.05 * c)


def picture(phase):
    return [feature(6, 8, 7, phase), feature(10, 4, 4, 1.7 * phase + 0.4), feature(12, 2, 2, 0.6 * phase + 1.1),
            feature(9, 1, 2, 2.3 * phase)]


def pyramid(maps):
    """Layers 1 to 3 on the grid of the first: [H * W, C]."""
    size = maps[0].shape[1:]
    parts = [F.interpolate(torch.tensor(m)[None], size=size, mode="bilinear", align_corners=False)[0] for m in maps[:3]]
    together = torch.cat(parts)
    return together.reshape(together.shape[0], -1).T.numpy()


normals = [picture(0.9 * i) for i in range(7)]
test = picture(2.37)
average = np.stack([maps[3].mean((1, 2)) for maps in normals])
squared = cdist(test[3].mean((1, 2))[None], average, "sqeuclidean")[0]
order = np.argsort(squared)

neighbours, gallery_images = 4, 3
gallery = np.concatenate([pyramid(normals[i]) for i in order[:gallery_images]])
distances = cdist(pyramid(test), gallery, "sqeuclidean")
nearest = distances.argmin(1)
print(json.dumps({
    "image_score": squared[order[:neighbours]].mean(),
    "scores": distances.min(1).tolist(),
    "nearest_image": order[nearest // 56].tolist(),
    "nearest_position": (nearest % 56).tolist(),
}))
