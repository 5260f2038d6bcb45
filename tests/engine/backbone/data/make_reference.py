#!/usr/bin/python3
"""Writes reference.json: what torchvision's networks give for weights and a picture made by a formula.

The formula is repeated in formulaweights.h: only integer arithmetic, one square root and one product, so that
both sides get the same bits. Needs Debian's python3-torch and python3-torchvision.
"""
import json
import pathlib

import numpy
import torch
import torchvision

# Architecture, side of the picture, layers compared, the stem among them. The wide ones stop early to keep their
# weights small.
CASES = [
    ("resnet18", 96, 5),
    ("resnet18", 225, 4),
    ("resnet18", 32, 5),
    ("resnet34", 64, 5),
    ("resnet50", 64, 5),
    ("resnet101", 64, 4),
    ("wide_resnet50_2", 64, 4),
    ("wide_resnet101_2", 64, 3),
    ("efficientnet_b4", 64, 9),
    ("efficientnet_b4", 75, 5),
    ("efficientnet_b5", 64, 9),
]
ARCHITECTURES = sorted({architecture for architecture, _, _ in CASES})
SAMPLES = 24


def fnv1a(text):
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001B3 % 2**64
    return value


def uniform(name, count):
    """24-bit numbers in [0, 1) by splitmix64, seeded by the tensor's name."""
    with numpy.errstate(over="ignore"):
        x = numpy.uint64(fnv1a(name)) + numpy.arange(1, count + 1, dtype=numpy.uint64) * numpy.uint64(0x9E3779B97F4A7C15)
        x = (x ^ (x >> numpy.uint64(30))) * numpy.uint64(0xBF58476D1CE4E5B9)
        x = (x ^ (x >> numpy.uint64(27))) * numpy.uint64(0x94D049BB133111EB)
        x = x ^ (x >> numpy.uint64(31))
    return (x >> numpy.uint64(40)).astype(numpy.float64) * 2.0**-24


def tensor_values(name, shape):
    count = int(numpy.prod(shape))
    u = uniform(name, count)
    if len(shape) == 4:
        values = (2 * u - 1) * numpy.sqrt(6.0 / (shape[1] * shape[2] * shape[3]))
    elif name.endswith("running_var"):
        values = 0.5 + 1.5 * u
    elif name.endswith("running_mean"):
        values = 0.6 * u - 0.3
    elif name.endswith(".weight"):
        values = 0.25 + u
    else:
        values = 0.4 * u - 0.2
    return torch.from_numpy(values.astype(numpy.float32).reshape(shape))


def is_used(name):
    return not name.startswith(("fc.", "classifier.")) and not name.endswith("num_batches_tracked")


def network(architecture):
    model = getattr(torchvision.models, architecture)(weights=None).eval()
    state = model.state_dict()
    for name, tensor in state.items():
        if is_used(name):
            tensor.copy_(tensor_values(name, tuple(tensor.shape)))
    model.load_state_dict(state)
    # In double precision the reference is free of rounding.
    return model.double()


def layer_modules(model):
    """The layers' names with the modules that lead from one layer to the next."""
    if hasattr(model, "features"):
        names = ["stem", *(f"stage{index}" for index in range(1, 8)), "head"]
        return list(zip(names, model.features))
    stem = torch.nn.Sequential(model.conv1, model.bn1, model.relu)
    first = torch.nn.Sequential(model.maxpool, model.layer1)
    return list(zip(["stem", "layer1", "layer2", "layer3", "layer4"],
                    [stem, first, model.layer2, model.layer3, model.layer4]))


def layer_record(output):
    """Sums over the whole map and values at fixed places of the order [H, W, C]."""
    values = output[0].permute(1, 2, 0).contiguous().numpy()
    flat = values.reshape(-1)
    places = [int(i) for i in (uniform("places", SAMPLES) * flat.size)]
    return {
        "shape": list(values.shape),
        "mean": float(flat.mean()),
        "mean_square": float((flat**2).mean()),
        "places": places,
        "values": [float(flat[i]) for i in places],
    }


def names_hash(model):
    """FNV-1a of the sorted lines "name [shape]"."""
    lines = sorted(f"{n} {list(t.shape)}\n" for n, t in model.state_dict().items() if is_used(n))
    return f"{fnv1a(''.join(lines)):016x}"


def main():
    torch.set_grad_enabled(False)
    reference = {"names": {}, "cases": []}
    for architecture in ARCHITECTURES:
        model = getattr(torchvision.models, architecture)(weights=None)
        reference["names"][architecture] = names_hash(model)
    for architecture, side, layers in CASES:
        model = network(architecture)
        picture = tensor_values("picture", (side, side, 3)).double() * 8
        x = picture.permute(2, 0, 1)[None]
        records = {}
        for name, module in layer_modules(model)[:layers]:
            x = module(x)
            records[name] = layer_record(x.clone())
        reference["cases"].append({"architecture": architecture, "side": side, "layers": records})
    path = pathlib.Path(__file__).with_name("reference.json")
    path.write_text(json.dumps(reference, indent=1) + "\n")


main()
