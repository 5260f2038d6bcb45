#!/usr/bin/env bash
# Draws the icons in all sizes from the SVG files. For maintainers, after a change of a drawing; needs rsvg-convert
# (librsvg2-bin), icotool (icoutils) and png2icns (icnsutils).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

draw() { # SVG KIND NAME
    local size folder
    for size in 16 22 24 32 48 64 128 256 512; do
        folder=icons/hicolor/${size}x${size}/$2
        mkdir -p "$folder"
        rsvg-convert --width "$size" --height "$size" --output "$folder/$3.png" "$1"
    done
}

draw ../icons/spotcheck.svg apps spotcheck
draw icons/application-x-spotcheck-model.svg mimetypes application-x-spotcheck-model
draw icons/application-x-spotcheck-project.svg mimetypes application-x-spotcheck-project
icotool --create --output spotcheck.ico icons/hicolor/{16x16,24x24,32x32,48x48,64x64,128x128}/apps/spotcheck.png \
    --raw=icons/hicolor/256x256/apps/spotcheck.png
png2icns spotcheck.icns icons/hicolor/{16x16,32x32,48x48,128x128,256x256,512x512}/apps/spotcheck.png >/dev/null
