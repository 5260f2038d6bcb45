#!/usr/bin/env bash
# Installs what is needed, builds, and opens the window. Options go to the program: --sample opens the generated
# sample. Without a display the same job runs on the command line.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

case "${1:-}" in
-h | --help)
    echo "usage: installer/run.sh [--sample] [FOLDER | MODEL.spotcheck]"
    exit 0
    ;;
esac

install_packages
build_targets spotcheck spotcheck-cli

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    as_user "$build/bin/spotcheck" "$@"
    exit
fi

echo "spotcheck: there is no display, so the window cannot open. Running the same job on the command line."
demo="$build/demo"
cli="$build/bin/spotcheck-cli"
as_user "$cli" sample "$demo/sample"
as_user "$cli" train --detector patchcore --dataset "$demo/sample" --output "$demo/sample.spotcheck"
as_user "$cli" evaluate "$demo/sample.spotcheck" --dataset "$demo/sample"
as_user "$cli" inspect "$demo/sample.spotcheck" "$demo/sample/test" --output "$demo/results" \
    --format json,csv,html,pdf,png
echo "spotcheck: the report is $demo/results/report.pdf (and report.html, results.json, results.csv beside it)"
