#!/usr/bin/python3
"""Makes batch.json: what the functions of resources/backbone/train.py that draw a training batch make of given pictures. They are
taken from that file as they stand; only their random numbers are replaced, by numbers that the test repeats (WeylDraws)."""
import ast
import json
import math
import os
import types

import torch
import torch.nn.functional as F

HERE = os.path.dirname(os.path.abspath(__file__))
SIZE, COUNT = 48, 24  # of 24 pictures the ten kinds of defect get 4, 2, ..., 2, 6
drawn = 0  # numbers so far


def fractions(shape):
    global drawn
    count = torch.Size(shape).numel()
    values = torch.arange(drawn + 1, drawn + count + 1, dtype=torch.float64) * .6180339887498949
    drawn += count
    return (values - values.floor()).view(shape)


def even(low, high, *shape):
    return fractions(shape).float() * (high - low) + low


def normal(*shape):
    return (torch.erfinv(2 * fractions(shape) - 1) * math.sqrt(2)).float()


def bytes_of(step, count):
    """Pictures [count, SIZE, SIZE, 3] whose bytes are a formula of their index."""
    return (torch.arange(count * SIZE * SIZE * 3) * step % 251).to(torch.uint8).view(count, SIZE, SIZE, 3)


def floats_of(step, count):
    return bytes_of(step, count).permute(0, 3, 1, 2).float() / 255


def sines(step, *shape, scale=1.0, shift=0.0):
    count = torch.Size(shape).numel()
    return (torch.sin(step * (torch.arange(count, dtype=torch.float64) + 1)) * scale + shift).float().view(shape)


y, x = torch.meshgrid(torch.arange(SIZE) + .5, torch.arange(SIZE) + .5, indexing='ij')
script = {'torch': torch, 'F': F, 'math': math, 'DEVICE': 'cpu', 'SIZE': SIZE, 'CROP': 32, 'X': x[None], 'Y': y[None], 'even': even,
          'normal': normal, 'options': types.SimpleNamespace(surfaces=9),
          'pool': types.SimpleNamespace(some=lambda surfaces: floats_of(next(steps), len(surfaces)))}
wanted = {'log_even', 'a_picture', 'drawn_pictures', 'region_mask', 'part_mask', 'plant', 'cameras', 'view', 'capture'}
with open(os.path.join(HERE, '../../../../resources/backbone/train.py')) as file:
    functions = [node for node in ast.parse(file.read()).body if isinstance(node, ast.FunctionDef) and node.name in wanted]
assert {node.name for node in functions} == wanted
exec(compile(ast.Module(functions, []), 'train.py', 'exec'), script)
made = {}


def keep(name, maps, cells=3):
    """The means of cells x cells parts of maps [P, C, S, S] say enough of them."""
    made[name] = [round(value, 6) for value in F.adaptive_avg_pool2d(maps, cells).flatten().tolist()]


def from_the_first(function, *arguments):
    global drawn
    drawn = 0
    return function(*arguments)


region = from_the_first(script['region_mask'], COUNT)
assert 0 < (region.amax((1, 2, 3)) == 0).sum() < COUNT
keep('region', region)
keep('part', from_the_first(script['part_mask'], COUNT))


def scene():
    (ground, _), (inlay, _) = script['drawn_pictures'](COUNT), script['drawn_pictures'](COUNT)
    mask = torch.where(even(0, 1, COUNT, 1, 1, 1) < .25, script['part_mask'](COUNT), script['region_mask'](COUNT))
    return ground + (inlay - ground) * mask


steps = iter((37, 101))
keep('scene', from_the_first(scene))

clean = sines(.013, COUNT, 3, SIZE, SIZE, scale=.4, shift=.5)
marred, defects = from_the_first(script['plant'], clean)
ends = [0, 4, 6, 8, 10, 12, 14, 16, 18, 24]
assert all(defects[begin:end].any() for begin, end in zip(ends, ends[1:])), 'a kind of defect does not show'
keep('marred', marred)
keep('defects', defects)

first, second = from_the_first(script['cameras'], 4)
made['cameras'] = [round(value, 6) for value in torch.cat([first, second]).flatten().tolist()]
keep('captured', from_the_first(script['capture'], script['view'](clean[:4], first)))

with open(os.path.join(HERE, 'batch.json'), 'w') as file:
    json.dump(made, file)
    file.write('\n')
