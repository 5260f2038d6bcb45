#!/bin/sh
# Models for test_goldenmodels: make_golden.sh SPOTCHECK_CLI PICTURES PREFIX, with the pictures of
# "test_goldenmodels --write-pictures". Prints the scores that this very program gives, for golden/scores.json.
# Give a new PREFIX where the format or a default changes, and keep the files of before: they are what has to open still.
# "tree_" was written by commit 174a436. "former_" stands for programs that did not name all parameters yet: models that
# judge as those did, with the names taken out.
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

# A header without the parameter NAME, as long as it was.
without() {
    python3 - "$folder/$prefix$1.spotcheck" "$2" <<'END'
import json, struct, sys
content = open(sys.argv[1], "rb").read()
length = struct.unpack("<Q", content[:8])[0]
header = json.loads(content[8:8 + length])
parameters = json.loads(header["__metadata__"]["parameters"])
del parameters[sys.argv[2]]
header["__metadata__"]["parameters"] = json.dumps(parameters, separators=(",", ":"))
text = json.dumps(header, separators=(",", ":")).encode().ljust(length)
open(sys.argv[1], "wb").write(content[:8] + text + content[8 + length:])
END
}

if [ "$prefix" = former_ ]; then
    make patchcore --detector patchcore --set coreset_ratio=0.1 --set embedding=pooled --set target_dimension=64
    without patchcore embedding
    make padim --detector padim --set channels=8 --set layers=layer2 --set image_score=patch
    without padim image_score
    make cfa --detector cfa --set epochs=1 --set layers=layer2 --set dimension_compression=8 --set image_score=patch
    without cfa image_score
    exit
fi
make patchcore --detector patchcore --set coreset_ratio=0.1
make patchcore_tiles --detector patchcore --set coreset_ratio=0.1 --set layers=layer2 --tiles 2x1 --align ecc
make padim --detector padim --set channels=12
make spade --detector spade --set layers=layer2 --set image_layer=layer3
make mahalanobis --detector mahalanobis --set levels=without_last_two
make cfa --detector cfa --set epochs=1 --set layers=layer2 --set dimension_compression=8
make reconpatch --detector reconpatch --set epochs=1 --set coreset_ratio=0.1 --set layers=layer2 \
    --set representation_dimension=16 --set batch_patches=64
