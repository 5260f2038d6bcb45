#!/usr/bin/env bash
# Installs what is needed, builds everything, and runs all tests without a display.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

install_packages
build_targets all
cd "$build"
as_user env QT_QPA_PLATFORM=offscreen ctest --output-on-failure --parallel "$(nproc)" "$@"
