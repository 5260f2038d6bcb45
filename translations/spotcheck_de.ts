<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>CrashNotice</name>
    <message>
        <source>Sorry: Spotcheck crashed on %1. It wrote a report, which was sent to nobody.</source>
        <translation>Das tut uns leid: Spotcheck ist am %1 abgestürzt. Es hat einen Bericht geschrieben, der an niemanden gesendet wurde.</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
</context>
<context>
    <name>Label</name>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Defective</source>
        <translation>Fehlerhaft</translation>
    </message>
    <message>
        <source>No label</source>
        <translation>Ohne Label</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>false alarm rate (across), recall (up)</source>
        <translation>Fehlalarmrate (waagrecht), Trefferquote (senkrecht)</translation>
    </message>
    <message>
        <source>labelled good, n = %1</source>
        <translation>als gut gelabelt, n = %1</translation>
    </message>
    <message>
        <source>unlabelled, n = %1</source>
        <translation>ohne Label, n = %1</translation>
    </message>
    <message>
        <source>labelled good or unlabelled, n = %1</source>
        <translation>als gut oder nicht gelabelt, n = %1</translation>
    </message>
    <message>
        <source>Scores of the inspected pictures</source>
        <translation>Werte der geprüften Bilder</translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation>Schwelle %1</translation>
    </message>
    <message>
        <source>score (ticks: %1 held-out normals)</source>
        <translation>Wert (Striche: %1 zurückgehaltene Gutbilder)</translation>
    </message>
    <message>
        <source>up: %1</source>
        <translation>nach oben: %1</translation>
    </message>
    <message>
        <source>down: labelled defective, n = %1</source>
        <translation>nach unten: als fehlerhaft gelabelt, n = %1</translation>
    </message>
    <message>
        <source>ROC curve with the operating point</source>
        <translation>ROC-Kurve mit dem Arbeitspunkt</translation>
    </message>
    <message>
        <source>AUROC %1</source>
        <translation>AUROC %1</translation>
    </message>
    <message>
        <source>dot: operating point</source>
        <translation>Punkt: Arbeitspunkt</translation>
    </message>
    <message>
        <source>ROC curves of all models</source>
        <translation>ROC-Kurven aller Modelle</translation>
    </message>
    <message>
        <source>no map</source>
        <translation>keine Karte</translation>
    </message>
    <message>
        <source>Image AUROC</source>
        <translation>Bild-AUROC</translation>
    </message>
    <message>
        <source>Image AP</source>
        <translation>Bild-AP</translation>
    </message>
    <message>
        <source>Area under precision over recall, step by step</source>
        <translation>Fläche unter Genauigkeit über Trefferquote, Stufe für Stufe</translation>
    </message>
    <message>
        <source>Best F1</source>
        <translation>Bestes F1</translation>
    </message>
    <message>
        <source>Over all thresholds, chosen on the labels of the test pictures; with its 95 % interval</source>
        <translation>Über alle Schwellen, nach den Labels der Testbilder gewählt; mit 95-%-Intervall</translation>
    </message>
    <message>
        <source>Pixel AUROC</source>
        <translation>Pixel-AUROC</translation>
    </message>
    <message>
        <source>Over all pixels of all test pictures; needs masks and a heat map</source>
        <translation>Über alle Pixel aller Testbilder; braucht Masken und eine Heatmap</translation>
    </message>
    <message>
        <source>AUPRO 30 %</source>
        <translation>AUPRO 30 %</translation>
    </message>
    <message>
        <source>Recall at operating point</source>
        <translation>Trefferquote am Arbeitspunkt</translation>
    </message>
    <message>
        <source>Share of the defective pictures found, with its 95 % interval and n</source>
        <translation>Anteil der gefundenen fehlerhaften Bilder, mit 95-%-Intervall und n</translation>
    </message>
    <message>
        <source>False alarms there</source>
        <translation>Fehlalarme dort</translation>
    </message>
    <message>
        <source>Share of the good test pictures called defective, with its 95 % interval and n</source>
        <translation>Anteil der guten Testbilder, die fehlerhaft genannt werden, mit 95-%-Intervall und n</translation>
    </message>
    <message>
        <source>Training (s)</source>
        <translation>Training (s)</translation>
    </message>
    <message>
        <source>Wall time with calibration</source>
        <translation>Laufzeit mit Kalibrierung</translation>
    </message>
    <message>
        <source>ms a picture</source>
        <translation>ms je Bild</translation>
    </message>
    <message>
        <source>Wall time of the run over the test pictures, reading and metrics included</source>
        <translation>Laufzeit über die Testbilder, mit Lesen und Kennzahlen</translation>
    </message>
    <message>
        <source>Memory bank</source>
        <translation>Speicherbank</translation>
    </message>
    <message>
        <source>What the detector stores</source>
        <translation>Was der Detektor speichert</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>Modelldatei</translation>
    </message>
    <message>
        <source>Size of the model as a file</source>
        <translation>Größe des Modells als Datei</translation>
    </message>
    <message>
        <source>Peak memory, training</source>
        <translation>Spitzenspeicher, Training</translation>
    </message>
    <message>
        <source>Of the whole program while it trained; – where the system cannot tell</source>
        <translation>Des ganzen Programms beim Training; – wo das System es nicht sagt</translation>
    </message>
    <message>
        <source>Peak memory, run</source>
        <translation>Spitzenspeicher, Lauf</translation>
    </message>
    <message>
        <source>Of the whole program during the run over the test pictures, pixel metrics included</source>
        <translation>Des ganzen Programms beim Lauf über die Testbilder, mit Pixel-Kennzahlen</translation>
    </message>
    <message>
        <source>%1 test pictures could not be read and are in no figure.</source>
        <translation>%1 Testbilder waren nicht lesbar und stehen in keiner Zahl.</translation>
    </message>
    <message>
        <source>%1 test pictures were trained or calibrated on: the figures are too favourable.</source>
        <translation>Auf %1 Testbilder wurde trainiert oder kalibriert: Die Zahlen sind zu günstig.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>Backbone</translation>
    </message>
    <message>
        <source>Bold: the best of the column.</source>
        <translation>Fett: das Beste der Spalte.</translation>
    </message>
    <message>
        <source>Operating points</source>
        <translation>Arbeitspunkte</translation>
    </message>
    <message>
        <source>Pictures on which the verdicts differ (%1)</source>
        <translation>Bilder mit verschiedenen Urteilen (%1)</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>And %1 more; the JSON file names all.</source>
        <translation>Und %1 weitere; die JSON-Datei nennt alle.</translation>
    </message>
    <message>
        <source>Comparison of detectors</source>
        <translation>Vergleich der Detektoren</translation>
    </message>
    <message>
        <source>%1: %2 good and %3 defective test pictures. Spotcheck %4, %5.</source>
        <translation>%1: %2 gute und %3 fehlerhafte Testbilder. Spotcheck %4, %5.</translation>
    </message>
    <message>
        <source>The number is the image AUROC.</source>
        <translation>Die Zahl ist die Bild-AUROC.</translation>
    </message>
    <message>
        <source>Operating point</source>
        <translation>Arbeitspunkt</translation>
    </message>
    <message>
        <source>Agreement with the labels</source>
        <translation>Übereinstimmung mit den Labels</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Anomaly map with numbered regions</source>
        <translation>Anomaliekarte mit nummerierten Regionen</translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation>Alle Bilder</translation>
    </message>
    <message>
        <source>File and SHA-256</source>
        <translation>Datei und SHA-256</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>judged good</source>
        <translation>gut beurteilt</translation>
    </message>
    <message>
        <source>judged defective</source>
        <translation>fehlerhaft beurteilt</translation>
    </message>
    <message>
        <source>not inspected</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>Inspected by: name, date, signature</source>
        <translation>Geprüft von: Name, Datum, Unterschrift</translation>
    </message>
    <message>
        <source>Released by: name, date, signature</source>
        <translation>Freigegeben von: Name, Datum, Unterschrift</translation>
    </message>
    <message>
        <source> · model %1…</source>
        <translation> · Modell %1…</translation>
    </message>
    <message>
        <source>The file has changed since it was inspected.</source>
        <translation>Die Datei hat sich seit der Prüfung geändert.</translation>
    </message>
    <message>
        <source>The picture cannot be shown: %1</source>
        <translation>Das Bild kann nicht gezeigt werden: %1</translation>
    </message>
    <message>
        <source>%1 × %2 px, the centre of the picture resized to %3 px</source>
        <translation>%1 × %2 px, die Bildmitte auf %3 px gebracht</translation>
    </message>
    <message>
        <source>%1 × %2 px, the full picture</source>
        <translation>%1 × %2 px, das ganze Bild</translation>
    </message>
    <message>
        <source>in %1 × %2 tiles of %3 × %4 px</source>
        <translation>in %1 × %2 Kacheln von %3 × %4 px</translation>
    </message>
    <message>
        <source>inside a region of interest</source>
        <translation>innerhalb eines Prüfbereichs</translation>
    </message>
    <message>
        <source>aligned by grey values</source>
        <translation>nach Grauwerten ausgerichtet</translation>
    </message>
    <message>
        <source>aligned by key points</source>
        <translation>nach Merkmalspunkten ausgerichtet</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Visual inspection report</source>
        <translation>Bericht der Sichtprüfung</translation>
    </message>
    <message>
        <source>not saved to a file</source>
        <translation>nicht als Datei gespeichert</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>Los</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>Prüfer</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>Software</translation>
    </message>
    <message>
        <source>Pictures in all</source>
        <translation>Bilder insgesamt</translation>
    </message>
    <message>
        <source>Judged good</source>
        <translation>Gut beurteilt</translation>
    </message>
    <message>
        <source>Judged defective</source>
        <translation>Fehlerhaft beurteilt</translation>
    </message>
    <message>
        <source>Not inspected</source>
        <translation>Nicht geprüft</translation>
    </message>
    <message>
        <source>Image threshold</source>
        <translation>Bildschwelle</translation>
    </message>
    <message>
        <source>defective when the score is above %1</source>
        <translation>fehlerhaft, wenn der Wert über %1 liegt</translation>
    </message>
    <message>
        <source>Pixel threshold</source>
        <translation>Pixelschwelle</translation>
    </message>
    <message>
        <source>part of a region when the map is above %1</source>
        <translation>Teil einer Region, wenn die Karte über %1 liegt</translation>
    </message>
    <message>
        <source>Least region</source>
        <translation>Kleinste Region</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>none: the detector judges the picture as a whole</source>
        <translation>keine: Der Detektor beurteilt das Bild als Ganzes</translation>
    </message>
    <message>
        <source>How it was chosen</source>
        <translation>Wie er gewählt wurde</translation>
    </message>
    <message>
        <source>SHA-256 of the model</source>
        <translation>SHA-256 des Modells</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Detektor</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>SHA-256 of its weights</source>
        <translation>SHA-256 seiner Gewichte</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>Trainiert auf</translation>
    </message>
    <message>
        <source>%1 normal pictures, and %2 more held out for calibration</source>
        <translation>%1 Gutbilder, und %2 weitere für die Kalibrierung zurückgehalten</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Trainiert</translation>
    </message>
    <message>
        <source>%1 by Spotcheck %2, seed %3</source>
        <translation>%1 mit Spotcheck %2, Seed %3</translation>
    </message>
    <message>
        <source>Image average precision</source>
        <translation>Average Precision der Bilder</translation>
    </message>
    <message>
        <source>Best image F1 at any threshold</source>
        <translation>Bestes Bild-F1 über alle Schwellen</translation>
    </message>
    <message>
        <source>Pixel average precision</source>
        <translation>Average Precision der Pixel</translation>
    </message>
    <message>
        <source>AUPRO to 30 %</source>
        <translation>AUPRO bis 30 %</translation>
    </message>
    <message>
        <source>The threshold was chosen with the labels of these pictures: the rates below are better than new parts will show.</source>
        <translation>Die Schwelle wurde mit den Labels dieser Bilder gewählt: Die Raten unten sind besser, als neue Teile sie zeigen werden.</translation>
    </message>
    <message>
        <source>%1 held-out normals cannot support a false alarm rate of %2; more normals are needed.</source>
        <translation>%1 zurückgehaltene Gutbilder tragen keine Fehlalarmrate von %2; mehr Gutbilder werden gebraucht.</translation>
    </message>
    <message>
        <source>Pictures that the model was trained or calibrated on are among those inspected: %1. Their scores are too low to judge the model by.</source>
        <translation>Unter den geprüften Bildern sind welche, auf die das Modell trainiert oder kalibriert wurde: %1. Ihre Werte sind zu niedrig, um das Modell danach zu beurteilen.</translation>
    </message>
    <message>
        <source>Pictures that could not be inspected: %1. They are listed with the reason and are in no rate.</source>
        <translation>Bilder, die nicht geprüft werden konnten: %1. Sie sind mit dem Grund aufgeführt und in keiner Rate.</translation>
    </message>
    <message>
        <source>total</source>
        <translation>gesamt</translation>
    </message>
    <message>
        <source>labelled defective</source>
        <translation>als fehlerhaft gelabelt</translation>
    </message>
    <message>
        <source>labelled good</source>
        <translation>als gut gelabelt</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Defects found (recall)</source>
        <translation>Gefundene Fehler (Trefferquote)</translation>
    </message>
    <message>
        <source>Missed defects</source>
        <translation>Übersehene Fehler</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>Fehlalarme</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>box x, y, w, h (px)</source>
        <translation>Box x, y, b, h (px)</translation>
    </message>
    <message>
        <source>area (px)</source>
        <translation>Fläche (px)</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>Spitze</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Further regions, weaker than these: %1.</source>
        <translation>Weitere, schwächere Regionen: %1.</translation>
    </message>
    <message>
        <source>score %1 (threshold %2), p = %3</source>
        <translation>Wert %1 (Schwelle %2), p = %3</translation>
    </message>
    <message>
        <source>, labelled good</source>
        <translation>, als gut gelabelt</translation>
    </message>
    <message>
        <source>, labelled defective</source>
        <translation>, als fehlerhaft gelabelt</translation>
    </message>
    <message>
        <source>, labelled defective (%1)</source>
        <translation>, als fehlerhaft gelabelt (%1)</translation>
    </message>
    <message>
        <source>, no region above the pixel threshold</source>
        <translation>, keine Region über der Pixelschwelle</translation>
    </message>
    <message>
        <source>Overlay: clear at a map value of %1, strongest at %2; the same scale for every picture.</source>
        <translation>Überlagerung: klar bei einem Kartenwert von %1, am stärksten bei %2; dieselbe Skala für alle Bilder.</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Defective</source>
        <translation>Fehlerhaft</translation>
    </message>
    <message>
        <source>Unlabelled</source>
        <translation>Ohne Label</translation>
    </message>
    <message>
        <source>for review</source>
        <translation>zur Nachprüfung</translation>
    </message>
    <message>
        <source>For review by a person</source>
        <translation>Zur Nachprüfung durch einen Menschen</translation>
    </message>
    <message>
        <source>Review by a person</source>
        <translation>Nachprüfung durch einen Menschen</translation>
    </message>
    <message>
        <source>when the score is above %1 and not above the image threshold</source>
        <translation>wenn der Wert über %1 und nicht über der Bildschwelle liegt</translation>
    </message>
    <message>
        <source>Taken in later</source>
        <translation>Später aufgenommen</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures as good, after the calibration, which is that of the smaller memory bank</source>
        <translation>
            <numerusform>%n Bild als gut, nach der Kalibrierung, die zur kleineren Speicherbank gehört</numerusform>
            <numerusform>%n Bilder als gut, nach der Kalibrierung, die zur kleineren Speicherbank gehört</numerusform>
        </translation>
    </message>
    <message>
        <source>For review</source>
        <translation>Zur Nachprüfung</translation>
    </message>
    <message>
        <source>Recall, review counted as caught</source>
        <translation>Trefferquote, Nachprüfung als gefunden gezählt</translation>
    </message>
    <message>
        <source>False alarms, review counted</source>
        <translation>Fehlalarme, Nachprüfung mitgezählt</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Nachprüfung</translation>
    </message>
    <message>
        <source>Chance that a defective picture scores above a good one; with its 95 % interval</source>
        <translation>Wahrscheinlichkeit, dass ein fehlerhaftes Bild einen höheren Wert hat als ein gutes; mit 95-%-Intervall</translation>
    </message>
    <message>
        <source>p against the best</source>
        <translation>p gegen das Beste</translation>
    </message>
    <message>
        <source>DeLong&apos;s test on the same pictures against the highest image AUROC: how often chance alone would set two equally good detectors that far apart; not adjusted for the number of models</source>
        <translation>DeLong-Test auf denselben Bildern gegen die höchste Bild-AUROC: wie oft der Zufall allein zwei gleich gute Detektoren so weit trennte; nicht für die Zahl der Modelle korrigiert</translation>
    </message>
    <message>
        <source>Mean overlap with each defect, up to 30 % false positive pixels; with its 95 % interval</source>
        <translation>Mittlere Überdeckung je Fehler, bis 30 % falsch positive Pixel; mit 95-%-Intervall</translation>
    </message>
    <message>
        <source>AUPIMO</source>
        <translation>AUPIMO</translation>
    </message>
    <message>
        <source>Mean share of a picture&apos;s defective pixels found where 0.001 to 0.01 % of the pixels of good pictures may be false positives</source>
        <translation>Mittlerer Anteil der gefundenen Fehlerpixel eines Bildes, wenn 0,001 bis 0,01 % der Pixel guter Bilder falsch positiv sein dürfen</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>mindestens %1</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>höchstens %1</translation>
    </message>
    <message>
        <source>acceptable</source>
        <translation>annehmbar</translation>
    </message>
    <message>
        <source>marginal</source>
        <translation>bedingt annehmbar</translation>
    </message>
    <message>
        <source>unacceptable</source>
        <translation>nicht annehmbar</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>from</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>%1 good, %2 defective pictures</source>
        <translation>%1 gute, %2 fehlerhafte Bilder</translation>
    </message>
    <message>
        <source>%1 defect regions</source>
        <translation>%1 Fehlerregionen</translation>
    </message>
    <message>
        <source>AUPIMO, 0.001 to 0.01 % false positive pixels</source>
        <translation>AUPIMO, 0,001 bis 0,01 % falsch positive Pixel</translation>
    </message>
    <message>
        <source>%1 defective pictures</source>
        <translation>%1 fehlerhafte Bilder</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Effectiveness (right verdicts)</source>
        <translation>Effektivität (richtige Urteile)</translation>
    </message>
    <message>
        <source>Miss rate</source>
        <translation>Schlupfrate</translation>
    </message>
    <message>
        <source>False alarm rate</source>
        <translation>Fehlalarmrate</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa</source>
        <translation>Cohens Kappa</translation>
    </message>
    <message>
        <source>Verdicts against labels, each picture judged once. Limits: AIAG, Measurement Systems Analysis, 4th edition. The value decides about a limit, not its interval.</source>
        <translation>Urteile gegen Labels, jedes Bild einmal beurteilt. Grenzen: AIAG, Measurement Systems Analysis, 4. Auflage. Über eine Grenze entscheidet der Wert, nicht sein Intervall.</translation>
    </message>
    <message>
        <source>Pictures for review are no verdicts and are left out.</source>
        <translation>Bilder zur Nachprüfung sind keine Urteile und bleiben außer Betracht.</translation>
    </message>
    <message>
        <source>The threshold was chosen on these labels: the agreement is too favourable.</source>
        <translation>Die Schwelle wurde nach diesen Labels gewählt: Die Übereinstimmung ist zu günstig.</translation>
    </message>
    <message>
        <source>Attribute agreement: %1</source>
        <translation>Attributive Übereinstimmung: %1</translation>
    </message>
    <message>
        <source>Labels of the test pictures</source>
        <translation>Labels der Testbilder</translation>
    </message>
    <message>
        <source>not known whether they had a part in the threshold, which was set by hand</source>
        <translation>nicht bekannt, ob sie an der Schwelle beteiligt waren, die von Hand gesetzt wurde</translation>
    </message>
    <message>
        <source>used to choose the threshold</source>
        <translation>für die Wahl der Schwelle verwendet</translation>
    </message>
    <message>
        <source>not used for the threshold</source>
        <translation>nicht für die Schwelle verwendet</translation>
    </message>
    <message>
        <source>%1 normal pictures, calibrated on the same in %2 parts, each by a model that had not seen it</source>
        <translation>%1 Gutbilder, an denselben in %2 Teilen kalibriert, jeder durch ein Modell, das ihn nicht gesehen hatte</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>%1 (%2 mm²)</source>
        <translation>%1 (%2 mm²)</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Maßstab</translation>
    </message>
    <message>
        <source>%1 mm a pixel</source>
        <translation>%1 mm je Pixel</translation>
    </message>
    <message>
        <source>perimeter (px)</source>
        <translation>Umfang (px)</translation>
    </message>
    <message>
        <source>box x, y, w, h (mm)</source>
        <translation>Box x, y, b, h (mm)</translation>
    </message>
    <message>
        <source>area (mm²)</source>
        <translation>Fläche (mm²)</translation>
    </message>
    <message>
        <source>perimeter (mm)</source>
        <translation>Umfang (mm)</translation>
    </message>
    <message>
        <source>A bar at the left marks a verdict that the label contradicts.</source>
        <translation>Ein Balken links markiert ein Urteil, dem das Label widerspricht.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Miss rate and kappa need pictures labelled defective.</source>
        <translation>Schlupfrate und Kappa brauchen als fehlerhaft gelabelte Bilder.</translation>
    </message>
    <message>
        <source>False alarm rate and kappa need pictures labelled good.</source>
        <translation>Fehlalarmrate und Kappa brauchen als gut gelabelte Bilder.</translation>
    </message>
    <message>
        <source>%1 regions, the %2 strongest numbered</source>
        <translation>%1 Regionen, die %2 stärksten nummeriert</translation>
    </message>
    <message>
        <source>, no region of at least %1 above the pixel threshold</source>
        <translation>, keine Region von mindestens %1 über der Pixelschwelle</translation>
    </message>
    <message>
        <source>Pictures that could not be aligned to the reference: %1. They were judged as they are, which can raise their scores; the list marks them.</source>
        <translation>Bilder, die nicht am Referenzbild ausgerichtet werden konnten: %1. Sie wurden beurteilt, wie sie sind, was ihre Werte erhöhen kann; die Liste kennzeichnet sie.</translation>
    </message>
    <message>
        <source>, could not be aligned to the reference and was judged as it is</source>
        <translation>, konnte nicht am Referenzbild ausgerichtet werden und wurde beurteilt, wie es ist</translation>
    </message>
    <message>
        <source>not aligned</source>
        <translation>nicht ausgerichtet</translation>
    </message>
    <message>
        <source>%1 % (%2–%3; %4 of %5)</source>
        <translation>%1 % (%2–%3; %4 von %5)</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>n = %1</source>
        <translation>n = %1</translation>
    </message>
</context>
<context>
    <name>RunningQuestion</name>
    <message>
        <source>“%1” is still running.</source>
        <translation>„%1“ läuft noch.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Reading the pictures</source>
        <translation>Bilder lesen</translation>
    </message>
    <message>
        <source>Extracting features</source>
        <translation>Merkmale berechnen</translation>
    </message>
    <message>
        <source>Choosing the coreset</source>
        <translation>Coreset auswählen</translation>
    </message>
    <message>
        <source>Fitting</source>
        <translation>Anpassen</translation>
    </message>
    <message>
        <source>Calibrating on held-out normals</source>
        <translation>Auf zurückgehaltenen Gutbildern kalibrieren</translation>
    </message>
    <message>
        <source>Inspecting</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Computing the metrics</source>
        <translation>Kennzahlen berechnen</translation>
    </message>
    <message>
        <source>Drawing the sample pictures</source>
        <translation>Beispielbilder zeichnen</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>Herunterladen</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Defective</source>
        <translation>Fehlerhaft</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Übersehen</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>Fehlalarm</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Nachprüfung</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Workbench for visual anomaly inspection.</source>
        <translation>Werkbank für die visuelle Anomalieprüfung.</translation>
    </message>
    <message>
        <source>Draw the sample data set and open it.</source>
        <translation>Den Beispieldatensatz zeichnen und öffnen.</translation>
    </message>
    <message>
        <source>A project (.spotproj), a model (.spotcheck) or a data set folder to open.</source>
        <translation>Ein Projekt (.spotproj), ein Modell (.spotcheck) oder ein Datensatzordner zum Öffnen.</translation>
    </message>
    <message>
        <source>Where networks, trainings and large searches run: cpu, or cuda for a graphics card of NVIDIA&apos;s.</source>
        <translation>Wo Netze, Trainings und große Suchen laufen: cpu oder cuda für eine Grafikkarte von NVIDIA.</translation>
    </message>
</context>
<context>
    <name>spotcheck</name>
    <message>
        <source>&quot;concatenated&quot;: neighbourhood means of all layers laid end to end. &quot;pooled&quot; as the authors&apos; code: neighbourhoods pooled to the target dimension, which fits the wide backbones.</source>
        <translation>„aneinandergereiht“: Mittel der Nachbarschaft aller Schichten hintereinander. „gepoolt“ wie der Code der Autoren: Nachbarschaften auf die Zieldimension gepoolt; das passt zu den breiten Backbones.</translation>
    </message>
    <message>
        <source>&quot;pca&quot; keeps the leading principal components of each layer, &quot;npca&quot; drops them and keeps all others, which the paper finds to matter most.</source>
        <translation>„pca“ behält die führenden Hauptkomponenten jeder Schicht, „npca“ lässt sie weg und behält alle anderen, auf die es nach dem Paper am meisten ankommt.</translation>
    </message>
    <message>
        <source>&quot;principal&quot; begins with the directions along which the features vary most, &quot;random&quot; with a random projection.</source>
        <translation>„Hauptrichtungen“ beginnt mit den Richtungen, in denen die Merkmale am meisten schwanken, „zufällig“ mit einer zufälligen Projektion.</translation>
    </message>
    <message>
        <source>%1 of %2 normal pictures could not be aligned to the reference and were used as they are; choose another reference, or train without alignment.</source>
        <translation>%1 von %2 Gutbildern ließen sich nicht an der Referenz ausrichten und wurden verwendet, wie sie sind; wählen Sie eine andere Referenz oder trainieren Sie ohne Ausrichtung.</translation>
    </message>
    <message>
        <source>(H × W) / γc × D / γd</source>
        <translation>(H × W) / γc × D / γd</translation>
    </message>
    <message>
        <source>550 channels, what the paper takes of a Wide ResNet-50: up to thirty times the memory and time.</source>
        <translation>550 Kanäle, was das Paper von einem Wide ResNet-50 nimmt: bis zum Dreißigfachen an Speicher und Zeit.</translation>
    </message>
    <message>
        <source>A little slower than ResNet-18, with deeper features.</source>
        <translation>Etwas langsamer als ResNet-18, mit tieferen Merkmalen.</translation>
    </message>
    <message>
        <source>A patch&apos;s score is its mean squared distance to this many nearest normal patches.</source>
        <translation>Der Wert eines Patches ist sein mittlerer quadrierter Abstand zu so vielen nächsten Gut-Patches.</translation>
    </message>
    <message>
        <source>A quarter of the memory bank.</source>
        <translation>Ein Viertel der Speicherbank.</translation>
    </message>
    <message>
        <source>A setting is out of its range. Correct it.</source>
        <translation>Eine Einstellung liegt außerhalb ihres Bereichs. Berichtigen Sie sie.</translation>
    </message>
    <message>
        <source>A third of the epochs with half the patches: learns several times faster.</source>
        <translation>Ein Drittel der Epochen mit halb so vielen Patches: lernt um ein Mehrfaches schneller.</translation>
    </message>
    <message>
        <source>Accurate</source>
        <translation>Genau</translation>
    </message>
    <message>
        <source>Adapts PatchCore&apos;s features to the parts by a short training. Aims at the verdict on the picture; where the exact place matters most, CFA is the better one.</source>
        <translation>Passt PatchCores Merkmale durch ein kurzes Training an die Teile an. Zielt auf das Urteil über das Bild; wo es auf die genaue Stelle ankommt, ist CFA besser.</translation>
    </message>
    <message>
        <source>Added to the variance of each channel, so that few pictures give a usable covariance.</source>
        <translation>Kommt zur Varianz jedes Kanals hinzu, damit wenige Bilder eine brauchbare Kovarianz ergeben.</translation>
    </message>
    <message>
        <source>As PatchCore, on a learnt representation: largest distance of a patch to its nearest neighbour, reweighted.</source>
        <translation>Wie PatchCore, auf einer gelernten Darstellung: größter Abstand eines Patches zu seinem nächsten Nachbarn, neu gewichtet.</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>Ausgewogen</translation>
    </message>
    <message>
        <source>CFA</source>
        <translation>CFA</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Channels a dimension</source>
        <translation>Kanäle je Dimension</translation>
    </message>
    <message>
        <source>Channels kept of all layers together, drawn at random once. The paper uses 100 of a ResNet-18&apos;s 448 and 550 of a Wide ResNet-50&apos;s 1792. Memory and time grow with the square.</source>
        <translation>Von allen Schichten zusammen behaltene Kanäle, einmal zufällig gezogen. Das Paper nimmt 100 der 448 eines ResNet-18 und 550 der 1792 eines Wide ResNet-50. Speicher und Zeit wachsen mit dem Quadrat.</translation>
    </message>
    <message>
        <source>Comes with the program and needs no download; trained on generated pictures alone.</source>
        <translation>Liegt dem Programm bei und braucht keinen Download; nur auf erzeugten Bildern trainiert.</translation>
    </message>
    <message>
        <source>Coreset ratio</source>
        <translation>Coreset-Anteil</translation>
    </message>
    <message>
        <source>Dissimilar patches are pushed apart up to this multiple of the mean distance.</source>
        <translation>Unähnliche Patches werden bis zu diesem Vielfachen des mittleren Abstands auseinandergeschoben.</translation>
    </message>
    <message>
        <source>EfficientNet-B4</source>
        <translation>EfficientNet-B4</translation>
    </message>
    <message>
        <source>EfficientNet-B4, ResNets</source>
        <translation>EfficientNet-B4, ResNets</translation>
    </message>
    <message>
        <source>EfficientNet-B5</source>
        <translation>EfficientNet-B5</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Equation 7 of the paper: lowers the score of a picture whose nearest normal patch is a common one. The published numbers were made without it.</source>
        <translation>Gleichung 7 des Papers: senkt den Wert eines Bildes, dessen nächster Gut-Patch ein häufiger ist. Die veröffentlichten Zahlen entstanden ohne sie.</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>Fast, with features of real photographs.</source>
        <translation>Schnell, mit Merkmalen echter Fotos.</translation>
    </message>
    <message>
        <source>For a quick verdict on the whole picture, with the smallest model and the fewest settings. It draws no heat map, and small defects drown in the mean.</source>
        <translation>Für ein rasches Urteil über das ganze Bild, mit dem kleinsten Modell und den wenigsten Einstellungen. Zeichnet keine Heatmap, und kleine Fehler gehen im Mittel unter.</translation>
    </message>
    <message>
        <source>For parts that always lie alike, and for even textures. Its memory does not grow with the number of pictures, and it tells what varies at a place from what must not.</source>
        <translation>Für Teile, die immer gleich liegen, und für gleichmäßige Texturen. Der Speicher wächst nicht mit der Zahl der Bilder, und er unterscheidet, was an einer Stelle schwankt und was nicht darf.</translation>
    </message>
    <message>
        <source>From the peak of the smoothed map, as the public code does it, or from the largest patch alone, as the paper words it. A single patch of a fine grid is easily moved by noise.</source>
        <translation>Aus der Spitze der geglätteten Karte, wie der öffentliche Code, oder aus dem größten Patch allein, wie das Paper es sagt. Ein einzelner Patch eines feinen Gitters wird leicht vom Rauschen bewegt.</translation>
    </message>
    <message>
        <source>H × W × (D + D²)</source>
        <translation>H × W × (D + D²)</translation>
    </message>
    <message>
        <source>Half the channels: a quarter of the memory.</source>
        <translation>Halb so viele Kanäle: ein Viertel des Speichers.</translation>
    </message>
    <message>
        <source>Hard negatives</source>
        <translation>Harte Gegenbeispiele</translation>
    </message>
    <message>
        <source>How often the training goes through all pictures. The last epoch&apos;s state is kept.</source>
        <translation>Wie oft das Training durch alle Bilder geht. Der Stand der letzten Epoche bleibt.</translation>
    </message>
    <message>
        <source>How often the training goes through all pictures. The paper takes 120.</source>
        <translation>Wie oft das Training durch alle Bilder geht. Das Paper nimmt 120.</translation>
    </message>
    <message>
        <source>In units of the step&apos;s mean squared distance. Smaller values call only the nearest patches similar.</source>
        <translation>In Einheiten des mittleren quadrierten Abstands des Schritts. Kleinere Werte nennen nur die nächsten Patches ähnlich.</translation>
    </message>
    <message>
        <source>Inertia of the targets</source>
        <translation>Trägheit der Ziele</translation>
    </message>
    <message>
        <source>It cannot be opened for reading. Check its permissions and whether the drive is connected.</source>
        <translation>Sie lässt sich nicht zum Lesen öffnen. Prüfen Sie die Rechte und ob das Laufwerk verbunden ist.</translation>
    </message>
    <message>
        <source>It cannot be written. Check the free space, the permissions and whether the folder still exists.</source>
        <translation>Sie kann nicht geschrieben werden. Prüfen Sie den freien Platz, die Rechte und ob der Ordner noch da ist.</translation>
    </message>
    <message>
        <source>It could not be downloaded. Check the network and try again, or get the file on another computer and import it.</source>
        <translation>Das Herunterladen ist misslungen. Prüfen Sie das Netz und versuchen Sie es erneut, oder holen Sie die Datei an einem anderen Rechner und importieren Sie sie.</translation>
    </message>
    <message>
        <source>J: features are kept away from this many centroids after the nearest ones.</source>
        <translation>J: Merkmale werden von so vielen Zentroiden nach den nächsten ferngehalten.</translation>
    </message>
    <message>
        <source>K: a picture&apos;s score is the mean squared distance of its average feature to this many nearest normal pictures, or to all where there are fewer.</source>
        <translation>K: Der Wert eines Bildes ist der mittlere quadrierte Abstand seines mittleren Merkmals zu so vielen nächsten Gutbildern, oder zu allen, wo es weniger sind.</translation>
    </message>
    <message>
        <source>K: features are drawn to this many nearest centroids, and scored by them.</source>
        <translation>K: Merkmale werden zu so vielen nächsten Zentroiden gezogen und nach ihnen bewertet.</translation>
    </message>
    <message>
        <source>Largest Mahalanobis distance of a patch to the Gaussian of its own position.</source>
        <translation>Größter Mahalanobis-Abstand eines Patches zur Gaußverteilung seiner eigenen Stelle.</translation>
    </message>
    <message>
        <source>Largest distance of a patch to its nearest neighbour in a memory bank of normal patches.</source>
        <translation>Größter Abstand eines Patches zu seinem nächsten Nachbarn in einer Speicherbank von Gut-Patches.</translation>
    </message>
    <message>
        <source>Largest distance of an adapted patch feature to its nearest centroid, weighted by how clearly that one is the nearest.</source>
        <translation>Größter Abstand eines angepassten Patch-Merkmals zu seinem nächsten Zentroid, gewichtet danach, wie klar dieser der nächste ist.</translation>
    </message>
    <message>
        <source>Layer of the image score</source>
        <translation>Schicht des Bildwerts</translation>
    </message>
    <message>
        <source>Layer whose average feature finds the nearest pictures. &quot;layer3&quot; is for weights that stop there.</source>
        <translation>Schicht, deren mittleres Merkmal die nächsten Bilder findet. „layer3“ ist für Gewichte, die dort enden.</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Layers of the backbone that are combined. Early layers keep position and fine texture, late ones meaning.</source>
        <translation>Schichten des Backbones, die zusammengenommen werden. Frühe behalten Ort und feine Textur, späte die Bedeutung.</translation>
    </message>
    <message>
        <source>Layers of the backbone that are judged, each by its own Gaussian. &quot;all&quot; is the paper&apos;s choice; the others are for weights files that stop before the last layers.</source>
        <translation>Schichten des Backbones, die beurteilt werden, jede durch ihre eigene Gaußverteilung. „alle“ ist die Wahl des Papers; die anderen sind für Gewichtsdateien, die vor den letzten Schichten enden.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Leaves out the last layer, which the network then need not compute.</source>
        <translation>Lässt die letzte Schicht weg, die das Netz dann nicht zu berechnen braucht.</translation>
    </message>
    <message>
        <source>Length of a pooled patch feature. Smaller is faster and takes less memory. Concatenated features are as long as their layers together.</source>
        <translation>Länge eines gepoolten Patch-Merkmals. Kleiner ist schneller und braucht weniger Speicher. Aneinandergereihte Merkmale sind so lang wie ihre Schichten zusammen.</translation>
    </message>
    <message>
        <source>Length of the learnt patch feature, which the memory bank keeps.</source>
        <translation>Länge des gelernten Patch-Merkmals, das die Speicherbank behält.</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Ebenen</translation>
    </message>
    <message>
        <source>Mahalanobis AD</source>
        <translation>Mahalanobis AD</translation>
    </message>
    <message>
        <source>Maps from the five nearest pictures.</source>
        <translation>Karten aus den fünf nächsten Bildern.</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Rand</translation>
    </message>
    <message>
        <source>Mean distance of the picture&apos;s average feature to its K nearest normal pictures; the map compares every position with all positions of those pictures.</source>
        <translation>Mittlerer Abstand des mittleren Bildmerkmals zu seinen K nächsten Gutbildern; die Karte vergleicht jede Stelle mit allen Stellen dieser Bilder.</translation>
    </message>
    <message>
        <source>More channels for surfaces with much variation.</source>
        <translation>Mehr Kanäle für Oberflächen mit viel Schwankung.</translation>
    </message>
    <message>
        <source>Nearest centroids</source>
        <translation>Nächste Zentroide</translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation>Nächste Nachbarn</translation>
    </message>
    <message>
        <source>Nearest pictures</source>
        <translation>Nächste Bilder</translation>
    </message>
    <message>
        <source>Neighbourhood</source>
        <translation>Nachbarschaft</translation>
    </message>
    <message>
        <source>Neighbours for contextual similarity</source>
        <translation>Nachbarn der Kontextähnlichkeit</translation>
    </message>
    <message>
        <source>Neighbours for reweighting</source>
        <translation>Nachbarn der Neugewichtung</translation>
    </message>
    <message>
        <source>Of AdamW, the same in all epochs.</source>
        <translation>Von AdamW, in allen Epochen gleich.</translation>
    </message>
    <message>
        <source>Of the first step; falls to zero along a cosine. The paper takes 0.00001.</source>
        <translation>Des ersten Schritts; fällt entlang eines Kosinus auf null. Das Paper nimmt 0,00001.</translation>
    </message>
    <message>
        <source>PaDiM</source>
        <translation>PaDiM</translation>
    </message>
    <message>
        <source>PaDiM&apos;s best network in its paper, also used by CFA; for pictures of 456 px.</source>
        <translation>PaDiMs bestes Netz in seinem Paper, auch von CFA verwendet; für Bilder von 456 px.</translation>
    </message>
    <message>
        <source>Patch features</source>
        <translation>Patch-Merkmale</translation>
    </message>
    <message>
        <source>Patch features are projected to this many random directions before the coreset is chosen; 0 uses them as they are. The memory bank keeps the whole features either way.</source>
        <translation>Patch-Merkmale werden auf so viele zufällige Richtungen projiziert, bevor das Coreset gewählt wird; 0 nimmt sie, wie sie sind. Die Speicherbank behält in jedem Fall die ganzen Merkmale.</translation>
    </message>
    <message>
        <source>PatchCore</source>
        <translation>PatchCore</translation>
    </message>
    <message>
        <source>Patches a step</source>
        <translation>Patches je Schritt</translation>
    </message>
    <message>
        <source>Picture&apos;s score</source>
        <translation>Wert des Bildes</translation>
    </message>
    <message>
        <source>Pictures a step</source>
        <translation>Bilder je Schritt</translation>
    </message>
    <message>
        <source>Pictures in the gallery</source>
        <translation>Bilder in der Galerie</translation>
    </message>
    <message>
        <source>Pictures whose patches are compared with each other.</source>
        <translation>Bilder, deren Patches miteinander verglichen werden.</translation>
    </message>
    <message>
        <source>Positions a centroid</source>
        <translation>Stellen je Zentroid</translation>
    </message>
    <message>
        <source>Projection for the coreset</source>
        <translation>Projektion für das Coreset</translation>
    </message>
    <message>
        <source>ReConPatch</source>
        <translation>ReConPatch</translation>
    </message>
    <message>
        <source>Reduction</source>
        <translation>Reduktion</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>Regularisierung</translation>
    </message>
    <message>
        <source>Representation dimension</source>
        <translation>Dimension der Darstellung</translation>
    </message>
    <message>
        <source>ResNet-101</source>
        <translation>ResNet-101</translation>
    </message>
    <message>
        <source>ResNet-18</source>
        <translation>ResNet-18</translation>
    </message>
    <message>
        <source>ResNet-18 (embedded)</source>
        <translation>ResNet-18 (mitgeliefert)</translation>
    </message>
    <message>
        <source>ResNet-18, Wide ResNet-50-2, EfficientNet-B5</source>
        <translation>ResNet-18, Wide ResNet-50-2, EfficientNet-B5</translation>
    </message>
    <message>
        <source>ResNet-18, Wide ResNet-50-2, EfficientNet-B5, VGG-19</source>
        <translation>ResNet-18, Wide ResNet-50-2, EfficientNet-B5, VGG-19</translation>
    </message>
    <message>
        <source>ResNet-34</source>
        <translation>ResNet-34</translation>
    </message>
    <message>
        <source>ResNet-50</source>
        <translation>ResNet-50</translation>
    </message>
    <message>
        <source>Reweight the image score</source>
        <translation>Bildwert neu gewichten</translation>
    </message>
    <message>
        <source>SPADE</source>
        <translation>SPADE</translation>
    </message>
    <message>
        <source>Share of pairwise similarity</source>
        <translation>Anteil der paarweisen Ähnlichkeit</translation>
    </message>
    <message>
        <source>Share of the normal patches kept in the memory bank. Larger banks are slower and rarely better.</source>
        <translation>Anteil der Gut-Patches, die in der Speicherbank bleiben. Größere Bänke sind langsamer und selten besser.</translation>
    </message>
    <message>
        <source>Share of the normal patches kept in the memory bank. The paper uses 0.25, 0.1 and 0.01; larger banks are slower and rarely better.</source>
        <translation>Anteil der Gut-Patches, die in der Speicherbank bleiben. Das Paper nimmt 0,25, 0,1 und 0,01; größere Bänke sind langsamer und selten besser.</translation>
    </message>
    <message>
        <source>Share of the variance that the leading components hold: kept by &quot;pca&quot;, dropped by &quot;npca&quot;. The paper uses 0.95 and 0.99. Without a reduction it means nothing.</source>
        <translation>Anteil der Varianz, den die führenden Komponenten halten: von „pca“ behalten, von „npca“ weggelassen. Das Paper nimmt 0,95 und 0,99. Ohne Reduktion ohne Bedeutung.</translation>
    </message>
    <message>
        <source>Share that the moving averages keep at each step. Closer to 1 is steadier and slower.</source>
        <translation>Anteil, den die gleitenden Mittel bei jedem Schritt behalten. Näher an 1 ist stetiger und langsamer.</translation>
    </message>
    <message>
        <source>Side of the square of grid positions that one patch looks at.</source>
        <translation>Seite des Quadrats von Gitterstellen, das ein Patch ansieht.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Please report it with the details below.</source>
        <translation>Im Programm ist etwas schiefgegangen. Bitte melden Sie es mit den Einzelheiten unten.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Steps on eight times as many patches, nearer to the paper: learns many times slower.</source>
        <translation>Schritte mit achtmal so vielen Patches, näher am Paper: lernt um ein Vielfaches langsamer.</translation>
    </message>
    <message>
        <source>Sum over the network&apos;s layers of the Mahalanobis distance of the picture&apos;s mean feature to one Gaussian a layer.</source>
        <translation>Summe über die Schichten des Netzes aus dem Mahalanobis-Abstand des mittleren Bildmerkmals zu je einer Gaußverteilung.</translation>
    </message>
    <message>
        <source>Taken at random from the step&apos;s pictures; all pairs of them are compared. Time and memory grow with the square.</source>
        <translation>Zufällig aus den Bildern des Schritts genommen; alle Paare werden verglichen. Zeit und Speicher wachsen mit dem Quadrat.</translation>
    </message>
    <message>
        <source>Target dimension</source>
        <translation>Zieldimension</translation>
    </message>
    <message>
        <source>The content is not a picture in a supported format (PNG, JPEG, BMP, TIFF, WebP). Remove or convert it.</source>
        <translation>Der Inhalt ist kein Bild in einem unterstützten Format (PNG, JPEG, BMP, TIFF, WebP). Entfernen oder wandeln Sie es um.</translation>
    </message>
    <message>
        <source>The deepest plain network, for parts with complex structure.</source>
        <translation>Das tiefste einfache Netz, für Teile mit komplexem Aufbau.</translation>
    </message>
    <message>
        <source>The defaults, as the paper: all layers, no reduction.</source>
        <translation>Die Vorgaben, wie das Paper: alle Schichten, keine Reduktion.</translation>
    </message>
    <message>
        <source>The defaults: 100 channels, what the paper takes of a ResNet-18.</source>
        <translation>Die Vorgaben: 100 Kanäle, was das Paper von einem ResNet-18 nimmt.</translation>
    </message>
    <message>
        <source>The defaults: a third of the paper&apos;s epochs.</source>
        <translation>Die Vorgaben: ein Drittel der Epochen des Papers.</translation>
    </message>
    <message>
        <source>The defaults: maps from the paper&apos;s fifty nearest pictures.</source>
        <translation>Die Vorgaben: Karten aus den fünfzig nächsten Bildern des Papers.</translation>
    </message>
    <message>
        <source>The defaults: the paper&apos;s steps, each on a sample of its patches.</source>
        <translation>Die Vorgaben: die Schritte des Papers, jeder auf einer Auswahl seiner Patches.</translation>
    </message>
    <message>
        <source>The defaults: what the paper calls 1 %.</source>
        <translation>Die Vorgaben: was das Paper 1 % nennt.</translation>
    </message>
    <message>
        <source>The first choice for most parts: finds small defects, needs no alignment, and learns in a minute. Shows the normal patch that a hot spot was compared with.</source>
        <translation>Die erste Wahl für die meisten Teile: findet kleine Fehler, braucht keine Ausrichtung und lernt in einer Minute. Zeigt den Gut-Patch, mit dem eine auffällige Stelle verglichen wurde.</translation>
    </message>
    <message>
        <source>The folder holds no picture. Choose one with PNG, JPEG, BMP, TIFF or WebP files.</source>
        <translation>Der Ordner enthält kein Bild. Wählen Sie einen mit PNG-, JPEG-, BMP-, TIFF- oder WebP-Dateien.</translation>
    </message>
    <message>
        <source>The folder is not laid out as a data set that can be used for this. Arrange it as train/good and test/..., or choose another folder.</source>
        <translation>Der Ordner ist nicht so angelegt, dass er hierfür als Datensatz taugt. Legen Sie ihn als train/good und test/... an, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>The labels of the test pictures were used for the figures, never for a threshold: a verdict rests on good pictures held out of the training. Only best F1 takes the best threshold for these very labels.</source>
        <translation>Die Labels der Testbilder dienten den Zahlen, nie einer Schwelle: Ein Urteil beruht auf Gutbildern, die vom Training zurückgehalten wurden. Nur das beste F1 nimmt die beste Schwelle für eben diese Labels.</translation>
    </message>
    <message>
        <source>The largest one, for comparison with published ensembles.</source>
        <translation>Das größte, zum Vergleich mit veröffentlichten Ensembles.</translation>
    </message>
    <message>
        <source>The map compares every position with all positions of this many nearest normal pictures. The paper uses K; time grows in proportion.</source>
        <translation>Die Karte vergleicht jede Stelle mit allen Stellen so vieler nächster Gutbilder. Das Paper nimmt K; die Zeit wächst entsprechend.</translation>
    </message>
    <message>
        <source>The model cannot be written as a TorchScript module. Use it with Spotcheck, or train one that can.</source>
        <translation>Das Modell lässt sich nicht als TorchScript-Modul schreiben. Verwenden Sie es mit Spotcheck oder trainieren Sie eines, bei dem das geht.</translation>
    </message>
    <message>
        <source>The model file is damaged or not a Spotcheck model. Restore it from a copy, or train again.</source>
        <translation>Die Modelldatei ist beschädigt oder kein Spotcheck-Modell. Stellen Sie sie aus einer Kopie wieder her oder trainieren Sie neu.</translation>
    </message>
    <message>
        <source>The model was trained with other weights than those on this computer. Import the weights it was trained with, or train again.</source>
        <translation>Das Modell wurde mit anderen Gewichten trainiert als denen auf diesem Rechner. Importieren Sie die Gewichte, mit denen es trainiert wurde, oder trainieren Sie neu.</translation>
    </message>
    <message>
        <source>The model was written by a newer version of Spotcheck. Install that version to use it.</source>
        <translation>Das Modell wurde von einer neueren Spotcheck-Version geschrieben. Installieren Sie diese, um es zu verwenden.</translation>
    </message>
    <message>
        <source>The network of Mahalanobis AD&apos;s paper, for pictures of 380 px; many layers with few channels.</source>
        <translation>Das Netz des Papers zu Mahalanobis AD, für Bilder von 380 px; viele Schichten mit wenigen Kanälen.</translation>
    </message>
    <message>
        <source>The network of most published results; slow without a fast processor.</source>
        <translation>Das Netz der meisten veröffentlichten Ergebnisse; langsam ohne schnellen Prozessor.</translation>
    </message>
    <message>
        <source>The normal pictures have different proportions (%1 and %2), so that their content does not lie alike; %3 compares place by place: turn alignment on or use PatchCore.</source>
        <translation>Die Gutbilder haben verschiedene Seitenverhältnisse (%1 und %2), sodass ihr Inhalt nicht gleich liegt; %3 vergleicht Stelle für Stelle: Schalten Sie die Ausrichtung ein oder verwenden Sie PatchCore.</translation>
    </message>
    <message>
        <source>The paper&apos;s 10 % of all patches: training and inspection take several times as long.</source>
        <translation>Die 10 % aller Patches des Papers: Training und Prüfung dauern ein Mehrfaches.</translation>
    </message>
    <message>
        <source>The paper&apos;s epochs: training takes three times as long.</source>
        <translation>Die Epochen des Papers: Das Training dauert dreimal so lange.</translation>
    </message>
    <message>
        <source>The parts in half of the normal pictures lie %1 % of the picture or more apart; %2 compares place by place: turn alignment on or use PatchCore.</source>
        <translation>Die Teile liegen in der Hälfte der Gutbilder %1 % des Bildes oder mehr auseinander; %2 vergleicht Stelle für Stelle: Schalten Sie die Ausrichtung ein oder verwenden Sie PatchCore.</translation>
    </message>
    <message>
        <source>The picture is incomplete: the file ends too early. Copy it again from its source, or remove it.</source>
        <translation>Das Bild ist unvollständig: Die Datei endet zu früh. Kopieren Sie es erneut von der Quelle oder entfernen Sie es.</translation>
    </message>
    <message>
        <source>The picture is larger than the program accepts. Crop it or reduce its size.</source>
        <translation>Das Bild ist größer, als das Programm es annimmt. Beschneiden oder verkleinern Sie es.</translation>
    </message>
    <message>
        <source>The plain nearest-neighbour method, as a baseline: nothing is learnt or thinned out. It keeps all normal features, so the model is large and inspection slow; small defects hardly move its image score.</source>
        <translation>Das schlichte Nächste-Nachbarn-Verfahren als Vergleichsmaß: Nichts wird gelernt oder ausgedünnt. Es behält alle Gut-Merkmale, daher ist das Modell groß und die Prüfung langsam; kleine Fehler bewegen den Bildwert kaum.</translation>
    </message>
    <message>
        <source>The project file is damaged or not a Spotcheck project. Restore it from a copy.</source>
        <translation>Die Projektdatei ist beschädigt oder kein Spotcheck-Projekt. Stellen Sie sie aus einer Kopie wieder her.</translation>
    </message>
    <message>
        <source>The project was written by a newer version of Spotcheck. Install that version to open it.</source>
        <translation>Das Projekt wurde von einer neueren Spotcheck-Version geschrieben. Installieren Sie diese, um es zu öffnen.</translation>
    </message>
    <message>
        <source>The rest is the contextual similarity: how many neighbours two patches have in common.</source>
        <translation>Der Rest ist die Kontextähnlichkeit: wie viele Nachbarn zwei Patches gemeinsam haben.</translation>
    </message>
    <message>
        <source>The test needs pictures of good and of defective parts. Add or label them.</source>
        <translation>Der Test braucht Bilder von guten und von fehlerhaften Teilen. Fügen Sie welche hinzu oder labeln Sie sie.</translation>
    </message>
    <message>
        <source>The threshold of %1 is an exception: it was chosen on the labels of the test pictures, so its recall is too favourable.</source>
        <translation>Die Schwelle von %1 ist eine Ausnahme: Sie wurde nach den Labels der Testbilder gewählt, ihre Trefferquote ist daher zu günstig.</translation>
    </message>
    <message>
        <source>The weights file does not reach the wanted layer. Choose earlier layers or complete weights.</source>
        <translation>Die Gewichtsdatei reicht nicht bis zur gewünschten Schicht. Wählen Sie frühere Schichten oder vollständige Gewichte.</translation>
    </message>
    <message>
        <source>The weights file is damaged or belongs to another network. Get it again from its source.</source>
        <translation>Die Gewichtsdatei ist beschädigt oder gehört zu einem anderen Netz. Holen Sie sie erneut von ihrer Quelle.</translation>
    </message>
    <message>
        <source>The weights of this backbone are not on this computer. Import them, or choose another backbone.</source>
        <translation>Die Gewichte dieses Backbones sind nicht auf diesem Rechner. Importieren Sie sie oder wählen Sie einen anderen Backbone.</translation>
    </message>
    <message>
        <source>There is no such backbone. Choose one of the list.</source>
        <translation>Diesen Backbone gibt es nicht. Wählen Sie einen aus der Liste.</translation>
    </message>
    <message>
        <source>There is no such detector. Choose one of the list.</source>
        <translation>Diesen Detektor gibt es nicht. Wählen Sie einen aus der Liste.</translation>
    </message>
    <message>
        <source>There is no such file or folder. Check the path, or whether the drive is connected.</source>
        <translation>Diese Datei oder diesen Ordner gibt es nicht. Prüfen Sie den Pfad und ob das Laufwerk verbunden ist.</translation>
    </message>
    <message>
        <source>Three epochs.</source>
        <translation>Drei Epochen.</translation>
    </message>
    <message>
        <source>Variance of the leading components</source>
        <translation>Varianz der führenden Komponenten</translation>
    </message>
    <message>
        <source>When defects are to be outlined closely, or the memory bank must stay small whatever the number of pictures. Needs a training of some minutes.</source>
        <translation>Wenn Fehler eng umrissen werden sollen oder die Speicherbank klein bleiben muss, wie viele Bilder es auch sind. Braucht ein Training von einigen Minuten.</translation>
    </message>
    <message>
        <source>Wide ResNet-101-2</source>
        <translation>Wide ResNet-101-2</translation>
    </message>
    <message>
        <source>Wide ResNet-50-2</source>
        <translation>Wide ResNet-50-2</translation>
    </message>
    <message>
        <source>Width of pairwise similarity</source>
        <translation>Breite der paarweisen Ähnlichkeit</translation>
    </message>
    <message>
        <source>a linear layer over the patch features</source>
        <translation>eine lineare Schicht über den Patch-Merkmalen</translation>
    </message>
    <message>
        <source>a linear representation of patches, by contrastive learning</source>
        <translation>eine lineare Darstellung von Patches, durch kontrastives Lernen</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>as Spotcheck itself</source>
        <translation>wie Spotcheck selbst</translation>
    </message>
    <message>
        <source>b of equation 7.</source>
        <translation>b der Gleichung 7.</translation>
    </message>
    <message>
        <source>concatenated</source>
        <translation>aneinandergereiht</translation>
    </message>
    <message>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>image, then pixel</source>
        <translation>Bild, dann Pixel</translation>
    </message>
    <message>
        <source>k of equation 2. A patch counts as its own first neighbour.</source>
        <translation>k der Gleichung 2. Ein Patch zählt als sein eigener erster Nachbar.</translation>
    </message>
    <message>
        <source>map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>needed: compares place by place</source>
        <translation>nötig: vergleicht Stelle für Stelle</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>nicht nötig</translation>
    </message>
    <message>
        <source>not needed, but helps</source>
        <translation>nicht nötig, hilft aber</translation>
    </message>
    <message>
        <source>npca</source>
        <translation>npca</translation>
    </message>
    <message>
        <source>patch</source>
        <translation>Patch</translation>
    </message>
    <message>
        <source>pca</source>
        <translation>pca</translation>
    </message>
    <message>
        <source>pooled</source>
        <translation>gepoolt</translation>
    </message>
    <message>
        <source>principal</source>
        <translation>Hauptrichtungen</translation>
    </message>
    <message>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>torchvision IMAGENET1K_V1: BSD 3-Clause; trained on ImageNet-1k, whose own terms apply</source>
        <translation>torchvision IMAGENET1K_V1: BSD 3-Clause; auf ImageNet-1k trainiert, dessen eigene Bedingungen gelten</translation>
    </message>
    <message>
        <source>without_last</source>
        <translation>ohne letzte</translation>
    </message>
    <message>
        <source>without_last_two</source>
        <translation>ohne letzte zwei</translation>
    </message>
    <message>
        <source>|X| × H × W × D</source>
        <translation>|X| × H × W × D</translation>
    </message>
    <message>
        <source>|X| × γ (H × W) × D′</source>
        <translation>|X| × γ (H × W) × D′</translation>
    </message>
    <message>
        <source>Σ over layers of (D + D²)</source>
        <translation>Σ über Schichten von (D + D²)</translation>
    </message>
    <message>
        <source>α: squared distance beyond the sphere that is left to the hard negatives.</source>
        <translation>α: quadrierter Abstand über die Kugel hinaus, der den harten Gegenbeispielen gelassen wird.</translation>
    </message>
    <message>
        <source>γc: the memory bank holds one centroid for this many positions of the grid, by k-means. Above 1 it is faster and smaller, but rare places of the part lose their centroid and look defective.</source>
        <translation>γc: Die Speicherbank hält einen Zentroid für so viele Gitterstellen, durch k-means. Über 1 ist sie schneller und kleiner, aber seltene Stellen des Teils verlieren ihren Zentroid und sehen fehlerhaft aus.</translation>
    </message>
    <message>
        <source>γd: the adapted features have one dimension for this many channels of the backbone. Larger is faster and takes less memory.</source>
        <translation>γd: Die angepassten Merkmale haben eine Dimension für so viele Kanäle des Backbones. Größer ist schneller und braucht weniger Speicher.</translation>
    </message>
    <message>
        <source>Chosen on the labels of the test pictures: the figures on the same pictures are too favourable.</source>
        <translation>Nach den Labels der Testbilder gewählt: Die Zahlen auf denselben Bildern sind zu günstig.</translation>
    </message>
    <message>
        <source>From %1 good pictures no rate below %2 can be promised; the largest of their scores is used.</source>
        <translation>Aus %1 Gutbildern lässt sich keine Rate unter %2 zusagen; der größte ihrer Werte wird verwendet.</translation>
    </message>
    <message>
        <source>From 1 good picture no rate below %1 can be promised; its score is used.</source>
        <translation>Aus 1 Gutbild lässt sich keine Rate unter %1 zusagen; sein Wert wird verwendet.</translation>
    </message>
    <message>
        <source>No good picture was held out from training, so no false alarm rate can be promised.</source>
        <translation>Kein Gutbild wurde vom Training zurückgehalten, daher lässt sich keine Fehlalarmrate zusagen.</translation>
    </message>
    <message>
        <source>Set by hand.</source>
        <translation>Von Hand gesetzt.</translation>
    </message>
    <message>
        <source>Chosen on the labels of the test pictures for the highest F1: the figures on the same pictures are too favourable.</source>
        <translation>Nach den Labels der Testbilder für das höchste F1 gewählt: Die Zahlen auf denselben Bildern sind zu günstig.</translation>
    </message>
    <message>
        <source>Chosen on the labels of the test pictures for the least cost, a miss costing %1 false alarms: the figures on the same pictures are too favourable.</source>
        <translation>Nach den Labels der Testbilder für die geringsten Kosten gewählt, wobei ein Schlupf %1 Fehlalarme kostet: Die Zahlen auf denselben Bildern sind zu günstig.</translation>
    </message>
    <message>
        <source>Chosen on the labels of the test pictures to miss at most %1: the figures on the same pictures are too favourable.</source>
        <translation>Nach den Labels der Testbilder gewählt, um höchstens %1 zu übersehen: Die Zahlen auf denselben Bildern sind zu günstig.</translation>
    </message>
    <message>
        <source>Mean and three standard deviations of %1 good pictures not used for training; no rate is promised, since scores are seldom normally distributed.</source>
        <translation>Mittelwert und drei Standardabweichungen von %1 Gutbildern, auf die nicht trainiert wurde; keine Rate wird zugesagt, denn Werte sind selten normalverteilt.</translation>
    </message>
    <message>
        <source>The score of 1 good picture not used for training; no rate is promised.</source>
        <translation>Der Wert von 1 Gutbild, auf das nicht trainiert wurde; keine Rate wird zugesagt.</translation>
    </message>
    <message>
        <source>16-bit pictures among 8-bit ones: %1. They are read without stretching, so they may look darker than the others.</source>
        <translation>16-Bit-Bilder unter 8-Bit-Bildern: %1. Sie werden ohne Spreizung gelesen und können dunkler wirken als die anderen.</translation>
    </message>
    <message>
        <source>16-bit pictures: %1. They are read without stretching; where they look dark, let the camera use the whole range.</source>
        <translation>16-Bit-Bilder: %1. Sie werden ohne Spreizung gelesen; wirken sie dunkel, sollte die Kamera den ganzen Bereich nutzen.</translation>
    </message>
    <message>
        <source>Coloured pictures among grey ones: %1. Their colour may be taken for a defect.</source>
        <translation>Farbbilder unter Graubildern: %1. Ihre Farbe kann für einen Fehler gehalten werden.</translation>
    </message>
    <message>
        <source>Copies of another picture in the same lane: %1. They count more than once in every figure and promise more than was seen.</source>
        <translation>Kopien eines anderen Bildes in derselben Spalte: %1. Sie zählen in jeder Kennzahl mehrfach und versprechen mehr, als gesehen wurde.</translation>
    </message>
    <message>
        <source>Defective pictures without a mask: %1. Pixel figures leave them out.</source>
        <translation>Fehlerhafte Bilder ohne Maske: %1. Die Pixelkennzahlen lassen sie aus.</translation>
    </message>
    <message>
        <source>Grey pictures among coloured ones: %1. The missing colour may be taken for a defect.</source>
        <translation>Graubilder unter Farbbildern: %1. Die fehlende Farbe kann für einen Fehler gehalten werden.</translation>
    </message>
    <message>
        <source>Masks that cannot be used: %1. They are empty, unreadable, or of another size than their picture.</source>
        <translation>Unbrauchbare Masken: %1. Sie sind leer, unlesbar oder anders groß als ihr Bild.</translation>
    </message>
    <message>
        <source>No test picture is labelled defective: how well defects are found cannot be measured.</source>
        <translation>Kein Testbild ist als fehlerhaft markiert: Wie gut Fehler gefunden werden, lässt sich nicht messen.</translation>
    </message>
    <message>
        <source>No test picture is labelled good: false alarms cannot be measured.</source>
        <translation>Kein Testbild ist als gut markiert: Fehlalarme lassen sich nicht messen.</translation>
    </message>
    <message>
        <source>Normal pictures: only %1. A model learns from them how much good parts vary; %2 to 200 are a good start.</source>
        <translation>Gutbilder: nur %1. Ein Modell lernt aus ihnen, wie stark Gutteile streuen; %2 bis 200 sind ein guter Anfang.</translation>
    </message>
    <message>
        <source>Pictures of another shape than %2 px, which most have: %1. Parts look larger, smaller or cut off in them.</source>
        <translation>Bilder mit anderem Seitenverhältnis als die meisten (%2 px): %1. Teile wirken darin größer, kleiner oder abgeschnitten.</translation>
    </message>
    <message>
        <source>Pictures of another size than %2 px, which most have: %1. They are scaled; fine detail may differ.</source>
        <translation>Bilder mit anderer Größe als die meisten (%2 px): %1. Sie werden skaliert; Feinheiten können abweichen.</translation>
    </message>
    <message>
        <source>Pictures that cannot be read any more: %1. They were moved, deleted or damaged.</source>
        <translation>Bilder, die nicht mehr lesbar sind: %1. Sie wurden verschoben, gelöscht oder beschädigt.</translation>
    </message>
    <message>
        <source>Pictures that carry an EXIF rotation: %1. They are turned upright; masks must be upright as well.</source>
        <translation>Bilder mit EXIF-Drehung: %1. Sie werden aufgerichtet; auch Masken müssen aufrecht sein.</translation>
    </message>
    <message>
        <source>Test pictures that are also learned: %1. The figures would flatter, because the model knows these pictures.</source>
        <translation>Testbilder, die auch gelernt werden: %1. Die Kennzahlen fielen zu gut aus, weil das Modell diese Bilder kennt.</translation>
    </message>
    <message>
        <source>The pictures have %1 different sizes. All are brought to one size, so parts of the same size should fill the same share of the picture.</source>
        <translation>Die Bilder haben %1 verschiedene Größen. Alle werden auf eine Größe gebracht; gleich große Teile sollten also denselben Anteil des Bildes füllen.</translation>
    </message>
    <message>
        <source>About %1 false alarms, from %2 good pictures, each scored by one of %3 models that had not seen it (they can support %4 or more). The model that judges has learnt from all of them, so that the rate is an estimate and no promise.</source>
        <translation>Etwa %1 Fehlalarme, aus %2 Gutbildern, jedes bewertet von einem von %3 Modellen, das es nicht gesehen hatte (sie tragen %4 oder mehr). Das urteilende Modell hat aus allen gelernt, daher ist die Rate eine Schätzung und keine Zusage.</translation>
    </message>
    <message>
        <source>Chi-square limit for %1 false alarms with %2 degrees of freedom, as if the features of each layer were normally distributed with the mean and covariance found; no rate is promised.</source>
        <translation>Chi-Quadrat-Grenze für %1 Fehlalarme mit %2 Freiheitsgraden, als wären die Merkmale jeder Schicht normalverteilt mit dem gefundenen Mittelwert und der gefundenen Kovarianz; keine Rate wird zugesagt.</translation>
    </message>
    <message>
        <source>Chosen on the labels of the test pictures for the largest difference between recall and false alarm rate (Youden): the figures on the same pictures are too favourable.</source>
        <translation>Nach den Labels der Testbilder für den größten Abstand zwischen Trefferquote und Fehlalarmrate gewählt (Youden): Die Zahlen auf denselben Bildern sind zu günstig.</translation>
    </message>
    <message>
        <source>On average at most %1 false alarms, from %2 good pictures not used for training (they can support %3 or more); with 95 % confidence at most %4.</source>
        <translation>Im Mittel höchstens %1 Fehlalarme, aus %2 Gutbildern, auf die nicht trainiert wurde (sie tragen %3 oder mehr); mit 95 % Sicherheit höchstens %4.</translation>
    </message>
    <message>
        <source>On average at most %1 false alarms, from 1 good picture not used for training (it can support %2 or more); with 95 % confidence at most %3.</source>
        <translation>Im Mittel höchstens %1 Fehlalarme, aus 1 Gutbild, auf das nicht trainiert wurde (es trägt %2 oder mehr); mit 95 % Sicherheit höchstens %3.</translation>
    </message>
    <message>
        <source>%1 cannot be looked at. The rest of the folder is watched.</source>
        <translation>%1 lässt sich nicht ansehen. Der Rest des Ordners wird überwacht.</translation>
    </message>
    <message>
        <source>%1 parts in a row are not OK. Check camera, light and position of the parts first.</source>
        <translation>%1 Teile in Folge sind nicht in Ordnung. Prüfen Sie zuerst Kamera, Licht und Lage der Teile.</translation>
    </message>
    <message>
        <source>%1 rows of the log %2 could not be written before the end, and are lost.</source>
        <translation>%1 Zeilen des Protokolls %2 konnten bis zum Ende nicht geschrieben werden und sind verloren.</translation>
    </message>
    <message>
        <source>Limits from %1 good pictures not used for training, which is few: they are rough, and drift may be called too often or too late.</source>
        <translation>Grenzen aus %1 Gutbildern, auf die nicht trainiert wurde. Das sind wenige: Die Grenzen sind grob, Drift kann zu oft oder zu spät gemeldet werden.</translation>
    </message>
    <message>
        <source>Limits from %1 good pictures not used for training; they assume normally distributed scores.</source>
        <translation>Grenzen aus %1 Gutbildern, auf die nicht trainiert wurde; sie setzen normalverteilte Werte voraus.</translation>
    </message>
    <message>
        <source>No control limits: at least two good pictures of different scores must have been held out from training.</source>
        <translation>Keine Eingriffsgrenzen: Beim Training müssen mindestens zwei Gutbilder mit verschiedenen Werten zurückgehalten worden sein.</translation>
    </message>
    <message>
        <source>The camera %1 gives no pictures. Check that it is connected and that no other program uses it; it is opened again and again.</source>
        <translation>Die Kamera %1 liefert keine Bilder. Prüfen Sie, ob sie angeschlossen ist und kein anderes Programm sie benutzt; sie wird immer wieder neu geöffnet.</translation>
    </message>
    <message>
        <source>The camera %1 is back; watching goes on.</source>
        <translation>Die Kamera %1 ist wieder da; die Überwachung geht weiter.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be reached any more. Bring it back or connect its drive; watching goes on by itself.</source>
        <translation>Der Ordner %1 ist nicht mehr erreichbar. Stellen Sie ihn wieder her oder schließen Sie sein Laufwerk an; die Überwachung geht dann von selbst weiter.</translation>
    </message>
    <message>
        <source>The folder %1 is back; watching goes on.</source>
        <translation>Der Ordner %1 ist wieder da; die Überwachung geht weiter.</translation>
    </message>
    <message>
        <source>The folder %1 lies on another drive than before: a drive was connected or has gone. Check that it is the right one.</source>
        <translation>Der Ordner %1 liegt auf einem anderen Laufwerk als zuvor: Ein Laufwerk kam hinzu oder fehlt. Prüfen Sie, ob es das richtige ist.</translation>
    </message>
    <message>
        <source>The log %1 cannot be written. Check the free space and whether its folder still exists; rows are kept and written as soon as it works again.</source>
        <translation>Das Protokoll %1 kann nicht geschrieben werden. Prüfen Sie den freien Platz und ob der Ordner noch da ist; die Zeilen werden behalten und geschrieben, sobald es wieder geht.</translation>
    </message>
    <message>
        <source>The log %1 is written again, and complete.</source>
        <translation>Das Protokoll %1 wird wieder geschrieben und ist vollständig.</translation>
    </message>
    <message>
        <source>The scores are back within their limits.</source>
        <translation>Die Werte liegen wieder innerhalb ihrer Grenzen.</translation>
    </message>
    <message>
        <source>The scores drift downwards: defects may be missed. Check that the camera sees the parts, and light and focus.</source>
        <translation>Die Werte driften nach unten: Fehler könnten übersehen werden. Prüfen Sie, ob die Kamera die Teile sieht, sowie Licht und Schärfe.</translation>
    </message>
    <message>
        <source>The scores drift upwards: false alarms may follow. Check light, focus and position of the parts, or train with recent pictures.</source>
        <translation>Die Werte driften nach oben: Fehlalarme können folgen. Prüfen Sie Licht, Schärfe und Lage der Teile, oder trainieren Sie mit neueren Bildern.</translation>
    </message>
    <message>
        <source>Too many rows of the log wait to be written: the oldest are lost from now on. Make room for %1, or choose another file.</source>
        <translation>Zu viele Zeilen des Protokolls warten: Ab jetzt gehen die ältesten verloren. Schaffen Sie Platz für %1 oder wählen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>Western Electric rule 1: a score beyond three sigma.</source>
        <translation>Western-Electric-Regel 1: ein Wert jenseits von drei Sigma.</translation>
    </message>
    <message>
        <source>Western Electric rule 2: two of three scores beyond two sigma on one side.</source>
        <translation>Western-Electric-Regel 2: zwei von drei Werten auf einer Seite jenseits von zwei Sigma.</translation>
    </message>
    <message>
        <source>Western Electric rule 3: four of five scores beyond one sigma on one side.</source>
        <translation>Western-Electric-Regel 3: vier von fünf Werten auf einer Seite jenseits von einem Sigma.</translation>
    </message>
    <message>
        <source>Western Electric rule 4: eight scores in a row on one side of the centre.</source>
        <translation>Western-Electric-Regel 4: acht Werte in Folge auf einer Seite der Mittellinie.</translation>
    </message>
    <message>
        <source>&quot;exact&quot; finds the nearest of all patches. &quot;hnsw&quot; and &quot;ivf-pq&quot; look at a part of the bank, which is faster from some 30,000 patches on: the score of the picture stays exact, single patches of the map may score too high. Banks below 10,000 patches are searched exactly in any case.</source>
        <translation>„exact“ findet den nächsten aller Patches. „hnsw“ und „ivf-pq“ sehen nur einen Teil der Bank an, was ab etwa 30.000 Patches schneller ist: Der Wert des Bildes bleibt exakt, einzelne Stellen der Karte können zu hoch ausfallen. Banken unter 10.000 Patches werden immer exakt durchsucht.</translation>
    </message>
    <message>
        <source>Coverage radius</source>
        <translation>Abdeckungsradius</translation>
    </message>
    <message>
        <source>Search of the memory bank</source>
        <translation>Suche in der Speicherbank</translation>
    </message>
    <message>
        <source>The memory bank is complete once every normal patch lies within this distance of it, even before it has the share that was asked for. A training tells the radius that it reached. 0: off.</source>
        <translation>Die Speicherbank ist fertig, sobald jeder normale Patch höchstens so weit von ihr entfernt ist, auch bevor sie den verlangten Anteil hat. Das Training nennt den erreichten Radius. 0: aus.</translation>
    </message>
    <message>
        <source>There is not enough memory. Choose a smaller input size, a smaller coreset ratio, fewer pictures or another detector, or close other programs.</source>
        <translation>Der Speicher reicht nicht. Wählen Sie eine kleinere Eingabegröße, einen kleineren Coreset-Anteil, weniger Bilder oder einen anderen Detektor, oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>This training needs about %1 of memory, and %2 are free: it is likely to fail. Choose a smaller coreset ratio, a smaller input size, fewer pictures or another detector (%3 needs least), or close other programs.</source>
        <translation>Dieses Training braucht etwa %1 Arbeitsspeicher, frei sind %2: Es wird wahrscheinlich scheitern. Wählen Sie einen kleineren Coreset-Anteil, eine kleinere Eingabegröße, weniger Bilder oder einen anderen Detektor (%3 braucht am wenigsten), oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>This training needs about %1 of memory, and %2 are free: it is likely to fail. Choose a smaller input size or fewer pictures, or close other programs.</source>
        <translation>Dieses Training braucht etwa %1 Arbeitsspeicher, frei sind %2: Es wird wahrscheinlich scheitern. Wählen Sie eine kleinere Eingabegröße oder weniger Bilder, oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>This training needs about %1 of memory, and %2 are free: it is likely to fail. Choose a smaller input size, fewer pictures or another detector (%3 needs least), or close other programs.</source>
        <translation>Dieses Training braucht etwa %1 Arbeitsspeicher, frei sind %2: Es wird wahrscheinlich scheitern. Wählen Sie eine kleinere Eingabegröße, weniger Bilder oder einen anderen Detektor (%3 braucht am wenigsten), oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>genau</translation>
    </message>
    <message>
        <source>hnsw</source>
        <translation>hnsw</translation>
    </message>
    <message>
        <source>Features while learning</source>
        <translation>Merkmale während des Lernens</translation>
    </message>
    <message>
        <source>This training needs about %1 of memory, and %2 are free: it is likely to fail. Choose half precision for the features while learning, a smaller coreset ratio, a smaller input size, fewer pictures or another detector (%3 needs least), or close other programs.</source>
        <translation>Dieses Training braucht etwa %1 Arbeitsspeicher, frei sind %2: Es wird wahrscheinlich scheitern. Wählen Sie halbe Genauigkeit für die Merkmale während des Lernens, einen kleineren Coreset-Anteil, eine kleinere Eingabegröße, weniger Bilder oder einen anderen Detektor (%3 braucht am wenigsten), oder schließen Sie andere Programme.</translation>
    </message>
    <message>
        <source>half</source>
        <translation>halb</translation>
    </message>
    <message>
        <source>single</source>
        <translation>einfach</translation>
    </message>
    <message>
        <source>%1 of %2 normal pictures are copies of others. A copy is no further evidence: towards the threshold each picture counts once.</source>
        <translation>%1 von %2 Gutbildern sind Kopien anderer. Eine Kopie ist kein weiterer Beleg: Für die Schwelle zählt jedes Bild nur einmal.</translation>
    </message>
    <message>
        <source>The folder holds other files, which might be overwritten. Choose a new or an empty folder.</source>
        <translation>Der Ordner enthält andere Dateien, die überschrieben werden könnten. Wählen Sie einen neuen oder leeren Ordner.</translation>
    </message>
    <message>
        <source>The mask does not fit its picture. Draw or export it again at the picture&apos;s size, with the defect in white.</source>
        <translation>Die Maske passt nicht zu ihrem Bild. Zeichnen oder exportieren Sie sie in der Größe des Bildes neu, mit dem Fehler in Weiß.</translation>
    </message>
    <message>
        <source>Chosen on the labels of the test pictures for the least cost, a miss costing %1 false alarms and %2 of the parts being defective: the figures on the same pictures are too favourable.</source>
        <translation>Nach den Labels der Testbilder für die geringsten Kosten gewählt, wobei ein Schlupf %1 Fehlalarme kostet und %2 der Teile fehlerhaft sind: Die Zahlen auf denselben Bildern sind zu günstig.</translation>
    </message>
    <message>
        <source>%1 parts in a row were not OK; the row is over.</source>
        <translation>%1 Teile in Folge waren nicht in Ordnung; die Folge ist zu Ende.</translation>
    </message>
    <message>
        <source>The training&apos;s intermediate state could not be kept (%1): had it been stopped, it would have begun anew. The model is complete.</source>
        <translation>Der Zwischenstand des Trainings konnte nicht aufbewahrt werden (%1): Wäre es angehalten worden, hätte es von vorn begonnen. Das Modell ist vollständig.</translation>
    </message>
    <message>
        <source>There are too few different good pictures: some are needed to learn from, and others to set the threshold by. 20 or more are recommended. Add pictures of good parts.</source>
        <translation>Es gibt zu wenige verschiedene Gutbilder: Aus einigen wird gelernt, nach anderen wird die Schwelle gesetzt. Empfohlen sind 20 oder mehr. Fügen Sie Bilder guter Teile hinzu.</translation>
    </message>
    <message>
        <source>How the features of all normal patches wait for the choice of the coreset. &quot;half&quot; rounds them to half precision, which takes half the memory and changes scores by about a thousandth. Needs a projection; with whitening the pictures are read twice.</source>
        <translation>So warten die Merkmale aller Gutbilder auf die Wahl des Coresets. „half“ rundet sie auf halbe Genauigkeit: Das braucht die Hälfte des Speichers und ändert Scores um etwa ein Tausendstel. Braucht eine Projektion; mit Weißen werden die Bilder zweimal gelesen.</translation>
    </message>
    <message>
        <source>Patch features are multiplied so that normal patches vary alike in every direction: what is unusual for these parts then counts, not what is large. &quot;auto&quot;: where features have at most 512 values; with longer ones inspection takes noticeably longer.</source>
        <translation>Patch-Merkmale werden so umgerechnet, dass gute Patches in jede Richtung gleich stark schwanken: Dann zählt, was für diese Teile ungewöhnlich ist, und nicht, was groß ist. „auto“: wo Merkmale höchstens 512 Werte haben; mit längeren dauert das Prüfen merklich länger.</translation>
    </message>
    <message>
        <source>Whitening</source>
        <translation>Weißen (Whitening)</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>auto</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>The threshold of %1 was set by hand: if test pictures were looked at meanwhile, its recall is too favourable, and it stands for another rate of false alarms than the others.</source>
        <translation>Die Schwelle von %1 wurde von Hand gesetzt: Wurden dabei Prüfbilder angesehen, ist ihre Trefferquote zu günstig, und sie steht für eine andere Fehlalarmrate als die übrigen.</translation>
    </message>
    <message>
        <source>Files with several pages or frames: %1. Only the first one is looked at; save the others as files of their own.</source>
        <translation>Dateien mit mehreren Seiten oder Einzelbildern: %1. Nur das erste wird angesehen; speichern Sie die anderen als eigene Dateien.</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::AboutDialog</name>
    <message>
        <source>About Spotcheck</source>
        <translation>Über Spotcheck</translation>
    </message>
    <message>
        <source>Spotcheck %1</source>
        <translation>Spotcheck %1</translation>
    </message>
    <message>
        <source>A workbench for visual anomaly inspection: it learns what good parts look like, and finds what differs. Pictures never leave this computer.</source>
        <translation>Eine Werkbank für die visuelle Anomalieprüfung: Sie lernt, wie gute Teile aussehen, und findet, was abweicht. Bilder verlassen diesen Rechner nie.</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::AgreementView</name>
    <message>
        <source>Attribute agreement</source>
        <translation>Attributive Übereinstimmung</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>Effectiveness</source>
        <translation>Effektivität</translation>
    </message>
    <message>
        <source>Share of right verdicts: acceptable from 90 %, marginal from 80 %</source>
        <translation>Anteil richtiger Urteile: annehmbar ab 90 %, bedingt annehmbar ab 80 %</translation>
    </message>
    <message>
        <source>Miss rate</source>
        <translation>Schlupfrate</translation>
    </message>
    <message>
        <source>Share of the defective pictures called good: acceptable to 2 %, marginal to 5 %</source>
        <translation>Anteil der fehlerhaften Bilder, die gut genannt werden: annehmbar bis 2 %, bedingt annehmbar bis 5 %</translation>
    </message>
    <message>
        <source>False alarm rate</source>
        <translation>Fehlalarmrate</translation>
    </message>
    <message>
        <source>Share of the good pictures called defective: acceptable to 5 %, marginal to 10 %</source>
        <translation>Anteil der guten Bilder, die fehlerhaft genannt werden: annehmbar bis 5 %, bedingt annehmbar bis 10 %</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa</source>
        <translation>Cohens Kappa</translation>
    </message>
    <message>
        <source>Agreement beyond chance, at most 1: acceptable from 0.75, marginal from 0.40</source>
        <translation>Übereinstimmung über den Zufall hinaus, höchstens 1: annehmbar ab 0,75, bedingt annehmbar ab 0,40</translation>
    </message>
    <message>
        <source>The worst of the four; not known while one of them is not. Limits: AIAG, Measurement Systems Analysis, 4th edition. Pictures for review are left out.</source>
        <translation>Das schlechteste der vier; nicht bekannt, solange eines nicht bekannt ist. Grenzen: AIAG, Measurement Systems Analysis, 4. Auflage. Bilder zur Nachprüfung zählen nicht mit.</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::Autosave</name>
    <message>
        <source>Keep a copy of the work</source>
        <translation>Eine Kopie der Arbeit behalten</translation>
    </message>
    <message>
        <source>No copy of the unsaved work can be kept at present. %1</source>
        <translation>Zurzeit kann keine Kopie der nicht gespeicherten Arbeit angelegt werden. %1</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::BackboneDetails</name>
    <message>
        <source>No download. As much work a picture as ResNet-18.</source>
        <translation>Kein Download. So viel Arbeit je Bild wie ResNet-18.</translation>
    </message>
    <message>
        <source>A download of about %1 MB. %2 billion multiplications for a picture of %3 px.</source>
        <translation>Ein Download von etwa %1 MB. %2 Milliarden Multiplikationen für ein Bild von %3 px.</translation>
    </message>
    <message>
        <source>Copy &amp;address</source>
        <translation>&amp;Adresse kopieren</translation>
    </message>
    <message>
        <source>Dele&amp;te…</source>
        <translation>Lösc&amp;hen…</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Aufwand</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>For fetching the file on another computer</source>
        <translation>Um die Datei an einem anderen Rechner zu holen</translation>
    </message>
    <message>
        <source>Trained by this project on pictures that it draws itself</source>
        <translation>Von diesem Projekt auf selbst gezeichneten Bildern trainiert</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>being computed…</source>
        <translation>wird berechnet…</translation>
    </message>
    <message>
        <source>&amp;Download again…</source>
        <translation>&amp;Erneut herunterladen…</translation>
    </message>
    <message>
        <source>&amp;Download…</source>
        <translation>&amp;Herunterladen…</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::BackboneList</name>
    <message>
        <source>Not on this computer</source>
        <translation>Nicht auf diesem Rechner</translation>
    </message>
    <message>
        <source>Comes with the program</source>
        <translation>Liegt dem Programm bei</translation>
    </message>
    <message>
        <source>Installed, %1</source>
        <translation>Installiert, %1</translation>
    </message>
    <message>
        <source>Backbones</source>
        <translation>Backbones</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::BackbonesDialog</name>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>, %1 left</source>
        <translation>, noch %1</translation>
    </message>
    <message>
        <source>Backbones</source>
        <translation>Backbones</translation>
    </message>
    <message>
        <source>Cancelled. A download goes on from where it stopped when it is started again.</source>
        <translation>Abgebrochen. Ein Download geht dort weiter, wo er stehen blieb, wenn er wieder gestartet wird.</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>Fortschritt des Downloads</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
    <message>
        <source>&amp;Import from a file…</source>
        <translation>Aus einer Datei &amp;importieren…</translation>
    </message>
    <message>
        <source>or drop a weights file here</source>
        <translation>oder eine Gewichtsdatei hier ablegen</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Download the weights of %1, about %2 MB?</source>
        <translation>Die Gewichte von %1 herunterladen, etwa %2 MB?</translation>
    </message>
    <message>
        <source>%1.

ImageNet&apos;s pictures are licensed for non-commercial research and education. Whether that binds weights trained on them is not settled: clear it for your company before you use them.</source>
        <translation>%1.

Die Bilder von ImageNet sind für nicht kommerzielle Forschung und Lehre lizenziert. Ob das auch darauf trainierte Gewichte bindet, ist nicht geklärt: Klären Sie es für Ihre Firma, bevor Sie sie verwenden.</translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>&amp;Herunterladen</translation>
    </message>
    <message>
        <source>Import weights</source>
        <translation>Gewichte importieren</translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.pth *.pt);;All files (*)</source>
        <translation>Gewichte (*.safetensors *.pth *.pt);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Delete the weights of %1 from this computer?</source>
        <translation>Die Gewichte von %1 von diesem Rechner löschen?</translation>
    </message>
    <message>
        <source>Models trained with them cannot inspect until the same weights are back.</source>
        <translation>Damit trainierte Modelle können nicht prüfen, bis dieselben Gewichte wieder da sind.</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>The weights of %1 were deleted.</source>
        <translation>Die Gewichte von %1 wurden gelöscht.</translation>
    </message>
    <message>
        <source>The weights of %1 are installed (%2). Choose it on the Train page.</source>
        <translation>Die Gewichte von %1 sind installiert (%2). Wählen Sie den Backbone auf der Seite Trainieren.</translation>
    </message>
    <message>
        <source>A backbone turns pictures into features; every detector builds on one. The embedded one needs no download. Measured so far, ImageNet&apos;s ResNet-18 found somewhat more on parts and showed better where; on photographs with planted marks the embedded one found more (see the README). Where ImageNet&apos;s terms are no obstacle, download it once and compare.</source>
        <translation>Ein Backbone macht aus Bildern Merkmale; jeder Detektor baut auf einem auf. Der mitgelieferte braucht keinen Download. Nach den bisherigen Messungen fand das ResNet-18 von ImageNet an Teilen etwas mehr und zeigte besser, wo; auf Fotos mit gepflanzten Fehlern fand der mitgelieferte mehr (siehe README). Wo die Bedingungen von ImageNet kein Hindernis sind, laden Sie es einmal herunter und vergleichen Sie.</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ChecksPanel</name>
    <message>
        <source>Take them out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Take them out of Test</source>
        <translation>Aus Test herausnehmen</translation>
    </message>
    <message>
        <source>Take the copies out</source>
        <translation>Kopien herausnehmen</translation>
    </message>
    <message>
        <source>Add pictures…</source>
        <translation>Bilder hinzufügen…</translation>
    </message>
    <message>
        <source>Draw them anew…</source>
        <translation>Neu zeichnen…</translation>
    </message>
    <message>
        <source>Draw masks…</source>
        <translation>Masken zeichnen…</translation>
    </message>
    <message>
        <source>Check my normals…</source>
        <translation>Meine Gutbilder prüfen…</translation>
    </message>
    <message>
        <source>Show what was found out about the pictures, and what can be done</source>
        <translation>Zeigt, was an den Bildern auffällt und was sich tun lässt</translation>
    </message>
    <message>
        <source>Find pictures among the normals that do not belong there</source>
        <translation>Findet unter den Gutbildern solche, die nicht dazugehören</translation>
    </message>
    <message numerus="yes">
        <source>Looking %n picture(s) over…</source>
        <translation>
            <numerusform>%n Bild wird durchgesehen…</numerusform>
            <numerusform>%n Bilder werden durchgesehen…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) looked over: nothing stands out</source>
        <translation>
            <numerusform>%n Bild durchgesehen: nichts fällt auf</numerusform>
            <numerusform>%n Bilder durchgesehen: nichts fällt auf</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) worth knowing about these pictures</source>
        <translation>
            <numerusform>%n Hinweis zu diesen Bildern</numerusform>
            <numerusform>%n Hinweise zu diesen Bildern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at before training</source>
        <translation>
            <numerusform>%n Punkt vor dem Training ansehen</numerusform>
            <numerusform>%n Punkte vor dem Training ansehen</numerusform>
        </translation>
    </message>
    <message>
        <source>Select</source>
        <translation>Auswählen</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>Suchen…</translation>
    </message>
    <message>
        <source>Choose a detector →</source>
        <translation>Detektor wählen →</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ColourLegend</name>
    <message>
        <source>Colour scale of the heat map</source>
        <translation>Farbskala der Heatmap</translation>
    </message>
    <message>
        <source>The same for every picture of this model. Drag the mark, or use the up and down arrow keys, to move the pixel threshold.</source>
        <translation>Für alle Bilder dieses Modells gleich. Ziehen Sie die Marke oder nehmen Sie die Pfeiltasten auf und ab, um die Pixelschwelle zu verschieben.</translation>
    </message>
    <message>
        <source>Pixel threshold %1</source>
        <translation>Pixelschwelle %1</translation>
    </message>
    <message>
        <source>Pixel threshold %1, above the scale</source>
        <translation>Pixelschwelle %1, über der Skala</translation>
    </message>
    <message>
        <source>Pixel threshold %1, below the scale</source>
        <translation>Pixelschwelle %1, unter der Skala</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ComparePage</name>
    <message>
        <source>Train all detectors</source>
        <translation>Alle Detektoren trainieren</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>Noch nichts zu vergleichen</translation>
    </message>
    <message>
        <source>Train detectors on the same good pictures. Their figures on the test pictures, their ROC curves and the pictures on which they disagree appear here.</source>
        <translation>Trainieren Sie Detektoren auf denselben Gutbildern. Hier erscheinen ihre Zahlen auf den Testbildern, ihre ROC-Kurven und die Bilder, über die sie uneins sind.</translation>
    </message>
    <message>
        <source>Train one detector</source>
        <translation>Einen Detektor trainieren</translation>
    </message>
    <message>
        <source>One model so far</source>
        <translation>Bisher ein Modell</translation>
    </message>
    <message>
        <source>Train another detector, or the same one with other settings, to compare it with.</source>
        <translation>Trainieren Sie einen anderen Detektor, oder denselben mit anderen Einstellungen, um zu vergleichen.</translation>
    </message>
    <message>
        <source>Train another detector</source>
        <translation>Noch einen Detektor trainieren</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Train &amp;all detectors</source>
        <translation>&amp;Alle Detektoren trainieren</translation>
    </message>
    <message>
        <source>Train every detector with the settings of the Train page, and run it over the test pictures</source>
        <translation>Jeden Detektor mit den Einstellungen der Seite Trainieren trainieren und über die Testbilder laufen lassen</translation>
    </message>
    <message>
        <source>Run the models over the test pictures that they miss</source>
        <translation>Die Modelle über die Testbilder laufen lassen, die ihnen fehlen</translation>
    </message>
    <message>
        <source>Add &amp;test pictures</source>
        <translation>&amp;Testbilder hinzufügen</translation>
    </message>
    <message>
        <source>Without them there are no figures</source>
        <translation>Ohne sie gibt es keine Zahlen</translation>
    </message>
    <message>
        <source>&amp;Use this model</source>
        <translation>Dieses Modell &amp;verwenden</translation>
    </message>
    <message>
        <source>Inspect with the selected model (Enter)</source>
        <translation>Mit dem gewählten Modell prüfen (Eingabe)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Take the selected model out of the comparison (Del)</source>
        <translation>Das gewählte Modell aus dem Vergleich nehmen (Entf)</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xportieren</translation>
    </message>
    <message>
        <source>Write table, curves and disagreements to a file</source>
        <translation>Tabelle, Kurven und Uneinigkeiten in eine Datei schreiben</translation>
    </message>
    <message>
        <source>&amp;HTML page…</source>
        <translation>&amp;HTML-Seite…</translation>
    </message>
    <message>
        <source>&amp;CSV table…</source>
        <translation>&amp;CSV-Tabelle…</translation>
    </message>
    <message>
        <source>&amp;JSON…</source>
        <translation>&amp;JSON…</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>Alle abbrechen</translation>
    </message>
    <message>
        <source>Stop this one and leave out the rest</source>
        <translation>Diesen anhalten und die übrigen auslassen</translation>
    </message>
    <message>
        <source>Figures of the models</source>
        <translation>Zahlen der Modelle</translation>
    </message>
    <message>
        <source>Pictures on which the verdicts differ</source>
        <translation>Bilder mit verschiedenen Urteilen</translation>
    </message>
    <message>
        <source>Double click on a verdict opens the picture in Inspect with that model</source>
        <translation>Ein Doppelklick auf ein Urteil öffnet das Bild in Prüfen mit diesem Modell</translation>
    </message>
    <message>
        <source>There are no test pictures: add some on the Images page to see how well the models work.</source>
        <translation>Es gibt keine Testbilder: Fügen Sie auf der Seite Bilder welche hinzu, um zu sehen, wie gut die Modelle arbeiten.</translation>
    </message>
    <message>
        <source>%1 good and %2 defective test pictures.</source>
        <translation>%1 gute und %2 fehlerhafte Testbilder.</translation>
    </message>
    <message>
        <source>Wait for the running job to end, or cancel it</source>
        <translation>Warten Sie auf das Ende der laufenden Aufgabe oder brechen Sie sie ab</translation>
    </message>
    <message>
        <source>Add normal pictures first</source>
        <translation>Fügen Sie zuerst Gutbilder hinzu</translation>
    </message>
    <message>
        <source>&amp;Inspect with 1 model</source>
        <translation>Mit 1 Modell &amp;prüfen</translation>
    </message>
    <message>
        <source>&amp;Inspect with %1 models</source>
        <translation>Mit %1 Modellen &amp;prüfen</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>Den Vergleich exportieren</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>%1 schreiben</translation>
    </message>
    <message numerus="yes">
        <source>Verdicts differ on %n picture(s)</source>
        <translation>
            <numerusform>Urteile unterscheiden sich bei %n Bild</numerusform>
            <numerusform>Urteile unterscheiden sich bei %n Bildern</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 good and %2 defective test pictures, not inspected with these models yet.</source>
        <translation>%1 gute und %2 fehlerhafte Testbilder, mit diesen Modellen noch nicht geprüft.</translation>
    </message>
    <message>
        <source>Where verdicts differ is known once two models were inspected</source>
        <translation>Wo Urteile sich unterscheiden, zeigt sich, sobald mit zwei Modellen geprüft wurde</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ComparisonPlot</name>
    <message>
        <source>ROC curves of all models</source>
        <translation>ROC-Kurven aller Modelle</translation>
    </message>
    <message>
        <source>Share of the defective pictures that are found, against the share of the good ones that raise a false alarm</source>
        <translation>Anteil der gefundenen fehlerhaften Bilder gegen den Anteil der guten, die einen Fehlalarm auslösen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>False alarm rate</source>
        <translation>Fehlalarmrate</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Needs good and
defective labels</source>
        <translation>Braucht die Labels
gut und fehlerhaft</translation>
    </message>
    <message>
        <source>Not inspected yet</source>
        <translation>Noch nicht geprüft</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ComparisonTable</name>
    <message>
        <source>%1 (failed)</source>
        <translation>%1 (misslungen)</translation>
    </message>
    <message>
        <source>%1 (in use)</source>
        <translation>%1 (in Gebrauch)</translation>
    </message>
    <message>
        <source>%1, best of the column</source>
        <translation>%1, das Beste der Spalte</translation>
    </message>
    <message>
        <source>Best of the column</source>
        <translation>Das Beste der Spalte</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>Backbone</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ConfusionView</name>
    <message>
        <source>Confusion matrix</source>
        <translation>Wahrheitsmatrix</translation>
    </message>
    <message>
        <source>Defective pictures that are called defective</source>
        <translation>Fehlerhafte Bilder, die fehlerhaft genannt werden</translation>
    </message>
    <message>
        <source>Defective pictures that are called good. Click to list them.</source>
        <translation>Fehlerhafte Bilder, die gut genannt werden. Klicken Sie, um sie aufzulisten.</translation>
    </message>
    <message>
        <source>Good pictures that are called defective. Click to list them.</source>
        <translation>Gute Bilder, die fehlerhaft genannt werden. Klicken Sie, um sie aufzulisten.</translation>
    </message>
    <message>
        <source>Good pictures that are called good</source>
        <translation>Gute Bilder, die gut genannt werden</translation>
    </message>
    <message>
        <source>called
defective</source>
        <translation>fehlerhaft
genannt</translation>
    </message>
    <message>
        <source>called
good</source>
        <translation>gut
genannt</translation>
    </message>
    <message>
        <source>defective</source>
        <translation>fehlerhaft</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>Defective pictures that go to a person. Click to list what goes to review.</source>
        <translation>Fehlerhafte Bilder, die an einen Menschen gehen. Klicken Sie, um die Nachprüfung aufzulisten.</translation>
    </message>
    <message>
        <source>Good pictures that go to a person. Click to list what goes to review.</source>
        <translation>Gute Bilder, die an einen Menschen gehen. Klicken Sie, um die Nachprüfung aufzulisten.</translation>
    </message>
    <message>
        <source>for
review</source>
        <translation>zur Nach-
prüfung</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ControlChartPlot</name>
    <message>
        <source>Control chart of the scores</source>
        <translation>Regelkarte der Werte</translation>
    </message>
    <message>
        <source>Scores of the last pictures and their weighted mean (EWMA), with the limits that follow from the good pictures held out from training: three sigma for a single score, and those of the EWMA. A diamond marks a score that breaks a Western Electric rule; rejected pictures count for nothing.</source>
        <translation>Werte der letzten Bilder und ihr gewichteter Mittelwert (EWMA), mit den Grenzen, die aus den beim Training zurückgehaltenen Gutbildern folgen: drei Sigma für einen einzelnen Wert und die des EWMA. Eine Raute markiert einen Wert, der eine Western-Electric-Regel verletzt; ausgesonderte Bilder zählen nicht mit.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>No scores yet</source>
        <translation>Noch keine Werte</translation>
    </message>
    <message>
        <source>EWMA %1, limits %2 to %3</source>
        <translation>EWMA %1, Grenzen %2 bis %3</translation>
    </message>
    <message>
        <source>EWMA</source>
        <translation>EWMA</translation>
    </message>
    <message>
        <source>its limits</source>
        <translation>seine Grenzen</translation>
    </message>
    <message>
        <source>three sigma</source>
        <translation>drei Sigma</translation>
    </message>
    <message>
        <source>breaks a rule</source>
        <translation>verletzt eine Regel</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>ausgesondert</translation>
    </message>
    <message>
        <source>mean of the normals</source>
        <translation>Mittel der Gutbilder</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>Schwelle</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::CrashReportDialog</name>
    <message>
        <source>Crash report</source>
        <translation>Absturzbericht</translation>
    </message>
    <message>
        <source>This is what Spotcheck wrote when it crashed. It holds names of files, but no pictures and nothing else of their content. Please pass it on to whoever looks after Spotcheck for you: it says where the fault is.</source>
        <translation>Das hat Spotcheck beim Absturz geschrieben. Es enthält Dateinamen, aber keine Bilder und auch sonst nichts vom Inhalt der Dateien. Bitte geben Sie es an die Person weiter, die Spotcheck bei Ihnen betreut: Es zeigt, wo der Fehler liegt.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Kopiert.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>Text (*.txt)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::CurvePlot</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::CurveTabs</name>
    <message>
        <source>Needs good and
defective labels</source>
        <translation>Braucht die Labels
gut und fehlerhaft</translation>
    </message>
    <message>
        <source>ROC curve</source>
        <translation>ROC-Kurve</translation>
    </message>
    <message>
        <source>Share of the defective pictures that are found, against the share of the good ones that raise a false alarm. Drag along the curve, or use the left and right arrow keys, to move the threshold.</source>
        <translation>Anteil der gefundenen fehlerhaften Bilder gegen den Anteil der guten, die einen Fehlalarm auslösen. Ziehen Sie entlang der Kurve oder nehmen Sie die Pfeiltasten links und rechts, um die Schwelle zu verschieben.</translation>
    </message>
    <message>
        <source>False alarm rate</source>
        <translation>Fehlalarmrate</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Precision-recall curve</source>
        <translation>Precision-Recall-Kurve</translation>
    </message>
    <message>
        <source>Share of the pictures called defective that are, against the share of the defective pictures that are found. Drag along the curve, or use the left and right arrow keys, to move the threshold.</source>
        <translation>Anteil der fehlerhaft genannten Bilder, die es sind, gegen den Anteil der gefundenen fehlerhaften. Ziehen Sie entlang der Kurve oder nehmen Sie die Pfeiltasten links und rechts, um die Schwelle zu verschieben.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Per-region overlap (PRO)</source>
        <translation>Überdeckung je Region (PRO)</translation>
    </message>
    <message>
        <source>Mean share of each defect&apos;s area that is found, against the share of defect-free pixels above the pixel threshold. Drag along the curve, or use the left and right arrow keys, to move the pixel threshold.</source>
        <translation>Mittlerer gefundener Anteil der Fläche jedes Fehlers gegen den Anteil fehlerfreier Pixel über der Pixelschwelle. Ziehen Sie entlang der Kurve oder nehmen Sie die Pfeiltasten links und rechts, um die Pixelschwelle zu verschieben.</translation>
    </message>
    <message>
        <source>False positive pixels</source>
        <translation>Falsch positive Pixel</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Überdeckung</translation>
    </message>
    <message>
        <source>Needs masks of
the defects</source>
        <translation>Braucht Masken
der Fehler</translation>
    </message>
    <message>
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message>
        <source>PR</source>
        <translation>PR</translation>
    </message>
    <message>
        <source>PRO</source>
        <translation>PRO</translation>
    </message>
    <message>
        <source>Receiver operating characteristic</source>
        <translation>Receiver Operating Characteristic</translation>
    </message>
    <message>
        <source>Precision and recall</source>
        <translation>Genauigkeit und Trefferquote</translation>
    </message>
    <message>
        <source>Per-region overlap, from the masks</source>
        <translation>Überdeckung je Region, aus den Masken</translation>
    </message>
    <message>
        <source>%1 good and %2 defective pictures</source>
        <translation>%1 gute und %2 fehlerhafte Bilder</translation>
    </message>
    <message>
        <source>AUROC %1 (n = %2)</source>
        <translation>AUROC %1 (n = %2)</translation>
    </message>
    <message>
        <source>Average precision %1 (n = %2)</source>
        <translation>Average Precision %1 (n = %2)</translation>
    </message>
    <message>
        <source>AUPRO to 30 %: %1</source>
        <translation>AUPRO bis 30 %: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n defect regions</source>
        <translation>
            <numerusform>%n Fehlerregion</numerusform>
            <numerusform>%n Fehlerregionen</numerusform>
        </translation>
    </message>
    <message>
        <source>This detector
draws no heat map</source>
        <translation>Dieser Detektor
zeichnet keine Heatmap</translation>
    </message>
    <message>
        <source>Labels or masks were changed:
inspect again</source>
        <translation>Labels oder Masken wurden
geändert: erneut prüfen</translation>
    </message>
    <message>
        <source>Too little memory for
the pixels of so many pictures</source>
        <translation>Zu wenig Speicher für
die Pixel so vieler Bilder</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::DetectorCard</name>
    <message>
        <source>No heat map</source>
        <translation>Keine Heatmap</translation>
    </message>
    <message>
        <source>Aligned parts</source>
        <translation>Ausgerichtete Teile</translation>
    </message>
    <message>
        <source>Extra training</source>
        <translation>Zusätzliches Training</translation>
    </message>
    <message>
        <source>Compares</source>
        <translation>Vergleicht</translation>
    </message>
    <message>
        <source>Scores by</source>
        <translation>Bewertet nach</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>Speichert</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>Ausrichtung</translation>
    </message>
    <message>
        <source>Published with</source>
        <translation>Veröffentlicht mit</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>What the model will hold of the normal pictures</source>
        <translation>Was das Modell von den Gutbildern halten wird</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::DisagreementModel</name>
    <message>
        <source>%1, against the label</source>
        <translation>%1, entgegen dem Label</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::Document</name>
    <message>
        <source>add pictures (%1)</source>
        <translation>Bilder hinzufügen (%1)</translation>
    </message>
    <message>
        <source>remove pictures (%1)</source>
        <translation>Bilder entfernen (%1)</translation>
    </message>
    <message>
        <source>move pictures to Normal (%1)</source>
        <translation>Bilder nach Gut verschieben (%1)</translation>
    </message>
    <message>
        <source>move pictures to Test (%1)</source>
        <translation>Bilder nach Test verschieben (%1)</translation>
    </message>
    <message>
        <source>label pictures (%1)</source>
        <translation>Bilder labeln (%1)</translation>
    </message>
    <message>
        <source>remove the model %1</source>
        <translation>das Modell %1 entfernen</translation>
    </message>
    <message>
        <source>change the thresholds</source>
        <translation>die Schwellen ändern</translation>
    </message>
    <message>
        <source>change the region of interest</source>
        <translation>den Prüfbereich ändern</translation>
    </message>
    <message>
        <source>find moved pictures (%1)</source>
        <translation>verschobene Bilder wiederfinden (%1)</translation>
    </message>
    <message>
        <source>draw masks (%1)</source>
        <translation>Masken zeichnen (%1)</translation>
    </message>
    <message>
        <source>change the scale</source>
        <translation>Maßstab ändern</translation>
    </message>
    <message>
        <source>change the name</source>
        <translation>Namen ändern</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ExportReportDialog</name>
    <message>
        <source>Export report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>PDF, to print and sign</source>
        <translation>PDF, zum Drucken und Unterschreiben</translation>
    </message>
    <message>
        <source>HTML, one file for the browser</source>
        <translation>HTML, eine Datei für den Browser</translation>
    </message>
    <message>
        <source>JSON, with every region</source>
        <translation>JSON, mit jeder Region</translation>
    </message>
    <message>
        <source>Annotated pictures (PNG)</source>
        <translation>Markierte Bilder (PNG)</translation>
    </message>
    <message>
        <source>Pictures shown in the report</source>
        <translation>Bilder, die der Bericht zeigt</translation>
    </message>
    <message>
        <source>Those judged defective</source>
        <translation>Die fehlerhaft beurteilten</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Those selected in the list</source>
        <translation>Die in der Liste gewählten</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>Folder of the report</source>
        <translation>Ordner des Berichts</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen…</translation>
    </message>
    <message>
        <source>Keep the model with the report, so that its SHA-256 can be checked</source>
        <translation>Das Modell beim Bericht aufbewahren, damit sein SHA-256 geprüft werden kann</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Ope&amp;n</source>
        <translation>Öff&amp;nen</translation>
    </message>
    <message>
        <source>Spotcheck</source>
        <translation>Spotcheck</translation>
    </message>
    <message>
        <source>%1 report</source>
        <extracomment>Name of a new folder; %1 is the project</extracomment>
        <translation>Bericht %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>There is nothing to report yet: inspect the test pictures first.</source>
        <translation>Noch gibt es nichts zu berichten: Prüfen Sie zuerst die Testbilder.</translation>
    </message>
    <message>
        <source>The report can be written when the running job is done: %1</source>
        <translation>Der Bericht kann geschrieben werden, wenn die laufende Aufgabe fertig ist: %1</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>Bericht wird geschrieben…</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Geschrieben nach %1</translation>
    </message>
    <message>
        <source>COCO, for labelling tools</source>
        <translation>COCO, für Label-Werkzeuge</translation>
    </message>
    <message>
        <source>CSV, a line a picture and a line a region</source>
        <translation>CSV, eine Zeile je Bild und eine je Region</translation>
    </message>
    <message>
        <source>Annotated pictures are those chosen here. Verdict, score and SHA-256 are listed for every picture.</source>
        <translation>Markiert werden die hier gewählten Bilder. Urteil, Wert und SHA-256 stehen für jedes Bild da.</translation>
    </message>
    <message>
        <source>There is a report in this folder already.</source>
        <translation>In diesem Ordner ist schon ein Bericht.</translation>
    </message>
    <message>
        <source>%1 would be overwritten. What the new report does not write stays there.</source>
        <translation>Überschrieben würde: %1. Was der neue Bericht nicht schreibt, bleibt dort.</translation>
    </message>
    <message>
        <source>Write to a new folder</source>
        <translation>In einen neuen Ordner schreiben</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>Überschreiben</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be annotated, the first is %1</source>
        <translation>
            <numerusform>%n Bild konnte nicht markiert werden: %1</numerusform>
            <numerusform>%n Bilder konnten nicht markiert werden, das erste ist %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::FiguresPanel</name>
    <message>
        <source>Label test pictures as good or defective to see rates and their intervals.</source>
        <translation>Labeln Sie Testbilder als gut oder fehlerhaft, um Raten und ihre Intervalle zu sehen.</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::FileFilters</name>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.bmp *.tif *.tiff *.webp);;All files (*)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.bmp *.tif *.tiff *.webp);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::GoalChooser</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Goal of the threshold</source>
        <translation>Ziel der Schwelle</translation>
    </message>
    <message>
        <source>From the labels of the test pictures; figures on these pictures are too favourable afterwards</source>
        <translation>Nach den Labels der Testbilder; Zahlen auf diesen Bildern sind danach zu günstig</translation>
    </message>
    <message>
        <source>False alarms at most</source>
        <translation>Fehlalarme höchstens</translation>
    </message>
    <message>
        <source>From good pictures alone, held out from the training</source>
        <translation>Aus Gutbildern allein, die vom Training zurückgehalten wurden</translation>
    </message>
    <message>
        <source>Misses at most</source>
        <translation>Schlupf höchstens</translation>
    </message>
    <message>
        <source>Best F1</source>
        <translation>Bestes F1</translation>
    </message>
    <message>
        <source>Least cost</source>
        <translation>Geringste Kosten</translation>
    </message>
    <message>
        <source>Mean + 3 sigma</source>
        <translation>Mittel + 3 Sigma</translation>
    </message>
    <message>
        <source>Mean and three standard deviations of good pictures held out from the training; promises no rate</source>
        <translation>Mittelwert und drei Standardabweichungen der zurückgehaltenen Gutbilder; sagt keine Rate zu</translation>
    </message>
    <message>
        <source>Sets the threshold from good pictures alone, held out from the training</source>
        <translation>Setzt die Schwelle aus Gutbildern allein, die vom Training zurückgehalten wurden</translation>
    </message>
    <message>
        <source>Share of the defective test pictures that may be called good</source>
        <translation>Anteil der fehlerhaften Testbilder, die gut genannt werden dürfen</translation>
    </message>
    <message>
        <source>Cost of a miss in false alarms</source>
        <translation>Kosten eines Schlupfs in Fehlalarmen</translation>
    </message>
    <message>
        <source>What a missed defect costs, as a multiple of what a false alarm costs</source>
        <translation>Was ein übersehener Fehler kostet, als Vielfaches eines Fehlalarms</translation>
    </message>
    <message>
        <source>Share of defective parts</source>
        <translation>Anteil fehlerhafter Teile</translation>
    </message>
    <message>
        <source>Share of defective parts where the detector will work, usually far less than in the test set</source>
        <translation>Anteil fehlerhafter Teile am Einsatzort, meist viel kleiner als im Testsatz</translation>
    </message>
    <message>
        <source> : 1</source>
        <translation> : 1</translation>
    </message>
    <message>
        <source>Set the threshold by the goal</source>
        <translation>Die Schwelle nach dem Ziel setzen</translation>
    </message>
    <message>
        <source>Needs test pictures labelled good and defective</source>
        <translation>Braucht als gut und als fehlerhaft gelabelte Testbilder</translation>
    </message>
    <message>
        <source>Needs good pictures held out from the training</source>
        <translation>Braucht vom Training zurückgehaltene Gutbilder</translation>
    </message>
    <message>
        <source>Needs test pictures labelled defective</source>
        <translation>Braucht als fehlerhaft gelabelte Testbilder</translation>
    </message>
    <message>
        <source>Youden&apos;s index</source>
        <translation>Youden-Index</translation>
    </message>
    <message>
        <source>Largest recall less false alarm rate.</source>
        <translation>Größte Differenz aus Trefferquote und Fehlalarmrate.</translation>
    </message>
    <message>
        <source>False alarms of the chi-square limit</source>
        <translation>Fehlalarme der Chi-Quadrat-Grenze</translation>
    </message>
    <message>
        <source>As if the features were normally distributed; refused where held-out good pictures speak against it</source>
        <translation>Als wären die Merkmale normalverteilt; abgelehnt, wo zurückgehaltene Gutbilder dagegen sprechen</translation>
    </message>
    <message>
        <source>Chi-square limit</source>
        <translation>Chi-Quadrat-Grenze</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::GoodPicture</name>
    <message>
        <source>%1 is among the normal pictures now. This detector learns it when it is trained again.</source>
        <translation>%1 ist jetzt unter den Gutbildern. Dieser Detektor lernt es, wenn er neu trainiert wird.</translation>
    </message>
    <message>
        <source>Learning a good picture</source>
        <translation>Ein Gutbild lernen</translation>
    </message>
    <message>
        <source>learn a good picture</source>
        <translation>ein Gutbild lernen</translation>
    </message>
    <message>
        <source>Learnt without a new training: the score of %1 fell from %2 to %3. It is among the normal pictures now; the calibration is still that of the training.</source>
        <translation>Ohne neues Training gelernt: Der Wert von %1 fiel von %2 auf %3. Es ist jetzt unter den Gutbildern; die Kalibrierung ist noch die des Trainings.</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures are among the normal pictures now. This detector learns them when it is trained again.</source>
        <translation>
            <numerusform>%n Bild ist jetzt unter den Gutbildern. Dieser Detektor lernt es, wenn er neu trainiert wird.</numerusform>
            <numerusform>%n Bilder sind jetzt unter den Gutbildern. Dieser Detektor lernt sie, wenn er neu trainiert wird.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was learnt from %1: the detector was changed meanwhile. Call it good again.</source>
        <translation>Aus %1 wurde nichts gelernt: Der Detektor wurde inzwischen geändert. Nennen Sie das Bild noch einmal gut.</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures were learnt without a new training. They are among the normal pictures now; the calibration is still that of the training.</source>
        <translation>
            <numerusform>%n Bild wurde ohne neues Training gelernt. Es ist jetzt unter den Gutbildern; die Kalibrierung ist noch die des Trainings.</numerusform>
            <numerusform>%n Bilder wurden ohne neues Training gelernt. Sie sind jetzt unter den Gutbildern; die Kalibrierung ist noch die des Trainings.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::GuideWindow</name>
    <message>
        <source>User guide</source>
        <translation>Benutzerhandbuch</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Im Handbuch suchen</translation>
    </message>
    <message>
        <source>The guide is in English so far.</source>
        <translation>Das Handbuch gibt es bisher nur auf Englisch.</translation>
    </message>
    <message numerus="yes">
        <source>Found in %n section(s). Enter shows the next place.</source>
        <translation>
            <numerusform>In einem Abschnitt gefunden. Die Eingabetaste zeigt die nächste Stelle.</numerusform>
            <numerusform>In %n Abschnitten gefunden. Die Eingabetaste zeigt die nächste Stelle.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found. Try another word.</source>
        <translation>Nicht gefunden. Versuchen Sie ein anderes Wort.</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ImagesPage</name>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Add pictures of good parts</source>
        <translation>Bilder guter Teile hinzufügen</translation>
    </message>
    <message>
        <source>Add pictures to test</source>
        <translation>Testbilder hinzufügen</translation>
    </message>
    <message>
        <source>Add a folder of good parts</source>
        <translation>Einen Ordner guter Teile hinzufügen</translation>
    </message>
    <message>
        <source>Add a folder of pictures to test</source>
        <translation>Einen Ordner mit Testbildern hinzufügen</translation>
    </message>
    <message>
        <source>Add pictures</source>
        <translation>Bilder hinzufügen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>No picture was found there. Spotcheck reads PNG, JPEG, BMP, TIFF and WebP.</source>
        <translation>Dort war kein Bild. Spotcheck liest PNG, JPEG, BMP, TIFF und WebP.</translation>
    </message>
    <message>
        <source>open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Normal (for training)</source>
        <translation>Gut (zum Trainieren)</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>“%1” is still running. Wait for it or cancel it, then try again.</source>
        <translation>„%1“ läuft noch. Warten Sie oder brechen Sie es ab und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Choose which part of every picture is looked at</source>
        <translation>Wählen, welcher Teil jedes Bildes angesehen wird</translation>
    </message>
    <message>
        <source>Region of interest…</source>
        <translation>Prüfbereich…</translation>
    </message>
    <message numerus="yes">
        <source>Region of interest: %n polygon(s)…</source>
        <translation>
            <numerusform>Prüfbereich: %n Polygon…</numerusform>
            <numerusform>Prüfbereich: %n Polygone…</numerusform>
        </translation>
    </message>
    <message>
        <source>take pictures out (%1)</source>
        <translation>Bilder herausnehmen (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were in this lane already and were not added again.</source>
        <translation>
            <numerusform>%n Bild war schon in dieser Spalte und wurde nicht noch einmal hinzugefügt.</numerusform>
            <numerusform>%n Bilder waren schon in dieser Spalte und wurden nicht noch einmal hinzugefügt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) found. Which lane are they for?</source>
        <translation>
            <numerusform>%n Bild gefunden. In welche Spalte gehört es?</numerusform>
            <numerusform>%n Bilder gefunden. In welche Spalte gehören sie?</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a data set</source>
        <translation>Einen Datensatz hinzufügen</translation>
    </message>
    <message>
        <source>add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were there already and were not added again.</source>
        <translation>
            <numerusform>%n Bild war schon da und wurde nicht noch einmal hinzugefügt.</numerusform>
            <numerusform>%n Bilder waren schon da und wurden nicht noch einmal hinzugefügt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::InspectPage</name>
    <message>
        <source>No detector yet</source>
        <translation>Noch kein Detektor</translation>
    </message>
    <message>
        <source>A detector learns from good pictures what a part should look like. Train one, then inspect your test pictures here.</source>
        <translation>Ein Detektor lernt von Gutbildern, wie ein Teil aussehen soll. Trainieren Sie einen und prüfen Sie dann hier Ihre Testbilder.</translation>
    </message>
    <message>
        <source>Train a detector first</source>
        <translation>Zuerst einen Detektor trainieren</translation>
    </message>
    <message>
        <source>No test pictures yet</source>
        <translation>Noch keine Testbilder</translation>
    </message>
    <message>
        <source>Add pictures to the test lane: labelled ones, good and defective, show how well the detector works; others are simply inspected.</source>
        <translation>Fügen Sie dem Testbereich Bilder hinzu: Gelabelte, gute und fehlerhafte, zeigen, wie gut der Detektor arbeitet; andere werden nur geprüft.</translation>
    </message>
    <message>
        <source>Add test pictures</source>
        <translation>Testbilder hinzufügen</translation>
    </message>
    <message>
        <source>Ready to inspect</source>
        <translation>Bereit zum Prüfen</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Inspect 1 test picture</source>
        <translation>1 Testbild prüfen</translation>
    </message>
    <message>
        <source>Inspect %1 test pictures</source>
        <translation>%1 Testbilder prüfen</translation>
    </message>
    <message>
        <source>Wait for the running job to end, or cancel it</source>
        <translation>Warten Sie auf das Ende der laufenden Aufgabe oder brechen Sie sie ab</translation>
    </message>
    <message>
        <source>Inspect all test pictures again (Ctrl+I)</source>
        <translation>Alle Testbilder erneut prüfen (Strg+I)</translation>
    </message>
    <message>
        <source>Wait a moment</source>
        <translation>Einen Augenblick</translation>
    </message>
    <message>
        <source>A job is running: see its progress at the bottom of the window.</source>
        <translation>Eine Aufgabe läuft: Ihr Fortschritt steht unten im Fenster.</translation>
    </message>
    <message>
        <source>The detector scores every picture of the test lane. Heat maps, verdicts and figures appear here; nothing is changed in your files.</source>
        <translation>Der Detektor bewertet jedes Bild des Testbereichs. Heatmaps, Urteile und Zahlen erscheinen hier; an Ihren Dateien wird nichts geändert.</translation>
    </message>
    <message>
        <source>%1 inspected, %2 ms a picture</source>
        <translation>%1 geprüft, %2 ms je Bild</translation>
    </message>
    <message>
        <source> · %1 added since</source>
        <translation> · %1 seither hinzugefügt</translation>
    </message>
    <message>
        <source>Inspecting</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>1 test picture was also used to train this detector; its score is too favourable. Take it out of the test lane.</source>
        <translation>Auf 1 Testbild wurde auch trainiert; sein Wert ist zu günstig. Nehmen Sie es aus dem Testbereich.</translation>
    </message>
    <message>
        <source>%1 test pictures were also used to train this detector; their scores are too favourable. Take them out of the test lane.</source>
        <translation>Auf %1 Testbilder wurde auch trainiert; ihre Werte sind zu günstig. Nehmen Sie sie aus dem Testbereich.</translation>
    </message>
    <message>
        <source>List the unreadable</source>
        <translation>Die nicht lesbaren auflisten</translation>
    </message>
    <message>
        <source>This is &amp;good</source>
        <translation>Das ist &amp;gut</translation>
    </message>
    <message>
        <source>This is &amp;good: move it to the normal pictures</source>
        <translation>Das ist &amp;gut: zu den Gutbildern verschieben</translation>
    </message>
    <message>
        <source>This is &amp;good: let the detector learn it</source>
        <translation>Das ist &amp;gut: den Detektor lernen lassen</translation>
    </message>
    <message numerus="yes">
        <source> · %n pictures learnt after the calibration</source>
        <translation>
            <numerusform> · %n Bild nach der Kalibrierung gelernt</numerusform>
            <numerusform> · %n Bilder nach der Kalibrierung gelernt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be read.</source>
        <translation>
            <numerusform>%n Bild konnte nicht gelesen werden.</numerusform>
            <numerusform>%n Bilder konnten nicht gelesen werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>This detector&apos;s scores are not distributed as the chi-square limit supposes: too many held-out normals lie above it. The threshold stays as it was.</source>
        <translation>Die Werte dieses Detektors sind nicht so verteilt, wie die Chi-Quadrat-Grenze annimmt: zu viele zurückgehaltene Gutbilder liegen darüber. Die Schwelle bleibt, wie sie war.</translation>
    </message>
    <message>
        <source>%1 is labelled defective.</source>
        <translation>%1 ist als fehlerhaft markiert.</translation>
    </message>
    <message>
        <source>As a normal picture it teaches the detector that parts like it are good; such defects are missed then.</source>
        <translation>Als Gutbild lehrt es den Detektor, dass solche Teile gut sind; solche Fehler werden dann übersehen.</translation>
    </message>
    <message>
        <source>It is good</source>
        <translation>Es ist gut</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source> · %1 unreadable</source>
        <translation> · %1 unlesbar</translation>
    </message>
    <message numerus="yes">
        <source>%n of the chosen pictures are labelled defective.</source>
        <translation>
            <numerusform>%n der gewählten Bilder ist als fehlerhaft gekennzeichnet.</numerusform>
            <numerusform>%n der gewählten Bilder sind als fehlerhaft gekennzeichnet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::JobStatus</name>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop the running job (Ctrl+.)</source>
        <translation>Die laufende Aufgabe anhalten (Strg+.)</translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation>%1: fertig</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1: misslungen</translation>
    </message>
    <message>
        <source>%1: cancelled</source>
        <translation>%1: abgebrochen</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::LanePanel</name>
    <message>
        <source>Normal pictures</source>
        <translation>Gutbilder</translation>
    </message>
    <message>
        <source>Test pictures</source>
        <translation>Testbilder</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>These parts are good</source>
        <translation>Diese Teile sind gut</translation>
    </message>
    <message>
        <source>Defective</source>
        <translation>Fehlerhaft</translation>
    </message>
    <message>
        <source>These parts are defective</source>
        <translation>Diese Teile sind fehlerhaft</translation>
    </message>
    <message>
        <source>No label</source>
        <translation>Ohne Label</translation>
    </message>
    <message>
        <source>Take the label away</source>
        <translation>Das Label wegnehmen</translation>
    </message>
    <message>
        <source>Move to Test</source>
        <translation>Nach Test</translation>
    </message>
    <message>
        <source>Move to Normal</source>
        <translation>Nach Gut</translation>
    </message>
    <message>
        <source>Move the selected pictures to the test lane</source>
        <translation>Die gewählten Bilder in den Testbereich verschieben</translation>
    </message>
    <message>
        <source>Move the selected pictures to the normal lane</source>
        <translation>Die gewählten Bilder zu den Gutbildern verschieben</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Take the selected pictures out; the files stay where they are</source>
        <translation>Die gewählten Bilder herausnehmen; die Dateien bleiben, wo sie sind</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Gut</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Pictures…</source>
        <translation>Bilder…</translation>
    </message>
    <message>
        <source>Add picture files to this lane</source>
        <translation>Dieser Spalte Bilddateien hinzufügen</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Ordner…</translation>
    </message>
    <message>
        <source>Add every picture below a folder to this lane</source>
        <translation>Alle Bilder unter einem Ordner dieser Spalte hinzufügen</translation>
    </message>
    <message>
        <source>Defect type</source>
        <translation>Fehlerart</translation>
    </message>
    <message>
        <source>Name the kind of defect of the selected pictures, then press Enter</source>
        <translation>Nennen Sie die Fehlerart der gewählten Bilder und drücken Sie die Eingabetaste</translation>
    </message>
    <message>
        <source>Start with pictures of good parts</source>
        <translation>Beginnen Sie mit Bildern guter Teile</translation>
    </message>
    <message>
        <source>Drop files or folders here. Spotcheck learns from them what a good part looks like; 20 to 200 are a good start. No defects are needed.</source>
        <translation>Legen Sie Dateien oder Ordner hier ab. Spotcheck lernt daraus, wie ein gutes Teil aussieht; 20 bis 200 sind ein guter Anfang. Fehler werden nicht gebraucht.</translation>
    </message>
    <message>
        <source>Then pictures to inspect</source>
        <translation>Dann Bilder zum Prüfen</translation>
    </message>
    <message>
        <source>Drop files or folders here. Label a few as good or defective to see how well the verdicts fit.</source>
        <translation>Legen Sie Dateien oder Ordner hier ab. Labeln Sie einige als gut oder fehlerhaft, um zu sehen, wie gut die Urteile passen.</translation>
    </message>
    <message>
        <source>Add pictures…</source>
        <translation>Bilder hinzufügen…</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Draws a small data set with defects, so that everything can be tried</source>
        <translation>Zeichnet einen kleinen Datensatz mit Fehlern, damit alles ausprobiert werden kann</translation>
    </message>
    <message>
        <source>no pictures yet</source>
        <translation>noch keine Bilder</translation>
    </message>
    <message>
        <source>, for training</source>
        <translation>, zum Trainieren</translation>
    </message>
    <message>
        <source>: %1 good, %2 defective</source>
        <translation>: %1 gut, %2 fehlerhaft</translation>
    </message>
    <message>
        <source>, %1 without label</source>
        <translation>, %1 ohne Label</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 gewählt</translation>
    </message>
    <message>
        <source>Mask…</source>
        <translation>Maske…</translation>
    </message>
    <message>
        <source>Draw where the selected parts are defective, for pixel figures</source>
        <translation>Zeichnen, wo die gewählten Teile fehlerhaft sind, für Pixelkennzahlen</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::LaneView</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::LiveFigures</name>
    <message>
        <source>Pictures judged good</source>
        <translation>Als gut beurteilte Bilder</translation>
    </message>
    <message>
        <source>Pictures within the review band, for a person to decide</source>
        <translation>Bilder im Nachprüfband, über die ein Mensch entscheidet</translation>
    </message>
    <message>
        <source>Pictures above the threshold</source>
        <translation>Bilder über der Schwelle</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Pictures that could not be inspected</source>
        <translation>Bilder, die nicht geprüft werden konnten</translation>
    </message>
    <message>
        <source>Yield</source>
        <translation>Gutanteil</translation>
    </message>
    <message>
        <source>Share of good pictures among those judged</source>
        <translation>Anteil guter Bilder an den beurteilten</translation>
    </message>
    <message>
        <source>Latency, ms</source>
        <translation>Verzögerung, ms</translation>
    </message>
    <message>
        <source>From a complete picture to its verdict: mean, and what 95 % stay below, over the last 1000 pictures</source>
        <translation>Vom fertigen Bild bis zum Urteil: Mittelwert, und worunter 95 % bleiben, über die letzten 1000 Bilder</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Complete pictures that wait for their turn</source>
        <translation>Fertige Bilder, die noch nicht an der Reihe waren</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1, 95 % below %2</source>
        <translation>%1, 95 % unter %2</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::LiveMessages</name>
    <message>
        <source>Model or threshold were changed. Stop and start again to inspect with them.</source>
        <translation>Modell oder Schwelle wurden geändert. Halten Sie an und starten Sie neu, um damit zu prüfen.</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::LivePage</name>
    <message>
        <source>No model yet</source>
        <translation>Noch kein Modell</translation>
    </message>
    <message>
        <source>Live judges every new picture of a folder or a camera with a trained model. Train one from pictures of good parts, or open one that was trained before.</source>
        <translation>Live beurteilt jedes neue Bild aus einem Ordner oder von einer Kamera mit einem trainierten Modell. Trainieren Sie eines mit Bildern guter Teile, oder öffnen Sie ein früher trainiertes.</translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation>Modell trainieren</translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation>Modell öffnen…</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Judge pictures as they come, with the current model and its threshold</source>
        <translation>Bilder beurteilen, sobald sie kommen, mit dem aktuellen Modell und seiner Schwelle</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>Anhal&amp;ten</translation>
    </message>
    <message>
        <source>End the live inspection</source>
        <translation>Die laufende Prüfung beenden</translation>
    </message>
    <message>
        <source>Control chart</source>
        <translation>Regelkarte</translation>
    </message>
    <message>
        <source>Recent rejects</source>
        <translation>Zuletzt ausgesondert</translation>
    </message>
    <message>
        <source>%1, log: %2</source>
        <translation>%1, Protokoll: %2</translation>
    </message>
    <message>
        <source>Waiting for the first picture</source>
        <translation>Wartet auf das erste Bild</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>Startet…</translation>
    </message>
    <message>
        <source>Ready. Start to judge pictures as they come.</source>
        <translation>Bereit. Starten Sie, um Bilder zu beurteilen, sobald sie kommen.</translation>
    </message>
    <message>
        <source>Choose a folder or a camera, then start.</source>
        <translation>Wählen Sie einen Ordner oder eine Kamera, dann starten Sie.</translation>
    </message>
    <message>
        <source>No drift</source>
        <translation>Keine Drift</translation>
    </message>
    <message>
        <source>Drift upwards</source>
        <translation>Drift nach oben</translation>
    </message>
    <message>
        <source>Drift downwards</source>
        <translation>Drift nach unten</translation>
    </message>
    <message>
        <source>Picture %1: %2</source>
        <translation>Bild %1: %2</translation>
    </message>
    <message>
        <source>Nothing is judged: the camera gives no pictures.</source>
        <translation>Es wird nicht geurteilt: Die Kamera liefert keine Bilder.</translation>
    </message>
    <message>
        <source>Nothing is judged: the folder cannot be reached.</source>
        <translation>Es wird nicht geurteilt: Der Ordner ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>Waiting for the next picture</source>
        <translation>Wartet auf das nächste Bild</translation>
    </message>
    <message>
        <source>%1, defective above %2 · %3</source>
        <translation>%1, fehlerhaft über %2 · %3</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::LiveSession</name>
    <message>
        <source>score %1</source>
        <translation>Wert %1</translation>
    </message>
    <message>
        <source>Live inspection</source>
        <translation>Live-Prüfung</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::LiveSetup</name>
    <message>
        <source>Where pictures come from</source>
        <translation>Woher Bilder kommen</translation>
    </message>
    <message>
        <source>Watch a folder that a camera writes to, or a camera itself</source>
        <translation>Einen Ordner überwachen, in den eine Kamera schreibt, oder eine Kamera selbst</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Log file</source>
        <translation>Protokolldatei</translation>
    </message>
    <message>
        <source>A CSV file to which every result is added; none where it is empty</source>
        <translation>Eine CSV-Datei, an die jedes Ergebnis angehängt wird; keine, wenn das Feld leer ist</translation>
    </message>
    <message>
        <source>No log</source>
        <translation>Kein Protokoll</translation>
    </message>
    <message>
        <source>Choose log…</source>
        <translation>Protokoll wählen…</translation>
    </message>
    <message>
        <source>Choose the CSV file to which results are added</source>
        <translation>Die CSV-Datei wählen, an die Ergebnisse angehängt werden</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Protokoll</translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation>Zu überwachender Ordner</translation>
    </message>
    <message>
        <source>Pictures that come here or below are inspected</source>
        <translation>Bilder, die hier oder darunter ankommen, werden geprüft</translation>
    </message>
    <message>
        <source>Folder that the camera writes to</source>
        <translation>Ordner, in den die Kamera schreibt</translation>
    </message>
    <message>
        <source>Also those already there</source>
        <translation>Auch schon vorhandene</translation>
    </message>
    <message>
        <source>Inspect also the pictures that are in the folder when the watch begins</source>
        <translation>Auch die Bilder prüfen, die beim Start schon im Ordner liegen</translation>
    </message>
    <message>
        <source>Choose fol&amp;der…</source>
        <translation>&amp;Ordner wählen…</translation>
    </message>
    <message>
        <source>Choose the folder to watch</source>
        <translation>Den zu überwachenden Ordner wählen</translation>
    </message>
    <message>
        <source>0 for the first camera of this computer, 1 for the second; or the address of a stream (rtsp://…), or a video file</source>
        <translation>0 für die erste Kamera dieses Rechners, 1 für die zweite; oder die Adresse eines Streams (rtsp://…) oder eine Videodatei</translation>
    </message>
    <message>
        <source>0, or an address</source>
        <translation>0 oder eine Adresse</translation>
    </message>
    <message>
        <source>Seconds between two pictures</source>
        <translation>Sekunden zwischen zwei Bildern</translation>
    </message>
    <message>
        <source>Least time between two pictures</source>
        <translation>Mindestzeit zwischen zwei Bildern</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV-Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>A &amp;picture every</source>
        <translation>&amp;Ein Bild alle</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::MainWindow</name>
    <message>
        <source>Read how to work with Spotcheck, and what its figures mean</source>
        <translation>Lesen, wie man mit Spotcheck arbeitet und was die Zahlen bedeuten</translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation>&amp;Benutzerhandbuch</translation>
    </message>
    <message>
        <source>Spotcheck</source>
        <translation>Spotcheck</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>%1 speichern</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>Ein Modell öffnen</translation>
    </message>
    <message>
        <source>Spotcheck models (*%1);;All files (*)</source>
        <translation>Spotcheck-Modelle (*%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Save the model</source>
        <translation>Das Modell speichern</translation>
    </message>
    <message>
        <source>Spotcheck models (*%1)</source>
        <translation>Spotcheck-Modelle (*%1)</translation>
    </message>
    <message>
        <source>Model: %1, %2</source>
        <translation>Modell: %1, %2</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>Noch kein Modell</translation>
    </message>
    <message>
        <source>“%1” is still running. Wait for it or cancel it, then try again.</source>
        <translation>„%1“ läuft noch. Warten Sie oder brechen Sie es ab und versuchen Sie es dann erneut.</translation>
    </message>
    <message>
        <source>Add pictures of good parts, to learn from</source>
        <translation>Bilder guter Teile hinzufügen, von denen gelernt wird</translation>
    </message>
    <message>
        <source>Add &amp;test pictures…</source>
        <translation>&amp;Testbilder hinzufügen…</translation>
    </message>
    <message>
        <source>Add pictures to inspect</source>
        <translation>Bilder zum Prüfen hinzufügen</translation>
    </message>
    <message>
        <source>Open &amp;model…</source>
        <translation>&amp;Modell öffnen…</translation>
    </message>
    <message>
        <source>Open a trained model</source>
        <translation>Ein trainiertes Modell öffnen</translation>
    </message>
    <message>
        <source>Save the trained model as a file that holds all an inspection needs</source>
        <translation>Das trainierte Modell als Datei speichern, die alles für eine Prüfung enthält</translation>
    </message>
    <message>
        <source>&amp;Export report…</source>
        <translation>Bericht &amp;exportieren…</translation>
    </message>
    <message>
        <source>Write the results as PDF, HTML, tables or pictures</source>
        <translation>Die Ergebnisse als PDF, HTML, Tabellen oder Bilder schreiben</translation>
    </message>
    <message>
        <source>Open the sam&amp;ple</source>
        <translation>Beis&amp;piel öffnen</translation>
    </message>
    <message>
        <source>Draw a small data set with defects, and open it</source>
        <translation>Einen kleinen Datensatz mit Fehlern zeichnen und öffnen</translation>
    </message>
    <message>
        <source>&amp;Backbones…</source>
        <translation>&amp;Backbones…</translation>
    </message>
    <message>
        <source>See which networks have weights here, and download or import others</source>
        <translation>Zeigt, welche Netze hier Gewichte haben, und lädt oder importiert andere</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;About Spotcheck</source>
        <translation>&amp;Über Spotcheck</translation>
    </message>
    <message>
        <source>&amp;Follow the system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Add pictures…</source>
        <translation>Bilder hinzufügen…</translation>
    </message>
    <message>
        <source>Add pictures to a lane</source>
        <translation>Einer Spalte Bilder hinzufügen</translation>
    </message>
    <message>
        <source>Spotcheck[*]</source>
        <translation>Spotcheck[*]</translation>
    </message>
    <message>
        <source>%1[*] – Spotcheck</source>
        <translation>%1[*] – Spotcheck</translation>
    </message>
    <message>
        <source>&amp;New project</source>
        <translation>&amp;Neues Projekt</translation>
    </message>
    <message>
        <source>Start anew, without pictures and models</source>
        <translation>Von vorn beginnen, ohne Bilder und Modelle</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>Projekt ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open a project that was saved before</source>
        <translation>Ein früher gespeichertes Projekt öffnen</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>Projekt &amp;speichern</translation>
    </message>
    <message>
        <source>Save the lists of pictures, labels, thresholds and trained models</source>
        <translation>Bilderlisten, Labels, Schwellen und trainierte Modelle speichern</translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation>Projekt speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Save the project under another name</source>
        <translation>Das Projekt unter einem anderen Namen speichern</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>Choose language and colours</source>
        <translation>Sprache und Farben wählen</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>&amp;Tasten…</translation>
    </message>
    <message>
        <source>See what can be done by keyboard</source>
        <translation>Zeigt, was mit der Tastatur geht</translation>
    </message>
    <message>
        <source>Add &amp;data set…</source>
        <translation>&amp;Datensatz hinzufügen…</translation>
    </message>
    <message>
        <source>Add a folder with train, test and ground_truth</source>
        <translation>Einen Ordner mit train, test und ground_truth hinzufügen</translation>
    </message>
    <message>
        <source>Add n&amp;ormal pictures…</source>
        <translation>&amp;Gutbilder hinzufügen…</translation>
    </message>
    <message>
        <source>Sa&amp;ve model…</source>
        <translation>Modell s&amp;peichern…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt verwendet</translation>
    </message>
    <message numerus="yes">
        <source>Found again: %n picture(s).</source>
        <translation>
            <numerusform>Wiedergefunden: %n Bild.</numerusform>
            <numerusform>Wiedergefunden: %n Bilder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Still missing: %n.</source>
        <translation>
            <numerusform>Noch vermisst: %n.</numerusform>
            <numerusform>Noch vermisst: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) of the project are not where they were. If they were moved, say where to; labels and masks stay as they are.</source>
        <translation>
            <numerusform>%n Bild des Projekts ist nicht mehr an seinem Ort. Wurde es verschoben, sagen Sie, wohin; Labels und Masken bleiben, wie sie sind.</numerusform>
            <numerusform>%n Bilder des Projekts sind nicht mehr an ihrem Ort. Wurden sie verschoben, sagen Sie, wohin; Labels und Masken bleiben, wie sie sind.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all models could be opened; they stay in the project.</source>
        <translation>Nicht alle Modelle ließen sich öffnen; sie bleiben im Projekt.</translation>
    </message>
    <message>
        <source>Find the pictures…</source>
        <translation>Bilder suchen…</translation>
    </message>
    <message>
        <source>a project without a name</source>
        <translation>ein Projekt ohne Namen</translation>
    </message>
    <message>
        <source>Recover it</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>No project yet</source>
        <translation>Noch kein Projekt</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>Bericht anzeigen</translation>
    </message>
    <message>
        <source>Spotcheck ended without being closed.</source>
        <translation>Spotcheck wurde beendet, ohne geschlossen zu werden.</translation>
    </message>
    <message numerus="yes">
        <source>There is unsaved work of %1: %2 with %n picture(s).</source>
        <translation>
            <numerusform>Es gibt nicht gespeicherte Arbeit vom %1: %2 mit %n Bild.</numerusform>
            <numerusform>Es gibt nicht gespeicherte Arbeit vom %1: %2 mit %n Bildern.</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing Spotcheck stops it.</source>
        <translation>Wenn Spotcheck geschlossen wird, wird es abgebrochen.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Abbrechen und schließen</translation>
    </message>
    <message>
        <source>Live is running</source>
        <translation>Live läuft</translation>
    </message>
    <message>
        <source>%1 was saved at %2</source>
        <translation>%1 wurde um %2 gespeichert</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::MaskDialog</name>
    <message>
        <source>The mask it had is of another size than the picture. Draw a new one.</source>
        <translation>Die bisherige Maske ist anders groß als das Bild. Bitte neu zeichnen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>Masken</translation>
    </message>
    <message>
        <source>Take the last step back</source>
        <translation>Den letzten Schritt zurücknehmen</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>Zurückgenommenes wiederholen</translation>
    </message>
    <message>
        <source>Take the whole mask away</source>
        <translation>Die ganze Maske entfernen</translation>
    </message>
    <message>
        <source>Keep this mask and go to the picture before</source>
        <translation>Diese Maske behalten und zum vorigen Bild gehen</translation>
    </message>
    <message>
        <source>Keep this mask and go to the next picture</source>
        <translation>Diese Maske behalten und zum nächsten Bild gehen</translation>
    </message>
    <message>
        <source>Keep this mask and close</source>
        <translation>Diese Maske behalten und schließen</translation>
    </message>
    <message>
        <source>Closing again gives this mask up.</source>
        <translation>Erneutes Schließen verwirft diese Maske.</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Mark what is defective</source>
        <translation>Markieren, was fehlerhaft ist</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>Mark a part corner by corner; a double click or Enter closes it</source>
        <translation>Eine Stelle Ecke für Ecke markieren; Doppelklick oder Eingabe schließt ab</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Take marks away; the right button does so with every tool</source>
        <translation>Markierungen entfernen; die rechte Taste tut das mit jedem Werkzeug</translation>
    </message>
    <message>
        <source>Width of the brush</source>
        <translation>Breite des Pinsels</translation>
    </message>
    <message>
        <source>Width of the brush in picture pixels ([ and ])</source>
        <translation>Breite des Pinsels in Bildpunkten ([ und ])</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>Wheel: zoom. Middle button: move. Right button: erase. F: whole picture. 1: pixel for pixel.</source>
        <translation>Rad: Zoom. Mittlere Taste: verschieben. Rechte Taste: radieren. F: ganzes Bild. 1: Pixel für Pixel.</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>Read the picture</source>
        <translation>Bild lesen</translation>
    </message>
    <message>
        <source>Keep the mask</source>
        <translation>Maske behalten</translation>
    </message>
    <message>
        <source>Click the corners; a double click or Enter closes the polygon, Esc gives it up.</source>
        <translation>Ecken anklicken; Doppelklick oder Eingabe schließt das Polygon, Esc verwirft es.</translation>
    </message>
    <message>
        <source>Go on to another picture.</source>
        <translation>Gehen Sie zu einem anderen Bild weiter.</translation>
    </message>
    <message>
        <source>Close the polygon first with Enter, or give it up with Esc.</source>
        <translation>Schließen Sie das Polygon erst mit Enter, oder geben Sie es mit Esc auf.</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::MaskEditor</name>
    <message>
        <source>Mask on the picture</source>
        <translation>Maske auf dem Bild</translation>
    </message>
    <message>
        <source>The picture is being read…</source>
        <translation>Das Bild wird gelesen…</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::MessageBar</name>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Show the technical reason</source>
        <translation>Den technischen Grund zeigen</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>Die Meldung schließen</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ModelQueue</name>
    <message>
        <source>Train %1 (%2 of %3)</source>
        <translation>%1 trainieren (%2 von %3)</translation>
    </message>
    <message>
        <source>Inspect with %1 (%2 of %3)</source>
        <translation>Mit %1 prüfen (%2 von %3)</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::NormalsDialog</name>
    <message>
        <source>Check</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>Neu trainieren</translation>
    </message>
    <message>
        <source>Check my normals</source>
        <translation>Meine Gutbilder prüfen</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Share that scores as high</source>
        <translation>Anteil mit so hohem Wert</translation>
    </message>
    <message>
        <source>Normal pictures, those that stand out most first</source>
        <translation>Gutbilder, die auffälligsten zuerst</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Look at the first ones: is the part good, and the picture as the others? The list ranks, it does not judge; some picture is always the first.</source>
        <translation>Sehen Sie die ersten an: Ist das Teil gut, und das Bild wie die anderen? Die Liste ordnet, sie urteilt nicht; irgendein Bild steht immer oben.</translation>
    </message>
    <message>
        <source>Read the picture</source>
        <translation>Bild lesen</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) removed from the normals. Undo in the window takes it back.</source>
        <translation>
            <numerusform>%n Bild aus den Gutbildern entfernt. Rückgängig im Fenster holt es zurück.</numerusform>
            <numerusform>%n Bilder aus den Gutbildern entfernt. Rückgängig im Fenster holt sie zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove from the normals</source>
        <translation>Aus den Gutbildern entfernen</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n picture(s) from the normals</source>
        <translation>
            <numerusform>%n Bild aus den Gutbildern entfernen</numerusform>
            <numerusform>%n Bilder aus den Gutbildern entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Every normal picture is scored by %1 as trained without it. A defective part that slipped in among the normals comes to the top of the list. Each round takes about as long as a training.</source>
        <translation>Jedes Gutbild wird von %1 bewertet, trainiert ohne dieses Bild. Ein fehlerhaftes Teil, das unter die guten geraten ist, steht dann oben. Jede Runde dauert etwa so lange wie ein Training.</translation>
    </message>
    <message>
        <source>Hold Space to see the bare picture; the wheel zooms.</source>
        <translation>Leertaste halten zeigt das bloße Bild; das Rad vergrößert.</translation>
    </message>
    <message>
        <source>&amp;Rounds</source>
        <translation>&amp;Runden</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::OperatingPointPanel</name>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Pixel threshold</source>
        <translation>Pixelschwelle</translation>
    </message>
    <message>
        <source>A picture is called defective when its score is above</source>
        <translation>Ein Bild gilt als fehlerhaft, wenn sein Wert darüber liegt</translation>
    </message>
    <message>
        <source>A pixel belongs to a defect region when its map value is above</source>
        <translation>Ein Pixel gehört zu einer Fehlerregion, wenn sein Kartenwert darüber liegt</translation>
    </message>
    <message>
        <source>Least defect area</source>
        <translation>Kleinste Fehlerfläche</translation>
    </message>
    <message>
        <source>Smaller defect regions are left out</source>
        <translation>Kleinere Fehlerregionen werden weggelassen</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>&amp;Threshold</source>
        <translation>&amp;Schwelle</translation>
    </message>
    <message>
        <source>&amp;Pixel threshold</source>
        <translation>&amp;Pixelschwelle</translation>
    </message>
    <message>
        <source>&amp;Least area</source>
        <translation>&amp;Kleinste Fläche</translation>
    </message>
    <message>
        <source>From normals</source>
        <translation>Aus Gutbildern</translation>
    </message>
    <message>
        <source>Too few normals</source>
        <translation>Zu wenige Gutbilder</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>Test labels were used</source>
        <translation>Testlabels verwendet</translation>
    </message>
    <message>
        <source>Review above</source>
        <translation>Nachprüfung über</translation>
    </message>
    <message>
        <source>Pictures with a score between this one and the threshold go to a person</source>
        <translation>Bilder mit einem Wert zwischen diesem und der Schwelle gehen an einen Menschen</translation>
    </message>
    <message>
        <source>3 sigma of normals</source>
        <translation>3 Sigma der Gutbilder</translation>
    </message>
    <message>
        <source>Chi-square limit</source>
        <translation>Chi-Quadrat-Grenze</translation>
    </message>
    <message>
        <source> mm²</source>
        <translation> mm²</translation>
    </message>
    <message>
        <source>Smaller defect regions are left out; a pixel is %1 mm²</source>
        <translation>Kleinere Fehlerregionen bleiben weg; ein Pixel ist %1 mm² groß</translation>
    </message>
    <message>
        <source>&amp;Review above</source>
        <translation>&amp;Nachprüfung über</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ParameterField</name>
    <message>
        <source>Back to the default, %1</source>
        <translation>Zurück zur Vorgabe, %1</translation>
    </message>
    <message>
        <source>Reset %1 to its default</source>
        <translation>%1 auf die Vorgabe zurücksetzen</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Ein</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ParameterForm</name>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Parameters that seldom need a change</source>
        <translation>Parameter, die selten geändert werden müssen</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::PictureChecker</name>
    <message>
        <source>Look the pictures over</source>
        <translation>Bilder durchsehen</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::PictureSettings</name>
    <message>
        <source>as the width</source>
        <translation>wie die Breite</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>Ganzes Bild</translation>
    </message>
    <message>
        <source>Centre crop</source>
        <translation>Mittelausschnitt</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Shift and rotation</source>
        <translation>Verschiebung und Drehung</translation>
    </message>
    <message>
        <source>Perspective</source>
        <translation>Perspektive</translation>
    </message>
    <message>
        <source>&amp;Input size</source>
        <translation>E&amp;ingabegröße</translation>
    </message>
    <message>
        <source>Pictures are brought to this many pixels a side. Larger finds smaller defects and takes longer: twice the size is four times the work.</source>
        <translation>Bilder werden auf so viele Pixel je Seite gebracht. Größer findet kleinere Fehler und dauert länger: doppelte Größe ist vierfache Arbeit.</translation>
    </message>
    <message>
        <source>Input heigh&amp;t</source>
        <translation>Ein&amp;gabehöhe</translation>
    </message>
    <message>
        <source>For pictures that are much wider or taller than a square.</source>
        <translation>Für Bilder, die viel breiter oder höher sind als ein Quadrat.</translation>
    </message>
    <message>
        <source>Fra&amp;ming</source>
        <translation>A&amp;usschnitt</translation>
    </message>
    <message>
        <source>The whole picture keeps what is at the border; a centre crop is what published figures use.</source>
        <translation>Das ganze Bild behält, was am Rand liegt; einen Mittelausschnitt verwenden veröffentlichte Zahlen.</translation>
    </message>
    <message>
        <source>Tile &amp;columns</source>
        <translation>Kachel&amp;spalten</translation>
    </message>
    <message>
        <source>Large pictures can be cut into tiles, each seen at the input size. Time and memory grow with the number of tiles.</source>
        <translation>Große Bilder können in Kacheln geschnitten werden, jede in der Eingabegröße. Zeit und Speicher wachsen mit der Zahl der Kacheln.</translation>
    </message>
    <message>
        <source>Tile &amp;rows</source>
        <translation>Kachel&amp;zeilen</translation>
    </message>
    <message>
        <source>Tile &amp;overlap</source>
        <translation>Kachel&amp;überlappung</translation>
    </message>
    <message>
        <source>Share of a tile that its neighbour sees as well.</source>
        <translation>Anteil einer Kachel, den auch ihre Nachbarin sieht.</translation>
    </message>
    <message>
        <source>&amp;Alignment</source>
        <translation>Aus&amp;richtung</translation>
    </message>
    <message>
        <source>Brings every part into the same place. For parts that lie differently from picture to picture.</source>
        <translation>Bringt jedes Teil an dieselbe Stelle. Für Teile, die von Bild zu Bild anders liegen.</translation>
    </message>
    <message>
        <source>Ali&amp;gn to</source>
        <translation>Ausrichten a&amp;n</translation>
    </message>
    <message>
        <source>Best a sharp picture on which the part lies straight.</source>
        <translation>Am besten ein scharfes Bild, auf dem das Teil gerade liegt.</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::PictureViewer</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Reading the picture…</source>
        <translation>Bild wird gelesen…</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>The language changes at the next start of Spotcheck.</source>
        <translation>Die Sprache wechselt beim nächsten Start von Spotcheck.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::PresetChooser</name>
    <message>
        <source>Your own values.</source>
        <translation>Ihre eigenen Werte.</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ProblemsPanel</name>
    <message>
        <source>Show which files, and why</source>
        <translation>Zeigen, welche Dateien und warum</translation>
    </message>
    <message>
        <source>Files that were not added</source>
        <translation>Dateien, die nicht hinzugefügt wurden</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Close this list</source>
        <translation>Diese Liste schließen</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were not added</source>
        <translation>
            <numerusform>%n Datei wurde nicht hinzugefügt</numerusform>
            <numerusform>%n Dateien wurden nicht hinzugefügt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ProjectController</name>
    <message>
        <source>Open a project</source>
        <translation>Ein Projekt öffnen</translation>
    </message>
    <message>
        <source>Spotcheck projects (*%1);;All files (*)</source>
        <translation>Spotcheck-Projekte (*%1);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>The model %1 could not be opened: %2</source>
        <translation>Das Modell %1 konnte nicht geöffnet werden: %2</translation>
    </message>
    <message>
        <source>%1 is open in another window.</source>
        <translation>%1 ist in einem anderen Fenster offen.</translation>
    </message>
    <message>
        <source>Program %1 on %2 has it open. Opened as a copy, it has to be saved under another name, so that neither overwrites the other.</source>
        <translation>Programm %1 auf %2 hat es offen. Als Kopie geöffnet, muss es unter einem anderen Namen gespeichert werden, damit keines das andere überschreibt.</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>Kopie öffnen</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>Das Projekt speichern</translation>
    </message>
    <message>
        <source>Spotcheck projects (*%1)</source>
        <translation>Spotcheck-Projekte (*%1)</translation>
    </message>
    <message>
        <source>project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>%1 is open in another window. Save under another name.</source>
        <translation>%1 ist in einem anderen Fenster offen. Speichern Sie unter einem anderen Namen.</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>%1 speichern</translation>
    </message>
    <message>
        <source>There is unsaved work.</source>
        <translation>Es gibt nicht gespeicherte Arbeit.</translation>
    </message>
    <message>
        <source>Labels, thresholds, the lists of pictures and trained models that are not saved will be lost.</source>
        <translation>Nicht gespeicherte Labels, Schwellen, Bilderlisten und trainierte Modelle gehen verloren.</translation>
    </message>
    <message>
        <source>Where are the pictures now?</source>
        <translation>Wo sind die Bilder jetzt?</translation>
    </message>
    <message>
        <source>Look for the pictures</source>
        <translation>Bilder suchen</translation>
    </message>
    <message>
        <source>Whether that program still runs cannot be seen from here.</source>
        <translation>Ob dieses Programm noch läuft, ist von hier aus nicht zu sehen.</translation>
    </message>
    <message>
        <source>It is closed there: open it</source>
        <translation>Dort ist es geschlossen: öffnen</translation>
    </message>
    <message>
        <source>It belongs to this project. Leaving the project stops it.</source>
        <translation>Das gehört zu diesem Projekt. Wer das Projekt verlässt, hält es an.</translation>
    </message>
    <message>
        <source>Stop and leave</source>
        <translation>Anhalten und verlassen</translation>
    </message>
    <message>
        <source>Recover unsaved work</source>
        <translation>Nicht gespeicherte Arbeit wiederherstellen</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::QueueResult</name>
    <message>
        <source>Compare them →</source>
        <translation>Vergleichen →</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>Neu trainieren</translation>
    </message>
    <message>
        <source>Back to the settings; what is trained stays</source>
        <translation>Zurück zu den Einstellungen; Trainiertes bleibt</translation>
    </message>
    <message numerus="yes">
        <source>%n detector(s) trained</source>
        <translation>
            <numerusform>%n Detektor trainiert</numerusform>
            <numerusform>%n Detektoren trainiert</numerusform>
        </translation>
    </message>
    <message>
        <source>trained in %1</source>
        <translation>trainiert in %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more stay(s) in the queue</source>
        <translation>
            <numerusform>%n weiterer bleibt in der Warteschlange</numerusform>
            <numerusform>%n weitere bleiben in der Warteschlange</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::RatesView</name>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Trefferquote</translation>
    </message>
    <message>
        <source>Share of the defective pictures found</source>
        <translation>Anteil der gefundenen fehlerhaften Bilder</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>Fehlalarme</translation>
    </message>
    <message>
        <source>Share of the good pictures called defective</source>
        <translation>Anteil der guten Bilder, die fehlerhaft genannt werden</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Share of the pictures called defective that are defective</source>
        <translation>Anteil der fehlerhaft genannten Bilder, die es sind</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Harmonic mean of recall and precision; counted over the pictures that are defective or called so</source>
        <translation>Harmonisches Mittel aus Trefferquote und Genauigkeit; gezählt über Bilder, die fehlerhaft sind oder so genannt werden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>Zur Nachprüfung</translation>
    </message>
    <message>
        <source>Share of the labelled pictures that a person has to look at</source>
        <translation>Anteil der gelabelten Bilder, die ein Mensch ansehen muss</translation>
    </message>
    <message>
        <source>Recall with review</source>
        <translation>Trefferquote mit Nachprüfung</translation>
    </message>
    <message>
        <source>Share of the defective pictures that are called defective or go to review</source>
        <translation>Anteil der fehlerhaften Bilder, die fehlerhaft genannt werden oder zur Nachprüfung gehen</translation>
    </message>
    <message>
        <source>False alarms with review</source>
        <translation>Fehlalarme mit Nachprüfung</translation>
    </message>
    <message>
        <source>Share of the good pictures that are called defective or go to review</source>
        <translation>Anteil der guten Bilder, die fehlerhaft genannt werden oder zur Nachprüfung gehen</translation>
    </message>
    <message>
        <source>n = %1</source>
        <translation>n = %1</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ReferencePicture</name>
    <message>
        <source>First normal picture</source>
        <translation>Erstes Gutbild</translation>
    </message>
    <message>
        <source>A picture…</source>
        <translation>Ein Bild…</translation>
    </message>
    <message>
        <source>The picture to align to</source>
        <translation>Das Bild, an dem ausgerichtet wird</translation>
    </message>
    <message>
        <source>%1 (another…)</source>
        <translation>%1 (anderes…)</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::RegionDialog</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>Ganzes Bild</translation>
    </message>
    <message>
        <source>Region of interest</source>
        <translation>Prüfbereich</translation>
    </message>
    <message>
        <source>Picture to draw over</source>
        <translation>Bild, auf dem gezeichnet wird</translation>
    </message>
    <message>
        <source>Take the last step back (%1)</source>
        <translation>Den letzten Schritt zurücknehmen (%1)</translation>
    </message>
    <message>
        <source>Remove the chosen polygon (%1)</source>
        <translation>Das gewählte Polygon entfernen (%1)</translation>
    </message>
    <message>
        <source>Remove all polygons: everything is looked at</source>
        <translation>Alle Polygone entfernen: Alles wird angesehen</translation>
    </message>
    <message>
        <source>Look &amp;here</source>
        <translation>&amp;Hier hinsehen</translation>
    </message>
    <message>
        <source>&amp;Ignore this</source>
        <translation>Das hier &amp;ignorieren</translation>
    </message>
    <message>
        <source>Read the picture</source>
        <translation>Bild lesen</translation>
    </message>
    <message>
        <source>Close the polygon first, or drop it with Escape.</source>
        <translation>Schließen Sie zuerst das Polygon, oder verwerfen Sie es mit Escape.</translation>
    </message>
    <message>
        <source>These polygons leave nothing to look at.</source>
        <translation>Diese Polygone lassen nichts zum Ansehen übrig.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Do again what was taken back (%1)</source>
        <translation>Zurückgenommenes wiederholen (%1)</translation>
    </message>
    <message>
        <source>Click corner by corner, and close the polygon with a double click or Enter. Drag a corner to move it; a right click on a line sets a corner, on a corner it takes it away. A click into a polygon of the chosen kind selects it; with Shift it draws another one inside. What lies in the shade is not looked at; models trained from now on follow it.</source>
        <translation>Ecke für Ecke klicken und das Polygon mit Doppelklick oder Eingabe schließen. Ecken lassen sich ziehen; ein Rechtsklick auf eine Linie setzt eine Ecke, auf eine Ecke nimmt er sie weg. Ein Klick in ein Polygon der gewählten Art wählt es aus; mit Umschalt zeichnet er darin ein weiteres. Was im Schatten liegt, wird nicht angesehen; ab jetzt trainierte Modelle richten sich danach.</translation>
    </message>
    <message>
        <source>Choose another picture to draw over.</source>
        <translation>Wählen Sie ein anderes Bild als Unterlage.</translation>
    </message>
    <message>
        <source>Drop the changed polygons?</source>
        <translation>Die geänderten Polygone verwerfen?</translation>
    </message>
    <message>
        <source>The region of interest stays as it was before.</source>
        <translation>Der Prüfbereich bleibt, wie er vorher war.</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Go on drawing</source>
        <translation>Weiterzeichnen</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::RegionEditor</name>
    <message>
        <source>Region of interest on the picture</source>
        <translation>Prüfbereich auf dem Bild</translation>
    </message>
    <message>
        <source>The picture is being read…</source>
        <translation>Das Bild wird gelesen…</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::RegionTable</name>
    <message>
        <source>Defect regions of the picture</source>
        <translation>Fehlerregionen des Bildes</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::RejectDialog</name>
    <message>
        <source>Hold Space to see the bare picture; the wheel zooms.</source>
        <translation>Leertaste halten zeigt das bloße Bild; das Rad vergrößert.</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::RejectStrip</name>
    <message>
        <source>Recent pictures that are not OK, unreadable, or for review</source>
        <translation>Letzte Bilder, die nicht in Ordnung, nicht lesbar oder nachzuprüfen sind</translation>
    </message>
    <message>
        <source>None so far: pictures that are not OK, unreadable, or for review appear here</source>
        <translation>Bisher keine: Hier erscheinen Bilder, die nicht in Ordnung, nicht lesbar oder nachzuprüfen sind</translation>
    </message>
    <message>
        <source>Click to look at it</source>
        <translation>Klicken, um es anzusehen</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ReportFieldsBox</name>
    <message>
        <source>On the first page</source>
        <translation>Auf der ersten Seite</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Löschen</translation>
    </message>
    <message>
        <source>Te&amp;mplate</source>
        <translation>&amp;Vorlage</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>Visual inspection report</source>
        <translation>Bericht der Sichtprüfung</translation>
    </message>
    <message>
        <source>C&amp;ompany</source>
        <translation>&amp;Firma</translation>
    </message>
    <message>
        <source>Lo&amp;go</source>
        <translation>Lo&amp;go</translation>
    </message>
    <message>
        <source>&amp;Part</source>
        <translation>T&amp;eil</translation>
    </message>
    <message>
        <source>&amp;Lot</source>
        <translation>&amp;Los</translation>
    </message>
    <message>
        <source>Ope&amp;rator</source>
        <translation>P&amp;rüfer</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Fills the fields below with those that were kept under a name</source>
        <translation>Füllt die Felder unten mit denen, die unter einem Namen aufgehoben wurden</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>&amp;Speichern als…</translation>
    </message>
    <message>
        <source>Keep these fields and the logo under a name</source>
        <translation>Diese Felder und das Logo unter einem Namen aufheben</translation>
    </message>
    <message>
        <source>Forget the chosen template; the fields stay</source>
        <translation>Die gewählte Vorlage vergessen; die Felder bleiben</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>PNG, JPEG or SVG file; none</source>
        <translation>PNG-, JPEG- oder SVG-Datei; keine</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>Durch&amp;suchen…</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Save template</source>
        <translation>Vorlage speichern</translation>
    </message>
    <message>
        <source>Name (one that is there already is replaced):</source>
        <translation>Name (ein vorhandener wird ersetzt):</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.svg)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.svg)</translation>
    </message>
    <message>
        <source>There is no such logo file.</source>
        <translation>Diese Logodatei gibt es nicht.</translation>
    </message>
    <message>
        <source>The logo is too large: at most 16 MB and 50 million pixels, an SVG 2 MB.</source>
        <translation>Das Logo ist zu groß: höchstens 16 MB und 50 Millionen Pixel, ein SVG 2 MB.</translation>
    </message>
    <message>
        <source>This cannot be read as a logo: it must be a whole PNG, JPEG or SVG file.</source>
        <translation>Das ist als Logo nicht lesbar: es muss eine vollständige PNG-, JPEG- oder SVG-Datei sein.</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ResultPanel</name>
    <message>
        <source>Search by name</source>
        <translation>Nach Namen suchen</translation>
    </message>
    <message>
        <source>Search name or defect type</source>
        <translation>Name oder Fehlerart suchen</translation>
    </message>
    <message>
        <source>Pictures to show</source>
        <translation>Gezeigte Bilder</translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation>Alle Bilder</translation>
    </message>
    <message>
        <source>Called defective</source>
        <translation>Fehlerhaft genannt</translation>
    </message>
    <message>
        <source>Called good</source>
        <translation>Gut genannt</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Übersehen</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>Fehlalarme</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Order of the pictures</source>
        <translation>Reihenfolge der Bilder</translation>
    </message>
    <message>
        <source>Highest score</source>
        <translation>Höchster Wert</translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation>Niedrigster Wert</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Inspected pictures</source>
        <translation>Geprüfte Bilder</translation>
    </message>
    <message>
        <source>%1 of %2 pictures</source>
        <translation>%1 von %2 Bildern</translation>
    </message>
    <message>
        <source>For review</source>
        <translation>Zur Nachprüfung</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>No picture matches</source>
        <translation>Kein Bild passt</translation>
    </message>
    <message>
        <source>Show all pictures</source>
        <translation>Alle Bilder zeigen</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::SampleDelegate</name>
    <message>
        <source>Unreadable</source>
        <translation>Nicht lesbar</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ScaleDialog</name>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source> mm a pixel</source>
        <translation> mm je Pixel</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Maßstab</translation>
    </message>
    <message>
        <source>Picture to measure on</source>
        <translation>Bild, an dem gemessen wird</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Click the two ends of something whose length you know, and type the length; the longer it is, the better. The wheel zooms, dragging moves the picture. Or type the scale. It holds for all pictures of the project; regions are then given in mm too.</source>
        <translation>Klicken Sie auf die beiden Enden von etwas, dessen Länge Sie kennen, und geben Sie die Länge ein; je länger, desto besser. Das Rad vergrößert, Ziehen verschiebt das Bild. Oder geben Sie den Maßstab ein. Er gilt für alle Bilder des Projekts; Regionen werden dann auch in mm angegeben.</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>&amp;Länge</translation>
    </message>
    <message>
        <source>&amp;Scale</source>
        <translation>&amp;Maßstab</translation>
    </message>
    <message>
        <source>No scale</source>
        <translation>Kein Maßstab</translation>
    </message>
    <message>
        <source>no points yet</source>
        <translation>noch keine Punkte</translation>
    </message>
    <message>
        <source>one more point</source>
        <translation>noch ein Punkt</translation>
    </message>
    <message>
        <source>on %1 px</source>
        <translation>auf %1 px</translation>
    </message>
    <message>
        <source>Set two points and the length between them, or type the scale.</source>
        <translation>Setzen Sie zwei Punkte und die Länge dazwischen, oder geben Sie den Maßstab ein.</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ScoreHistogram</name>
    <message>
        <source>Histogram of the scores</source>
        <translation>Histogramm der Werte</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Threshold %1</source>
        <translation>Schwelle %1</translation>
    </message>
    <message>
        <source>Good (%1)</source>
        <translation>Gut (%1)</translation>
    </message>
    <message>
        <source>Defective (%1)</source>
        <translation>Fehlerhaft (%1)</translation>
    </message>
    <message>
        <source>Unlabelled (%1)</source>
        <translation>Ohne Label (%1)</translation>
    </message>
    <message>
        <source>Drag a line, or use the left and right arrow keys (with Shift ten times as far), to move the threshold; with Ctrl they move the lower end of the review band</source>
        <translation>Ziehen Sie eine Linie oder nehmen Sie die Pfeiltasten links und rechts (mit Umschalt zehnmal so weit), um die Schwelle zu verschieben; mit Strg verschieben sie das untere Ende des Nachprüfbands</translation>
    </message>
    <message>
        <source>Threshold %1, review above %2</source>
        <translation>Schwelle %1, Nachprüfung über %2</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ShortcutsDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Taste</translation>
    </message>
    <message>
        <source>On the Inspect page</source>
        <translation>Auf der Seite Prüfen</translation>
    </message>
    <message>
        <source>Next, previous picture</source>
        <translation>Nächstes, voriges Bild</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Bare picture while held</source>
        <translation>Bloßes Bild, solange gedrückt</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>Heat map on or off</source>
        <translation>Heatmap ein oder aus</translation>
    </message>
    <message>
        <source>Regions on or off</source>
        <translation>Regionen ein oder aus</translation>
    </message>
    <message>
        <source>Ground truth on or off</source>
        <translation>Grundwahrheit ein oder aus</translation>
    </message>
    <message>
        <source>Why: the nearest normal patch</source>
        <translation>Warum: der nächste Gut-Patch</translation>
    </message>
    <message>
        <source>Fit into the view</source>
        <translation>In die Ansicht einpassen</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>Eins zu eins</translation>
    </message>
    <message>
        <source>Nearer, farther</source>
        <translation>Näher, weiter</translation>
    </message>
    <message>
        <source>Threshold, when the histogram has the focus</source>
        <translation>Schwelle, wenn das Histogramm den Fokus hat</translation>
    </message>
    <message>
        <source>List the regions with their sizes</source>
        <translation>Regionen mit ihren Maßen auflisten</translation>
    </message>
    <message>
        <source>The pages, from Images to Live</source>
        <translation>Die Seiten, von Bilder bis Live</translation>
    </message>
    <message>
        <source>Cancel the running job</source>
        <translation>Die laufende Aufgabe abbrechen</translation>
    </message>
    <message>
        <source>Inspect the test pictures</source>
        <translation>Die Testbilder prüfen</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>Narrower, wider brush</source>
        <translation>Pinsel schmaler, breiter</translation>
    </message>
    <message>
        <source>Close the polygon</source>
        <translation>Das Polygon schließen</translation>
    </message>
    <message>
        <source>Give the polygon up</source>
        <translation>Das Polygon verwerfen</translation>
    </message>
    <message>
        <source>Undo, redo</source>
        <translation>Rückgängig, wiederholen</translation>
    </message>
    <message>
        <source>In the whole window</source>
        <translation>Im ganzen Fenster</translation>
    </message>
    <message>
        <source>On the Images page</source>
        <translation>Auf der Seite Bilder</translation>
    </message>
    <message>
        <source>In the mask editor</source>
        <translation>Im Maskeneditor</translation>
    </message>
    <message>
        <source>On the Compare page</source>
        <translation>Auf der Seite Vergleichen</translation>
    </message>
    <message>
        <source>Take the selected model out</source>
        <translation>Das gewählte Modell herausnehmen</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::SpeedProbe</name>
    <message>
        <source>Measure the speed</source>
        <translation>Geschwindigkeit messen</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::StageList</name>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::TrainPage</name>
    <message>
        <source>Add normal pictures</source>
        <translation>Gutbilder hinzufügen</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
    <message>
        <source>Train %1</source>
        <translation>%1 trainieren</translation>
    </message>
    <message>
        <source>not possible with this backbone</source>
        <translation>mit diesem Backbone nicht möglich</translation>
    </message>
    <message>
        <source>%1 normal pictures. The model will hold about %2; training will need about %3 of memory.</source>
        <translation>%1 Gutbilder. Das Modell wird etwa %2 groß; das Training braucht etwa %3 Speicher.</translation>
    </message>
    <message>
        <source> It will take about %1.</source>
        <translation> Es dauert etwa %1.</translation>
    </message>
    <message>
        <source>No detector is built into this program.</source>
        <translation>In dieses Programm ist kein Detektor eingebaut.</translation>
    </message>
    <message>
        <source>Training needs at least %1 normal pictures.</source>
        <translation>Das Training braucht mindestens %1 Gutbilder.</translation>
    </message>
    <message>
        <source>There are no weights for this backbone on this computer.</source>
        <translation>Für diesen Backbone gibt es auf diesem Rechner keine Gewichte.</translation>
    </message>
    <message>
        <source>“%1” is still running.</source>
        <translation>„%1“ läuft noch.</translation>
    </message>
    <message>
        <source>Check my normals…</source>
        <translation>Meine Gutbilder prüfen…</translation>
    </message>
    <message>
        <source>Find pictures among the normals that do not belong there</source>
        <translation>Findet unter den Gutbildern solche, die nicht dazugehören</translation>
    </message>
    <message>
        <source>Only the region of interest is looked at.</source>
        <translation>Nur der Prüfbereich wird angesehen.</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Einreihen</translation>
    </message>
    <message>
        <source>Train it later together with others: choose the next detector after this</source>
        <translation>Später zusammen mit anderen trainieren: danach den nächsten Detektor wählen</translation>
    </message>
    <message numerus="yes">
        <source>Train %n detector(s)</source>
        <translation>
            <numerusform>%n Detektor trainieren</numerusform>
            <numerusform>%n Detektoren trainieren</numerusform>
        </translation>
    </message>
    <message>
        <source>The queue needs up to %1 of memory.</source>
        <translation>Die Warteschlange braucht bis zu %1 Speicher.</translation>
    </message>
    <message>
        <source>It will take about %1 in all.</source>
        <translation>Sie dauert insgesamt etwa %1.</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::TrainingProgress</name>
    <message>
        <source>Coverage radius</source>
        <translation>Abdeckungsradius</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Messages of the training</source>
        <translation>Meldungen des Trainings</translation>
    </message>
    <message>
        <source>Stop the training. The same settings and pictures go on from the last epoch later.</source>
        <translation>Das Training anhalten. Dieselben Einstellungen und Bilder machen später ab der letzten Epoche weiter.</translation>
    </message>
    <message>
        <source>Stop the training; nothing is kept of it</source>
        <translation>Das Training anhalten; nichts bleibt davon</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 von %L2</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>estimating the time left</source>
        <translation>Restzeit wird geschätzt</translation>
    </message>
    <message>
        <source>%1 left in this stage</source>
        <translation>noch %1 in dieser Stufe</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen…</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Wird abgebrochen</translation>
    </message>
    <message>
        <source>%1: done in %2</source>
        <translation>%1: fertig in %2</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::TrainingQueue</name>
    <message numerus="yes">
        <source>%n training(s) queued</source>
        <translation>
            <numerusform>%n Training eingereiht</numerusform>
            <numerusform>%n Trainings eingereiht</numerusform>
        </translation>
    </message>
    <message>
        <source>Take it out of the queue</source>
        <translation>Aus der Warteschlange nehmen</translation>
    </message>
    <message>
        <source>Take %1 out of the queue</source>
        <translation>%1 aus der Warteschlange nehmen</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>schnell</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::TrainingResult</name>
    <message>
        <source>Inspect the test pictures →</source>
        <translation>Die Testbilder prüfen →</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>Neu trainieren</translation>
    </message>
    <message>
        <source>Back to the settings; this model stays until another is trained</source>
        <translation>Zurück zu den Einstellungen; dieses Modell bleibt, bis ein anderes trainiert ist</translation>
    </message>
    <message>
        <source>%1 is trained</source>
        <translation>%1 ist trainiert</translation>
    </message>
    <message>
        <source>Normal pictures learned</source>
        <translation>Gelernte Gutbilder</translation>
    </message>
    <message>
        <source>Held out for calibration</source>
        <translation>Für die Kalibrierung zurückgehalten</translation>
    </message>
    <message>
        <source>Patches seen</source>
        <translation>Gesehene Patches</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Memory bank</source>
        <translation>Speicherbank</translation>
    </message>
    <message>
        <source>Coverage radius</source>
        <translation>Abdeckungsradius</translation>
    </message>
    <message>
        <source>Loss of the last epoch</source>
        <translation>Verlust der letzten Epoche</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>%1, of which %2 fitting and %3 calibration</source>
        <translation>%1, davon %2 Anpassung und %3 Kalibrierung</translation>
    </message>
    <message>
        <source>Peak memory of the program</source>
        <translation>Spitzenspeicher des Programms</translation>
    </message>
    <message>
        <source>Add pictures to the test lane first</source>
        <translation>Fügen Sie zuerst dem Testbereich Bilder hinzu</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::TrainingSettings</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>&amp;Backbone</source>
        <translation>Backb&amp;one</translation>
    </message>
    <message>
        <source>Held o&amp;ut for calibration</source>
        <translation>&amp;Für die Kalibrierung zurückgehalten</translation>
    </message>
    <message>
        <source>This share of the normal pictures is not learned but used to set the threshold. The more, the fewer false alarms can be promised.</source>
        <translation>Dieser Anteil der Gutbilder wird nicht gelernt, sondern setzt die Schwelle. Je mehr, desto weniger Fehlalarme lassen sich zusagen.</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>S&amp;eed</translation>
    </message>
    <message>
        <source>The same seed gives the same model, bit for bit.</source>
        <translation>Derselbe Seed ergibt dasselbe Modell, Bit für Bit.</translation>
    </message>
    <message>
        <source>Features and calibration</source>
        <translation>Merkmale und Kalibrierung</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>Detektor</translation>
    </message>
    <message>
        <source>Bac&amp;kbones…</source>
        <translation>Bac&amp;kbones…</translation>
    </message>
    <message>
        <source>See which networks have weights here, and download or import others</source>
        <translation>Zeigt, welche Netze hier Gewichte haben, und lädt oder importiert andere</translation>
    </message>
    <message>
        <source>%1 (no weights)</source>
        <translation>%1 (keine Gewichte)</translation>
    </message>
    <message>
        <source>Its weights are not on this computer. Get them with Backbones…, or on the command line: spotcheck-cli weights fetch %1, or weights import FILE --as %1</source>
        <translation>Seine Gewichte sind nicht auf diesem Rechner. Holen Sie sie mit Backbones… oder auf der Kommandozeile: spotcheck-cli weights fetch %1, oder weights import DATEI --as %1</translation>
    </message>
    <message>
        <source>%1 Weights: %2.</source>
        <translation>%1 Gewichte: %2.</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>genau</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>schnell</translation>
    </message>
    <message>
        <source>&amp;Precision</source>
        <translation>Re&amp;chenart</translation>
    </message>
    <message>
        <source>Fast computes ResNets with shorter numbers (bfloat16) in about two thirds of the time. Scores differ a little; the model keeps the choice.</source>
        <translation>Schnell rechnet ResNets mit kürzeren Zahlen (bfloat16) in etwa zwei Dritteln der Zeit. Die Werte weichen etwas ab; das Modell behält die Wahl.</translation>
    </message>
    <message>
        <source>This processor has no fast arithmetic (AVX-512 BF16): both are computed exactly here.</source>
        <translation>Dieser Prozessor hat keine schnelle Arithmetik (AVX-512 BF16): Beides wird hier genau gerechnet.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Calibrate i&amp;n parts</source>
        <translation>In &amp;Teilen kalibrieren</translation>
    </message>
    <message>
        <source>For few pictures: none is held out, but each part is scored by a model of the others. Takes as many trainings more, and what is promised is an estimate.</source>
        <translation>Für wenige Bilder: Keines wird zurückgehalten, sondern jeder Teil von einem Modell der übrigen bewertet. Braucht entsprechend viele Trainings mehr, und was versprochen wird, ist eine Schätzung.</translation>
    </message>
    <message>
        <source>Finds some defects better than ImageNet weights, others less well. With it PatchCore and PaDiM are the ones to train first: compare them on your parts (figures in the README).</source>
        <translation>Findet manche Fehler besser als ImageNet-Gewichte, andere schlechter. Trainieren Sie damit zuerst PatchCore und PaDiM: Vergleichen Sie beide an Ihren Teilen (Zahlen in der README).</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ValueCurve</name>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::VerdictField</name>
    <message>
        <source>Last picture</source>
        <translation>Letztes Bild</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>IO</translation>
    </message>
    <message>
        <source>REVIEW</source>
        <translation>NACHPRÜFEN</translation>
    </message>
    <message>
        <source>NOT OK</source>
        <translation>NIO</translation>
    </message>
    <message>
        <source>UNREADABLE</source>
        <translation>NICHT LESBAR</translation>
    </message>
    <message>
        <source>%1   ·   score %2   ·   %3</source>
        <translation>%1   ·   Wert %2   ·   %3</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ViewerPanel</name>
    <message>
        <source>Pixel under the pointer</source>
        <translation>Pixel unter dem Zeiger</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>Fit the picture into the view (F)</source>
        <translation>Das Bild in die Ansicht einpassen (F)</translation>
    </message>
    <message>
        <source>1:1</source>
        <translation>1:1</translation>
    </message>
    <message>
        <source>One pixel of the picture for one of the screen (1)</source>
        <translation>Ein Bildpixel für ein Bildschirmpixel (1)</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>Heatmap</translation>
    </message>
    <message>
        <source>Lay the heat map over the picture (H)</source>
        <translation>Die Heatmap über das Bild legen (H)</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>Regionen</translation>
    </message>
    <message>
        <source>Outline the defect regions: above the pixel threshold, of at least the least area (R)</source>
        <translation>Die Fehlerregionen umranden: über der Pixelschwelle, mindestens so groß wie die kleinste Fläche (R)</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>Wahrheit</translation>
    </message>
    <message>
        <source>Outline the ground truth, dashed (T)</source>
        <translation>Die Grundwahrheit gestrichelt umranden (T)</translation>
    </message>
    <message>
        <source>Opacity of the heat map</source>
        <translation>Deckkraft der Heatmap</translation>
    </message>
    <message>
        <source>Opacity of the heat map. Hold Space or B to see the bare picture.</source>
        <translation>Deckkraft der Heatmap. Halten Sie die Leertaste oder B, um das bloße Bild zu sehen.</translation>
    </message>
    <message>
        <source>Colours of the heat map</source>
        <translation>Farben der Heatmap</translation>
    </message>
    <message>
        <source>Colours of the heat map; all of them can be read by colour-blind people</source>
        <translation>Farben der Heatmap; alle sind auch für Farbenblinde lesbar</translation>
    </message>
    <message>
        <source>Viridis</source>
        <translation>Viridis</translation>
    </message>
    <message>
        <source>Cividis</source>
        <translation>Cividis</translation>
    </message>
    <message>
        <source>Inferno</source>
        <translation>Inferno</translation>
    </message>
    <message>
        <source>Way of comparing</source>
        <translation>Art des Vergleichs</translation>
    </message>
    <message>
        <source>Overlay; side by side with the bare picture; or swipe: drag the line</source>
        <translation>Überlagerung; neben dem bloßen Bild; oder Wischen: die Linie ziehen</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>Überlagerung</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Swipe</source>
        <translation>Wischen</translation>
    </message>
    <message>
        <source>Score %1 · p = %2</source>
        <translation>Wert %1 · p = %2</translation>
    </message>
    <message>
        <source>p: share of good pictures that would score as high, judged by those held out from the training</source>
        <translation>p: Anteil der Gutbilder, die einen so hohen Wert hätten, nach den vom Training zurückgehaltenen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Pixel %1   value %2</source>
        <translation>Pixel %1   Wert %2</translation>
    </message>
    <message>
        <source>Pixel %1   value %2   score %3</source>
        <translation>Pixel %1   Wert %2   Score %3</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>Maße</translation>
    </message>
    <message>
        <source>List the defect regions with box, area, perimeter, peak and mean (L)</source>
        <translation>Fehlerregionen mit Box, Fläche, Umfang, Spitze und Mittel auflisten (L)</translation>
    </message>
    <message>
        <source>Set how large a pixel is on the part, so that regions are given in mm</source>
        <translation>Festlegen, wie groß ein Pixel auf dem Teil ist, damit Regionen in mm angegeben werden</translation>
    </message>
    <message>
        <source>%1 mm/px</source>
        <translation>%1 mm/px</translation>
    </message>
    <message>
        <source>Scale…</source>
        <translation>Maßstab…</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::WhyPanel</name>
    <message>
        <source>Why this spot</source>
        <translation>Warum diese Stelle</translation>
    </message>
    <message>
        <source>The spot in this picture</source>
        <translation>Die Stelle in diesem Bild</translation>
    </message>
    <message>
        <source>The nearest normal patch</source>
        <translation>Der nächste Gut-Patch</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Schließen (Esc)</translation>
    </message>
    <message>
        <source>This detector keeps no normal patches, so there is none to compare with.</source>
        <translation>Dieser Detektor behält keine Gut-Patches, daher gibt es keinen zum Vergleichen.</translation>
    </message>
    <message>
        <source>&lt;b&gt;This spot&lt;/b&gt;&lt;br&gt;Patch score %1</source>
        <translation>&lt;b&gt;Diese Stelle&lt;/b&gt;&lt;br&gt;Patch-Wert %1</translation>
    </message>
    <message>
        <source>&lt;b&gt;Nearest normal patch&lt;/b&gt;&lt;br&gt;Its picture is not known.</source>
        <translation>&lt;b&gt;Nächster Gut-Patch&lt;/b&gt;&lt;br&gt;Sein Bild ist nicht bekannt.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Nearest normal patch&lt;/b&gt;&lt;br&gt;%1</source>
        <translation>&lt;b&gt;Nächster Gut-Patch&lt;/b&gt;&lt;br&gt;%1</translation>
    </message>
</context>
</TS>
