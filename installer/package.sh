#!/usr/bin/env bash
# Builds the packages into build/packages/: Debian packages and a folder in an archive. Arguments name other kinds of
# CPack in their place (installer/package.sh DEB).
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

install_packages
build_targets spotcheck spotcheck-cli manual
packages="$build/packages"
for kind in "${@:-DEB TGZ}"; do
    for generator in $kind; do
        as_user cpack --config "$build/CPackConfig.cmake" -G "$generator" -B "$packages" >/dev/null ||
            fail "CPack could not make a package of the kind $generator; the reason is above."
    done
done
rm -rf "$packages/_CPack_Packages"
ls -l "$packages"
