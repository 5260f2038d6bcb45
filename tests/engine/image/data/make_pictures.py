#!/usr/bin/python3
"""Writes pictures/: tiny files of every format, depth, alpha and orientation that the reader's tests read.

Needs Pillow, NumPy and tifffile (Debian: python3-pil, python3-numpy, python3-tifffile). The tests never run it;
they compute the same pixel values from the same formulas (testpictures.h).
"""
import pathlib
import struct

import numpy as np
import tifffile
from PIL import Image

WIDTH, HEIGHT = 13, 9
out = pathlib.Path(__file__).parent / "pictures"
out.mkdir(exist_ok=True)

y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
rgb = np.stack([x * 18 + 3, y * 25 + 5, (x * 7 + y * 11) % 256], -1).astype(np.uint8)
grey = rgb[..., 0].copy()
alpha = np.array([0, 128, 255], np.uint8)[(x + y) % 3]
rgba = np.dstack([rgb, alpha])
bits = grey > 100
palette = [255, 0, 0, 0, 255, 0, 0, 0, 255, 10, 20, 30]
indexed = Image.fromarray(((x + y) % 4).astype(np.uint8), "P")
indexed.putpalette(palette)
deep = lambda array: array.astype(np.uint16) * 257

picture = Image.fromarray
picture(rgb).save(out / "rgb.png")
picture(rgba).save(out / "rgba.png")
picture(grey).save(out / "grey.png")
picture(np.dstack([grey, alpha]), "LA").save(out / "grey_alpha.png")
picture(bits).save(out / "bits.png")
indexed.save(out / "palette.png", bits=2)
indexed.save(out / "palette_transparent.png", transparency=bytes([255, 128, 255, 255]))
picture(deep(grey)).save(out / "grey16.png")
picture(grey).save(out / "grey_key.png", transparency=int(grey[0, 0]))

picture(rgb).save(out / "rgb.bmp")
picture(grey).save(out / "grey.bmp")
picture(bits).save(out / "bits.bmp")
picture(rgba).save(out / "rgba.bmp")  # Pillow leaves the header's compression at 0: the fourth byte means nothing
indexed.save(out / "palette.bmp")
# Pillow does not write the header that gives the fourth byte its meaning (BITMAPV5HEADER, BI_BITFIELDS).
for name, mask in [("rgba_masks.bmp", 0xFF000000), ("rgb_masks.bmp", 0)]:
    header = struct.pack("<IiiHHIIiiIIIIIII", 124, WIDTH, HEIGHT, 1, 32, 3, WIDTH * HEIGHT * 4, 0, 0, 0, 0,
                         0xFF0000, 0xFF00, 0xFF, mask, 0x73524742).ljust(124, b"\0")
    pixels = rgba[::-1, :, [2, 1, 0, 3]].tobytes()
    (out / name).write_bytes(struct.pack("<2sIII", b"BM", 138 + len(pixels), 0, 138) + header + pixels)

picture(rgba).save(out / "rgba.webp", lossless=True, exact=True)
picture(rgb).save(out / "rgb.webp", lossless=True)
picture(rgb).save(out / "lossy.webp", quality=95)
picture(rgb).save(out / "animated.webp", lossless=True, save_all=True,
                  append_images=[picture(rgb[::-1].copy())])

tiff = lambda name, array, **options: tifffile.imwrite(out / name, array, metadata=None, software="", **options)
tiff("rgb.tif", rgb, photometric="rgb")
picture(rgb).save(out / "rgb_lzw.tif", compression="tiff_lzw")
picture(bits).save(out / "bits_group4.tif", compression="group4")
tiff("grey.tif", grey)
tiff("grey_white0.tif", 255 - grey, photometric="miniswhite")
tiff("grey16.tif", deep(grey))
tiff("grey16_white0.tif", 65535 - deep(grey), photometric="miniswhite")
tiff("rgb16.tif", deep(rgb), photometric="rgb")
tiff("rgb16_big_endian.tif", deep(rgb).astype(">u2"), photometric="rgb", byteorder=">")
tiff("rgb_bigtiff.tif", rgb, photometric="rgb", bigtiff=True)
tiff("rgb_planar.tif", rgb.transpose(2, 0, 1).copy(), photometric="rgb", planarconfig="separate")
tiff("rgba.tif", rgba, photometric="rgb", extrasamples=["unassalpha"])
tiff("rgba16.tif", deep(rgba), photometric="rgb", extrasamples=["unassalpha"])
premultiplied = np.dstack([(rgb.astype(int) * alpha[..., None] + 127) // 255, alpha]).astype(np.uint8)
tiff("rgba_premultiplied.tif", premultiplied, photometric="rgb", extrasamples=["assocalpha"])
tiff("rgba16_premultiplied.tif", deep(premultiplied), photometric="rgb", extrasamples=["assocalpha"])
tiff("rgb_unused_channel.tif", rgba, photometric="rgb", extrasamples=["unspecified"])
indexed.save(out / "palette.tif")
with tifffile.TiffWriter(out / "pages.tif") as pages:
    pages.write(rgb, photometric="rgb", metadata=None, software="")
    pages.write(rgb[::-1].copy(), photometric="rgb", metadata=None, software="")
tiff("refused_float.tif", grey.astype(np.float32))
tiff("refused_signed.tif", grey.astype(np.int16))
tiff("refused_32bit.tif", grey.astype(np.uint32))
tiff("refused_planar16.tif", deep(rgb).transpose(2, 0, 1).copy(), photometric="rgb", planarconfig="separate")
tiff("refused_grey_alpha.tif", np.dstack([grey, alpha]), photometric="minisblack", planarconfig="contig",
     extrasamples=["unassalpha"])

# JPEGs have smooth pixels of their own, 32 x 24, so that compression changes them little.
y, x = np.mgrid[0:24, 0:32]
smooth = np.stack([x * 7 + 10, y * 9 + 20, 200 - x * 2 - y * 3], -1).astype(np.uint8)
options = {"quality": 95, "subsampling": 0}
picture(smooth).save(out / "rgb.jpg", **options)
picture(smooth).save(out / "progressive.jpg", progressive=True, **options)
picture(smooth).save(out / "subsampled.jpg", quality=90, subsampling=2)
picture(smooth[..., 0].copy()).save(out / "grey.jpg", quality=95)
picture(smooth).convert("CMYK").save(out / "cmyk.jpg", quality=95)

# What each EXIF orientation does to the stored picture is undone here, so that all files show the same thing.
undo = {1: lambda p: p, 2: lambda p: p[:, ::-1], 3: lambda p: p[::-1, ::-1], 4: lambda p: p[::-1],
        5: lambda p: p.transpose(1, 0, 2), 6: lambda p: np.rot90(p, 1), 7: lambda p: np.rot90(p, 2).transpose(1, 0, 2),
        8: lambda p: np.rot90(p, -1)}
for orientation, turn in undo.items():
    exif = Image.Exif()
    exif[274] = orientation
    stored = np.ascontiguousarray(turn(rgb))
    picture(stored).save(out / f"orientation{orientation}.png", exif=exif)
    picture(stored).save(out / f"orientation{orientation}.webp", exif=exif, lossless=True)
    tiff(f"orientation{orientation}.tif", stored, photometric="rgb", rowsperstrip=2,
         extratags=[(274, "H", 1, orientation, True)])
    picture(np.ascontiguousarray(turn(smooth))).save(out / f"orientation{orientation}.jpg", exif=exif, **options)
