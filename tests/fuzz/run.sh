#!/bin/sh
# Fuzzes one target: tests/fuzz/run.sh NAME [SECONDS]. New inputs and findings go to build-fuzz/work/NAME.
set -eu
name=$1
seconds=${2:-600}
here=$(cd "$(dirname "$0")" && pwd)
build=$(cd "$here/../.." && pwd)/build-fuzz
work=$build/work/$name
mkdir -p "$work/corpus" "$work/findings"
valid=$here/corpus/$name
case $name in
picture) valid=$here/../engine/image/data/pictures ;;
model) valid=$here/../engine/model/data/golden ;;
esac
case $name in
project | model | safetensors) words="-dict=$here/json.dict" ;;
*) words= ;;
esac
# A single allocation of 512 MB, 2 GB in all or 10 s for one input count as findings.
exec nice -n 10 "$build/bin/fuzz_$name" "$work/corpus" "$valid" $words -artifact_prefix="$work/findings/" \
    -max_total_time="$seconds" -max_len=65536 -malloc_limit_mb=512 -rss_limit_mb=2048 -timeout=10 -print_final_stats=1 -close_fd_mask=2
