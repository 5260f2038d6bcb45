<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Duration</name>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Label</name>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No label</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>false alarm rate (across), recall (up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labelled good, n = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unlabelled, n = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labelled good or unlabelled, n = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores of the inspected pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score (ticks: %1 held-out normals)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>down: labelled defective, n = %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROC curve with the operating point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AUROC %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dot: operating point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ROC curves of all models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image AUROC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chance that a defective picture scores above a good one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image AP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area under precision over recall, step by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over all thresholds, chosen on the labels of the test pictures; with its 95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel AUROC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over all pixels of all test pictures; needs masks and a heat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AUPRO 30 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean overlap with each defect, up to 30 % false positive pixels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall at operating point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the defective pictures found, with its 95 % interval and n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False alarms there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the good test pictures called defective, with its 95 % interval and n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training (s)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall time with calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ms a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall time of the run over the test pictures, reading and metrics included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory bank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the detector stores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of the model as a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak memory, training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the whole program while it trained; – where the system cannot tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak memory, run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the whole program during the run over the test pictures, pixel metrics included</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 test pictures could not be read and are in no figure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 test pictures were trained or calibrated on: the figures are too favourable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bold: the best of the column.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operating points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures on which the verdicts differ (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And %1 more; the JSON file names all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comparison of detectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 good and %3 defective test pictures. Spotcheck %4, %5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number is the image AUROC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operating point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agreement with the labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Anomaly map with numbered regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File and SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judged good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>judged defective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not inspected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspected by: name, date, signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Released by: name, date, signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · model %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has changed since it was inspected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture cannot be shown: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 px, the centre of the picture resized to %3 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 × %2 px, the full picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 × %2 tiles of %3 × %4 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>inside a region of interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aligned by grey values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aligned by key points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visual inspection report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not saved to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Company</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Operator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Software</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judged defective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not inspected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>defective when the score is above %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part of a region when the map is above %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none: the detector judges the picture as a whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How it was chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256 of its weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 normal pictures, and %2 more held out for calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 by Spotcheck %2, seed %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image average precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best image F1 at any threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel average precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AUPRO to 30 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The threshold was chosen with the labels of these pictures: the rates below are better than new parts will show.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 held-out normals cannot support a false alarm rate of %2; more normals are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that the model was trained or calibrated on are among those inspected: %1. Their scores are too low to judge the model by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures that could not be inspected: %1. They are listed with the reason and are in no rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labelled defective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>labelled good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defects found (recall)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed defects</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>box x, y, w, h (px)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>area (px)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peak</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Further regions, weaker than these: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score %1 (threshold %2), p = %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, labelled good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, labelled defective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, labelled defective (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, no region above the pixel threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlay: clear at a map value of %1, strongest at %2; the same scale for every picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlabelled</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Reading the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extracting features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choosing the coreset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibrating on held-out normals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing the metrics</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing the sample pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Workbench for visual anomaly inspection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw the sample data set and open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A project (.spotproj), a model (.spotcheck) or a data set folder to open.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck</name>
    <message>
        <source>&quot;concatenated&quot;: neighbourhood means of all layers laid end to end. &quot;pooled&quot; as the authors&apos; code: neighbourhoods pooled to the target dimension, which fits the wide backbones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;pca&quot; keeps the leading principal components of each layer, &quot;npca&quot; drops them and keeps all others, which the paper finds to matter most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;principal&quot; begins with the directions along which the features vary most, &quot;random&quot; with a random projection.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 normal pictures could not be aligned to the reference and were used as they are; choose another reference, or train without alignment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(H × W) / γc × D / γd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>550 channels, what the paper takes of a Wide ResNet-50: up to thirty times the memory and time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A little slower than ResNet-18, with deeper features.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A patch&apos;s score is its mean squared distance to this many nearest normal patches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A quarter of the memory bank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A setting is out of its range. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A third of the epochs with half the patches: learns several times faster.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accurate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapts PatchCore&apos;s features to the parts by a short training. Aims at the verdict on the picture; where the exact place matters most, CFA is the better one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the variance of each channel, so that few pictures give a usable covariance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As PatchCore, on a learnt representation: largest distance of a patch to its nearest neighbour, reweighted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CFA</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels a dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channels kept of all layers together, drawn at random once. The paper uses 100 of a ResNet-18&apos;s 448 and 550 of a Wide ResNet-50&apos;s 1792. Memory and time grow with the square.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comes with the program and needs no download; trained on generated pictures alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coreset ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dissimilar patches are pushed apart up to this multiple of the mean distance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EfficientNet-B4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EfficientNet-B4, ResNets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>EfficientNet-B5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equation 7 of the paper: lowers the score of a picture whose nearest normal patch is a common one. The published numbers were made without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fast, with features of real photographs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For a quick verdict on the whole picture, with the smallest model and the fewest settings. It draws no heat map, and small defects drown in the mean.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For parts that always lie alike, and for even textures. Its memory does not grow with the number of pictures, and it tells what varies at a place from what must not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the peak of the smoothed map, as the public code does it, or from the largest patch alone, as the paper words it. A single patch of a fine grid is easily moved by noise.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>H × W × (D + D²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Half the channels: a quarter of the memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard negatives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the training goes through all pictures. The last epoch&apos;s state is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How often the training goes through all pictures. The paper takes 120.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In units of the step&apos;s mean squared distance. Smaller values call only the nearest patches similar.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inertia of the targets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be opened for reading. Check its permissions and whether the drive is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be written. Check the free space, the permissions and whether the folder still exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be downloaded. Check the network and try again, or get the file on another computer and import it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>J: features are kept away from this many centroids after the nearest ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>K: a picture&apos;s score is the mean squared distance of its average feature to this many nearest normal pictures, or to all where there are fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>K: features are drawn to this many nearest centroids, and scored by them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest Mahalanobis distance of a patch to the Gaussian of its own position.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest distance of a patch to its nearest neighbour in a memory bank of normal patches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Largest distance of an adapted patch feature to its nearest centroid, weighted by how clearly that one is the nearest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer of the image score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer whose average feature finds the nearest pictures. &quot;layer3&quot; is for weights that stop there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers of the backbone that are combined. Early layers keep position and fine texture, late ones meaning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers of the backbone that are judged, each by its own Gaussian. &quot;all&quot; is the paper&apos;s choice; the others are for weights files that stop before the last layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves out the last layer, which the network then need not compute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of a pooled patch feature. Smaller is faster and takes less memory. Concatenated features are as long as their layers together.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Length of the learnt patch feature, which the memory bank keeps.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Levels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mahalanobis AD</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maps from the five nearest pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Margin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean distance of the picture&apos;s average feature to its K nearest normal pictures; the map compares every position with all positions of those pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More channels for surfaces with much variation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest centroids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearest pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbourhood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours for contextual similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neighbours for reweighting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of AdamW, the same in all epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the first step; falls to zero along a cosine. The paper takes 0.00001.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PaDiM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PaDiM&apos;s best network in its paper, also used by CFA; for pictures of 456 px.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patch features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patch features are projected to this many random directions before the coreset is chosen; 0 uses them as they are. The memory bank keeps the whole features either way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PatchCore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patches a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture&apos;s score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures a step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures in the gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures whose patches are compared with each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Positions a centroid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projection for the coreset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReConPatch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reduction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Representation dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ResNet-101</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ResNet-18</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ResNet-18 (embedded)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ResNet-18, Wide ResNet-50-2, EfficientNet-B5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ResNet-18, Wide ResNet-50-2, EfficientNet-B5, VGG-19</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ResNet-34</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ResNet-50</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reweight the image score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SPADE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of pairwise similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the normal patches kept in the memory bank. Larger banks are slower and rarely better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the normal patches kept in the memory bank. The paper uses 0.25, 0.1 and 0.01; larger banks are slower and rarely better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the variance that the leading components hold: kept by &quot;pca&quot;, dropped by &quot;npca&quot;. The paper uses 0.95 and 0.99. Without a reduction it means nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share that the moving averages keep at each step. Closer to 1 is steadier and slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side of the square of grid positions that one patch looks at.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Please report it with the details below.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Steps on eight times as many patches, nearer to the paper: learns many times slower.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sum over the network&apos;s layers of the Mahalanobis distance of the picture&apos;s mean feature to one Gaussian a layer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken at random from the step&apos;s pictures; all pairs of them are compared. Time and memory grow with the square.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target dimension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The content is not a picture in a supported format (PNG, JPEG, BMP, TIFF, WebP). Remove or convert it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deepest plain network, for parts with complex structure.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The defaults, as the paper: all layers, no reduction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The defaults: 100 channels, what the paper takes of a ResNet-18.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The defaults: a third of the paper&apos;s epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The defaults: maps from the paper&apos;s fifty nearest pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The defaults: the paper&apos;s steps, each on a sample of its patches.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The defaults: what the paper calls 1 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first choice for most parts: finds small defects, needs no alignment, and learns in a minute. Shows the normal patch that a hot spot was compared with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder holds no picture. Choose one with PNG, JPEG, BMP, TIFF or WebP files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder is not laid out as a data set that can be used for this. Expected train/good and test/...</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The labels of the test pictures were used for the figures, never for a threshold: a verdict rests on good pictures held out of the training. Only best F1 takes the best threshold for these very labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest one, for comparison with published ensembles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The map compares every position with all positions of this many nearest normal pictures. The paper uses K; time grows in proportion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model file is damaged or not a Spotcheck model. Restore it from a copy, or train again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model was trained with other weights than those on this computer. Import the weights it was trained with, or train again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model was written by a newer version of Spotcheck. Install that version to use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network of Mahalanobis AD&apos;s paper, for pictures of 380 px; many layers with few channels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network of most published results; slow without a fast processor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The normal pictures have different proportions (%1 and %2), so that their content does not lie alike; %3 compares place by place: turn alignment on or use PatchCore.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper&apos;s 10 % of all patches: training and inspection take several times as long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper&apos;s epochs: training takes three times as long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The parts in half of the normal pictures lie %1 % of the picture or more apart; %2 compares place by place: turn alignment on or use PatchCore.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is incomplete: the file ends too early. Copy it again from its source, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is larger than the program accepts. Crop it or reduce its size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The plain nearest-neighbour method, as a baseline: nothing is learnt or thinned out. It keeps all normal features, so the model is large and inspection slow; small defects hardly move its image score.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project file is damaged or not a Spotcheck project. Restore it from a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project was written by a newer version of Spotcheck. Install that version to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rest is the contextual similarity: how many neighbours two patches have in common.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The test needs pictures of good and of defective parts. Add or label them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The threshold of %1 is an exception: it was chosen on the labels of the test pictures, so its recall is too favourable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights file does not reach the wanted layer. Choose earlier layers or complete weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights file is damaged or belongs to another network. Get it again from its source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of this backbone are not on this computer. Import them, or choose another backbone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too few good pictures. At least 2 are needed, one to learn from and one to calibrate with; 20 or more are recommended. Add pictures of good parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such backbone. Choose one of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such detector. Choose one of the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such file or folder. Check the path, or whether the drive is connected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory. Use fewer or smaller pictures, or a smaller coreset ratio.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Variance of the leading components</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When defects are to be outlined closely, or the memory bank must stay small whatever the number of pictures. Needs a training of some minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wide ResNet-101-2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wide ResNet-50-2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of pairwise similarity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a linear layer over the patch features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a linear representation of patches, by contrastive learning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as Spotcheck itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>b of equation 7.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>concatenated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image, then pixel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>k of equation 2. A patch counts as its own first neighbour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needed: compares place by place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not needed, but helps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>npca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>patch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pooled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>principal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>torchvision IMAGENET1K_V1: BSD 3-Clause; trained on ImageNet-1k, whose own terms apply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without_last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>without_last_two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>|X| × H × W × D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>|X| × γ (H × W) × D′</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Σ over layers of (D + D²)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>α: squared distance beyond the sphere that is left to the hard negatives.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>γc: the memory bank holds one centroid for this many positions of the grid, by k-means. Above 1 it is faster and smaller, but rare places of the part lose their centroid and look defective.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>γd: the adapted features have one dimension for this many channels of the backbone. Larger is faster and takes less memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen on the labels of the test pictures: the figures on the same pictures are too favourable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From %1 good pictures no rate below %2 can be promised; the largest of their scores is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From 1 good picture no rate below %1 can be promised; its score is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No good picture was held out from training, so no false alarm rate can be promised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On average at most %1 false alarms, from %2 good pictures not used for training (they can support %3 or more).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On average at most %1 false alarms, from 1 good picture not used for training (it can support %2 or more).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set by hand.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::AboutDialog</name>
    <message>
        <source>About Spotcheck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spotcheck %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A workbench for visual anomaly inspection: it learns what good parts look like, and finds what differs. Pictures never leave this computer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::Autosave</name>
    <message>
        <source>Keep a copy of the work</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::BackboneDetails</name>
    <message>
        <source>No download. As much work a picture as ResNet-18.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A download of about %1 MB. %2 billion multiplications for a picture of %3 px.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dele&amp;te…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For fetching the file on another computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained by this project on pictures that it draws itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>being computed…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Download again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Download…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::BackboneList</name>
    <message>
        <source>Not on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comes with the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installed, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backbones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::BackbonesDialog</name>
    <message>
        <source>%1: %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backbones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backbone turns pictures into features; every detector builds on one. The embedded one needs no download, but it is weaker: measured on real photographs, ImageNet&apos;s ResNet-18 found clearly more (see the README). Where its terms are no obstacle, download it once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled. A download goes on from where it stopped when it is started again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Import from a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or drop a weights file here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Download the weights of %1, about %2 MB?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.

ImageNet&apos;s pictures are licensed for non-commercial research and education. Whether that binds weights trained on them is not settled: clear it for your company before you use them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.pth *.pt);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete the weights of %1 from this computer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models trained with them cannot inspect until the same weights are back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of %1 were deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of %1 are installed (%2). Choose it on the Train page.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ColourLegend</name>
    <message>
        <source>Colour scale of the heat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same for every picture of this model. Drag the mark, or use the up and down arrow keys, to move the pixel threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel threshold %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ComparePage</name>
    <message>
        <source>Train all detectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train detectors on the same good pictures. Their figures on the test pictures, their ROC curves and the pictures on which they disagree appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train one detector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One model so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train another detector, or the same one with other settings, to compare it with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train another detector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train &amp;all detectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train every detector with the settings of the Train page, and run it over the test pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the models over the test pictures that they miss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;test pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without them there are no figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Use this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspect with the selected model (Enter)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the selected model out of the comparison (Del)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write table, curves and disagreements to a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;HTML page…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;CSV table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;JSON…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop this one and leave out the rest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figures of the models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures on which the verdicts differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Double click on a verdict opens the picture in Inspect with that model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdicts differ on %1 pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no test pictures: add some on the Images page to see how well the models work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 good and %2 defective test pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the running job to end, or cancel it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add normal pictures first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Inspect with 1 model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Inspect with %1 models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ComparisonPlot</name>
    <message>
        <source>ROC curves of all models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the defective pictures that are found, against the share of the good ones that raise a false alarm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False alarm rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs good and
defective labels</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ComparisonQueue</name>
    <message>
        <source>Train %1 (%2 of %3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspect with %1 (%2 of %3)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ComparisonTable</name>
    <message>
        <source>%1 (failed)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (in use)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, best of the column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best of the column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ConfusionView</name>
    <message>
        <source>Confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defective pictures that are called defective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defective pictures that are called good. Click to list them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good pictures that are called defective. Click to list them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good pictures that are called good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>called
defective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>called
good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>defective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::DetectorCard</name>
    <message>
        <source>No heat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aligned parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extra training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compares</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the model will hold of the normal pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::DisagreementModel</name>
    <message>
        <source>%1, against the label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Label</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::Document</name>
    <message>
        <source>add pictures (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove pictures (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move pictures to Normal (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move pictures to Test (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label pictures (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove the model %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the thresholds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change the region of interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>find moved pictures (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ExportReportDialog</name>
    <message>
        <source>Export report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PDF, to print and sign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HTML, one file for the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV, one line a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON, with every region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Annotated pictures (PNG)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures shown in the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those judged defective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Those selected in the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict, score and SHA-256 are listed for every picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the first page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Visual inspection report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;ompany</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Lot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ope&amp;rator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the model with the report, so that its SHA-256 can be checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ope&amp;n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spotcheck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 report</source>
        <extracomment>Name of a new folder; %1 is the project</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to report yet: inspect the test pictures first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report can be written when the running job is done: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::FiguresPanel</name>
    <message>
        <source>Label test pictures as good or defective to see rates and their intervals.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ImagesPage</name>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add pictures of good parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add pictures to test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.bmp *.tif *.tiff *.webp);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder of good parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder of pictures to test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No picture was found there. Spotcheck reads PNG, JPEG, BMP, TIFF and WebP.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One picture was in this lane already and was not added again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pictures were in this lane already and were not added again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One picture found. Which lane is it for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pictures found. Which lane are they for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal (for training)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is still running. Wait for it or cancel it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose which part of every picture is looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region of interest…</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Region of interest: %n polygon(s)…</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::InspectPage</name>
    <message>
        <source>No detector yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A detector learns from good pictures what a part should look like. Train one, then inspect your test pictures here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train a detector first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No test pictures yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add pictures to the test lane: labelled ones, good and defective, show how well the detector works; others are simply inspected.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add test pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to inspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspect 1 test picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspect %1 test pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for the running job to end, or cancel it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspect all test pictures again (Ctrl+I)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A job is running: see its progress at the bottom of the window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The detector scores every picture of the test lane. Heat maps, verdicts and figures appear here; nothing is changed in your files.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 inspected, %2 ms a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · %1 added since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspecting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 test picture was also used to train this detector; its score is too favourable. Take it out of the test lane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 test pictures were also used to train this detector; their scores are too favourable. Take them out of the test lane.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 picture could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pictures could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List the unreadable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::JobStatus</name>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the running job (Ctrl+.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::LanePanel</name>
    <message>
        <source>Normal pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These parts are good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These parts are defective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the label away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the selected pictures to the test lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the selected pictures to the normal lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the selected pictures out; the files stay where they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add picture files to this lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add every picture below a folder to this lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defect type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the kind of defect of the selected pictures, then press Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start with pictures of good parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop files or folders here. Spotcheck learns from them what a good part looks like; 20 to 200 are a good start. No defects are needed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Then pictures to inspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop files or folders here. Label a few as good or defective to see how well the verdicts fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draws a small data set with defects, so that everything can be tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no pictures yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, for training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>: %1 good, %2 defective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, %1 without label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::LaneView</name>
    <message>
        <source>1 picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::MainWindow</name>
    <message>
        <source>Spotcheck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spotcheck models (*%1);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spotcheck models (*%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is still running. Wait for it or cancel it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add pictures of good parts, to learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;test pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add pictures to inspect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a trained model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the trained model as a file that holds all an inspection needs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the results as PDF, HTML, tables or pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sam&amp;ple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw a small data set with defects, and open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Backbones…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See which networks have weights here, and download or import others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About Spotcheck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Follow the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tools</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add pictures to a lane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spotcheck[*]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1[*] – Spotcheck</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;New project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start anew, without pictures and models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project that was saved before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the lists of pictures, labels, thresholds and trained models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the project under another name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose language and colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what can be done by keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add &amp;data set…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a folder with train, test and ground_truth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add n&amp;ormal pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sa&amp;ve model…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Found again: %n picture(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Still missing: %n.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) of the project are not where they were. If they were moved, say where to; labels and masks stay as they are.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Not all models could be opened; they stay in the project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the pictures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a project without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Spotcheck ended without being closed. There is unsaved work of %1: %2 with %n picture(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Recover it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::MessageBar</name>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the technical reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::NormalsDialog</name>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check my normals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every normal picture is scored by %1 as trained without it. A defective part that slipped in among the normals comes to the top of the list. Each part takes about as long as a training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share that scores as high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal pictures, those that stand out most first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the first ones: is the part good, and the picture as the others? The list ranks, it does not judge; some picture is always the first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) removed from the normals. Undo in the window takes it back.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Remove from the normals</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Remove %n picture(s) from the normals</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::OperatingPointPanel</name>
    <message>
        <source>Threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pixel threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A picture is called defective when its score is above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False alarms at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets the threshold from good pictures alone, held out from the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the threshold by the false alarm rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sets the threshold with the highest F1 on the labelled test pictures; figures on these pictures are too favourable afterwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A pixel belongs to a defect region when its map value is above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least defect area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smaller defect regions are left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False &amp;alarms at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Pixel threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Least area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From normals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few normals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test labels were used</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ParameterField</name>
    <message>
        <source>Back to the default, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset %1 to its default</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ParameterForm</name>
    <message>
        <source>Advanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters that seldom need a change</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::PictureSettings</name>
    <message>
        <source>as the width</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Centre crop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift and rotation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Perspective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Input size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures are brought to this many pixels a side. Larger finds smaller defects and takes longer: twice the size is four times the work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input &amp;height</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For pictures that are much wider or taller than a square.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Framing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole picture keeps what is at the border; a centre crop is what published figures use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tile &amp;columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large pictures can be cut into tiles, each seen at the input size. Time and memory grow with the number of tiles.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tile &amp;rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tile &amp;overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of a tile that its neighbour sees as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Alignment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings every part into the place of the first normal picture. For parts that lie differently from picture to picture.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::PictureViewer</name>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the picture…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes at the next start of Spotcheck.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::PresetChooser</name>
    <message>
        <source>Your own values.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ProblemsPanel</name>
    <message>
        <source>Show which files, and why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files that were not added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 file was not added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 files were not added</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ProjectController</name>
    <message>
        <source>Open a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spotcheck projects (*%1);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model %1 could not be opened: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is open in another window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Program %1 on %2 has it open. Opened as a copy, it has to be saved under another name, so that neither overwrites the other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spotcheck projects (*%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is open in another window. Save under another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is unsaved work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels, thresholds, the lists of pictures and trained models that are not saved will be lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where are the pictures now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for the pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::RatesView</name>
    <message>
        <source>95 % interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the defective pictures found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the good pictures called defective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the pictures called defective that are defective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Harmonic mean of recall and precision; counted over the pictures that are defective or called so</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::RegionDialog</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region of interest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture to draw over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Click corner by corner, and close the polygon with a double click or Enter. Drag a corner to move it. What lies in the shade is not looked at; models trained from now on follow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last step back (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the chosen polygon (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove all polygons: everything is looked at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look &amp;here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ignore this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the polygon first, or drop it with Escape.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These polygons leave nothing to look at.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::RegionEditor</name>
    <message>
        <source>Region of interest on the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is being read…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ResultPanel</name>
    <message>
        <source>Search by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search name or defect type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called defective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order of the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspected pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::RocPlot</name>
    <message>
        <source>ROC curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the defective pictures that are found, against the share of the good ones that raise a false alarm. Drag along the curve to move the threshold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>False alarm rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 good and %2 defective pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs good and
defective labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AUROC %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (n = %1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::SampleDelegate</name>
    <message>
        <source>Unreadable</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ScoreHistogram</name>
    <message>
        <source>Histogram of the scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag the line, or use the left and right arrow keys (with Shift ten times as far), to move the threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Defective (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlabelled (%1)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ShortcutsDialog</name>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the Inspect page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next, previous picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bare picture while held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat map on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regions on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ground truth on or off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why: the nearest normal patch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit into the view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One to one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearer, farther</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threshold, when the histogram has the focus</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::StageList</name>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::TrainPage</name>
    <message>
        <source>Add normal pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not possible with this backbone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 normal pictures. The model will hold about %2; training will need about %3 of memory.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> It will take about %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No detector is built into this program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training needs at least %1 normal pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no weights for this backbone on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is still running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check my normals…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find pictures among the normals that do not belong there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the region of interest is looked at.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::TrainingProgress</name>
    <message>
        <source>Coverage radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages of the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the training. The same settings and pictures go on from the last epoch later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the training; nothing is kept of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>estimating the time left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 left in this stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: done in %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::TrainingResult</name>
    <message>
        <source>Inspect the test pictures →</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the settings; this model stays until another is trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal pictures learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held out for calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patches seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory bank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coverage radius</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss of the last epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, of which %2 fitting and %3 calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Peak memory of the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add pictures to the test lane first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::TrainingSettings</name>
    <message>
        <source> %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Backbone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Held out for &amp;calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This share of the normal pictures is not learned but used to set the threshold. The more, the fewer false alarms can be promised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed gives the same model, bit for bit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Features and calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weaker than ImageNet weights, as measured on real photographs: see the README.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bac&amp;kbones…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See which networks have weights here, and download or import others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (no weights)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its weights are not on this computer. Get them with Backbones…, or on the command line: spotcheck-cli weights fetch %1, or weights import FILE --as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Weights: %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ValueCurve</name>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ViewerPanel</name>
    <message>
        <source>Pixel under the pointer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fit the picture into the view (F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1:1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One pixel of the picture for one of the screen (1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay the heat map over the picture (H)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline the defect regions: above the pixel threshold, of at least the least area (R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Truth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline the ground truth, dashed (T)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity of the heat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opacity of the heat map. Hold Space or B to see the bare picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the heat map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the heat map; all of them can be read by colour-blind people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cividis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inferno</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Way of comparing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlay; side by side with the bare picture; or swipe: drag the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Score %1 · p = %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p: share of good pictures that would score as high, judged by those held out from the training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>x %1  y %2   value %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>   score %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::WhyPanel</name>
    <message>
        <source>Why this spot</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The spot in this picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The nearest normal patch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This detector keeps no normal patches, so there is none to compare with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;This spot&lt;/b&gt;&lt;br&gt;Patch score %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Nearest normal patch&lt;/b&gt;&lt;br&gt;Its picture is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Nearest normal patch&lt;/b&gt;&lt;br&gt;%1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
