#!/usr/bin/python3
"""Makes aupimo.json: AUPIMO by its definition (NumPy), over every value of the normal pictures. The pictures come from
a formula that the test repeats, because a hundred thousand pixels are too many to store."""
import json
import os

import numpy as np

LOW, HIGH = 1e-5, 1e-4


def noise(picture, rows, columns):
    """In [0, 1), exact in single precision."""
    x = (np.arange(rows * columns, dtype=np.uint64) + np.uint64(1 + 1_000_003 * picture)) * np.uint64(2654435761)
    x &= np.uint64(0xFFFFFFFF)
    x ^= x >> np.uint64(16)
    x = (x * np.uint64(2246822519)) & np.uint64(0xFFFFFFFF)
    x ^= x >> np.uint64(13)
    return (x >> np.uint64(8)).astype(float).reshape(rows, columns) / 2**24


def aupimo(normals, defectives):
    values = np.unique(np.concatenate([n.ravel() for n in normals]))[::-1]
    rates = np.mean([1 - np.searchsorted(np.sort(n.ravel()), values, side="left") / n.size for n in normals], axis=0)
    used = rates <= rates[rates >= HIGH].min()
    values, rates = values[used], rates[used]
    results = []
    for defect in defectives:
        recall = np.array([(defect >= value).mean() for value in values])
        start = (defect > values[0]).mean()
        inside = (rates > LOW) & (rates < HIGH)
        at_high = np.interp(np.log(HIGH), np.log(rates), recall) if rates[0] < HIGH else start
        if rates[0] < LOW:
            x = np.concatenate([[LOW], rates[inside], [HIGH]])
            y = np.concatenate([[np.interp(np.log(LOW), np.log(rates), recall)], recall[inside], [at_high]])
        else:  # the rate jumps from 0 into the range, or over it
            first = min(rates[0], HIGH)
            x = np.concatenate([[LOW, first], [first] if rates[0] < HIGH else [], rates[inside][rates[inside] > first], [HIGH]])
            y = np.concatenate([[start, start], [recall[0]] if rates[0] < HIGH else [], recall[inside][rates[inside] > first], [at_high]])
        results.append(np.trapz(y, np.log(x)) / np.log(HIGH / LOW))
    return results


cases = []
for name, sizes, levels in (
    ("two sizes", [(300, 250), (400, 500), (200, 210)], 0),
    ("one picture", [(330, 331)], 0),
    ("few levels", [(300, 400), (300, 300)], 4096),
    ("far too few levels", [(300, 400), (300, 300)], 16),
):
    def cut(map_):
        return np.floor(map_ * levels) / levels if levels else map_

    normals = [cut(noise(i, *size) ** 2) for i, size in enumerate(sizes)]
    defectives = []
    for number, (rows, columns, lift) in enumerate(((40, 30, 0.2), (7, 9, 0.5), (25, 60, 0.0015), (5, 5, 1.5))):
        defectives.append(cut((noise(100 + number, rows, columns) * lift + 1 - lift / 2)))
    cases.append({"name": name, "normals": sizes, "levels": levels,
                  "defectives": [[40, 30, 0.2], [7, 9, 0.5], [25, 60, 0.0015], [5, 5, 1.5]],
                  "aupimo": aupimo([n.astype(np.float32) for n in normals], [d.astype(np.float32) for d in defectives])})

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "aupimo.json"), "w") as file:
    json.dump({"cases": cases}, file)
