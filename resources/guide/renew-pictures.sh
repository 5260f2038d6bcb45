#!/usr/bin/env bash
# Takes the guide's pictures anew: runs the test that walks through the program with the sample, and keeps its pictures
# with few colours. For maintainers, after a change of the window; needs pngquant. Argument: the build folder.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=${1:-$root/build}

cmake --build "$build" --target test_guidepictures
QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 "$build/bin/test_guidepictures"
for picture in "$build"/screenshots/guide/*.png; do
    pngquant --force --speed 1 --strip 96 --output "$root/resources/guide/pictures/$(basename "$picture")" "$picture"
done
du -ch "$root"/resources/guide/pictures/*.png
