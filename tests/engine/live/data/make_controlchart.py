#!/usr/bin/python3
"""Makes controlchart.json with Python's standard library alone. Nothing is computed the way the engine does it: the EWMA
is the weighted sum over all scores and not the recursion, its variance the sum of the squared weights, c4 comes from
math.gamma in place of logarithms, and every run rule looks at a window of the raw scores."""
import json
import math
import os
import random
import statistics

LAMBDA, WIDTH = 0.2, 2.962


def c4(n):
    return math.sqrt(2 / (n - 1)) * math.gamma(n / 2) / math.gamma((n - 1) / 2)


def ewma(scores, centre, sigma, i):
    """After score i, from 0: value, and the half width of the limits."""
    weights = [LAMBDA * (1 - LAMBDA) ** (i - j) for j in range(i + 1)]
    value = math.fsum(w * x for w, x in zip(weights, scores)) + (1 - LAMBDA) ** (i + 1) * centre
    return value, WIDTH * sigma * math.sqrt(math.fsum(w * w for w in weights))


def broken(scores, centre, sigma, i):
    def window(n):
        return scores[max(0, i - n + 1) : i + 1]

    def beyond(x, sigmas, side):
        return side * (x - centre) > sigmas * sigma

    rules = set()
    for side in (-1, 1):
        if beyond(scores[i], 3, side):
            rules.add("beyond_3_sigma")
        if beyond(scores[i], 2, side) and sum(beyond(x, 2, side) for x in window(3)) >= 2:
            rules.add("2_of_3_beyond_2_sigma")
        if beyond(scores[i], 1, side) and sum(beyond(x, 1, side) for x in window(5)) >= 4:
            rules.add("4_of_5_beyond_1_sigma")
        if i >= 7 and all(beyond(x, 0, side) for x in window(8)):
            rules.add("8_on_one_side")
    return sorted(rules)


random.seed(1924)
cases = []
for normals, drift in ((12, 0.0), (12, 0.08), (40, -0.05), (5, 0.02), (300, 0.0)):
    # Sixteenths: they are the same numbers in single precision.
    held_out = [round(16 * random.gauss(30, 4)) / 16 for _ in range(normals)]
    scores = [round(16 * random.gauss(30 + 4 * drift * i, 4)) / 16 for i in range(120)]
    centre = statistics.fmean(held_out)
    sigma = statistics.stdev(held_out) / c4(normals)
    points = []
    for i in range(len(scores)):
        value, reach = ewma(scores, centre, sigma, i)
        points.append([value, centre - reach, centre + reach, broken(scores, centre, sigma, i)])
    cases.append({"normals": held_out, "scores": scores, "centre": centre, "sigma": sigma, "points": points})

file = os.path.join(os.path.dirname(os.path.abspath(__file__)), "controlchart.json")
with open(file, "w", encoding="utf-8") as out:
    json.dump({"c4": [[n, c4(n)] for n in (2, 3, 4, 5, 10, 25, 100)], "cases": cases}, out)
