"""The second training of embedded-resnet18.safetensors, on one accelerator with PyTorch 2.11. The model card says what and why.

Needs PyTorch and NumPy, and the generator of the project as a library:
    cmake --preset release && cmake --build build --target spotcheck_drawing
    python3 train.py --drawing build/engine/pretrain/libspotcheck_drawing.so --output embedded-resnet18.safetensors \\
        --start former/embedded-resnet18-9e583362786f.safetensors --first-pictures 1 --rate .2 --seconds 380
The learning rate follows the clock (--seconds) as it did then, or the steps (--steps 11148). Without an accelerator it runs too, at
some twenty views a second. Neither the program nor its tests need this file; spotcheck-pretrain is the tool for further trainings.
"""
import argparse
import csv
import ctypes
import json
import math
import mmap
import multiprocessing
import os
import struct
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument('--drawing', required=True, help='libspotcheck_drawing.so')
parser.add_argument('--output', required=True, help='weights, safetensors, half precision')
parser.add_argument('--curve', default='', help='CSV of the losses')
parser.add_argument('--seconds', type=float, default=380)
parser.add_argument('--steps', type=int, default=0, help='instead of the seconds')
parser.add_argument('--pairs', type=int, default=256)
parser.add_argument('--start', default='', help='weights to go on from instead of random ones')
parser.add_argument('--rate', type=float, default=.25, help='largest learning rate')
parser.add_argument('--every', type=int, default=50, help='steps between two rows of the curve')
parser.add_argument('--surfaces', type=int, default=16384)
parser.add_argument('--first-pictures', type=int, default=2, help='of each surface, drawn before the first step')
parser.add_argument('--kept', type=int, default=5, help='pictures of each surface on the device')
parser.add_argument('--chunk', type=int, default=2048, help='new pictures at a time')
parser.add_argument('--threads', type=int, default=os.cpu_count())
parser.add_argument('--seed', type=int, default=0)
options = parser.parse_args()

CROP = 128     # px, what the network sees
SIZE = 192     # px, of a drawn picture
WHOLE = 224    # px, at which the product looks at pictures
DECAY = 1e-4
W_SURFACE4, W_SURFACE3, W_DENSE, W_DEFECT = 1, .4, .75, .3
TEMPERATURE = .1
DEVICE = 'cuda' if torch.cuda.is_available() else 'cpu'
torch.backends.cuda.matmul.allow_tf32 = True
torch.backends.cudnn.allow_tf32 = True
torch.backends.cudnn.benchmark = True

# ---- pictures -----------------------------------------------------------------------------------------------------------

drawing = ctypes.CDLL(os.path.abspath(options.drawing))
drawing.spotcheck_draw.argtypes = [ctypes.c_uint64, ctypes.c_int, ctypes.c_uint64, ctypes.c_int, ctypes.c_void_p]


def draw_piece(piece):
    begin, surfaces, pictures, size = piece
    for k, (surface, picture) in enumerate(zip(surfaces, pictures)):
        pixels = ctypes.addressof(canvas) + (begin + k) * size * size * 3
        drawing.spotcheck_draw(options.seed, int(surface), int(picture), size, pixels)


class Drawing:
    """A chunk of pictures in the making, uint8 [N, size, size, 3] when it is ready. By processes, for threads of this one would
    stand in its way: Python runs one at a time."""

    def __init__(self, surfaces, pictures, size):
        assert len(surfaces) * size * size * 3 <= ctypes.sizeof(canvas)
        pieces = [(k, surfaces[k:k + 32], pictures[k:k + 32], size) for k in range(0, len(surfaces), 32)]
        self.surfaces, self.shape = surfaces, (len(surfaces), size, size, 3)
        self.making = artists.map_async(draw_piece, pieces, chunksize=1)

    def ready(self):
        return self.making.ready()

    def get(self):
        """Valid until the next chunk is begun."""
        self.making.get()
        pixels = np.frombuffer(canvas, np.uint8, int(np.prod(self.shape))).reshape(self.shape)
        return torch.from_numpy(pixels), torch.from_numpy(self.surfaces)


# Before anything is asked of the accelerator, which a fork does not survive.
canvas_memory = mmap.mmap(-1, max(options.chunk * SIZE * SIZE, 512 * WHOLE * WHOLE) * 3)
canvas = (ctypes.c_ubyte * len(canvas_memory)).from_buffer(canvas_memory)
artists = multiprocessing.get_context('fork').Pool(max(1, options.threads - 1))


class Pool:
    """Pictures on the device, uint8: the latest `kept` of each surface, one surface's side by side."""

    def __init__(self):
        self.kept = options.kept
        self.pictures = torch.empty((options.surfaces * self.kept, SIZE, SIZE, 3), dtype=torch.uint8, device=DEVICE)
        self.drawn = np.zeros(options.surfaces, np.int64)  # of each surface so far
        self.usable = torch.zeros(options.surfaces, dtype=torch.long, device=DEVICE)
        for _ in range(options.first_pictures):
            for begin in range(0, options.surfaces, options.chunk):
                surfaces = np.arange(begin, min(begin + options.chunk, options.surfaces))
                self.add(*Drawing(surfaces, self.drawn[surfaces], SIZE).get())
        self.chance = np.random.default_rng(options.seed + 77)
        self.coming = None

    def add(self, pictures, surfaces):
        place = surfaces.numpy() * self.kept + self.drawn[surfaces.numpy()] % self.kept
        self.pictures[torch.from_numpy(place).to(DEVICE)] = pictures.to(DEVICE)
        self.drawn[surfaces.numpy()] += 1
        self.usable.copy_(torch.from_numpy(self.drawn.clip(max=self.kept)))

    def renew(self):
        """Takes in what has been drawn meanwhile, pictures that were never seen, and has the next ones drawn."""
        if self.coming and not self.coming.ready():
            return
        if self.coming:
            self.add(*self.coming.get())
        surfaces = self.chance.permutation(options.surfaces)[:options.chunk]
        self.coming = Drawing(surfaces, self.drawn[surfaces], SIZE)

    def stop(self):
        if self.coming:
            self.coming.get()
            self.coming = None

    def some(self, surfaces):
        """[P, 3, SIZE, SIZE] in [0, 1] of the surfaces [P], each picture by chance."""
        index = surfaces * self.kept + (even(0, 1, len(surfaces)) * self.usable[surfaces]).long()
        return self.pictures[index].permute(0, 3, 1, 2).float() / 255


pool = Pool()
torch.manual_seed(options.seed)


def even(low, high, *shape):
    return torch.rand(*shape, device=DEVICE) * (high - low) + low


def normal(*shape):
    return torch.randn(*shape, device=DEVICE)


def log_even(low, high, *shape):
    return torch.exp(even(math.log(low), math.log(high), *shape))


def a_picture(values):
    return values.view(-1, 1, 1, 1)


_y, _x = torch.meshgrid(torch.arange(SIZE, device=DEVICE) + .5, torch.arange(SIZE, device=DEVICE) + .5, indexing='ij')
X, Y = _x[None], _y[None]  # pixel centres


def drawn_pictures(count):
    """[P, 3, SIZE, SIZE] in [0, 1], turned by quarters and mirrored in equal blocks: their order is chance already."""
    surfaces = torch.randint(0, options.surfaces, (count,), device=DEVICE)
    pictures = pool.some(surfaces)
    ends = [k * count // 8 for k in range(9)]
    blocks = [torch.rot90(pictures[ends[k]:ends[k + 1]], k // 2, (2, 3)) for k in range(8)]
    return torch.cat([block.flip(3) if k % 2 else block for k, block in enumerate(blocks)]), surfaces


def region_mask(count):
    """Where another surface lies, [P, 1, SIZE, SIZE]: patches, bands, bands across; in half of the scenes nowhere."""
    ends = [k * count // 4 for k in range(5)]
    height = torch.cat([F.interpolate(normal(ends[k + 1] - ends[k], 1, cells, cells), size=(SIZE, SIZE), mode='bicubic',
                                      align_corners=False) for k, cells in enumerate((3, 4, 6, 9))])
    third = len(height[::3])

    def bands(n):
        angle, frequency = even(0, 2 * math.pi, n, 1, 1), log_even(.02, .12, n, 1, 1)
        return torch.sin(frequency * (angle.cos() * X + angle.sin() * Y) + even(0, 2 * math.pi, n, 1, 1)) + even(-.5, .5, n, 1, 1)

    height[::3, 0] = torch.where(even(0, 1, third, 1, 1) < .5, bands(third), torch.minimum(bands(third), bands(third)))
    height = height[even(0, 1, count).argsort()]  # what follows has its kinds in blocks, too
    mask = ((height - .3 * normal(count, 1, 1, 1)) * log_even(4, 40, count, 1, 1, 1) + .5).clamp(0, 1)
    return mask * (even(0, 1, count, 1, 1, 1) < .5).float()


def part_mask(count):
    """Where a part lies on its ground, [P, 1, SIZE, SIZE]: a superellipse, from disc to rounded rectangle."""
    angle, power = even(0, 2 * math.pi, count, 1, 1), log_even(2, 10, count, 1, 1)
    dx, dy = X - SIZE / 2 - .06 * SIZE * normal(count, 1, 1), Y - SIZE / 2 - .06 * SIZE * normal(count, 1, 1)
    along, across = angle.cos() * dx + angle.sin() * dy, -angle.sin() * dx + angle.cos() * dy
    wide, high = even(.2, .45, count, 1, 1) * SIZE, even(.12, .45, count, 1, 1) * SIZE
    distance = ((along / wide).abs() ** power + (across / high).abs() ** power) ** (1 / power)
    return ((1 - distance) * torch.minimum(wide, high) / log_even(1, 4, count, 1, 1) + .5).clamp(0, 1)[:, None]


def plant(clean):
    """One local defect a picture, its kinds in equal blocks; a quarter stay clean. Returns pictures and masks [P, 1, SIZE, SIZE]."""
    count = len(clean)
    cx, cy = even(.12 * SIZE, .88 * SIZE, count, 1, 1), even(.12 * SIZE, .88 * SIZE, count, 1, 1)
    radius, stretch, angle = log_even(2.5, 26, count, 1, 1), even(1, 2.5, count, 1, 1), even(0, 2 * math.pi, count, 1, 1)
    ends = [k * (count // 10) for k in range(10)] + [count]
    scratches, stain, shade, foreign, own, missing, specks, dent, bend = (slice(ends[a], ends[b]) for a, b in (
        (0, 2), (2, 3), (3, 4), (4, 5), (5, 6), (6, 7), (7, 8), (8, 9), (9, 10)))
    radius[shade] = log_even(10, 40, len(clean[shade]), 1, 1)
    dx, dy = X - cx, Y - cy
    along, across = angle.cos() * dx + angle.sin() * dy, -angle.sin() * dx + angle.cos() * dy
    ragged = even(0, .7, count, 1, 1) * F.interpolate(normal(count, 1, 24, 24), size=(SIZE, SIZE), mode='bicubic',
                                                      align_corners=False)[:, 0]
    distance = ((along / radius) ** 2 + (across * stretch / radius) ** 2).sqrt() + .5 * ragged
    softness = log_even(1, 6, count, 1, 1)
    softness[shade] = radius[shade]
    blob = ((1 - distance) * radius / softness + .5).clamp(0, 1)

    lines = len(clean[scratches])  # a scratch is a chain of six straight pieces
    x, y, heading = cx[scratches], cy[scratches], angle[scratches]
    length, wild = log_even(.08, .8, lines, 1, 1) * SIZE / 6, log_even(.1, .9, lines, 1, 1)
    nearest = torch.full_like(blob[scratches], 1e9)
    for _ in range(6):
        nx, ny = x + length * heading.cos(), y + length * heading.sin()
        share = (((X - x) * (nx - x) + (Y - y) * (ny - y)) / length ** 2).clamp(0, 1)
        nearest = torch.minimum(nearest, ((X - x - share * (nx - x)) ** 2 + (Y - y - share * (ny - y)) ** 2).sqrt())
        x, y, heading = nx, ny, heading + wild * normal(lines, 1, 1)
    footprint = blob.clone()
    footprint[scratches] = (log_even(.5, 2, lines, 1, 1) - nearest + .5).clamp(0, 1)
    n = len(clean[specks])  # dots, pits, pores
    dots = F.interpolate(normal(n, 1, SIZE // 3, SIZE // 3), size=(SIZE, SIZE), mode='bicubic', align_corners=False)[:, 0]
    footprint[specks] = ((dots - even(.8, 1.8, n, 1, 1)) * 4 + .5).clamp(0, 1) * (blob[specks] > .5)

    def shifted(pictures, faintest, plainest):
        n = len(pictures)
        sign = (even(0, 1, n, 1, 1, 1) < .5).float() * 2 - 1
        tint = .4 * normal(n, 3, 1, 1) * (even(0, 1, n, 1, 1, 1) < .4).float()
        return pictures + sign * log_even(faintest, plainest, n, 1, 1, 1) * (1 + tint)

    changed = clean.clone()
    changed[scratches] = shifted(clean[scratches], .08, .6)
    changed[stain] = shifted(clean[stain], .05, .35)
    changed[shade] = shifted(clean[shade], .06, .3)
    changed[specks] = shifted(clean[specks], .1, .5)
    other = clean.roll(1, 0)[foreign]
    opacity = a_picture(even(.35, 1, len(other)))
    changed[foreign] = (1 - opacity) * clean[foreign] + opacity * other
    changed[own] = torch.rot90(clean[own], 1, (2, 3)).flip(3)  # the scene's own matter
    changed[missing] = F.avg_pool2d(F.pad(clean[missing], (4, 4, 4, 4), mode='reflect'), 9, 1)
    slope = (dx[dent] * angle[dent].cos() + dy[dent] * angle[dent].sin()) / radius[dent] * even(.15, .6, len(clean[dent]), 1, 1)
    changed[dent] = clean[dent] + slope[:, None]
    reach = torch.exp(-(dx[bend] ** 2 + dy[bend] ** 2) / (1.2 * radius[bend].clamp_min(7)) ** 2)
    push = even(2, 7, len(reach), 1, 1)
    bent = torch.stack([(X + push * angle[bend].cos() * reach) * 2 / SIZE - 1,
                        (Y + push * angle[bend].sin() * reach) * 2 / SIZE - 1], -1)
    changed[bend] = F.grid_sample(clean[bend], bent, padding_mode='reflection', align_corners=False)
    footprint[bend] = (reach > .2).float()

    footprint = footprint[:, None]
    marred = (clean + (changed - clean) * footprint).clamp(0, 1)
    mask = F.max_pool2d((marred - clean).abs().amax(1, True), 5, 1, 2)
    mask = ((mask > .05) & (footprint > .1)).float()
    keep = (even(0, 1, count, 1, 1, 1) < .75).float()
    return clean + (marred - clean) * keep, mask * keep


def cameras(count):
    """Where two views near each other lie in the scene: affine maps [P, 2, 3] of normalised coordinates."""
    side = even(.52, .96, count)
    room = 1 - side
    turn, tx, ty = even(-.25, .25, count), even(-1, 1, count) * room, even(-1, 1, count) * room

    def affine(side, turn, tx, ty):
        c, s = side * turn.cos(), side * turn.sin()
        return torch.stack([torch.stack([c, -s, tx], -1), torch.stack([s, c, ty], -1)], 1)

    second = affine((side * log_even(.88, 1.13, count)).clamp(.48, 1), turn + even(-.2, .2, count),
                    tx + even(-.3, .3, count) * side, ty + even(-.3, .3, count) * side)
    return affine(side, turn, tx, ty), second


def view(pictures, camera):
    grid = F.affine_grid(camera, (len(pictures), 1, CROP, CROP), align_corners=False)
    return F.grid_sample(pictures, grid, padding_mode='reflection', align_corners=False)


def capture(pictures):
    """What differs between two pictures of the same good part: focus, tone, balance, light, noise."""
    count = len(pictures)
    soft = F.avg_pool2d(F.pad(pictures, (1, 1, 1, 1), mode='reflect'), 3, 1)
    x = pictures + (soft - pictures) * a_picture(even(-.4, 1, count) * (even(0, 1, count) < .4).float())
    x = x.clamp(1e-4, 1) ** torch.exp(a_picture(even(-.3, .3, count)))
    x = .5 + torch.exp(a_picture(even(-.4, .4, count))) * (x - .5) + a_picture(even(-.18, .18, count))
    x = x * (1 + .06 * normal(count, 3, 1, 1))
    angle, slope = even(0, 2 * math.pi, count, 1, 1, 1), even(0, .3, count, 1, 1, 1)
    place = torch.linspace(-.5, .5, x.shape[-1], device=DEVICE)
    x = x * (1 + slope * (angle.cos() * place.view(1, 1, 1, -1) + angle.sin() * place.view(1, 1, -1, 1)))
    x = x + normal(*x.shape) * a_picture(even(0, .035, count) * (even(0, 1, count) < .6).float())
    grey = a_picture((even(0, 1, count) < .15).float())
    return (x + grey * (x.mean(1, True) - x)).clamp(0, 1)


MEAN = torch.tensor([.485, .456, .406], device=DEVICE).view(1, 3, 1, 1)
DEVIATION = torch.tensor([.229, .224, .225], device=DEVICE).view(1, 3, 1, 1)


def normalised(pictures):
    return ((pictures - MEAN) / DEVIATION).contiguous(memory_format=torch.channels_last)


# ---- network (He et al. 2016, torchvision's names) ------------------------------------------------------------------------


class Block(nn.Module):
    def __init__(self, inputs, outputs, stride):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs)
        self.conv2, self.bn2 = nn.Conv2d(outputs, outputs, 3, 1, 1, bias=False), nn.BatchNorm2d(outputs)
        self.downsample = None
        if stride != 1 or inputs != outputs:
            self.downsample = nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x):
        y = self.bn2(self.conv2(torch.relu(self.bn1(self.conv1(x)))))
        return torch.relu(y + (x if self.downsample is None else self.downsample(x)))


class ResNet18(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1, self.bn1 = nn.Conv2d(3, 64, 7, 2, 3, bias=False), nn.BatchNorm2d(64)
        for name, inputs, outputs, stride in (('layer1', 64, 64, 1), ('layer2', 64, 128, 2), ('layer3', 128, 256, 2),
                                              ('layer4', 256, 512, 2)):
            setattr(self, name, nn.Sequential(Block(inputs, outputs, stride), Block(outputs, outputs, 1)))
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode='fan_out', nonlinearity='relu')

    def forward(self, x):
        layer1 = self.layer1(F.max_pool2d(torch.relu(self.bn1(self.conv1(x))), 3, 2, 1))
        layer2 = self.layer2(layer1)
        layer3 = self.layer3(layer2)
        return layer1, layer2, layer3, self.layer4(layer3)


def read_safetensors(file):
    with open(file, 'rb') as stream:
        data = stream.read()
    begin = 8 + struct.unpack('<Q', data[:8])[0]
    header = json.loads(data[8:begin])
    del header['__metadata__']
    return {name: torch.from_numpy(np.frombuffer(data[begin:][slice(*entry['data_offsets'])], np.float16).copy()).float()
            .view(entry['shape']) for name, entry in header.items()}


def small_network(inputs):
    return nn.Sequential(nn.Conv2d(inputs, 256, 1), nn.ReLU(), nn.Conv2d(256, 128, 1))


torch.manual_seed(options.seed)
network = ResNet18().to(DEVICE).to(memory_format=torch.channels_last)
heads = nn.ModuleDict({'surface4': nn.Linear(512, options.surfaces), 'surface3': nn.Linear(256, options.surfaces),
                       'dense2': small_network(128), 'dense3': small_network(256),
                       'defect2': nn.Conv2d(128, 1, 1), 'defect3': nn.Conv2d(256, 1, 1)}).to(DEVICE)
parameters = list(network.parameters()) + list(heads.parameters())
if options.start:
    network.load_state_dict(read_safetensors(options.start), strict=False)
mean_weights = {name: value.detach().clone() for name, value in network.named_parameters()}

# ---- objective ------------------------------------------------------------------------------------------------------------


def at(maps, points):
    """[P, C, H, W] at points [P, K, 2] -> [P, K, C]."""
    return F.grid_sample(maps.float(), points[:, None], padding_mode='border', align_corners=False)[:, :, 0].permute(0, 2, 1)


def carried(points, source, target):
    """Points of one view as points of another."""
    scene = torch.einsum('pij,pkj->pki', source[:, :, :2], points) + source[:, None, :, 2]
    a, b, c, d = target[:, 0, 0], target[:, 0, 1], target[:, 1, 0], target[:, 1, 1]
    inverse = torch.stack([torch.stack([d, -b], -1), torch.stack([-c, a], -1)], 1) / (a * d - b * c)[:, None, None]
    return torch.einsum('pij,pkj->pki', inverse, scene - target[:, None, :, 2])


def places_by(weights, count):
    """[P, count] places of weights [P, N], with replacement."""
    sums = weights.cumsum(1)
    return torch.searchsorted(sums, even(0, 1, len(weights), count) * sums[:, -1:]).clamp_max(weights.shape[1] - 1)


def dense_term(head, first, second, camera1, camera2, defects, places):
    count, grid = len(first), first.shape[-1]
    means = [F.avg_pool2d(maps.float(), 3, 1, 1, count_include_pad=False) for maps in (first, second)]

    def vectors(maps, points):
        return F.normalize(head(at(maps, points).permute(0, 2, 1)[..., None])[..., 0].permute(0, 2, 1), dim=-1).flatten(0, 1)

    points1 = even(-.92, .92, count, places, 2)
    points2 = carried(points1, camera1, camera2)
    near_defect = F.max_pool2d(F.adaptive_max_pool2d(defects, grid), 3, 1, 1)
    near_defect = F.grid_sample(near_defect, points2[:, None], mode='nearest', padding_mode='border', align_corners=False)
    usable = (points2.abs().amax(-1) < .95) & (near_defect[:, 0, 0] < .5)
    query, key = vectors(means[0], points1), vectors(means[1], points2)

    share = F.adaptive_avg_pool2d(defects, grid).flatten(1)
    has_defect = (share.amax(1) > .06)[:, None].expand(-1, 2)
    index = places_by(torch.where(share > .06, share, torch.zeros_like(share)) + 1e-9, 2)
    marks = torch.stack([(index % grid + .5) * 2 / grid - 1, (torch.div(index, grid, rounding_mode='floor') + .5) * 2 / grid - 1], -1)
    marred = vectors(means[1], marks)

    picture = torch.arange(count, device=DEVICE).repeat_interleave(places)
    same = (picture[:, None] == picture[None]) & ~torch.eye(count * places, dtype=torch.bool, device=DEVICE)
    logits = (query @ key.t() / TEMPERATURE).masked_fill(same | ~usable.flatten()[None], -1e4)
    logits = torch.cat([logits, (query @ marred.t() / TEMPERATURE).masked_fill(~has_defect.flatten()[None], -1e4)], 1)
    weight = usable.flatten().float()
    loss = F.cross_entropy(logits, torch.arange(count * places, device=DEVICE), reduction='none')
    before = carried(marks, camera2, camera1)
    inside = (has_defect & (before.abs().amax(-1) < .95)).flatten().float()
    cosine = (vectors(means[0], before) * marred).sum(-1)
    return (loss * weight).sum() / weight.sum().clamp_min(1) + 2 * (F.relu(cosine - .3) * inside).sum() / inside.sum().clamp_min(1)


def surface_term(head, maps, mask, below, above):
    share = F.adaptive_avg_pool2d(mask, maps.shape[-1])
    maps = maps.float()
    lower = (maps * (1 - share)).sum((2, 3)) / (1 - share).sum((2, 3)).clamp_min(.5)
    upper = (maps * share).sum((2, 3)) / share.sum((2, 3)).clamp_min(.5)
    logits, surfaces = head(torch.cat([lower, upper])), torch.cat([below, above])
    used = (torch.cat([(1 - share).mean((1, 2, 3)), share.mean((1, 2, 3))]) > .12).float()
    right = ((logits.argmax(1) == surfaces).float() * used).sum() / used.sum()
    loss = F.cross_entropy(logits.float(), surfaces, reduction='none', label_smoothing=.1)
    return (loss * used).sum() / used.sum(), right.detach()


RARE = torch.tensor(4., device=DEVICE)


def defect_term(head, maps, defects):
    share = F.adaptive_avg_pool2d(defects, maps.shape[-1])
    target = torch.cat([torch.zeros_like(share), (share * 6).clamp_max(1)])
    return F.binary_cross_entropy_with_logits(head(maps), target, pos_weight=RARE)


def objective():
    count = options.pairs
    with torch.no_grad():
        (ground, below), (inlay, above) = drawn_pictures(count), drawn_pictures(count)
        mask = torch.where(even(0, 1, count, 1, 1, 1) < .25, part_mask(count), region_mask(count))
        scene = ground + (inlay - ground) * mask
        marred, defects = plant(scene)
        camera1, camera2 = cameras(count)
        pictures = normalised(torch.cat([capture(view(scene, camera1)), capture(view(marred, camera2))]))
        mask = torch.cat([view(mask, camera1), view(mask, camera2)])
        defects = (view(defects, camera2) > .4).float()
    with torch.autocast(DEVICE, dtype=torch.bfloat16):
        _, layer2, layer3, layer4 = network(pictures)
        terms = {}
        terms['surface4'], accuracy = surface_term(heads['surface4'], layer4, mask, below.repeat(2), above.repeat(2))
        terms['surface3'], _ = surface_term(heads['surface3'], layer3, mask, below.repeat(2), above.repeat(2))
    layer2, layer3 = layer2.float(), layer3.float()
    terms['dense2'] = dense_term(heads['dense2'], layer2[:count], layer2[count:], camera1, camera2, defects, 8)
    terms['dense3'] = dense_term(heads['dense3'], layer3[:count], layer3[count:], camera1, camera2, defects, 6)
    terms['defect'] = defect_term(heads['defect2'], layer2, defects) + defect_term(heads['defect3'], layer3, defects)
    total = (W_SURFACE4 * terms['surface4'] + W_SURFACE3 * terms['surface3'] + W_DENSE * (terms['dense2'] + terms['dense3']) +
             W_DEFECT * terms['defect'])
    return total, terms | {'accuracy': accuracy}



# ---- after the training ---------------------------------------------------------------------------------------------------


def whole_pictures(count, first):
    surfaces = np.random.default_rng(options.seed + 5).integers(0, options.surfaces, count)
    pictures, _ = Drawing(surfaces, first + np.arange(count), WHOLE).get()
    return pictures.permute(0, 3, 1, 2).float() / 255


@torch.no_grad()
def take_statistics():
    """Crops see more of the border's zeros than whole pictures do."""
    norms = [module for module in network.modules() if isinstance(module, nn.BatchNorm2d)]
    for module in norms:
        module.reset_running_stats()
        module.momentum = None  # a plain mean over all batches
    network.train()
    for batch in whole_pictures(512, 10 ** 7).split(32):
        network(normalised(capture(batch.to(DEVICE))))


@torch.no_grad()
def scale_channels(state):
    """Divides each channel of layer1 to layer3 by its deviation under light and noise, and takes that back in what follows."""
    network.load_state_dict(state)
    network.eval()

    def means(pictures):
        batches = [network(normalised(capture(batch.to(DEVICE))))[:3] for batch in pictures.split(16)]
        return [torch.cat([F.avg_pool2d(batch[layer], 3, 1, 1).permute(0, 2, 3, 1).flatten(0, 2) for batch in batches])
                for layer in range(3)]

    pictures = whole_pictures(160, 10 ** 7 + 9000)
    once, again = means(pictures), means(pictures)

    def multiply(norm, factor):
        state[norm + '.weight'] *= factor
        state[norm + '.bias'] *= factor

    for number, (a, b) in enumerate(zip(once, again), 1):
        nuisance = (a - b).std(0)
        factor = 1 / nuisance.clamp_min(.15 * nuisance.mean())
        factor = factor / (factor * a.std(0)).square().mean().sqrt()
        layer = 'layer%d.' % number
        if number == 1:
            multiply('bn1', factor)
            state[layer + '0.conv1.weight'] /= factor.view(1, -1, 1, 1)
        else:
            multiply(layer + '0.downsample.1', factor)
        multiply(layer + '0.bn2', factor)
        state[layer + '1.conv1.weight'] /= factor.view(1, -1, 1, 1)
        multiply(layer + '1.bn2', factor)
        for following in ('conv1', 'downsample.0'):
            state['layer%d.0.%s.weight' % (number + 1, following)] /= factor.view(1, -1, 1, 1)
    return state


def write_safetensors(file, state, metadata):
    header, blobs, end = {'__metadata__': metadata}, [], 0
    for name in sorted(state):
        half = state[name].detach().half().cpu().contiguous()
        assert torch.isfinite(half.float()).all(), name
        blobs.append(half.numpy().tobytes())
        header[name] = {'dtype': 'F16', 'shape': list(half.shape), 'data_offsets': [end, end + len(blobs[-1])]}
        end += len(blobs[-1])
    text = json.dumps(header).encode()
    text += b' ' * (-len(text) % 8)
    with open(file, 'wb') as out:
        out.write(struct.pack('<Q', len(text)) + text + b''.join(blobs))


# ---- training -------------------------------------------------------------------------------------------------------------

rate, keep = torch.zeros((), device=DEVICE), torch.zeros((), device=DEVICE)
velocity = [torch.zeros_like(value) for value in parameters]


def training_step():
    """SGD with Nesterov's momentum, as torch.optim.SGD does it, with a rate that a recorded step can be given."""
    for value in parameters:
        value.grad = None
    total, terms = objective()
    total.backward()
    torch.nn.utils.clip_grad_norm_(parameters, 5.)
    with torch.no_grad():
        slopes = [value.grad for value in parameters]
        torch._foreach_add_(slopes, parameters, alpha=DECAY)
        torch._foreach_mul_(velocity, .9)
        torch._foreach_add_(velocity, slopes)
        torch._foreach_add_(slopes, velocity, alpha=.9)
        for value, slope in zip(parameters, slopes):
            value.sub_(rate * slope)
        network.conv1.weight.sub_(network.conv1.weight.mean((1, 2, 3), keepdim=True))  # even light moves nothing
        for name, value in network.named_parameters():
            mean_weights[name].lerp_(value, 1 - keep)
    return {'total': total.detach()} | {name: value.detach() for name, value in terms.items()}


def recorded(work):
    """The same work as one graph: launched one by one, its 2,000 kernels take the processor three times as long as the
    accelerator."""
    if DEVICE == 'cpu':
        return work
    beside = torch.cuda.Stream()
    beside.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(beside):
        for _ in range(3):
            work()
    torch.cuda.current_stream().wait_stream(beside)
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        results = work()

    def again():
        graph.replay()
        return results
    return again


network.train()
one_step = recorded(training_step)
step, begin, rows = 0, time.time(), []
while True:
    done = step / options.steps if options.steps else (time.time() - begin) / options.seconds
    if done >= 1:
        break
    rate.fill_(options.rate * (done / .05 if done < .05 else .5 * (1 + math.cos(math.pi * (done - .05) / .95))) + 1e-5)
    keep.fill_(min(.998, (1 + step) / (10 + step)))
    pool.renew()
    terms = one_step()
    if step % options.every == 0:
        rows.append({'step': step, 'seconds': time.time() - begin, 'learning_rate': float(rate)} |
                    {name: float(value) for name, value in terms.items()})
        print(rows[-1], flush=True)
        assert math.isfinite(rows[-1]['total']), 'the loss is no longer finite'
    elif DEVICE == 'cuda':
        torch.cuda.synchronize()  # else the clock would be far ahead
    step += 1

print(step, 'steps,', pool.drawn.sum(), 'pictures drawn')
pool.stop()
with torch.no_grad():
    for name, value in network.named_parameters():
        value.copy_(mean_weights[name])
take_statistics()
weights = {name: value.detach().half().float() for name, value in network.state_dict().items() if value.is_floating_point()}
steps_tracked = {name: value for name, value in network.state_dict().items() if not value.is_floating_point()}
scaled = scale_channels(weights | steps_tracked)
write_safetensors(options.output, {name: scaled[name] for name in weights},
                  {'format': 'pt', 'architecture': 'resnet18', 'steps': str(step), 'seed': str(options.seed), 'licence': 'Apache-2.0',
                   'origin': 'trained by Spotcheck from random weights on pictures that it generates',
                   'objective': 'surface classification by region, dense contrast with planted defects; channels scaled by '
                                'light and noise'})
if options.curve:
    with open(options.curve, 'w', newline='') as file:
        table = csv.DictWriter(file, rows[0].keys())
        table.writeheader()
        table.writerows(rows)
