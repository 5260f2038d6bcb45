#!/usr/bin/python3
"""Writes resize.bin (Pillow's BILINEAR resize) and preprocessing.bin (torchvision's transforms on Pillow pictures).

Needs Pillow, NumPy and torchvision (Debian: python3-pil, python3-torchvision). The tests never run it.

resize.bin, little endian, repeated to the end: int32 width, height, channels, target width, target height,
bytes per value (1: unsigned char, 4: float); then the target's values.
preprocessing.bin: int32 width, height, input size, crop resize (0: full frame), stride; then
float32 [size / stride, size / stride, 3], every stride-th pixel of the tensor.
"""
import pathlib
import struct

import numpy as np
from PIL import Image
from torchvision import transforms

here = pathlib.Path(__file__).parent


def pattern(width, height, channels):
    """Edges, texture and gradients; the tests compute the same (patternPicture)."""
    y, x, c = np.mgrid[0:height, 0:width, 0:channels]
    value = (x * x * 3 + y * y * 5 + x * y * 7 + c * 61) % 97 + (x // 5 + y // 7 + c) % 2 * 90 + (x + 2 * y) % 69
    return value.astype(np.uint8)


with open(here / "resize.bin", "wb") as file:
    for width, height, channels, *target in [
        (37, 23, 3, 16, 16), (37, 23, 3, 1, 1), (37, 23, 3, 50, 41), (37, 23, 3, 37, 23), (37, 23, 3, 7, 60),
        (37, 23, 3, 90, 5), (1, 9, 3, 4, 4), (9, 1, 3, 4, 4), (1, 1, 3, 3, 2), (2, 2, 3, 5, 5), (200, 150, 1, 64, 48),
        (37, 23, 1, 11, 9), (640, 480, 3, 33, 31), (101, 99, 4, 20, 21), (5, 4, 1, 1, 60),
    ]:
        picture = pattern(width, height, channels)
        # Pillow would multiply RGBA with its alpha; CMYK has four plain channels.
        mode = {1: "L", 3: "RGB", 4: "CMYK"}[channels]
        source = Image.fromarray(picture[..., 0] if channels == 1 else picture, mode)
        result = np.asarray(source.resize(target, Image.BILINEAR))
        file.write(struct.pack("<6i", width, height, channels, *target, 1) + result.tobytes())
        if channels == 1:
            source = Image.fromarray(picture[..., 0].astype(np.float32) / 7)
            result = np.asarray(source.resize(target, Image.BILINEAR))
            file.write(struct.pack("<6i", width, height, channels, *target, 4) + result.tobytes())

with open(here / "preprocessing.bin", "wb") as file:
    for width, height, size, crop, stride in [
        (300, 217, 32, 0, 1), (20, 31, 32, 0, 1), (300, 217, 32, 40, 1), (217, 300, 32, 37, 1), (64, 64, 32, 37, 1),
        (101, 57, 33, 40, 1), (1000, 700, 224, 256, 16), (700, 1003, 224, 256, 16), (1000, 700, 224, 0, 16),
        (150, 200, 224, 256, 16),
    ]:
        frame = [transforms.Resize((size, size))] if crop == 0 else [transforms.Resize(crop),
                                                                     transforms.CenterCrop(size)]
        whole = transforms.Compose(frame + [
            transforms.ToTensor(), transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])])
        tensor = whole(Image.fromarray(pattern(width, height, 3))).permute(1, 2, 0).numpy()
        assert tensor.shape == (size, size, 3)
        values = np.ascontiguousarray(tensor[::stride, ::stride].astype("<f4"))
        file.write(struct.pack("<5i", width, height, size, crop, stride) + values.tobytes())
