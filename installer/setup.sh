# Shared by run.sh and test.sh: installs the packages that are missing, then configures and builds into build/.
# Sourced, not run. Cheap when there is nothing to do.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
build="$root/build"

fail() {
    printf 'spotcheck: %s\n' "$*" >&2
    exit 1
}

# Runs a command as root.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "packages are missing and this user cannot install them. Run the script as root, or install sudo."
    fi
}

# Runs a command as the user who called, also under sudo, so that build/ never belongs to root by accident.
as_user() {
    if [ "$(id -u)" -eq 0 ] && [ -n "${SUDO_USER:-}" ] && [ "$SUDO_USER" != root ]; then
        sudo -u "$SUDO_USER" -H --preserve-env=DISPLAY,WAYLAND_DISPLAY,XAUTHORITY,XDG_RUNTIME_DIR "$@"
    else
        "$@"
    fi
}

install_packages() {
    command -v apt-get >/dev/null || fail "this script needs Debian 12 (apt-get was not found)."
    local wanted missing=() package
    wanted=$(sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$root/installer/packages.txt")
    for package in $wanted; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return
    printf 'spotcheck: installing %s package(s), on a new system 500 MB with all they need; this takes some minutes: %s\n' \
        "${#missing[@]}" "${missing[*]}"
    as_root apt-get update -qq || fail "apt-get update failed. Check the network and /etc/apt/sources.list."
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" \
        >/dev/null || fail "apt-get could not install the packages above. Spotcheck is built for Debian 12 (bookworm)."
}

# One compiler for each processor, and for each 2 GB of memory: a LibTorch file takes that much.
build_jobs() {
    local processors memory
    processors=$(nproc)
    memory=$(awk '/MemAvailable/ { print int($2 / 2000000) }' /proc/meminfo)
    [ "$memory" -lt 1 ] && memory=1
    echo $((processors < memory ? processors : memory))
}

# build_targets TARGET...: configures once, then builds.
build_targets() {
    if [ ! -f "$build/build.ninja" ]; then
        echo "spotcheck: the first build takes about ten minutes on two processors; later ones take seconds."
        as_user cmake --preset release -S "$root" -B "$build" || fail "configuring failed; the reason is above."
    fi
    as_user cmake --build "$build" --parallel "$(build_jobs)" --target "$@" || fail "the build failed; the reason is above."
}
