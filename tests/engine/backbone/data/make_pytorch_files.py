#!/usr/bin/python3
"""Writes small files with torch.save, as a zip archive and in the form before PyTorch 1.6. Needs python3-torch."""
import argparse
import collections
import pathlib

import torch


def numbers(*shape):
    """0, 0.25, 0.5, ... in row-major order."""
    count = torch.Size(shape).numel()
    return (torch.arange(count, dtype=torch.float32) / 4).reshape(shape)


def module():
    model = torch.nn.Sequential(torch.nn.Conv2d(2, 3, 1, bias=False), torch.nn.BatchNorm2d(3))
    state = model.state_dict()
    for tensor in state.values():
        tensor.copy_(numbers(*tensor.shape))
    return model


def checkpoint():
    """What training scripts keep: tensors of all kinds under "state_dict", other things beside it."""
    whole = numbers(4, 6)
    state = collections.OrderedDict()
    state["module.parameter"] = torch.nn.Parameter(numbers(2, 3))
    state["module.turned"] = numbers(3, 2).t()
    state["module.channels_last"] = numbers(2, 3, 2, 2).contiguous(memory_format=torch.channels_last)
    state["module.part"] = whole[1:3, ::2]
    state["module.row"] = whole[2]
    state["module.scalar"] = torch.tensor(7.5)
    state["module.empty"] = torch.zeros(0, 3)
    state["module.double"] = numbers(3).double()
    state["module.half"] = numbers(3).half()
    state["module.bfloat16"] = numbers(3).bfloat16()
    state["module.long"] = torch.tensor([-1, 2, 3])
    state["module.int"] = torch.tensor([4, -5], dtype=torch.int32)
    state["module.byte"] = torch.tensor([6, 255], dtype=torch.uint8)
    model = module()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    return {"epoch": 300, "best": 0.5, "name": "x", "state_dict": state, "optimizer": optimizer.state_dict()}


def training():
    """As torchvision's training scripts keep it."""
    model = module()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1, momentum=0.9)
    scheduler = torch.optim.lr_scheduler.StepLR(optimizer, step_size=30)
    args = argparse.Namespace(lr=0.1, epochs=90, output_dir=".", norm_weight_decay=None, sync_bn=False)
    return {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "lr_scheduler": scheduler.state_dict(),
            "epoch": 89, "args": args}


def main():
    folder = pathlib.Path(__file__).parent
    for name, thing in [("plain", module().state_dict()), ("checkpoint", checkpoint())]:
        torch.save(thing, folder / f"{name}_zip.pth")
        torch.save(thing, folder / f"{name}_legacy.pth", _use_new_zipfile_serialization=False)
    torch.save(training(), folder / "training_zip.pth")
    for protocol in (3, 4, 5):
        torch.save(training(), folder / f"training_legacy{protocol}.pth", pickle_protocol=protocol,
                   _use_new_zipfile_serialization=False)
    torch.save(training(), folder / "training_zip4.pth", pickle_protocol=4)
    # In the old form it would hold PyTorch's source text.
    torch.save(module(), folder / "module_zip.pth")


main()
