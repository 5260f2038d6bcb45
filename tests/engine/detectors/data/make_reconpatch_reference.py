#!/usr/bin/python3
"""Makes reconpatch_reference.json with PyTorch, in double precision: the similarity of Eq. 6 and the loss of Eq. 7
(Hyun et al., arXiv 2305.16713) as dense matrices, and autograd's gradient with respect to both heads. Features and
weights are sines that a test can repeat.
Run: make_reconpatch_reference.py > reconpatch_reference.json   (Debian 12: python3-torch)"""
import json

import torch

N, INPUTS, OUTPUTS = 18, 7, 4
ALPHA, SIGMA, K, MARGIN = 0.4, 0.3, 5, 1.0


def wave(rows, columns, a, b, phase):
    i = torch.arange(rows, dtype=torch.float64)[:, None]
    j = torch.arange(columns, dtype=torch.float64)[None, :]
    return torch.sin(a * i * i + b * j + 0.3 * i * j + phase)


def distances(z):
    difference = z[:, None] - z[None]
    squared = (difference ** 2).sum(-1)
    return squared, (squared + torch.eye(len(z))).sqrt() * (1 - torch.eye(len(z)))


def similarity(z):
    squared, _ = distances(z)
    pairwise = torch.exp(-squared / (SIGMA * squared.mean()))
    order = squared.argsort(dim=1, stable=True)
    near = torch.zeros(N, N, dtype=torch.float64).scatter(1, order[:, :K], 1.0)
    overlap = near * (near @ near.T) / K
    half = torch.zeros(N, N, dtype=torch.float64).scatter(1, order[:, :K // 2], 1.0)
    reciprocal = half * half.T
    expanded = reciprocal @ overlap / reciprocal.sum(1, keepdim=True)
    return ALPHA * pairwise + (1 - ALPHA) * 0.5 * (expanded + expanded.T)


x = wave(N, INPUTS, 0.37, 1.1, 0.2)
f = torch.nn.Parameter(wave(OUTPUTS, INPUTS, 0.9, 0.7, 0.5))
g = torch.nn.Parameter(wave(OUTPUTS, OUTPUTS, 1.3, 0.4, 1.0))
with torch.no_grad():
    w = similarity(x @ (f + 0.1).T @ (g - 0.2).T)
_, d = distances(x @ f.T @ g.T)
delta = d / d.mean(1, keepdim=True)
loss = (w * delta ** 2 + (1 - w) * torch.relu(MARGIN - delta) ** 2).sum() / N
loss.backward()


def rounded(values):
    return [float(f"{v:.9g}") for v in values.flatten().tolist()]


print(json.dumps({"similarity": rounded(w), "loss": loss.item(), "gradient_f": rounded(f.grad),
                  "gradient_g": rounded(g.grad)}))
