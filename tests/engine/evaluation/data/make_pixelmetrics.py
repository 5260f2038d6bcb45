#!/usr/bin/python3
"""Makes pixelmetrics.json: pixel AUROC and AP with scikit-learn, AUPRO with skimage's regions and NumPy,
threshold by threshold as its definition says. Map values are stored as whole numbers, to be divided by 16."""
import json
import os

import numpy as np
from skimage.measure import label
from sklearn.metrics import average_precision_score, roc_auc_score

random = np.random.default_rng(7)
LIMIT = 0.3
cases = []


def pro_points(maps, masks):
    regions = []  # (picture, mask of one region)
    for index, mask in enumerate(masks):
        labels = label(mask, connectivity=2)
        regions += [(index, labels == i) for i in range(1, labels.max() + 1)]
    values = np.unique(np.concatenate([m.ravel() for m in maps]))
    good = np.concatenate([m[mask == 0].ravel() for m, mask in zip(maps, masks)])
    points = [(0.0, 0.0)]
    for value in values[::-1]:
        overlap = np.mean([(maps[i][region] >= value).mean() for i, region in regions])
        points.append(((good >= value).mean(), overlap))
    return np.array(points), len(regions)


def area_to_limit(points):
    x, y = points[:, 0], points[:, 1]
    last = np.flatnonzero(x <= LIMIT)[-1]
    inside = points[: last + 1]
    if last + 1 < len(points):
        at_limit = np.interp(LIMIT, [x[last], x[last + 1]], [y[last], y[last + 1]])
        inside = np.vstack([inside, [LIMIT, at_limit]])
    return np.trapz(inside[:, 1], inside[:, 0]) / LIMIT


def case(name, maps, masks):
    maps = [np.asarray(m) for m in maps]
    masks = [np.asarray(m) for m in masks]
    truth = np.concatenate([m.ravel() for m in masks]) > 0
    values = np.concatenate([m.ravel() for m in maps]) / 16
    points, regions = pro_points(maps, masks)
    cases.append(
        {
            "name": name,
            "pictures": [
                {
                    "rows": m.shape[0],
                    "columns": m.shape[1],
                    "map": m.ravel().tolist(),
                    "mask": np.flatnonzero(mask).tolist(),
                }
                for m, mask in zip(maps, masks)
            ],
            "auroc": roc_auc_score(truth, values),
            "average_precision": average_precision_score(truth, values),
            "aupro30": area_to_limit(points),
            "regions": regions,
            "good": int((~truth).sum()),
            "defective": int(truth.sum()),
        }
    )


def picture(rows, columns, levels, blobs, help_):
    mask = np.zeros((rows, columns), int)
    for _ in range(blobs):
        r, c = random.integers(0, rows), random.integers(0, columns)
        mask[r : r + random.integers(1, 4), c : c + random.integers(1, 4)] = 1
    heat = random.integers(-2, levels, (rows, columns)) + mask * random.integers(0, help_ + 1, (rows, columns))
    return heat, mask


for number, (levels, help_) in enumerate(((1, 1), (3, 1), (3, 6), (12, 5), (400, 300), (100000, 60000))):
    pictures = [picture(9, 13, levels, blobs, help_) for blobs in (0, 1, 3, 6)]
    pictures += [picture(1, 7, levels, 1, help_), picture(16, 5, levels, 20, help_)]
    case(f"random {number}", *zip(*pictures))

single = picture(20, 17, 40, 5, 25)
case("one picture", [single[0]], [single[1]])
case("perfect", [single[1] * 5 + 1, np.ones((4, 4), int)], [single[1], np.zeros((4, 4), int)])
case("inverted", [5 - single[1] * 5], [single[1]])
case("constant", [np.full(single[1].shape, 3)], [single[1]])
corners = np.eye(8, dtype=int)  # touches only by corners: one region of 8
corners[7, 0] = 1
case("diagonal", [random.integers(0, 4, (8, 8)) + corners], [corners])
full = np.ones((3, 3), int)
case("a picture that is all defect", [random.integers(0, 5, (3, 3)), random.integers(0, 4, (6, 6))], [full, 0 * np.ones((6, 6), int)])

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "pixelmetrics.json"), "w") as file:
    json.dump({"cases": cases}, file, separators=(",", ":"))
