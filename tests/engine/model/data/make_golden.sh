#!/bin/sh
# Models for test_goldenmodels: make_golden.sh SPOTCHECK_CLI PICTURES PREFIX, with the pictures of
# "test_goldenmodels --write-pictures". Prints the scores that this very program gives, for golden/scores.json.
# "tree_" is the present program, "first_" the one of commit 0b3c457, before models named how pictures are judged.
set -eu
cli=$(realpath "$1") pictures=$(realpath "$2") prefix=$3
folder=$(cd "$(dirname "$0")" && pwd)/golden
cd "$pictures"

make() {
    name=$prefix$1
    shift
    "$cli" train --normal good --input-size 32 --output "$folder/$name.spotcheck" "$@" >/dev/null
    rm -rf out && mkdir out
    "$cli" inspect "$folder/$name.spotcheck" test --output out --format json >/dev/null
    python3 - "$name" <<'END'
import json, sys
scores = [image["score"] for image in json.load(open("out/results.json"))["images"]]
print(json.dumps({"file": sys.argv[1] + ".spotcheck", "scores": scores}) + ",")
END
}

make patchcore --detector patchcore --set coreset_ratio=0.1
make patchcore_tiles --detector patchcore --set coreset_ratio=0.1 --set layers=layer2 --tiles 2x1 --align ecc
make padim --detector padim --set channels=12
make spade --detector spade --set layers=layer2 --set image_layer=layer3
make mahalanobis --detector mahalanobis --set levels=without_last_two
make cfa --detector cfa --set epochs=1 --set layers=layer2 --set dimension_compression=8
make reconpatch --detector reconpatch --set epochs=1 --set coreset_ratio=0.1 --set layers=layer2 \
    --set representation_dimension=16 --set batch_patches=64
