#!/usr/bin/python3
"""Makes objective.json: the terms of the training's objective, the carrying of points between views and a change of
capture, written anew in PyTorch's Python. Larger inputs are sines of their index, which the test repeats."""
import json
import os

import torch
import torch.nn.functional as F


def sines(step, *shape, scale=1.0, shift=0.0):
    count = torch.Size(shape).numel()
    return (torch.sin(step * (torch.arange(count, dtype=torch.float64) + 1)) * scale + shift).float().view(shape)


def carry(p, t1, t2):
    q = torch.einsum('pij,pkj->pki', t1[:, :, :2], p) + t1[:, None, :, 2]
    return torch.einsum('pij,pkj->pki', torch.linalg.inv(t2[:, :, :2]), q - t2[:, None, :, 2])


def capture(x, focus, gamma, contrast, brightness, balance, direction, slope, noise, grey):
    soft = F.avg_pool2d(F.pad(x, (1, 1, 1, 1), mode='reflect'), 3, 1)
    x = x + (soft - x) * focus
    x = x.clamp(1e-4, 1) ** gamma
    x = .5 + contrast * (x - .5) + brightness
    x = x * balance
    t = torch.linspace(-.5, .5, x.shape[-1])
    x = x * (1 + slope * (direction.cos() * t.view(1, 1, 1, -1) + direction.sin() * t.view(1, 1, -1, 1)))
    x = x + noise
    return (x + grey * (x.mean(1, True) - x)).clamp(0, 1)


def surface_term(head, maps, mask, la, lb):
    w = F.adaptive_avg_pool2d(mask, maps.shape[-1])
    a = (maps * (1 - w)).sum((2, 3)) / (1 - w).sum((2, 3)).clamp_min(.5)
    b = (maps * w).sum((2, 3)) / w.sum((2, 3)).clamp_min(.5)
    logits = head(torch.cat([a, b]))
    use = (torch.cat([(1 - w).mean((1, 2, 3)), w.mean((1, 2, 3))]) > .12).float()
    y = torch.cat([la, lb])
    accuracy = ((logits.argmax(1) == y).float() * use).sum() / use.sum()
    loss = F.cross_entropy(logits, y, reduction='none', label_smoothing=.1)
    return (loss * use).sum() / use.sum(), accuracy


def clean_at(defects, p, g):
    m = F.max_pool2d(F.adaptive_max_pool2d(defects, g), 3, 1, 1)
    return F.grid_sample(m, p[:, None], mode='nearest', padding_mode='border', align_corners=False)[:, 0, 0] < .5


def at(maps, p):
    return F.grid_sample(maps, p[:, None], padding_mode='border', align_corners=False)[:, :, 0].permute(0, 2, 1)


def dense_term(head, m1, m2, t1, t2, defects, p1, dp, has, tau=.1):
    P, K, g = m1.shape[0], p1.shape[1], m1.shape[-1]
    n1, n2 = (F.avg_pool2d(m, 3, 1, 1, count_include_pad=False) for m in (m1, m2))
    z = lambda m, p: F.normalize(head(at(m, p)), dim=-1).flatten(0, 1)
    p2 = carry(p1, t1, t2)
    ok = (p2.abs().amax(-1) < .95) & clean_at(defects, p2, g)
    q, k, kd = z(n1, p1), z(n2, p2), z(n2, dp)
    own = torch.arange(P).repeat_interleave(K)
    same = (own[:, None] == own[None]) & ~torch.eye(P * K, dtype=torch.bool)
    has = has[:, None].expand(-1, dp.shape[1])
    logits = (q @ k.t() / tau).masked_fill(same | ~ok.flatten()[None], -1e4)
    logits = torch.cat([logits, (q @ kd.t() / tau).masked_fill(~has.flatten()[None], -1e4)], 1)
    w = ok.flatten().float()
    loss = (F.cross_entropy(logits, torch.arange(P * K), reduction='none') * w).sum() / w.sum().clamp_min(1)
    c1 = carry(dp, t2, t1)
    inside = (has & (c1.abs().amax(-1) < .95)).flatten().float()
    cos = (z(n1, c1) * kd).sum(-1)
    hinge = (F.relu(cos - .3) * inside).sum() / inside.sum().clamp_min(1) * 2
    return loss + hinge, ok, inside, hinge


def defect_term(head, m, defects):
    y = F.adaptive_avg_pool2d(defects, m.shape[-1])
    y = torch.cat([torch.zeros_like(y), (y * 6).clamp_max(1)])
    return F.binary_cross_entropy_with_logits(head(m), y, pos_weight=torch.tensor(4.))


def fill(module, step):
    for p in module.parameters():
        p.data = sines(step, *p.shape, scale=.7)
    return module


first = torch.tensor([[[.6, -.1, .2], [.1, .6, -.1]], [[.8, .1, .0], [-.1, .8, .1]], [[.7, .0, -.2], [.0, .7, .2]]])
second = torch.tensor([[[.65, .05, .1], [-.05, .65, .0]], [[.75, .2, .1], [-.2, .75, .2]], [[.6, -.1, .0], [.1, .6, .1]]])
points = sines(1.7, 3, 4, 2, scale=.9)
made = {'carried': carry(points, first, second).flatten().tolist()}

each = lambda step, scale, shift: sines(step, 2, 1, 1, 1, scale=scale, shift=shift)
made['captured'] = capture(sines(.9, 2, 3, 6, 6, scale=.5, shift=.5), each(1, .5, .2), each(2, .3, 1), each(3, .4, 1),
                           each(4, .2, 0), sines(5, 2, 3, 1, 1, scale=.1, shift=1), each(6, 3, 3), each(7, .1, .15),
                           sines(8, 2, 3, 6, 6, scale=.03), torch.tensor([0., 1.]).view(2, 1, 1, 1)).flatten().tolist()

region = sines(.05, 4, 1, 16, 16, scale=2, shift=.5).clamp(0, 1)
region[1] = 0
loss, accuracy = surface_term(fill(torch.nn.Linear(5, 7), .3), sines(.77, 4, 5, 4, 4), region,
                              torch.tensor([1, 6, 1, 6]), torch.tensor([0, 3, 0, 3]))
made['surface'], made['accuracy'] = loss.item(), accuracy.item()

defects = torch.zeros(3, 1, 16, 16)
defects[1, 0, 4:9, 6:9] = 1
defects[2, 0, 2:4, 2:14] = 1
defective = torch.tensor([[[-.25, -.25], [.25, .25]], [[-.25, -.25], [-.25, .25]], [[.25, -.75], [-.75, -.75]]])
projection = fill(torch.nn.Sequential(torch.nn.Linear(6, 8), torch.nn.ReLU(), torch.nn.Linear(8, 5)), .4)
m1 = sines(.61, 3, 6, 4, 4)
m2 = m1 + sines(.43, 3, 6, 4, 4, scale=.3)
loss, ok, inside, hinge = dense_term(projection, m1, m2, first, second, defects, points, defective,
                                     torch.tensor([False, True, True]))
# The case tells something of every branch only if some anchors count and some do not, and so for the defects.
assert 0 < ok.sum() < ok.numel() and 0 < inside.sum() and hinge > 0
made['dense'] = loss.item()
made['defect'] = defect_term(fill(torch.nn.Conv2d(5, 1, 1), .9), sines(.83, 6, 5, 4, 4), defects).item()

with open(os.path.join(os.path.dirname(__file__), 'objective.json'), 'w') as file:
    json.dump({k: [round(x, 7) for x in v] if isinstance(v, list) else round(v, 6) for k, v in made.items()}, file)
    file.write('\n')
