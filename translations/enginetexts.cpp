// The engine's texts that the window shows: read by lupdate, compiled by nobody.
// Written by: test_translations --write-engine-texts
static const char *const engineTexts[] = {
    QT_TRANSLATE_NOOP("spotcheck",
                      "\"concatenated\": neighbourhood means of all layers laid end to end. \"pooled\" as the "
                      "authors' code: neighbourhoods pooled to the target dimension, which fits the wide backbones."),
    QT_TRANSLATE_NOOP("spotcheck",
                      "\"exact\" compares with every patch. \"hnsw\" and \"ivf-pq\" look at a part of a large bank, "
                      "several times as fast: the score of the picture stays exact, single patches of the map may "
                      "score too high. Banks below 10,000 patches are searched exactly in any case."),
    QT_TRANSLATE_NOOP("spotcheck", "\"pca\" keeps the leading principal components of each layer, \"npca\" drops "
                                   "them and keeps all others, which the paper finds to matter most."),
    QT_TRANSLATE_NOOP("spotcheck", "\"principal\" begins with the directions along which the features vary most, "
                                   "\"random\" with a random projection."),
    QT_TRANSLATE_NOOP("spotcheck", "%1 cannot be looked at. The rest of the folder is watched."),
    QT_TRANSLATE_NOOP("spotcheck", "%1 of %2 normal pictures could not be aligned to the reference and were used as "
                                   "they are; choose another reference, or train without alignment."),
    QT_TRANSLATE_NOOP("spotcheck",
                      "%1 parts in a row are not OK. Check camera, light and position of the parts first."),
    QT_TRANSLATE_NOOP("spotcheck", "%1 rows of the log %2 could not be written before the end, and are lost."),
    QT_TRANSLATE_NOOP("spotcheck", "(H × W) / γc × D / γd"),
    QT_TRANSLATE_NOOP("spotcheck", "16-bit pictures among 8-bit ones: %1. They are read without stretching, so they "
                                   "may look darker than the others."),
    QT_TRANSLATE_NOOP("spotcheck", "16-bit pictures: %1. They are read without stretching; where they look dark, let "
                                   "the camera use the whole range."),
    QT_TRANSLATE_NOOP(
        "spotcheck",
        "550 channels, what the paper takes of a Wide ResNet-50: up to thirty times the memory and time."),
    QT_TRANSLATE_NOOP("spotcheck", "A little slower than ResNet-18, with deeper features."),
    QT_TRANSLATE_NOOP("spotcheck",
                      "A patch's score is its mean squared distance to this many nearest normal patches."),
    QT_TRANSLATE_NOOP("spotcheck", "A quarter of the memory bank."),
    QT_TRANSLATE_NOOP("spotcheck", "A setting is out of its range. Correct it."),
    QT_TRANSLATE_NOOP("spotcheck", "A third of the epochs with half the patches: learns several times faster."),
    QT_TRANSLATE_NOOP("spotcheck", "About %1 false alarms, from %2 good pictures, each scored by one of %3 models "
                                   "that had not seen it (they can support %4 or more). The model that judges has "
                                   "learnt from all of them, so that the rate is an estimate and no promise."),
    QT_TRANSLATE_NOOP("spotcheck", "Accurate"),
    QT_TRANSLATE_NOOP("spotcheck",
                      "Adapts PatchCore's features to the parts by a short training. Aims at the verdict on the "
                      "picture; where the exact place matters most, CFA is the better one."),
    QT_TRANSLATE_NOOP("spotcheck",
                      "Added to the variance of each channel, so that few pictures give a usable covariance."),
    QT_TRANSLATE_NOOP("spotcheck", "As PatchCore, on a learnt representation: largest distance of a patch to its "
                                   "nearest neighbour, reweighted."),
    QT_TRANSLATE_NOOP("spotcheck", "Balanced"),
    QT_TRANSLATE_NOOP("spotcheck", "CFA"),
    QT_TRANSLATE_NOOP("spotcheck", "Channels"),
    QT_TRANSLATE_NOOP("spotcheck", "Channels a dimension"),
    QT_TRANSLATE_NOOP("spotcheck",
                      "Channels kept of all layers together, drawn at random once. The paper uses 100 of a "
                      "ResNet-18's 448 and 550 of a Wide ResNet-50's 1792. Memory and time grow with the square."),
    QT_TRANSLATE_NOOP("spotcheck",
                      "Chi-square limit for %1 false alarms with %2 degrees of freedom, as if the features of each "
                      "layer were normally distributed with the mean and covariance found; no rate is promised."),
    QT_TRANSLATE_NOOP("spotcheck", "Chosen on the labels of the test pictures for the highest F1: the figures on the "
                                   "same pictures are too favourable."),
    QT_TRANSLATE_NOOP("spotcheck",
                      "Chosen on the labels of the test pictures for the largest difference between recall and false "
                      "alarm rate (Youden): the figures on the same pictures are too favourable."),
    QT_TRANSLATE_NOOP("spotcheck", "Chosen on the labels of the test pictures for the least cost, a miss costing %1 "
                                   "false alarms: the figures on the same pictures are too favourable."),
    QT_TRANSLATE_NOOP("spotcheck", "Chosen on the labels of the test pictures to miss at most %1: the figures on the "
                                   "same pictures are too favourable."),
    QT_TRANSLATE_NOOP(
        "spotcheck",
        "Chosen on the labels of the test pictures: the figures on the same pictures are too favourable."),
    QT_TRANSLATE_NOOP("spotcheck", "Coloured pictures among grey ones: %1. Their colour may be taken for a defect."),
    QT_TRANSLATE_NOOP("spotcheck",
                      "Comes with the program and needs no download; trained on generated pictures alone."),
    QT_TRANSLATE_NOOP("spotcheck", "Copies of another picture in the same lane: %1. They count more than once in "
                                   "every figure and promise more than was seen."),
    QT_TRANSLATE_NOOP("spotcheck", "Coreset ratio"),
    QT_TRANSLATE_NOOP("spotcheck", "Coverage radius"),
    QT_TRANSLATE_NOOP("spotcheck", "Defective pictures without a mask: %1. Pixel figures leave them out."),
    QT_TRANSLATE_NOOP("spotcheck", "Dissimilar patches are pushed apart up to this multiple of the mean distance."),
    QT_TRANSLATE_NOOP("spotcheck", "EfficientNet-B4"),
    QT_TRANSLATE_NOOP("spotcheck", "EfficientNet-B4, ResNets"),
    QT_TRANSLATE_NOOP("spotcheck", "EfficientNet-B5"),
    QT_TRANSLATE_NOOP("spotcheck", "Epochs"),
    QT_TRANSLATE_NOOP("spotcheck", "Equation 7 of the paper: lowers the score of a picture whose nearest normal "
                                   "patch is a common one. The published numbers were made without it."),
    QT_TRANSLATE_NOOP("spotcheck", "Fast"),
    QT_TRANSLATE_NOOP("spotcheck", "Fast, with features of real photographs."),
    QT_TRANSLATE_NOOP("spotcheck", "For a quick verdict on the whole picture, with the smallest model and the fewest "
                                   "settings. It draws no heat map, and small defects drown in the mean."),
    QT_TRANSLATE_NOOP("spotcheck",
                      "For parts that always lie alike, and for even textures. Its memory does not grow with the "
                      "number of pictures, and it tells what varies at a place from what must not."),
    QT_TRANSLATE_NOOP("spotcheck",
                      "From %1 good pictures no rate below %2 can be promised; the largest of their scores is used."),
    QT_TRANSLATE_NOOP("spotcheck", "From 1 good picture no rate below %1 can be promised; its score is used."),
    QT_TRANSLATE_NOOP("spotcheck",
                      "From the peak of the smoothed map, as the public code does it, or from the largest patch "
                      "alone, as the paper words it. A single patch of a fine grid is easily moved by noise."),
    QT_TRANSLATE_NOOP("spotcheck",
                      "Grey pictures among coloured ones: %1. The missing colour may be taken for a defect."),
    QT_TRANSLATE_NOOP("spotcheck", "H × W × (D + D²)"),
    QT_TRANSLATE_NOOP("spotcheck", "Half the channels: a quarter of the memory."),
    QT_TRANSLATE_NOOP("spotcheck", "Hard negatives"),
    QT_TRANSLATE_NOOP("spotcheck",
                      "How often the training goes through all pictures. The last epoch's state is kept."),
    QT_TRANSLATE_NOOP("spotcheck", "How often the training goes through all pictures. The paper takes 120."),
    QT_TRANSLATE_NOOP(
        "spotcheck",
        "In units of the step's mean squared distance. Smaller values call only the nearest patches similar."),
    QT_TRANSLATE_NOOP("spotcheck", "Inertia of the targets"),
    QT_TRANSLATE_NOOP("spotcheck",
                      "It cannot be opened for reading. Check its permissions and whether the drive is connected."),
    QT_TRANSLATE_NOOP(
        "spotcheck",
        "It cannot be written. Check the free space, the permissions and whether the folder still exists."),
    QT_TRANSLATE_NOOP("spotcheck", "It could not be downloaded. Check the network and try again, or get the file on "
                                   "another computer and import it."),
    QT_TRANSLATE_NOOP("spotcheck", "J: features are kept away from this many centroids after the nearest ones."),
    QT_TRANSLATE_NOOP("spotcheck", "K: a picture's score is the mean squared distance of its average feature to this "
                                   "many nearest normal pictures, or to all where there are fewer."),
    QT_TRANSLATE_NOOP("spotcheck", "K: features are drawn to this many nearest centroids, and scored by them."),
    QT_TRANSLATE_NOOP("spotcheck", "Largest Mahalanobis distance of a patch to the Gaussian of its own position."),
    QT_TRANSLATE_NOOP("spotcheck",
                      "Largest distance of a patch to its nearest neighbour in a memory bank of normal patches."),
    QT_TRANSLATE_NOOP("spotcheck", "Largest distance of an adapted patch feature to its nearest centroid, weighted "
                                   "by how clearly that one is the nearest."),
    QT_TRANSLATE_NOOP("spotcheck", "Layer of the image score"),
    QT_TRANSLATE_NOOP(
        "spotcheck",
        "Layer whose average feature finds the nearest pictures. \"layer3\" is for weights that stop there."),
    QT_TRANSLATE_NOOP("spotcheck", "Layers"),
    QT_TRANSLATE_NOOP(
        "spotcheck",
        "Layers of the backbone that are combined. Early layers keep position and fine texture, late ones meaning."),
    QT_TRANSLATE_NOOP("spotcheck",
                      "Layers of the backbone that are judged, each by its own Gaussian. \"all\" is the paper's "
                      "choice; the others are for weights files that stop before the last layers."),
    QT_TRANSLATE_NOOP("spotcheck", "Learning rate"),
    QT_TRANSLATE_NOOP("spotcheck", "Leaves out the last layer, which the network then need not compute."),
    QT_TRANSLATE_NOOP("spotcheck", "Length of a pooled patch feature. Smaller is faster and takes less memory. "
                                   "Concatenated features are as long as their layers together."),
    QT_TRANSLATE_NOOP("spotcheck", "Length of the learnt patch feature, which the memory bank keeps."),
    QT_TRANSLATE_NOOP("spotcheck", "Levels"),
    QT_TRANSLATE_NOOP("spotcheck", "Limits from %1 good pictures not used for training, which is few: they are "
                                   "rough, and drift may be called too often or too late."),
    QT_TRANSLATE_NOOP("spotcheck",
                      "Limits from %1 good pictures not used for training; they assume normally distributed scores."),
    QT_TRANSLATE_NOOP("spotcheck", "Mahalanobis AD"),
    QT_TRANSLATE_NOOP("spotcheck", "Maps from the five nearest pictures."),
    QT_TRANSLATE_NOOP("spotcheck", "Margin"),
    QT_TRANSLATE_NOOP(
        "spotcheck",
        "Masks that cannot be used: %1. They are empty, unreadable, or of another size than their picture."),
    QT_TRANSLATE_NOOP("spotcheck", "Mean and three standard deviations of %1 good pictures not used for training; no "
                                   "rate is promised, since scores are seldom normally distributed."),
    QT_TRANSLATE_NOOP("spotcheck", "Mean distance of the picture's average feature to its K nearest normal pictures; "
                                   "the map compares every position with all positions of those pictures."),
    QT_TRANSLATE_NOOP("spotcheck", "More channels for surfaces with much variation."),
    QT_TRANSLATE_NOOP("spotcheck", "Nearest centroids"),
    QT_TRANSLATE_NOOP("spotcheck", "Nearest neighbours"),
    QT_TRANSLATE_NOOP("spotcheck", "Nearest pictures"),
    QT_TRANSLATE_NOOP("spotcheck", "Neighbourhood"),
    QT_TRANSLATE_NOOP("spotcheck", "Neighbours for contextual similarity"),
    QT_TRANSLATE_NOOP("spotcheck", "Neighbours for reweighting"),
    QT_TRANSLATE_NOOP(
        "spotcheck",
        "No control limits: at least two good pictures of different scores must have been held out from training."),
    QT_TRANSLATE_NOOP("spotcheck",
                      "No good picture was held out from training, so no false alarm rate can be promised."),
    QT_TRANSLATE_NOOP("spotcheck",
                      "No test picture is labelled defective: how well defects are found cannot be measured."),
    QT_TRANSLATE_NOOP("spotcheck", "No test picture is labelled good: false alarms cannot be measured."),
    QT_TRANSLATE_NOOP(
        "spotcheck",
        "Normal pictures: only %1. A model learns from them how much good parts vary; %2 to 200 are a good start."),
    QT_TRANSLATE_NOOP("spotcheck", "Of AdamW, the same in all epochs."),
    QT_TRANSLATE_NOOP("spotcheck", "Of the first step; falls to zero along a cosine. The paper takes 0.00001."),
    QT_TRANSLATE_NOOP("spotcheck", "On average at most %1 false alarms, from %2 good pictures not used for training "
                                   "(they can support %3 or more); with 95 % confidence at most %4."),
    QT_TRANSLATE_NOOP("spotcheck", "On average at most %1 false alarms, from 1 good picture not used for training "
                                   "(it can support %2 or more); with 95 % confidence at most %3."),
    QT_TRANSLATE_NOOP("spotcheck", "PaDiM"),
    QT_TRANSLATE_NOOP("spotcheck", "PaDiM's best network in its paper, also used by CFA; for pictures of 456 px."),
    QT_TRANSLATE_NOOP("spotcheck", "Patch features"),
    QT_TRANSLATE_NOOP("spotcheck",
                      "Patch features are projected to this many random directions before the coreset is chosen; 0 "
                      "uses them as they are. The memory bank keeps the whole features either way."),
    QT_TRANSLATE_NOOP("spotcheck", "PatchCore"),
    QT_TRANSLATE_NOOP("spotcheck", "Patches a step"),
    QT_TRANSLATE_NOOP("spotcheck", "Picture's score"),
    QT_TRANSLATE_NOOP("spotcheck", "Pictures a step"),
    QT_TRANSLATE_NOOP("spotcheck", "Pictures in the gallery"),
    QT_TRANSLATE_NOOP(
        "spotcheck",
        "Pictures of another shape than %2 px, which most have: %1. Parts look larger, smaller or cut off in them."),
    QT_TRANSLATE_NOOP(
        "spotcheck",
        "Pictures of another size than %2 px, which most have: %1. They are scaled; fine detail may differ."),
    QT_TRANSLATE_NOOP("spotcheck", "Pictures that cannot be read any more: %1. They were moved, deleted or damaged."),
    QT_TRANSLATE_NOOP(
        "spotcheck",
        "Pictures that carry an EXIF rotation: %1. They are turned upright; masks must be upright as well."),
    QT_TRANSLATE_NOOP("spotcheck", "Pictures whose patches are compared with each other."),
    QT_TRANSLATE_NOOP("spotcheck", "Positions a centroid"),
    QT_TRANSLATE_NOOP("spotcheck", "Projection for the coreset"),
    QT_TRANSLATE_NOOP("spotcheck", "ReConPatch"),
    QT_TRANSLATE_NOOP("spotcheck", "Reduction"),
    QT_TRANSLATE_NOOP("spotcheck", "Regularisation"),
    QT_TRANSLATE_NOOP("spotcheck", "Representation dimension"),
    QT_TRANSLATE_NOOP("spotcheck", "ResNet-101"),
    QT_TRANSLATE_NOOP("spotcheck", "ResNet-18"),
    QT_TRANSLATE_NOOP("spotcheck", "ResNet-18 (embedded)"),
    QT_TRANSLATE_NOOP("spotcheck", "ResNet-18, Wide ResNet-50-2, EfficientNet-B5"),
    QT_TRANSLATE_NOOP("spotcheck", "ResNet-18, Wide ResNet-50-2, EfficientNet-B5, VGG-19"),
    QT_TRANSLATE_NOOP("spotcheck", "ResNet-34"),
    QT_TRANSLATE_NOOP("spotcheck", "ResNet-50"),
    QT_TRANSLATE_NOOP("spotcheck", "Reweight the image score"),
    QT_TRANSLATE_NOOP("spotcheck", "SPADE"),
    QT_TRANSLATE_NOOP("spotcheck", "Search of the memory bank"),
    QT_TRANSLATE_NOOP("spotcheck", "Set by hand."),
    QT_TRANSLATE_NOOP("spotcheck", "Share of pairwise similarity"),
    QT_TRANSLATE_NOOP(
        "spotcheck",
        "Share of the normal patches kept in the memory bank. Larger banks are slower and rarely better."),
    QT_TRANSLATE_NOOP("spotcheck", "Share of the normal patches kept in the memory bank. The paper uses 0.25, 0.1 "
                                   "and 0.01; larger banks are slower and rarely better."),
    QT_TRANSLATE_NOOP("spotcheck",
                      "Share of the variance that the leading components hold: kept by \"pca\", dropped by \"npca\". "
                      "The paper uses 0.95 and 0.99. Without a reduction it means nothing."),
    QT_TRANSLATE_NOOP("spotcheck",
                      "Share that the moving averages keep at each step. Closer to 1 is steadier and slower."),
    QT_TRANSLATE_NOOP("spotcheck", "Side of the square of grid positions that one patch looks at."),
    QT_TRANSLATE_NOOP("spotcheck",
                      "Something went wrong inside the program. Please report it with the details below."),
    QT_TRANSLATE_NOOP("spotcheck", "Start"),
    QT_TRANSLATE_NOOP("spotcheck",
                      "Steps on eight times as many patches, nearer to the paper: learns many times slower."),
    QT_TRANSLATE_NOOP("spotcheck", "Sum over the network's layers of the Mahalanobis distance of the picture's mean "
                                   "feature to one Gaussian a layer."),
    QT_TRANSLATE_NOOP("spotcheck", "Taken at random from the step's pictures; all pairs of them are compared. Time "
                                   "and memory grow with the square."),
    QT_TRANSLATE_NOOP("spotcheck", "Target dimension"),
    QT_TRANSLATE_NOOP("spotcheck", "Test pictures that are also learned: %1. The figures would flatter, because the "
                                   "model knows these pictures."),
    QT_TRANSLATE_NOOP("spotcheck", "The camera %1 gives no pictures. Check that it is connected and that no other "
                                   "program uses it; it is opened again and again."),
    QT_TRANSLATE_NOOP("spotcheck", "The camera %1 is back; watching goes on."),
    QT_TRANSLATE_NOOP(
        "spotcheck",
        "The content is not a picture in a supported format (PNG, JPEG, BMP, TIFF, WebP). Remove or convert it."),
    QT_TRANSLATE_NOOP("spotcheck", "The deepest plain network, for parts with complex structure."),
    QT_TRANSLATE_NOOP("spotcheck", "The defaults, as the paper: all layers, no reduction."),
    QT_TRANSLATE_NOOP("spotcheck", "The defaults: 100 channels, what the paper takes of a ResNet-18."),
    QT_TRANSLATE_NOOP("spotcheck", "The defaults: a third of the paper's epochs."),
    QT_TRANSLATE_NOOP("spotcheck", "The defaults: maps from the paper's fifty nearest pictures."),
    QT_TRANSLATE_NOOP("spotcheck", "The defaults: the paper's steps, each on a sample of its patches."),
    QT_TRANSLATE_NOOP("spotcheck", "The defaults: what the paper calls 1 %."),
    QT_TRANSLATE_NOOP("spotcheck", "The first choice for most parts: finds small defects, needs no alignment, and "
                                   "learns in a minute. Shows the normal patch that a hot spot was compared with."),
    QT_TRANSLATE_NOOP(
        "spotcheck",
        "The folder %1 cannot be reached any more. Bring it back or connect its drive; watching goes on by itself."),
    QT_TRANSLATE_NOOP("spotcheck", "The folder %1 is back; watching goes on."),
    QT_TRANSLATE_NOOP("spotcheck", "The folder %1 lies on another drive than before: a drive was connected or has "
                                   "gone. Check that it is the right one."),
    QT_TRANSLATE_NOOP("spotcheck",
                      "The folder holds no picture. Choose one with PNG, JPEG, BMP, TIFF or WebP files."),
    QT_TRANSLATE_NOOP("spotcheck", "The folder is not laid out as a data set that can be used for this. Arrange it "
                                   "as train/good and test/..., or choose another folder."),
    QT_TRANSLATE_NOOP(
        "spotcheck",
        "The labels of the test pictures were used for the figures, never for a threshold: a verdict rests on good "
        "pictures held out of the training. Only best F1 takes the best threshold for these very labels."),
    QT_TRANSLATE_NOOP("spotcheck", "The largest one, for comparison with published ensembles."),
    QT_TRANSLATE_NOOP("spotcheck", "The log %1 cannot be written. Check the free space and whether its folder still "
                                   "exists; rows are kept and written as soon as it works again."),
    QT_TRANSLATE_NOOP("spotcheck", "The log %1 is written again, and complete."),
    QT_TRANSLATE_NOOP("spotcheck", "The map compares every position with all positions of this many nearest normal "
                                   "pictures. The paper uses K; time grows in proportion."),
    QT_TRANSLATE_NOOP(
        "spotcheck",
        "The memory bank is complete once every normal patch lies within this distance of it, even before it has the "
        "share that was asked for. A training tells the radius that it reached. 0: off."),
    QT_TRANSLATE_NOOP(
        "spotcheck",
        "The model cannot be written as a TorchScript module. Use it with Spotcheck, or train one that can."),
    QT_TRANSLATE_NOOP("spotcheck",
                      "The model file is damaged or not a Spotcheck model. Restore it from a copy, or train again."),
    QT_TRANSLATE_NOOP("spotcheck", "The model was trained with other weights than those on this computer. Import the "
                                   "weights it was trained with, or train again."),
    QT_TRANSLATE_NOOP("spotcheck",
                      "The model was written by a newer version of Spotcheck. Install that version to use it."),
    QT_TRANSLATE_NOOP(
        "spotcheck", "The network of Mahalanobis AD's paper, for pictures of 380 px; many layers with few channels."),
    QT_TRANSLATE_NOOP("spotcheck", "The network of most published results; slow without a fast processor."),
    QT_TRANSLATE_NOOP("spotcheck",
                      "The normal pictures have different proportions (%1 and %2), so that their content does not "
                      "lie alike; %3 compares place by place: turn alignment on or use PatchCore."),
    QT_TRANSLATE_NOOP("spotcheck",
                      "The paper's 10 % of all patches: training and inspection take several times as long."),
    QT_TRANSLATE_NOOP("spotcheck", "The paper's epochs: training takes three times as long."),
    QT_TRANSLATE_NOOP("spotcheck", "The parts in half of the normal pictures lie %1 % of the picture or more apart; "
                                   "%2 compares place by place: turn alignment on or use PatchCore."),
    QT_TRANSLATE_NOOP(
        "spotcheck",
        "The picture is incomplete: the file ends too early. Copy it again from its source, or remove it."),
    QT_TRANSLATE_NOOP("spotcheck", "The picture is larger than the program accepts. Crop it or reduce its size."),
    QT_TRANSLATE_NOOP("spotcheck", "The pictures have %1 different sizes. All are brought to one size, so parts of "
                                   "the same size should fill the same share of the picture."),
    QT_TRANSLATE_NOOP(
        "spotcheck",
        "The plain nearest-neighbour method, as a baseline: nothing is learnt or thinned out. It keeps all normal "
        "features, so the model is large and inspection slow; small defects hardly move its image score."),
    QT_TRANSLATE_NOOP("spotcheck", "The project file is damaged or not a Spotcheck project. Restore it from a copy."),
    QT_TRANSLATE_NOOP("spotcheck",
                      "The project was written by a newer version of Spotcheck. Install that version to open it."),
    QT_TRANSLATE_NOOP("spotcheck",
                      "The rest is the contextual similarity: how many neighbours two patches have in common."),
    QT_TRANSLATE_NOOP("spotcheck", "The score of 1 good picture not used for training; no rate is promised."),
    QT_TRANSLATE_NOOP("spotcheck", "The scores are back within their limits."),
    QT_TRANSLATE_NOOP("spotcheck", "The scores drift downwards: defects may be missed. Check that the camera sees "
                                   "the parts, and light and focus."),
    QT_TRANSLATE_NOOP("spotcheck", "The scores drift upwards: false alarms may follow. Check light, focus and "
                                   "position of the parts, or train with recent pictures."),
    QT_TRANSLATE_NOOP("spotcheck", "The test needs pictures of good and of defective parts. Add or label them."),
    QT_TRANSLATE_NOOP("spotcheck", "The threshold of %1 is an exception: it was chosen on the labels of the test "
                                   "pictures, so its recall is too favourable."),
    QT_TRANSLATE_NOOP("spotcheck",
                      "The weights file does not reach the wanted layer. Choose earlier layers or complete weights."),
    QT_TRANSLATE_NOOP("spotcheck",
                      "The weights file is damaged or belongs to another network. Get it again from its source."),
    QT_TRANSLATE_NOOP(
        "spotcheck",
        "The weights of this backbone are not on this computer. Import them, or choose another backbone."),
    QT_TRANSLATE_NOOP("spotcheck", "There are too few good pictures. At least 2 are needed, one to learn from and "
                                   "one to calibrate with; 20 or more are recommended. Add pictures of good parts."),
    QT_TRANSLATE_NOOP("spotcheck", "There is no such backbone. Choose one of the list."),
    QT_TRANSLATE_NOOP("spotcheck", "There is no such detector. Choose one of the list."),
    QT_TRANSLATE_NOOP("spotcheck",
                      "There is no such file or folder. Check the path, or whether the drive is connected."),
    QT_TRANSLATE_NOOP("spotcheck", "There is not enough memory. Choose a smaller input size, a smaller coreset "
                                   "ratio, fewer pictures or another detector, or close other programs."),
    QT_TRANSLATE_NOOP(
        "spotcheck",
        "This training needs about %1 of memory, and %2 are free: it is likely to fail. Choose a smaller coreset "
        "ratio, a smaller input size, fewer pictures or another detector (%3 needs least), or close other programs."),
    QT_TRANSLATE_NOOP("spotcheck", "This training needs about %1 of memory, and %2 are free: it is likely to fail. "
                                   "Choose a smaller input size or fewer pictures, or close other programs."),
    QT_TRANSLATE_NOOP(
        "spotcheck",
        "This training needs about %1 of memory, and %2 are free: it is likely to fail. Choose a smaller input size, "
        "fewer pictures or another detector (%3 needs least), or close other programs."),
    QT_TRANSLATE_NOOP("spotcheck", "Three epochs."),
    QT_TRANSLATE_NOOP("spotcheck", "Too many rows of the log wait to be written: the oldest are lost from now on. "
                                   "Make room for %1, or choose another file."),
    QT_TRANSLATE_NOOP("spotcheck", "Variance of the leading components"),
    QT_TRANSLATE_NOOP("spotcheck", "Western Electric rule 1: a score beyond three sigma."),
    QT_TRANSLATE_NOOP("spotcheck", "Western Electric rule 2: two of three scores beyond two sigma on one side."),
    QT_TRANSLATE_NOOP("spotcheck", "Western Electric rule 3: four of five scores beyond one sigma on one side."),
    QT_TRANSLATE_NOOP("spotcheck", "Western Electric rule 4: eight scores in a row on one side of the centre."),
    QT_TRANSLATE_NOOP("spotcheck", "When defects are to be outlined closely, or the memory bank must stay small "
                                   "whatever the number of pictures. Needs a training of some minutes."),
    QT_TRANSLATE_NOOP("spotcheck", "Wide ResNet-101-2"),
    QT_TRANSLATE_NOOP("spotcheck", "Wide ResNet-50-2"),
    QT_TRANSLATE_NOOP("spotcheck", "Width of pairwise similarity"),
    QT_TRANSLATE_NOOP("spotcheck", "a linear layer over the patch features"),
    QT_TRANSLATE_NOOP("spotcheck", "a linear representation of patches, by contrastive learning"),
    QT_TRANSLATE_NOOP("spotcheck", "all"),
    QT_TRANSLATE_NOOP("spotcheck", "as Spotcheck itself"),
    QT_TRANSLATE_NOOP("spotcheck", "b of equation 7."),
    QT_TRANSLATE_NOOP("spotcheck", "concatenated"),
    QT_TRANSLATE_NOOP("spotcheck", "exact"),
    QT_TRANSLATE_NOOP("spotcheck", "hnsw"),
    QT_TRANSLATE_NOOP("spotcheck", "image"),
    QT_TRANSLATE_NOOP("spotcheck", "image, then pixel"),
    QT_TRANSLATE_NOOP("spotcheck", "k of equation 2. A patch counts as its own first neighbour."),
    QT_TRANSLATE_NOOP("spotcheck", "map"),
    QT_TRANSLATE_NOOP("spotcheck", "needed: compares place by place"),
    QT_TRANSLATE_NOOP("spotcheck", "none"),
    QT_TRANSLATE_NOOP("spotcheck", "not needed"),
    QT_TRANSLATE_NOOP("spotcheck", "not needed, but helps"),
    QT_TRANSLATE_NOOP("spotcheck", "npca"),
    QT_TRANSLATE_NOOP("spotcheck", "patch"),
    QT_TRANSLATE_NOOP("spotcheck", "pca"),
    QT_TRANSLATE_NOOP("spotcheck", "pooled"),
    QT_TRANSLATE_NOOP("spotcheck", "principal"),
    QT_TRANSLATE_NOOP("spotcheck", "random"),
    QT_TRANSLATE_NOOP("spotcheck",
                      "torchvision IMAGENET1K_V1: BSD 3-Clause; trained on ImageNet-1k, whose own terms apply"),
    QT_TRANSLATE_NOOP("spotcheck", "without_last"),
    QT_TRANSLATE_NOOP("spotcheck", "without_last_two"),
    QT_TRANSLATE_NOOP("spotcheck", "|X| × H × W × D"),
    QT_TRANSLATE_NOOP("spotcheck", "|X| × γ (H × W) × D′"),
    QT_TRANSLATE_NOOP("spotcheck", "Σ over layers of (D + D²)"),
    QT_TRANSLATE_NOOP("spotcheck", "α: squared distance beyond the sphere that is left to the hard negatives."),
    QT_TRANSLATE_NOOP(
        "spotcheck",
        "γc: the memory bank holds one centroid for this many positions of the grid, by k-means. Above 1 it is "
        "faster and smaller, but rare places of the part lose their centroid and look defective."),
    QT_TRANSLATE_NOOP("spotcheck", "γd: the adapted features have one dimension for this many channels of the "
                                   "backbone. Larger is faster and takes less memory."),
};
