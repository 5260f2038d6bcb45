"""How well weights of a ResNet-18 tell planted marks on photographs, as the model card reports it.

    python3 photographs.py embedded-resnet18.safetensors [more.safetensors ...] [random]

Needs PyTorch, torchvision, NumPy, Pillow and scikit-image, whose own photographs these are. Neither the program nor its tests need
this file. Prints the mean over 15 photographs of image AUROC, pixel AUROC and the AUROC of the pixels within a marked picture.
"""
import io
import json
import math
import os
import struct
import sys

import numpy as np
import skimage.data
import torch
import torch.nn.functional as F
import torchvision
from PIL import Image

SIDE = 224  # px
TEXTURES = ['brick.png', 'grass.png', 'gravel.png', 'hubble_deep_field.jpg', 'ihc.png']  # normals left, test right
THINGS = ['coins.png', 'coffee.png', 'chelsea.png', 'motorcycle_left.png', 'rocket.jpg', 'astronaut.png', 'page.png', 'camera.png',
          'moon.png', 'retina.jpg']  # one place, a little moved
TURNED = ('gravel.png', 'hubble_deep_field.jpg', 'ihc.png')
NORMALS, GOOD, MARKED = 14, 12, 24  # kept of 20, 16 and 32 drawn
_y, _x = torch.meshgrid(torch.arange(SIDE) * 1., torch.arange(SIDE) * 1., indexing='ij')


def photograph(name):
    picture = np.array(Image.open(os.path.join(os.path.dirname(skimage.data.__file__), name)).convert('RGB'))
    return torch.from_numpy(picture.astype(np.float32) / 255).permute(2, 0, 1)


def cut(picture, cx, cy, side, angle):
    height, width = picture.shape[1:]
    y, x = torch.meshgrid((torch.arange(SIDE) + .5) / SIDE - .5, (torch.arange(SIDE) + .5) / SIDE - .5, indexing='ij')
    c, s = math.cos(angle), math.sin(angle)
    grid = torch.stack([2 * (cx + side * (c * x - s * y)) / width - 1, 2 * (cy + side * (s * x + c * y)) / height - 1], -1)
    return F.grid_sample(picture[None], grid[None].float(), padding_mode='reflection', align_corners=False)[0]


def lit(picture, chance):
    picture = picture * float(np.exp(chance.uniform(-.06, .06))) + chance.normal() * .01
    return (picture + torch.from_numpy(chance.normal(size=picture.shape).astype(np.float32)) * .008).clamp(0, 1)


def blob(chance, smallest, largest):
    radius = math.exp(chance.uniform(math.log(smallest), math.log(largest)))
    cx, cy = chance.uniform(25, SIDE - 25, 2)
    stretch, angle = chance.uniform(1, 2.2), chance.uniform(0, 6.3)
    u = (_x - cx) * math.cos(angle) + (_y - cy) * math.sin(angle)
    v = -(_x - cx) * math.sin(angle) + (_y - cy) * math.cos(angle)
    ragged = torch.from_numpy(chance.normal(size=(1, 1, 12, 12)).astype(np.float32))
    ragged = F.interpolate(ragged, size=(SIDE, SIDE), mode='bicubic', align_corners=False)[0, 0]
    distance = torch.sqrt((u / radius) ** 2 + (v * stretch / radius) ** 2) + .25 * ragged
    return ((1 - distance) * radius / 2.5 + .5).clamp(0, 1)


def crack(chance):
    line = torch.zeros(SIDE, SIDE)
    x, y = chance.uniform(40, SIDE - 40, 2)
    heading = chance.uniform(0, 6.3)
    for _ in range(int(chance.uniform(25, 110))):
        heading += chance.normal() * .25
        x, y = x + math.cos(heading), y + math.sin(heading)
        if not (2 < x < SIDE - 3 and 2 < y < SIDE - 3):
            break
        line[int(y), int(x)] = 1
    kernel = torch.tensor([.25, .5, .25])
    return (F.conv2d(line[None, None], (kernel[:, None] * kernel[None])[None, None], padding=1)[0, 0] * 2.5).clamp(0, 1)


def marked(clean, others, chance):
    """A picture with one mark, and where it is: bool [SIDE, SIDE]."""
    kind = chance.integers(7)
    if kind == 0:  # foreign matter: another photograph
        mask = blob(chance, 5, 18)
        other = others[chance.integers(len(others))]
        height, width = other.shape[1:]
        piece = cut(other, chance.uniform(.3, .7) * width, chance.uniform(.3, .7) * height,
                    min(height, width) * chance.uniform(.3, .6), chance.uniform(0, 6))
        result = clean + (piece - clean) * mask * chance.uniform(.35, .9)
    elif kind == 1:  # its own matter, turned
        mask = blob(chance, 8, 22)
        piece = torch.rot90(clean, int(chance.integers(1, 4)), (1, 2))
        piece = torch.roll(piece, (int(chance.integers(20, 80)), int(chance.integers(20, 80))), (1, 2))
        result = clean + (piece - clean) * mask
    elif kind == 2:
        mask = crack(chance)
        result = clean + mask * chance.choice([-1, 1]) * chance.uniform(.12, .4)
    elif kind == 3:  # blurred
        mask = blob(chance, 6, 20)
        result = clean + (F.avg_pool2d(clean[None], 7, 1, 3, count_include_pad=False)[0] - clean) * mask
    elif kind == 4:  # tinted
        mask = blob(chance, 8, 26)
        tint = (chance.choice([-1, 1]) * chance.uniform(.05, .16) * (1 + .6 * chance.normal(size=3))).astype(np.float32)
        result = clean + mask * torch.from_numpy(tint)[:, None, None]
    elif kind == 5:  # specks
        mask = torch.zeros(SIDE, SIDE)
        cx, cy = chance.uniform(30, SIDE - 30, 2)
        for _ in range(chance.integers(3, 14)):
            x, y = int(cx + chance.normal() * 10), int(cy + chance.normal() * 10)
            if 2 < x < SIDE - 3 and 2 < y < SIDE - 3:
                mask[y - 1:y + 1, x - 1:x + 1] = 1
        result = clean + mask * chance.choice([-1, 1]) * chance.uniform(.15, .5)
    else:  # bent
        cx, cy = chance.uniform(40, SIDE - 40, 2)
        radius, angle = chance.uniform(12, 28), chance.uniform(0, 6.3)
        reach = torch.exp(-((_x - cx) ** 2 + (_y - cy) ** 2) / radius ** 2)
        push = chance.uniform(4, 9)
        grid = torch.stack([2 * (_x + .5 + push * math.cos(angle) * reach) / SIDE - 1,
                            2 * (_y + .5 + push * math.sin(angle) * reach) / SIDE - 1], -1)
        result = F.grid_sample(clean[None], grid[None], padding_mode='reflection', align_corners=False)[0]
        mask = (reach > .3).float()
    result = result.clamp(0, 1)
    change = F.max_pool2d((result - clean).abs().amax(0)[None, None], 5, 1, 2)[0, 0]
    where = (change > .03) & (mask > .1)
    return (result, where) if where.sum() >= 6 else marked(clean, others, chance)


def stored(picture):
    """Through a JPEG file, as the pictures went to the accelerator: [3, SIDE, SIDE] in [0, 1]."""
    file = io.BytesIO()
    Image.fromarray((picture * 255).round().to(torch.uint8).permute(1, 2, 0).numpy()).save(file, 'JPEG', quality=92)
    return torch.from_numpy(np.array(Image.open(file))).permute(2, 0, 1).float() / 255


def picture_sets():
    photographs = [photograph(name) for name in TEXTURES + THINGS]
    for number, (name, picture) in enumerate(zip(TEXTURES + THINGS, photographs)):
        chance = np.random.default_rng(100 + number)
        height, width = picture.shape[1:]
        others = photographs[:number] + photographs[number + 1:]
        texture = name in TEXTURES
        side = min(min(height, width) * (.42 if texture else .7), 300)

        def one(training):
            if not texture:
                return lit(cut(picture, width / 2 + chance.normal() * 4, height / 2 + chance.normal() * 4, side,
                               chance.normal() * .03), chance)
            left, right = (side * .72, width * .6) if training else (width * .6, width - side * .72)
            if left >= right:
                left = right = width * (.3 if training else .75)
            x, y = chance.uniform(left, right), chance.uniform(side * .72, height - side * .72)
            angle = chance.uniform(-.1, .1) + (chance.integers(4) * math.pi / 2 if name in TURNED else 0)
            return lit(cut(picture, x, y, side, angle), chance)

        normals = [one(True) for _ in range(20)][:NORMALS]
        good = [one(False) for _ in range(16)][:GOOD]
        marks = [marked(one(False), others, chance) for _ in range(32)][:MARKED]
        yield (name, torch.stack([stored(p) for p in normals]), torch.stack([stored(p) for p in good + [p for p, _ in marks]]),
               torch.stack([where for _, where in marks]))


def weights_of(file):
    if file == 'random':
        torch.manual_seed(0)
        return torchvision.models.resnet18(weights=None).state_dict()
    with open(file, 'rb') as stream:
        data = stream.read()
    length = struct.unpack('<Q', data[:8])[0]
    state = {}
    for name, tensor in json.loads(data[8:8 + length]).items():
        if name != '__metadata__':
            begin, end = tensor['data_offsets']
            values = np.frombuffer(data[8 + length + begin:8 + length + end], {'F16': np.float16, 'F32': np.float32}[tensor['dtype']])
            state[name] = torch.from_numpy(values.reshape(tensor['shape']).copy()).float()
    return state


@torch.no_grad()
def patch_features(network, pictures):
    mean, deviation = torch.tensor([.485, .456, .406]).view(1, 3, 1, 1), torch.tensor([.229, .224, .225]).view(1, 3, 1, 1)
    features = []
    for batch in pictures.split(32):
        x = network.maxpool(network.relu(network.bn1(network.conv1((batch - mean) / deviation))))
        layer2 = network.layer2(network.layer1(x))
        layer3 = F.avg_pool2d(network.layer3(layer2), 3, 1, 1)
        layer2 = F.avg_pool2d(layer2, 3, 1, 1)
        layer3 = F.interpolate(layer3, size=layer2.shape[2:], mode='bilinear', align_corners=False)
        features.append(torch.cat([layer2, layer3], 1))
    return torch.cat(features)


def auroc(scores, positive):
    """Mann-Whitney, ties by half."""
    _, inverse, counts = np.unique(scores.astype(np.float64), return_inverse=True, return_counts=True)
    ranks = (np.cumsum(counts) - (counts - 1) / 2)[inverse]
    positives = positive.sum()
    return (ranks[positive].sum() - positives * (positives + 1) / 2) / (positives * (len(positive) - positives))


def figures(network, normals, test, where):
    vectors = patch_features(network, normals)
    channels = vectors.shape[1]
    vectors = vectors.permute(0, 2, 3, 1).reshape(-1, channels)
    bank = vectors[torch.randperm(len(vectors), generator=torch.Generator().manual_seed(0))[:1600]]
    features = patch_features(network, test)
    count, _, rows, columns = features.shape
    distances = [torch.cdist(part, bank).min(1).values for part in features.permute(0, 2, 3, 1).reshape(-1, channels).split(4096)]
    scores = torch.cat(distances).view(count, 1, rows, columns)
    maps = F.interpolate(scores, size=(SIDE, SIDE), mode='bilinear', align_corners=False)
    kernel = torch.exp(-(torch.arange(-12, 13).float() ** 2) / 32)  # sigma 4 px
    kernel = kernel / kernel.sum()
    maps = F.pad(maps, (12, 12, 12, 12), mode='reflect')
    maps = F.conv2d(F.conv2d(maps, kernel.view(1, 1, 1, -1)), kernel.view(1, 1, -1, 1))[:, 0, ::2, ::2]
    good = count - len(where)
    truth = torch.zeros(maps.shape, dtype=torch.bool)
    truth[good:] = where[:, ::2, ::2]
    within = [auroc(m.reshape(-1).numpy(), t.reshape(-1).numpy()) for m, t in zip(maps[good:], truth[good:]) if t.any()]
    return (auroc(scores.amax((1, 2, 3)).numpy(), np.arange(count) >= good),
            auroc(maps.reshape(-1).numpy(), truth.reshape(-1).numpy()), np.mean(within))


if __name__ == '__main__':
    sets = list(picture_sets())
    for file in sys.argv[1:]:
        network = torchvision.models.resnet18(weights=None)
        network.load_state_dict(weights_of(file), strict=False)
        network.eval()
        rows = np.array([figures(network, *rest) for _, *rest in sets])
        print(file, 'all', rows.mean(0).round(3), 'textures', rows[:len(TEXTURES)].mean(0).round(3), flush=True)
