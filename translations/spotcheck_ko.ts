<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>CrashNotice</name>
    <message>
        <source>Sorry: Spotcheck crashed on %1. It wrote a report, which was sent to nobody.</source>
        <translation>죄송합니다. Spotcheck이 %1에 비정상 종료되었습니다. 보고서가 작성되었으며 아무에게도 전송되지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1분 %2초</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1시간 %2분</translation>
    </message>
</context>
<context>
    <name>Label</name>
    <message>
        <source>Good</source>
        <translation>양품</translation>
    </message>
    <message>
        <source>Defective</source>
        <translation>불량</translation>
    </message>
    <message>
        <source>No label</source>
        <translation>레이블 없음</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>false alarm rate (across), recall (up)</source>
        <translation>오경보율(가로축), 재현율(세로축)</translation>
    </message>
    <message>
        <source>labelled good, n = %1</source>
        <translation>양품 레이블, n = %1</translation>
    </message>
    <message>
        <source>unlabelled, n = %1</source>
        <translation>레이블 없음, n = %1</translation>
    </message>
    <message>
        <source>labelled good or unlabelled, n = %1</source>
        <translation>양품 레이블 또는 레이블 없음, n = %1</translation>
    </message>
    <message>
        <source>Scores of the inspected pictures</source>
        <translation>검사한 이미지의 점수</translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation>임계값 %1</translation>
    </message>
    <message>
        <source>score (ticks: %1 held-out normals)</source>
        <translation>점수(눈금: 보류한 정상 이미지 %1장)</translation>
    </message>
    <message>
        <source>up: %1</source>
        <translation>위: %1</translation>
    </message>
    <message>
        <source>down: labelled defective, n = %1</source>
        <translation>아래: 불량 레이블, n = %1</translation>
    </message>
    <message>
        <source>ROC curve with the operating point</source>
        <translation>ROC 곡선과 운용점</translation>
    </message>
    <message>
        <source>AUROC %1</source>
        <translation>AUROC %1</translation>
    </message>
    <message>
        <source>dot: operating point</source>
        <translation>점: 운용점</translation>
    </message>
    <message>
        <source>ROC curves of all models</source>
        <translation>모든 모델의 ROC 곡선</translation>
    </message>
    <message>
        <source>no map</source>
        <translation>맵 없음</translation>
    </message>
    <message>
        <source>Image AUROC</source>
        <translation>이미지 AUROC</translation>
    </message>
    <message>
        <source>Image AP</source>
        <translation>이미지 AP</translation>
    </message>
    <message>
        <source>Area under precision over recall, step by step</source>
        <translation>재현율에 대한 정밀도 곡선의 아래 면적(계단식 계산)</translation>
    </message>
    <message>
        <source>Best F1</source>
        <translation>최고 F1</translation>
    </message>
    <message>
        <source>Over all thresholds, chosen on the labels of the test pictures; with its 95 % interval</source>
        <translation>모든 임계값 중 테스트 이미지의 레이블로 선택한 값. 95 % 신뢰 구간 포함</translation>
    </message>
    <message>
        <source>Pixel AUROC</source>
        <translation>픽셀 AUROC</translation>
    </message>
    <message>
        <source>Over all pixels of all test pictures; needs masks and a heat map</source>
        <translation>모든 테스트 이미지의 전체 픽셀 기준. 마스크와 히트맵 필요</translation>
    </message>
    <message>
        <source>AUPRO 30 %</source>
        <translation>AUPRO 30 %</translation>
    </message>
    <message>
        <source>Recall at operating point</source>
        <translation>운용점 재현율</translation>
    </message>
    <message>
        <source>Share of the defective pictures found, with its 95 % interval and n</source>
        <translation>찾아낸 불량 이미지의 비율. 95 % 신뢰 구간과 n 포함</translation>
    </message>
    <message>
        <source>False alarms there</source>
        <translation>운용점 오경보</translation>
    </message>
    <message>
        <source>Share of the good test pictures called defective, with its 95 % interval and n</source>
        <translation>불량으로 판정한 양품 테스트 이미지의 비율. 95 % 신뢰 구간과 n 포함</translation>
    </message>
    <message>
        <source>Training (s)</source>
        <translation>학습(초)</translation>
    </message>
    <message>
        <source>Wall time with calibration</source>
        <translation>보정을 포함한 실제 소요 시간</translation>
    </message>
    <message>
        <source>ms a picture</source>
        <translation>이미지당 ms</translation>
    </message>
    <message>
        <source>Wall time of the run over the test pictures, reading and metrics included</source>
        <translation>테스트 이미지 검사의 실제 소요 시간. 읽기와 지표 계산 포함</translation>
    </message>
    <message>
        <source>Memory bank</source>
        <translation>메모리 뱅크</translation>
    </message>
    <message>
        <source>What the detector stores</source>
        <translation>검출기가 저장하는 데이터</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>모델 파일</translation>
    </message>
    <message>
        <source>Size of the model as a file</source>
        <translation>모델의 파일 크기</translation>
    </message>
    <message>
        <source>Peak memory, training</source>
        <translation>최대 메모리, 학습</translation>
    </message>
    <message>
        <source>Of the whole program while it trained; – where the system cannot tell</source>
        <translation>학습 중 프로그램 전체의 사용량. 시스템에서 알 수 없으면 –</translation>
    </message>
    <message>
        <source>Peak memory, run</source>
        <translation>최대 메모리, 검사</translation>
    </message>
    <message>
        <source>Of the whole program during the run over the test pictures, pixel metrics included</source>
        <translation>테스트 이미지 검사 중 프로그램 전체의 사용량. 픽셀 지표 계산 포함</translation>
    </message>
    <message>
        <source>%1 test pictures could not be read and are in no figure.</source>
        <translation>테스트 이미지 %1장을 읽을 수 없어 모든 지표에서 제외했습니다.</translation>
    </message>
    <message>
        <source>%1 test pictures were trained or calibrated on: the figures are too favourable.</source>
        <translation>테스트 이미지 %1장이 학습 또는 보정에 사용되어 지표가 실제보다 좋게 나옵니다.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>백본</translation>
    </message>
    <message>
        <source>Bold: the best of the column.</source>
        <translation>굵은 글씨: 해당 열의 최고값.</translation>
    </message>
    <message>
        <source>Operating points</source>
        <translation>운용점</translation>
    </message>
    <message>
        <source>Pictures on which the verdicts differ (%1)</source>
        <translation>판정이 서로 다른 이미지(%1)</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>레이블</translation>
    </message>
    <message>
        <source>And %1 more; the JSON file names all.</source>
        <translation>그 외 %1장. 전체 목록은 JSON 파일에 있습니다.</translation>
    </message>
    <message>
        <source>Comparison of detectors</source>
        <translation>검출기 비교</translation>
    </message>
    <message>
        <source>%1: %2 good and %3 defective test pictures. Spotcheck %4, %5.</source>
        <translation>%1: 테스트 이미지 양품 %2장, 불량 %3장. Spotcheck %4, %5.</translation>
    </message>
    <message>
        <source>The number is the image AUROC.</source>
        <translation>숫자는 이미지 AUROC입니다.</translation>
    </message>
    <message>
        <source>Operating point</source>
        <translation>운용점</translation>
    </message>
    <message>
        <source>Agreement with the labels</source>
        <translation>레이블과의 일치도</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Anomaly map with numbered regions</source>
        <translation>번호를 매긴 영역이 있는 히트맵</translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation>모든 이미지</translation>
    </message>
    <message>
        <source>File and SHA-256</source>
        <translation>파일 및 SHA-256</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>결함 영역</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>%1 / %2페이지</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>이미지 수</translation>
    </message>
    <message>
        <source>judged good</source>
        <translation>양품 판정</translation>
    </message>
    <message>
        <source>judged defective</source>
        <translation>불량 판정</translation>
    </message>
    <message>
        <source>not inspected</source>
        <translation>미검사</translation>
    </message>
    <message>
        <source>Inspected by: name, date, signature</source>
        <translation>검사자: 성명, 일자, 서명</translation>
    </message>
    <message>
        <source>Released by: name, date, signature</source>
        <translation>승인자: 성명, 일자, 서명</translation>
    </message>
    <message>
        <source> · model %1…</source>
        <translation> · 모델 %1…</translation>
    </message>
    <message>
        <source>The file has changed since it was inspected.</source>
        <translation>검사 후 파일이 변경되었습니다.</translation>
    </message>
    <message>
        <source>The picture cannot be shown: %1</source>
        <translation>이미지를 표시할 수 없습니다: %1</translation>
    </message>
    <message>
        <source>%1 × %2 px, the centre of the picture resized to %3 px</source>
        <translation>%1 × %2 px, %3 px로 조정한 이미지의 중앙</translation>
    </message>
    <message>
        <source>%1 × %2 px, the full picture</source>
        <translation>%1 × %2 px, 전체 이미지</translation>
    </message>
    <message>
        <source>in %1 × %2 tiles of %3 × %4 px</source>
        <translation>%3 × %4 px 타일 %1 × %2개</translation>
    </message>
    <message>
        <source>inside a region of interest</source>
        <translation>관심 영역 내부</translation>
    </message>
    <message>
        <source>aligned by grey values</source>
        <translation>밝기값 기준 정렬</translation>
    </message>
    <message>
        <source>aligned by key points</source>
        <translation>특징점 기준 정렬</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 ~ %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Visual inspection report</source>
        <translation>외관 검사 보고서</translation>
    </message>
    <message>
        <source>not saved to a file</source>
        <translation>파일로 저장되지 않음</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>회사</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>부품</translation>
    </message>
    <message>
        <source>Lot</source>
        <translation>로트</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>작업자</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>일자</translation>
    </message>
    <message>
        <source>Software</source>
        <translation>소프트웨어</translation>
    </message>
    <message>
        <source>Pictures in all</source>
        <translation>전체 이미지 수</translation>
    </message>
    <message>
        <source>Judged good</source>
        <translation>양품 판정</translation>
    </message>
    <message>
        <source>Judged defective</source>
        <translation>불량 판정</translation>
    </message>
    <message>
        <source>Not inspected</source>
        <translation>미검사</translation>
    </message>
    <message>
        <source>Image threshold</source>
        <translation>이미지 임계값</translation>
    </message>
    <message>
        <source>defective when the score is above %1</source>
        <translation>점수가 %1보다 크면 불량</translation>
    </message>
    <message>
        <source>Pixel threshold</source>
        <translation>픽셀 임계값</translation>
    </message>
    <message>
        <source>part of a region when the map is above %1</source>
        <translation>맵 값이 %1보다 크면 결함 영역에 포함</translation>
    </message>
    <message>
        <source>Least region</source>
        <translation>최소 결함 면적</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>히트맵</translation>
    </message>
    <message>
        <source>none: the detector judges the picture as a whole</source>
        <translation>없음: 검출기가 이미지 전체를 판정</translation>
    </message>
    <message>
        <source>How it was chosen</source>
        <translation>선택 방법</translation>
    </message>
    <message>
        <source>SHA-256 of the model</source>
        <translation>모델의 SHA-256</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>검출기</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>매개변수</translation>
    </message>
    <message>
        <source>SHA-256 of its weights</source>
        <translation>가중치의 SHA-256</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Trained on</source>
        <translation>학습 데이터</translation>
    </message>
    <message>
        <source>%1 normal pictures, and %2 more held out for calibration</source>
        <translation>정상 이미지 %1장, 보정용 보류(홀드아웃) %2장 별도</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>학습 일시</translation>
    </message>
    <message>
        <source>%1 by Spotcheck %2, seed %3</source>
        <translation>%1, Spotcheck %2, 시드 %3</translation>
    </message>
    <message>
        <source>Image average precision</source>
        <translation>이미지 평균 정밀도</translation>
    </message>
    <message>
        <source>Best image F1 at any threshold</source>
        <translation>모든 임계값 중 최고 이미지 F1</translation>
    </message>
    <message>
        <source>Pixel average precision</source>
        <translation>픽셀 평균 정밀도</translation>
    </message>
    <message>
        <source>AUPRO to 30 %</source>
        <translation>30 %까지의 AUPRO</translation>
    </message>
    <message>
        <source>The threshold was chosen with the labels of these pictures: the rates below are better than new parts will show.</source>
        <translation>임계값을 이 이미지들의 레이블로 선택했으므로, 아래 비율은 새 부품에서 나타날 값보다 좋게 나옵니다.</translation>
    </message>
    <message>
        <source>%1 held-out normals cannot support a false alarm rate of %2; more normals are needed.</source>
        <translation>보류한 정상 이미지 %1장으로는 오경보율 %2을(를) 뒷받침할 수 없습니다. 정상 이미지가 더 필요합니다.</translation>
    </message>
    <message>
        <source>Pictures that the model was trained or calibrated on are among those inspected: %1. Their scores are too low to judge the model by.</source>
        <translation>검사한 이미지 중에 모델의 학습 또는 보정에 사용된 이미지가 있습니다: %1. 이 이미지들은 점수가 너무 낮아 모델 평가에 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Pictures that could not be inspected: %1. They are listed with the reason and are in no rate.</source>
        <translation>검사할 수 없었던 이미지: %1. 사유와 함께 목록에 기재되며 어떤 비율에도 포함되지 않습니다.</translation>
    </message>
    <message>
        <source>total</source>
        <translation>합계</translation>
    </message>
    <message>
        <source>labelled defective</source>
        <translation>불량 레이블</translation>
    </message>
    <message>
        <source>labelled good</source>
        <translation>양품 레이블</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>비율</translation>
    </message>
    <message>
        <source>value</source>
        <translation>값</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 신뢰 구간</translation>
    </message>
    <message>
        <source>Defects found (recall)</source>
        <translation>검출한 불량(재현율)</translation>
    </message>
    <message>
        <source>Missed defects</source>
        <translation>미검출 불량</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>오경보</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>box x, y, w, h (px)</source>
        <translation>상자 x, y, w, h (px)</translation>
    </message>
    <message>
        <source>area (px)</source>
        <translation>면적(px)</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>최댓값</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>평균</translation>
    </message>
    <message>
        <source>Further regions, weaker than these: %1.</source>
        <translation>이보다 약한 추가 영역: %1.</translation>
    </message>
    <message>
        <source>score %1 (threshold %2), p = %3</source>
        <translation>점수 %1(임계값 %2), p = %3</translation>
    </message>
    <message>
        <source>, labelled good</source>
        <translation>, 양품 레이블</translation>
    </message>
    <message>
        <source>, labelled defective</source>
        <translation>, 불량 레이블</translation>
    </message>
    <message>
        <source>, labelled defective (%1)</source>
        <translation>, 불량 레이블(%1)</translation>
    </message>
    <message>
        <source>, no region above the pixel threshold</source>
        <translation>, 픽셀 임계값을 넘는 영역 없음</translation>
    </message>
    <message>
        <source>Overlay: clear at a map value of %1, strongest at %2; the same scale for every picture.</source>
        <translation>오버레이: 맵 값 %1에서 투명, %2에서 가장 진함. 모든 이미지에 같은 척도 적용.</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>양품</translation>
    </message>
    <message>
        <source>Defective</source>
        <translation>불량</translation>
    </message>
    <message>
        <source>Unlabelled</source>
        <translation>레이블 없음</translation>
    </message>
    <message>
        <source>for review</source>
        <translation>재검토</translation>
    </message>
    <message>
        <source>For review by a person</source>
        <translation>사람이 재검토</translation>
    </message>
    <message>
        <source>Review by a person</source>
        <translation>사람의 재검토</translation>
    </message>
    <message>
        <source>when the score is above %1 and not above the image threshold</source>
        <translation>점수가 %1보다 크고 이미지 임계값 이하일 때</translation>
    </message>
    <message>
        <source>Taken in later</source>
        <translation>나중에 추가됨</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures as good, after the calibration, which is that of the smaller memory bank</source>
        <translation>
            <numerusform>보정 이후 양품으로 추가된 이미지 %n개, 보정은 더 작은 메모리 뱅크 기준입니다</numerusform>
        </translation>
    </message>
    <message>
        <source>For review</source>
        <translation>재검토 대상</translation>
    </message>
    <message>
        <source>Recall, review counted as caught</source>
        <translation>재현율, 재검토를 검출로 계산</translation>
    </message>
    <message>
        <source>False alarms, review counted</source>
        <translation>오경보, 재검토 포함</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>재검토</translation>
    </message>
    <message>
        <source>Chance that a defective picture scores above a good one; with its 95 % interval</source>
        <translation>불량 이미지의 점수가 양품 이미지보다 높을 확률. 95 % 신뢰 구간 포함</translation>
    </message>
    <message>
        <source>p against the best</source>
        <translation>최고 대비 p값</translation>
    </message>
    <message>
        <source>DeLong&apos;s test on the same pictures against the highest image AUROC: how often chance alone would set two equally good detectors that far apart; not adjusted for the number of models</source>
        <translation>같은 이미지에서 이미지 AUROC가 가장 높은 모델과 비교한 DeLong 검정: 똑같이 좋은 두 검출기가 우연만으로 이만큼 차이 날 확률. 모델 수에 대한 보정 없음</translation>
    </message>
    <message>
        <source>Mean overlap with each defect, up to 30 % false positive pixels; with its 95 % interval</source>
        <translation>위양성 픽셀 30 %까지 각 결함과 겹치는 평균 비율. 95 % 신뢰 구간 포함</translation>
    </message>
    <message>
        <source>AUPIMO</source>
        <translation>AUPIMO</translation>
    </message>
    <message>
        <source>Mean share of a picture&apos;s defective pixels found where 0.001 to 0.01 % of the pixels of good pictures may be false positives</source>
        <translation>양품 이미지 픽셀의 0.001~0.01 %까지 위양성을 허용할 때 이미지별로 찾아낸 결함 픽셀의 평균 비율</translation>
    </message>
    <message>
        <source>at least %1</source>
        <translation>%1 이상</translation>
    </message>
    <message>
        <source>at most %1</source>
        <translation>%1 이하</translation>
    </message>
    <message>
        <source>acceptable</source>
        <translation>적합</translation>
    </message>
    <message>
        <source>marginal</source>
        <translation>조건부 적합</translation>
    </message>
    <message>
        <source>unacceptable</source>
        <translation>부적합</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>지표</translation>
    </message>
    <message>
        <source>from</source>
        <translation>기준</translation>
    </message>
    <message>
        <source>%1 good, %2 defective pictures</source>
        <translation>양품 %1장, 불량 %2장</translation>
    </message>
    <message>
        <source>%1 defect regions</source>
        <translation>결함 영역 %1개</translation>
    </message>
    <message>
        <source>AUPIMO, 0.001 to 0.01 % false positive pixels</source>
        <translation>AUPIMO, 위양성 픽셀 0.001~0.01 %</translation>
    </message>
    <message>
        <source>%1 defective pictures</source>
        <translation>불량 이미지 %1장</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Effectiveness (right verdicts)</source>
        <translation>유효성(올바른 판정)</translation>
    </message>
    <message>
        <source>Miss rate</source>
        <translation>미검출률</translation>
    </message>
    <message>
        <source>False alarm rate</source>
        <translation>오경보율</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa</source>
        <translation>코헨의 카파</translation>
    </message>
    <message>
        <source>Verdicts against labels, each picture judged once. Limits: AIAG, Measurement Systems Analysis, 4th edition. The value decides about a limit, not its interval.</source>
        <translation>레이블 대비 판정, 이미지마다 한 번 판정. 한계값: AIAG, Measurement Systems Analysis 제4판. 한계 충족 여부는 구간이 아니라 값으로 정합니다.</translation>
    </message>
    <message>
        <source>Pictures for review are no verdicts and are left out.</source>
        <translation>재검토 대상 이미지는 판정이 아니므로 제외했습니다.</translation>
    </message>
    <message>
        <source>The threshold was chosen on these labels: the agreement is too favourable.</source>
        <translation>임계값을 이 레이블로 정했으므로 일치도가 지나치게 좋습니다.</translation>
    </message>
    <message>
        <source>Attribute agreement: %1</source>
        <translation>계수형 일치도: %1</translation>
    </message>
    <message>
        <source>Labels of the test pictures</source>
        <translation>테스트 이미지의 레이블</translation>
    </message>
    <message>
        <source>not known whether they had a part in the threshold, which was set by hand</source>
        <translation>임계값을 수동으로 정했으므로 레이블이 쓰였는지 알 수 없음</translation>
    </message>
    <message>
        <source>used to choose the threshold</source>
        <translation>임계값 선택에 사용함</translation>
    </message>
    <message>
        <source>not used for the threshold</source>
        <translation>임계값에 사용하지 않음</translation>
    </message>
    <message>
        <source>%1 normal pictures, calibrated on the same in %2 parts, each by a model that had not seen it</source>
        <translation>정상 이미지 %1장, 같은 이미지를 %2개 부분으로 나누어 각 부분을 보지 않은 모델로 보정</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>로고</translation>
    </message>
    <message>
        <source>%1 (%2 mm²)</source>
        <translation>%1(%2 mm²)</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>축척</translation>
    </message>
    <message>
        <source>%1 mm a pixel</source>
        <translation>픽셀당 %1 mm</translation>
    </message>
    <message>
        <source>perimeter (px)</source>
        <translation>둘레(px)</translation>
    </message>
    <message>
        <source>box x, y, w, h (mm)</source>
        <translation>상자 x, y, w, h (mm)</translation>
    </message>
    <message>
        <source>area (mm²)</source>
        <translation>면적(mm²)</translation>
    </message>
    <message>
        <source>perimeter (mm)</source>
        <translation>둘레(mm)</translation>
    </message>
    <message>
        <source>A bar at the left marks a verdict that the label contradicts.</source>
        <translation>왼쪽의 막대는 레이블과 어긋나는 판정을 표시합니다.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>알 수 없음</translation>
    </message>
    <message>
        <source>Miss rate and kappa need pictures labelled defective.</source>
        <translation>미검출률과 카파에는 불량 레이블이 있는 이미지가 필요합니다.</translation>
    </message>
    <message>
        <source>False alarm rate and kappa need pictures labelled good.</source>
        <translation>오경보율과 카파에는 양품 레이블이 있는 이미지가 필요합니다.</translation>
    </message>
    <message>
        <source>%1 regions, the %2 strongest numbered</source>
        <translation>영역 %1개, 가장 강한 %2개에 번호 표시</translation>
    </message>
    <message>
        <source>, no region of at least %1 above the pixel threshold</source>
        <translation>, 픽셀 임계값을 넘는 %1 이상의 영역 없음</translation>
    </message>
    <message>
        <source>Pictures that could not be aligned to the reference: %1. They were judged as they are, which can raise their scores; the list marks them.</source>
        <translation>기준 이미지에 정렬할 수 없었던 이미지: %1. 그대로 판정되어 점수가 높아질 수 있으며, 목록에 표시됩니다.</translation>
    </message>
    <message>
        <source>, could not be aligned to the reference and was judged as it is</source>
        <translation>, 기준 이미지에 정렬할 수 없어 그대로 판정함</translation>
    </message>
    <message>
        <source>not aligned</source>
        <translation>정렬 안 됨</translation>
    </message>
    <message>
        <source>%1 % (%2–%3; %4 of %5)</source>
        <translation>%1 % (%2–%3; %5장 중 %4장)</translation>
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
        <translation>“%1” 작업이 아직 실행 중입니다.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속 실행</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Reading the pictures</source>
        <translation>이미지 읽기</translation>
    </message>
    <message>
        <source>Extracting features</source>
        <translation>특징 추출</translation>
    </message>
    <message>
        <source>Choosing the coreset</source>
        <translation>코어셋 선택</translation>
    </message>
    <message>
        <source>Fitting</source>
        <translation>모델 적합</translation>
    </message>
    <message>
        <source>Calibrating on held-out normals</source>
        <translation>보류한 정상 이미지로 보정</translation>
    </message>
    <message>
        <source>Inspecting</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>Computing the metrics</source>
        <translation>지표 계산</translation>
    </message>
    <message>
        <source>Drawing the sample pictures</source>
        <translation>샘플 이미지 생성</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>Downloading</source>
        <translation>다운로드</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Good</source>
        <translation>양품</translation>
    </message>
    <message>
        <source>Defective</source>
        <translation>불량</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>읽을 수 없음</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>검출</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>미검출</translation>
    </message>
    <message>
        <source>False alarm</source>
        <translation>오경보</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>정판정</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>재검토</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Workbench for visual anomaly inspection.</source>
        <translation>시각적 이상 검사용 워크벤치.</translation>
    </message>
    <message>
        <source>Draw the sample data set and open it.</source>
        <translation>샘플 데이터 세트를 생성하여 엽니다.</translation>
    </message>
    <message>
        <source>A project (.spotproj), a model (.spotcheck) or a data set folder to open.</source>
        <translation>열 프로젝트(.spotproj), 모델(.spotcheck) 또는 데이터 세트 폴더.</translation>
    </message>
    <message>
        <source>Where networks, trainings and large searches run: cpu, or cuda for a graphics card of NVIDIA&apos;s.</source>
        <translation>신경망, 학습, 대규모 검색을 실행할 곳: cpu 또는 NVIDIA 그래픽 카드를 쓰는 cuda.</translation>
    </message>
</context>
<context>
    <name>spotcheck</name>
    <message>
        <source>&quot;concatenated&quot;: neighbourhood means of all layers laid end to end. &quot;pooled&quot; as the authors&apos; code: neighbourhoods pooled to the target dimension, which fits the wide backbones.</source>
        <translation>&quot;연결&quot;은 모든 레이어의 이웃 평균을 그대로 이어 붙입니다. &quot;풀링&quot;은 저자의 코드처럼 이웃을 목표 차원으로 풀링하며, 채널이 많은 백본에 적합합니다.</translation>
    </message>
    <message>
        <source>&quot;pca&quot; keeps the leading principal components of each layer, &quot;npca&quot; drops them and keeps all others, which the paper finds to matter most.</source>
        <translation>&quot;pca&quot;는 각 레이어의 주요 주성분을 유지하고, &quot;npca&quot;는 이를 버리고 나머지를 모두 유지합니다. 논문에서는 이 나머지가 가장 중요하다고 밝힙니다.</translation>
    </message>
    <message>
        <source>&quot;principal&quot; begins with the directions along which the features vary most, &quot;random&quot; with a random projection.</source>
        <translation>&quot;주성분&quot;은 특징이 가장 크게 변하는 방향에서 시작하고, &quot;무작위&quot;는 무작위 투영에서 시작합니다.</translation>
    </message>
    <message>
        <source>%1 of %2 normal pictures could not be aligned to the reference and were used as they are; choose another reference, or train without alignment.</source>
        <translation>정상 이미지 %2장 중 %1장을 기준 이미지에 정렬할 수 없어 그대로 사용했습니다. 다른 기준 이미지를 선택하거나 정렬 없이 학습하십시오.</translation>
    </message>
    <message>
        <source>(H × W) / γc × D / γd</source>
        <translation>(H × W) / γc × D / γd</translation>
    </message>
    <message>
        <source>550 channels, what the paper takes of a Wide ResNet-50: up to thirty times the memory and time.</source>
        <translation>550채널, 논문에서 Wide ResNet-50에 사용하는 값: 메모리와 시간이 최대 30배 소요됩니다.</translation>
    </message>
    <message>
        <source>A little slower than ResNet-18, with deeper features.</source>
        <translation>ResNet-18보다 조금 느리지만 더 깊은 특징을 사용합니다.</translation>
    </message>
    <message>
        <source>A patch&apos;s score is its mean squared distance to this many nearest normal patches.</source>
        <translation>패치의 점수는 이 개수만큼의 최근접 정상 패치까지의 평균 제곱 거리입니다.</translation>
    </message>
    <message>
        <source>A quarter of the memory bank.</source>
        <translation>메모리 뱅크의 4분의 1.</translation>
    </message>
    <message>
        <source>A setting is out of its range. Correct it.</source>
        <translation>설정값이 범위를 벗어났습니다. 값을 수정하십시오.</translation>
    </message>
    <message>
        <source>A third of the epochs with half the patches: learns several times faster.</source>
        <translation>에포크 3분의 1, 패치 절반: 학습이 몇 배 빠릅니다.</translation>
    </message>
    <message>
        <source>Accurate</source>
        <translation>정확</translation>
    </message>
    <message>
        <source>Adapts PatchCore&apos;s features to the parts by a short training. Aims at the verdict on the picture; where the exact place matters most, CFA is the better one.</source>
        <translation>짧은 학습으로 PatchCore의 특징을 부품에 맞춥니다. 이미지 단위 판정에 중점을 두며, 정확한 위치가 가장 중요하다면 CFA가 더 적합합니다.</translation>
    </message>
    <message>
        <source>Added to the variance of each channel, so that few pictures give a usable covariance.</source>
        <translation>각 채널의 분산에 더하여 이미지가 적어도 쓸 만한 공분산을 얻습니다.</translation>
    </message>
    <message>
        <source>As PatchCore, on a learnt representation: largest distance of a patch to its nearest neighbour, reweighted.</source>
        <translation>PatchCore와 같은 방식을 학습된 표현에 적용: 패치와 최근접 이웃 간의 최대 거리, 재가중.</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>균형</translation>
    </message>
    <message>
        <source>CFA</source>
        <translation>CFA</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>채널 수</translation>
    </message>
    <message>
        <source>Channels a dimension</source>
        <translation>차원당 채널 수</translation>
    </message>
    <message>
        <source>Channels kept of all layers together, drawn at random once. The paper uses 100 of a ResNet-18&apos;s 448 and 550 of a Wide ResNet-50&apos;s 1792. Memory and time grow with the square.</source>
        <translation>모든 레이어를 합쳐 유지하는 채널 수로, 한 번 무작위로 선택합니다. 논문은 ResNet-18의 448개 중 100개, Wide ResNet-50의 1792개 중 550개를 사용합니다. 메모리와 시간은 제곱으로 늘어납니다.</translation>
    </message>
    <message>
        <source>Comes with the program and needs no download; trained on generated pictures alone.</source>
        <translation>프로그램에 포함되어 다운로드가 필요 없습니다. 생성된 이미지로만 학습되었습니다.</translation>
    </message>
    <message>
        <source>Coreset ratio</source>
        <translation>코어셋 비율</translation>
    </message>
    <message>
        <source>Dissimilar patches are pushed apart up to this multiple of the mean distance.</source>
        <translation>서로 다른 패치를 평균 거리의 이 배수까지 밀어냅니다.</translation>
    </message>
    <message>
        <source>EfficientNet-B4</source>
        <translation>EfficientNet-B4</translation>
    </message>
    <message>
        <source>EfficientNet-B4, ResNets</source>
        <translation>EfficientNet-B4, ResNet 계열</translation>
    </message>
    <message>
        <source>EfficientNet-B5</source>
        <translation>EfficientNet-B5</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크 수</translation>
    </message>
    <message>
        <source>Equation 7 of the paper: lowers the score of a picture whose nearest normal patch is a common one. The published numbers were made without it.</source>
        <translation>논문의 식 7: 최근접 정상 패치가 흔한 패치이면 이미지의 점수를 낮춥니다. 논문에 발표된 수치는 이를 적용하지 않은 것입니다.</translation>
    </message>
    <message>
        <source>Fast</source>
        <translation>빠름</translation>
    </message>
    <message>
        <source>Fast, with features of real photographs.</source>
        <translation>빠르며, 실제 사진의 특징을 사용합니다.</translation>
    </message>
    <message>
        <source>For a quick verdict on the whole picture, with the smallest model and the fewest settings. It draws no heat map, and small defects drown in the mean.</source>
        <translation>가장 작은 모델과 가장 적은 설정으로 이미지 전체를 빠르게 판정할 때 사용합니다. 히트맵을 그리지 않으며, 작은 결함은 평균에 묻힙니다.</translation>
    </message>
    <message>
        <source>For parts that always lie alike, and for even textures. Its memory does not grow with the number of pictures, and it tells what varies at a place from what must not.</source>
        <translation>항상 같은 자세로 놓이는 부품과 균일한 질감에 적합합니다. 이미지 수가 늘어도 메모리가 커지지 않으며, 위치마다 변해도 되는 것과 변하면 안 되는 것을 구분합니다.</translation>
    </message>
    <message>
        <source>From the peak of the smoothed map, as the public code does it, or from the largest patch alone, as the paper words it. A single patch of a fine grid is easily moved by noise.</source>
        <translation>공개 코드처럼 평활화한 맵의 최댓값을 쓰거나, 논문의 표현대로 가장 큰 패치 하나만 사용합니다. 촘촘한 격자의 단일 패치는 노이즈에 쉽게 흔들립니다.</translation>
    </message>
    <message>
        <source>H × W × (D + D²)</source>
        <translation>H × W × (D + D²)</translation>
    </message>
    <message>
        <source>Half the channels: a quarter of the memory.</source>
        <translation>채널 절반: 메모리가 4분의 1로 줄어듭니다.</translation>
    </message>
    <message>
        <source>Hard negatives</source>
        <translation>하드 네거티브 수</translation>
    </message>
    <message>
        <source>How often the training goes through all pictures. The last epoch&apos;s state is kept.</source>
        <translation>학습에서 모든 이미지를 반복하는 횟수입니다. 마지막 에포크의 상태를 유지합니다.</translation>
    </message>
    <message>
        <source>How often the training goes through all pictures. The paper takes 120.</source>
        <translation>학습에서 모든 이미지를 반복하는 횟수입니다. 논문은 120을 사용합니다.</translation>
    </message>
    <message>
        <source>In units of the step&apos;s mean squared distance. Smaller values call only the nearest patches similar.</source>
        <translation>스텝의 평균 제곱 거리를 단위로 합니다. 값이 작을수록 가장 가까운 패치만 유사하다고 봅니다.</translation>
    </message>
    <message>
        <source>Inertia of the targets</source>
        <translation>목표값의 관성</translation>
    </message>
    <message>
        <source>It cannot be opened for reading. Check its permissions and whether the drive is connected.</source>
        <translation>읽기용으로 열 수 없습니다. 권한과 드라이브 연결 상태를 확인하십시오.</translation>
    </message>
    <message>
        <source>It cannot be written. Check the free space, the permissions and whether the folder still exists.</source>
        <translation>쓸 수 없습니다. 여유 공간과 권한, 폴더가 아직 있는지 확인하십시오.</translation>
    </message>
    <message>
        <source>It could not be downloaded. Check the network and try again, or get the file on another computer and import it.</source>
        <translation>다운로드할 수 없습니다. 네트워크를 확인하고 다시 시도하거나, 다른 컴퓨터에서 파일을 받아 가져오십시오.</translation>
    </message>
    <message>
        <source>J: features are kept away from this many centroids after the nearest ones.</source>
        <translation>J: 최근접 중심점 다음의 이 개수만큼의 중심점에서 특징을 멀어지게 합니다.</translation>
    </message>
    <message>
        <source>K: a picture&apos;s score is the mean squared distance of its average feature to this many nearest normal pictures, or to all where there are fewer.</source>
        <translation>K: 이미지의 점수는 평균 특징과 이 개수만큼의 최근접 정상 이미지 간의 평균 제곱 거리입니다. 이미지가 더 적으면 전체와의 거리를 사용합니다.</translation>
    </message>
    <message>
        <source>K: features are drawn to this many nearest centroids, and scored by them.</source>
        <translation>K: 특징을 이 개수만큼의 최근접 중심점으로 끌어당기고 이를 기준으로 점수를 매깁니다.</translation>
    </message>
    <message>
        <source>Largest Mahalanobis distance of a patch to the Gaussian of its own position.</source>
        <translation>패치와 해당 위치의 가우시안 간의 최대 마할라노비스 거리.</translation>
    </message>
    <message>
        <source>Largest distance of a patch to its nearest neighbour in a memory bank of normal patches.</source>
        <translation>패치와 정상 패치 메모리 뱅크 내 최근접 이웃 간의 최대 거리.</translation>
    </message>
    <message>
        <source>Largest distance of an adapted patch feature to its nearest centroid, weighted by how clearly that one is the nearest.</source>
        <translation>적응된 패치 특징과 최근접 중심점 간의 최대 거리. 그 중심점이 얼마나 뚜렷하게 가장 가까운지로 가중.</translation>
    </message>
    <message>
        <source>Layer of the image score</source>
        <translation>이미지 점수용 레이어</translation>
    </message>
    <message>
        <source>Layer whose average feature finds the nearest pictures. &quot;layer3&quot; is for weights that stop there.</source>
        <translation>평균 특징으로 최근접 이미지를 찾는 레이어입니다. &quot;layer3&quot;은 그 레이어까지만 있는 가중치용입니다.</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>레이어</translation>
    </message>
    <message>
        <source>Layers of the backbone that are combined. Early layers keep position and fine texture, late ones meaning.</source>
        <translation>결합할 백본 레이어입니다. 앞쪽 레이어는 위치와 미세한 질감을, 뒤쪽 레이어는 의미를 담습니다.</translation>
    </message>
    <message>
        <source>Layers of the backbone that are judged, each by its own Gaussian. &quot;all&quot; is the paper&apos;s choice; the others are for weights files that stop before the last layers.</source>
        <translation>판정에 사용할 백본 레이어로, 각각 자체 가우시안을 사용합니다. &quot;전체&quot;는 논문의 선택이며, 나머지는 마지막 레이어 전까지만 있는 가중치 파일용입니다.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Leaves out the last layer, which the network then need not compute.</source>
        <translation>마지막 레이어를 제외하여 네트워크가 이를 계산할 필요가 없습니다.</translation>
    </message>
    <message>
        <source>Length of a pooled patch feature. Smaller is faster and takes less memory. Concatenated features are as long as their layers together.</source>
        <translation>풀링된 패치 특징의 길이입니다. 작을수록 빠르고 메모리를 적게 씁니다. 연결된 특징의 길이는 해당 레이어 길이의 합입니다.</translation>
    </message>
    <message>
        <source>Length of the learnt patch feature, which the memory bank keeps.</source>
        <translation>메모리 뱅크에 저장되는 학습된 패치 특징의 길이입니다.</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>사용 레이어</translation>
    </message>
    <message>
        <source>Mahalanobis AD</source>
        <translation>Mahalanobis AD</translation>
    </message>
    <message>
        <source>Maps from the five nearest pictures.</source>
        <translation>최근접 이미지 5장으로 맵 계산.</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>마진</translation>
    </message>
    <message>
        <source>Mean distance of the picture&apos;s average feature to its K nearest normal pictures; the map compares every position with all positions of those pictures.</source>
        <translation>이미지의 평균 특징과 K개 최근접 정상 이미지 간의 평균 거리. 맵은 각 위치를 해당 이미지들의 모든 위치와 비교합니다.</translation>
    </message>
    <message>
        <source>More channels for surfaces with much variation.</source>
        <translation>편차가 큰 표면을 위해 채널을 더 많이 사용합니다.</translation>
    </message>
    <message>
        <source>Nearest centroids</source>
        <translation>최근접 중심점 수</translation>
    </message>
    <message>
        <source>Nearest neighbours</source>
        <translation>최근접 이웃 수</translation>
    </message>
    <message>
        <source>Nearest pictures</source>
        <translation>최근접 이미지 수</translation>
    </message>
    <message>
        <source>Neighbourhood</source>
        <translation>이웃 크기</translation>
    </message>
    <message>
        <source>Neighbours for contextual similarity</source>
        <translation>문맥 유사도용 이웃 수</translation>
    </message>
    <message>
        <source>Neighbours for reweighting</source>
        <translation>재가중용 이웃 수</translation>
    </message>
    <message>
        <source>Of AdamW, the same in all epochs.</source>
        <translation>AdamW의 학습률로, 모든 에포크에서 같습니다.</translation>
    </message>
    <message>
        <source>Of the first step; falls to zero along a cosine. The paper takes 0.00001.</source>
        <translation>첫 스텝의 학습률로, 코사인 곡선을 따라 0으로 감소합니다. 논문은 0.00001을 사용합니다.</translation>
    </message>
    <message>
        <source>PaDiM</source>
        <translation>PaDiM</translation>
    </message>
    <message>
        <source>PaDiM&apos;s best network in its paper, also used by CFA; for pictures of 456 px.</source>
        <translation>PaDiM 논문에서 가장 좋은 네트워크로 CFA에서도 사용합니다. 456 px 이미지용입니다.</translation>
    </message>
    <message>
        <source>Patch features</source>
        <translation>패치 특징</translation>
    </message>
    <message>
        <source>Patch features are projected to this many random directions before the coreset is chosen; 0 uses them as they are. The memory bank keeps the whole features either way.</source>
        <translation>코어셋을 선택하기 전에 패치 특징을 이 개수의 무작위 방향으로 투영합니다. 0이면 그대로 사용합니다. 어느 경우든 메모리 뱅크에는 전체 특징이 저장됩니다.</translation>
    </message>
    <message>
        <source>PatchCore</source>
        <translation>PatchCore</translation>
    </message>
    <message>
        <source>Patches a step</source>
        <translation>스텝당 패치 수</translation>
    </message>
    <message>
        <source>Picture&apos;s score</source>
        <translation>이미지 점수</translation>
    </message>
    <message>
        <source>Pictures a step</source>
        <translation>스텝당 이미지 수</translation>
    </message>
    <message>
        <source>Pictures in the gallery</source>
        <translation>갤러리 이미지 수</translation>
    </message>
    <message>
        <source>Pictures whose patches are compared with each other.</source>
        <translation>패치를 서로 비교하는 이미지의 수입니다.</translation>
    </message>
    <message>
        <source>Positions a centroid</source>
        <translation>중심점당 위치 수</translation>
    </message>
    <message>
        <source>Projection for the coreset</source>
        <translation>코어셋용 투영</translation>
    </message>
    <message>
        <source>ReConPatch</source>
        <translation>ReConPatch</translation>
    </message>
    <message>
        <source>Reduction</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>Regularisation</source>
        <translation>정규화</translation>
    </message>
    <message>
        <source>Representation dimension</source>
        <translation>표현 차원</translation>
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
        <translation>ResNet-18(내장)</translation>
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
        <translation>이미지 점수 재가중</translation>
    </message>
    <message>
        <source>SPADE</source>
        <translation>SPADE</translation>
    </message>
    <message>
        <source>Share of pairwise similarity</source>
        <translation>쌍별 유사도 비중</translation>
    </message>
    <message>
        <source>Share of the normal patches kept in the memory bank. Larger banks are slower and rarely better.</source>
        <translation>메모리 뱅크에 유지하는 정상 패치의 비율입니다. 뱅크가 크면 느려지고 성능이 나아지는 경우는 드뭅니다.</translation>
    </message>
    <message>
        <source>Share of the normal patches kept in the memory bank. The paper uses 0.25, 0.1 and 0.01; larger banks are slower and rarely better.</source>
        <translation>메모리 뱅크에 유지하는 정상 패치의 비율입니다. 논문은 0.25, 0.1, 0.01을 사용합니다. 뱅크가 크면 느려지고 성능이 나아지는 경우는 드뭅니다.</translation>
    </message>
    <message>
        <source>Share of the variance that the leading components hold: kept by &quot;pca&quot;, dropped by &quot;npca&quot;. The paper uses 0.95 and 0.99. Without a reduction it means nothing.</source>
        <translation>주요 성분이 차지하는 분산의 비율입니다. &quot;pca&quot;는 이를 유지하고 &quot;npca&quot;는 버립니다. 논문은 0.95와 0.99를 사용합니다. 축소를 사용하지 않으면 의미가 없습니다.</translation>
    </message>
    <message>
        <source>Share that the moving averages keep at each step. Closer to 1 is steadier and slower.</source>
        <translation>이동 평균이 스텝마다 유지하는 비율입니다. 1에 가까울수록 안정적이고 느립니다.</translation>
    </message>
    <message>
        <source>Side of the square of grid positions that one patch looks at.</source>
        <translation>패치 하나가 보는 정사각형 격자 위치의 한 변입니다.</translation>
    </message>
    <message>
        <source>Something went wrong inside the program. Please report it with the details below.</source>
        <translation>프로그램 내부에서 문제가 발생했습니다. 아래 상세 정보와 함께 신고해 주십시오.</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작값</translation>
    </message>
    <message>
        <source>Steps on eight times as many patches, nearer to the paper: learns many times slower.</source>
        <translation>논문에 더 가깝게 8배 많은 패치로 스텝 수행: 학습이 여러 배 느립니다.</translation>
    </message>
    <message>
        <source>Sum over the network&apos;s layers of the Mahalanobis distance of the picture&apos;s mean feature to one Gaussian a layer.</source>
        <translation>네트워크 레이어별로 이미지의 평균 특징과 해당 레이어 가우시안 간의 마할라노비스 거리를 구해 합산.</translation>
    </message>
    <message>
        <source>Taken at random from the step&apos;s pictures; all pairs of them are compared. Time and memory grow with the square.</source>
        <translation>스텝의 이미지에서 무작위로 추출하여 모든 쌍을 비교합니다. 시간과 메모리는 제곱으로 늘어납니다.</translation>
    </message>
    <message>
        <source>Target dimension</source>
        <translation>목표 차원</translation>
    </message>
    <message>
        <source>The content is not a picture in a supported format (PNG, JPEG, BMP, TIFF, WebP). Remove or convert it.</source>
        <translation>지원하는 형식(PNG, JPEG, BMP, TIFF, WebP)의 이미지가 아닙니다. 제거하거나 변환하십시오.</translation>
    </message>
    <message>
        <source>The deepest plain network, for parts with complex structure.</source>
        <translation>기본 구조 중 가장 깊은 네트워크로, 구조가 복잡한 부품용입니다.</translation>
    </message>
    <message>
        <source>The defaults, as the paper: all layers, no reduction.</source>
        <translation>기본값, 논문과 동일: 모든 레이어, 축소 없음.</translation>
    </message>
    <message>
        <source>The defaults: 100 channels, what the paper takes of a ResNet-18.</source>
        <translation>기본값: 100채널, 논문에서 ResNet-18에 사용하는 값.</translation>
    </message>
    <message>
        <source>The defaults: a third of the paper&apos;s epochs.</source>
        <translation>기본값: 논문 에포크의 3분의 1.</translation>
    </message>
    <message>
        <source>The defaults: maps from the paper&apos;s fifty nearest pictures.</source>
        <translation>기본값: 논문과 같이 최근접 이미지 50장으로 맵 계산.</translation>
    </message>
    <message>
        <source>The defaults: the paper&apos;s steps, each on a sample of its patches.</source>
        <translation>기본값: 논문의 스텝, 각각 패치 일부를 표본 추출.</translation>
    </message>
    <message>
        <source>The defaults: what the paper calls 1 %.</source>
        <translation>기본값: 논문에서 1 %라고 하는 값.</translation>
    </message>
    <message>
        <source>The first choice for most parts: finds small defects, needs no alignment, and learns in a minute. Shows the normal patch that a hot spot was compared with.</source>
        <translation>대부분의 부품에 먼저 권장합니다. 작은 결함을 찾고 정렬이 필요 없으며 1분이면 학습됩니다. 이상 부위와 비교한 정상 패치를 보여 줍니다.</translation>
    </message>
    <message>
        <source>The folder holds no picture. Choose one with PNG, JPEG, BMP, TIFF or WebP files.</source>
        <translation>폴더에 이미지가 없습니다. PNG, JPEG, BMP, TIFF 또는 WebP 파일이 있는 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>The folder is not laid out as a data set that can be used for this. Arrange it as train/good and test/..., or choose another folder.</source>
        <translation>이 용도로 사용할 수 있는 데이터 세트 구조의 폴더가 아닙니다. train/good 및 test/... 구조로 정리하거나 다른 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>The labels of the test pictures were used for the figures, never for a threshold: a verdict rests on good pictures held out of the training. Only best F1 takes the best threshold for these very labels.</source>
        <translation>테스트 이미지의 레이블은 지표에만 사용하고 임계값에는 사용하지 않았습니다. 판정은 학습에서 보류한 양품 이미지를 기준으로 합니다. 최고 F1만 바로 이 레이블에 가장 좋은 임계값을 사용합니다.</translation>
    </message>
    <message>
        <source>The largest one, for comparison with published ensembles.</source>
        <translation>가장 큰 네트워크로, 발표된 앙상블과 비교하기 위한 것입니다.</translation>
    </message>
    <message>
        <source>The map compares every position with all positions of this many nearest normal pictures. The paper uses K; time grows in proportion.</source>
        <translation>맵은 각 위치를 이 개수만큼의 최근접 정상 이미지의 모든 위치와 비교합니다. 논문은 K를 사용합니다. 시간은 비례하여 늘어납니다.</translation>
    </message>
    <message>
        <source>The model cannot be written as a TorchScript module. Use it with Spotcheck, or train one that can.</source>
        <translation>이 모델은 TorchScript 모듈로 저장할 수 없습니다. Spotcheck에서 사용하거나, 저장할 수 있는 모델을 학습하십시오.</translation>
    </message>
    <message>
        <source>The model file is damaged or not a Spotcheck model. Restore it from a copy, or train again.</source>
        <translation>모델 파일이 손상되었거나 Spotcheck 모델이 아닙니다. 사본에서 복원하거나 다시 학습하십시오.</translation>
    </message>
    <message>
        <source>The model was trained with other weights than those on this computer. Import the weights it was trained with, or train again.</source>
        <translation>이 컴퓨터에 있는 것과 다른 가중치로 학습된 모델입니다. 학습에 사용한 가중치를 가져오거나 다시 학습하십시오.</translation>
    </message>
    <message>
        <source>The model was written by a newer version of Spotcheck. Install that version to use it.</source>
        <translation>더 최신 버전의 Spotcheck에서 작성된 모델입니다. 사용하려면 해당 버전을 설치하십시오.</translation>
    </message>
    <message>
        <source>The network of Mahalanobis AD&apos;s paper, for pictures of 380 px; many layers with few channels.</source>
        <translation>Mahalanobis AD 논문의 네트워크로 380 px 이미지용입니다. 레이어가 많고 채널이 적습니다.</translation>
    </message>
    <message>
        <source>The network of most published results; slow without a fast processor.</source>
        <translation>발표된 결과 대부분에 사용된 네트워크입니다. 프로세서가 빠르지 않으면 느립니다.</translation>
    </message>
    <message>
        <source>The normal pictures have different proportions (%1 and %2), so that their content does not lie alike; %3 compares place by place: turn alignment on or use PatchCore.</source>
        <translation>정상 이미지의 가로세로 비율이 서로 달라(%1, %2) 내용의 위치가 일치하지 않습니다. %3에서는 위치별로 비교하므로 정렬을 켜거나 PatchCore를 사용하십시오.</translation>
    </message>
    <message>
        <source>The paper&apos;s 10 % of all patches: training and inspection take several times as long.</source>
        <translation>논문과 같이 전체 패치의 10 %: 학습과 검사에 몇 배의 시간이 걸립니다.</translation>
    </message>
    <message>
        <source>The paper&apos;s epochs: training takes three times as long.</source>
        <translation>논문의 에포크: 학습 시간이 3배 걸립니다.</translation>
    </message>
    <message>
        <source>The parts in half of the normal pictures lie %1 % of the picture or more apart; %2 compares place by place: turn alignment on or use PatchCore.</source>
        <translation>정상 이미지 절반에서 부품의 위치가 이미지의 %1 % 이상 어긋나 있습니다. %2에서는 위치별로 비교하므로 정렬을 켜거나 PatchCore를 사용하십시오.</translation>
    </message>
    <message>
        <source>The picture is incomplete: the file ends too early. Copy it again from its source, or remove it.</source>
        <translation>이미지가 불완전합니다. 파일이 중간에 끝납니다. 원본에서 다시 복사하거나 제거하십시오.</translation>
    </message>
    <message>
        <source>The picture is larger than the program accepts. Crop it or reduce its size.</source>
        <translation>이미지가 프로그램의 허용 크기보다 큽니다. 자르거나 크기를 줄이십시오.</translation>
    </message>
    <message>
        <source>The plain nearest-neighbour method, as a baseline: nothing is learnt or thinned out. It keeps all normal features, so the model is large and inspection slow; small defects hardly move its image score.</source>
        <translation>기준선이 되는 단순한 최근접 이웃 방법으로, 학습하거나 솎아 내는 것이 없습니다. 모든 정상 특징을 보관하므로 모델이 크고 검사가 느리며, 작은 결함은 이미지 점수에 거의 영향을 주지 않습니다.</translation>
    </message>
    <message>
        <source>The project file is damaged or not a Spotcheck project. Restore it from a copy.</source>
        <translation>프로젝트 파일이 손상되었거나 Spotcheck 프로젝트가 아닙니다. 사본에서 복원하십시오.</translation>
    </message>
    <message>
        <source>The project was written by a newer version of Spotcheck. Install that version to open it.</source>
        <translation>더 최신 버전의 Spotcheck에서 작성된 프로젝트입니다. 열려면 해당 버전을 설치하십시오.</translation>
    </message>
    <message>
        <source>The rest is the contextual similarity: how many neighbours two patches have in common.</source>
        <translation>나머지는 문맥 유사도, 즉 두 패치가 공유하는 이웃의 수입니다.</translation>
    </message>
    <message>
        <source>The test needs pictures of good and of defective parts. Add or label them.</source>
        <translation>테스트에는 양품과 불량품의 이미지가 모두 필요합니다. 이미지를 추가하거나 레이블을 지정하십시오.</translation>
    </message>
    <message>
        <source>The threshold of %1 is an exception: it was chosen on the labels of the test pictures, so its recall is too favourable.</source>
        <translation>%1의 임계값은 예외입니다. 테스트 이미지의 레이블로 선택했으므로 재현율이 실제보다 좋게 나옵니다.</translation>
    </message>
    <message>
        <source>The weights file does not reach the wanted layer. Choose earlier layers or complete weights.</source>
        <translation>가중치 파일에 필요한 레이어가 없습니다. 더 앞쪽 레이어를 선택하거나 완전한 가중치를 사용하십시오.</translation>
    </message>
    <message>
        <source>The weights file is damaged or belongs to another network. Get it again from its source.</source>
        <translation>가중치 파일이 손상되었거나 다른 네트워크의 것입니다. 원래 출처에서 다시 받으십시오.</translation>
    </message>
    <message>
        <source>The weights of this backbone are not on this computer. Import them, or choose another backbone.</source>
        <translation>이 백본의 가중치가 이 컴퓨터에 없습니다. 가중치를 가져오거나 다른 백본을 선택하십시오.</translation>
    </message>
    <message>
        <source>There is no such backbone. Choose one of the list.</source>
        <translation>해당 백본이 없습니다. 목록에서 선택하십시오.</translation>
    </message>
    <message>
        <source>There is no such detector. Choose one of the list.</source>
        <translation>해당 검출기가 없습니다. 목록에서 선택하십시오.</translation>
    </message>
    <message>
        <source>There is no such file or folder. Check the path, or whether the drive is connected.</source>
        <translation>해당 파일이나 폴더가 없습니다. 경로 또는 드라이브 연결 상태를 확인하십시오.</translation>
    </message>
    <message>
        <source>Three epochs.</source>
        <translation>에포크 3회.</translation>
    </message>
    <message>
        <source>Variance of the leading components</source>
        <translation>주요 성분의 분산</translation>
    </message>
    <message>
        <source>When defects are to be outlined closely, or the memory bank must stay small whatever the number of pictures. Needs a training of some minutes.</source>
        <translation>결함의 윤곽을 정밀하게 표시해야 하거나, 이미지 수와 관계없이 메모리 뱅크를 작게 유지해야 할 때 사용합니다. 몇 분간의 학습이 필요합니다.</translation>
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
        <translation>쌍별 유사도 폭</translation>
    </message>
    <message>
        <source>a linear layer over the patch features</source>
        <translation>패치 특징에 대한 선형 레이어</translation>
    </message>
    <message>
        <source>a linear representation of patches, by contrastive learning</source>
        <translation>대조 학습을 통한 패치의 선형 표현</translation>
    </message>
    <message>
        <source>all</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>as Spotcheck itself</source>
        <translation>Spotcheck 자체와 동일</translation>
    </message>
    <message>
        <source>b of equation 7.</source>
        <translation>식 7의 b.</translation>
    </message>
    <message>
        <source>concatenated</source>
        <translation>연결</translation>
    </message>
    <message>
        <source>image</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>image, then pixel</source>
        <translation>이미지, 다음으로 픽셀</translation>
    </message>
    <message>
        <source>k of equation 2. A patch counts as its own first neighbour.</source>
        <translation>식 2의 k입니다. 패치 자신을 첫 번째 이웃으로 셉니다.</translation>
    </message>
    <message>
        <source>map</source>
        <translation>맵</translation>
    </message>
    <message>
        <source>needed: compares place by place</source>
        <translation>필요: 위치별로 비교</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>불필요</translation>
    </message>
    <message>
        <source>not needed, but helps</source>
        <translation>불필요하나 도움이 됨</translation>
    </message>
    <message>
        <source>npca</source>
        <translation>npca</translation>
    </message>
    <message>
        <source>patch</source>
        <translation>패치</translation>
    </message>
    <message>
        <source>pca</source>
        <translation>pca</translation>
    </message>
    <message>
        <source>pooled</source>
        <translation>풀링</translation>
    </message>
    <message>
        <source>principal</source>
        <translation>주성분</translation>
    </message>
    <message>
        <source>random</source>
        <translation>무작위</translation>
    </message>
    <message>
        <source>torchvision IMAGENET1K_V1: BSD 3-Clause; trained on ImageNet-1k, whose own terms apply</source>
        <translation>torchvision IMAGENET1K_V1: BSD 3-Clause; ImageNet-1k로 학습되어 해당 데이터의 자체 조건 적용</translation>
    </message>
    <message>
        <source>without_last</source>
        <translation>마지막 제외</translation>
    </message>
    <message>
        <source>without_last_two</source>
        <translation>마지막 둘 제외</translation>
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
        <translation>레이어별 (D + D²)의 Σ</translation>
    </message>
    <message>
        <source>α: squared distance beyond the sphere that is left to the hard negatives.</source>
        <translation>α: 구 바깥에서 하드 네거티브에 맡기는 제곱 거리입니다.</translation>
    </message>
    <message>
        <source>γc: the memory bank holds one centroid for this many positions of the grid, by k-means. Above 1 it is faster and smaller, but rare places of the part lose their centroid and look defective.</source>
        <translation>γc: 메모리 뱅크는 k-means로 격자의 이 개수만큼의 위치마다 중심점을 하나씩 둡니다. 1보다 크면 더 빠르고 작아지지만, 부품의 드문 부위는 중심점을 잃어 불량으로 보입니다.</translation>
    </message>
    <message>
        <source>γd: the adapted features have one dimension for this many channels of the backbone. Larger is faster and takes less memory.</source>
        <translation>γd: 적응된 특징은 백본의 이 개수만큼의 채널마다 차원을 하나씩 가집니다. 클수록 빠르고 메모리를 적게 씁니다.</translation>
    </message>
    <message>
        <source>Chosen on the labels of the test pictures: the figures on the same pictures are too favourable.</source>
        <translation>테스트 이미지의 레이블로 정했으므로 같은 이미지에서의 수치는 지나치게 좋습니다.</translation>
    </message>
    <message>
        <source>From %1 good pictures no rate below %2 can be promised; the largest of their scores is used.</source>
        <translation>양품 이미지 %1개로는 %2보다 낮은 비율을 보장할 수 없어 가장 큰 점수를 씁니다.</translation>
    </message>
    <message>
        <source>From 1 good picture no rate below %1 can be promised; its score is used.</source>
        <translation>양품 이미지 1개로는 %1보다 낮은 비율을 보장할 수 없어 그 점수를 씁니다.</translation>
    </message>
    <message>
        <source>No good picture was held out from training, so no false alarm rate can be promised.</source>
        <translation>학습에서 보류한 양품 이미지가 없어 오경보율을 보장할 수 없습니다.</translation>
    </message>
    <message>
        <source>Set by hand.</source>
        <translation>직접 설정했습니다.</translation>
    </message>
    <message>
        <source>Chosen on the labels of the test pictures for the highest F1: the figures on the same pictures are too favourable.</source>
        <translation>테스트 이미지의 레이블로 F1이 가장 높게 정했으므로 같은 이미지에서의 수치는 지나치게 좋습니다.</translation>
    </message>
    <message>
        <source>Chosen on the labels of the test pictures for the least cost, a miss costing %1 false alarms: the figures on the same pictures are too favourable.</source>
        <translation>테스트 이미지의 레이블로 비용이 가장 낮게(미검출 1건 = 오경보 %1건) 정했으므로 같은 이미지에서의 수치는 지나치게 좋습니다.</translation>
    </message>
    <message>
        <source>Chosen on the labels of the test pictures to miss at most %1: the figures on the same pictures are too favourable.</source>
        <translation>테스트 이미지의 레이블로 미검출이 %1 이하가 되게 정했으므로 같은 이미지에서의 수치는 지나치게 좋습니다.</translation>
    </message>
    <message>
        <source>Mean and three standard deviations of %1 good pictures not used for training; no rate is promised, since scores are seldom normally distributed.</source>
        <translation>학습에 쓰지 않은 양품 이미지 %1개의 평균과 표준 편차 3배. 점수가 정규 분포인 경우는 드물어 비율을 보장하지 않습니다.</translation>
    </message>
    <message>
        <source>The score of 1 good picture not used for training; no rate is promised.</source>
        <translation>학습에 쓰지 않은 양품 이미지 1개의 점수. 비율을 보장하지 않습니다.</translation>
    </message>
    <message>
        <source>16-bit pictures among 8-bit ones: %1. They are read without stretching, so they may look darker than the others.</source>
        <translation>8비트 이미지 사이의 16비트 이미지: %1개. 명암을 늘리지 않고 읽으므로 다른 이미지보다 어둡게 보일 수 있습니다.</translation>
    </message>
    <message>
        <source>16-bit pictures: %1. They are read without stretching; where they look dark, let the camera use the whole range.</source>
        <translation>16비트 이미지: %1개. 명암을 늘리지 않고 읽습니다. 어둡게 보이면 카메라가 전체 범위를 쓰도록 하십시오.</translation>
    </message>
    <message>
        <source>Coloured pictures among grey ones: %1. Their colour may be taken for a defect.</source>
        <translation>흑백 이미지 사이의 컬러 이미지: %1개. 색이 결함으로 보일 수 있습니다.</translation>
    </message>
    <message>
        <source>Copies of another picture in the same lane: %1. They count more than once in every figure and promise more than was seen.</source>
        <translation>같은 목록에 있는 다른 이미지의 복사본: %1개. 모든 수치에 여러 번 계산되어 실제로 본 것보다 많이 약속하게 됩니다.</translation>
    </message>
    <message>
        <source>Defective pictures without a mask: %1. Pixel figures leave them out.</source>
        <translation>마스크가 없는 불량 이미지: %1개. 픽셀 수치에서 제외됩니다.</translation>
    </message>
    <message>
        <source>Grey pictures among coloured ones: %1. The missing colour may be taken for a defect.</source>
        <translation>컬러 이미지 사이의 흑백 이미지: %1개. 색이 없는 것이 결함으로 보일 수 있습니다.</translation>
    </message>
    <message>
        <source>Masks that cannot be used: %1. They are empty, unreadable, or of another size than their picture.</source>
        <translation>사용할 수 없는 마스크: %1개. 비어 있거나, 읽을 수 없거나, 이미지와 크기가 다릅니다.</translation>
    </message>
    <message>
        <source>No test picture is labelled defective: how well defects are found cannot be measured.</source>
        <translation>불량으로 표시된 테스트 이미지가 없습니다. 결함을 얼마나 잘 찾는지 측정할 수 없습니다.</translation>
    </message>
    <message>
        <source>No test picture is labelled good: false alarms cannot be measured.</source>
        <translation>양품으로 표시된 테스트 이미지가 없습니다. 오경보를 측정할 수 없습니다.</translation>
    </message>
    <message>
        <source>Normal pictures: only %1. A model learns from them how much good parts vary; %2 to 200 are a good start.</source>
        <translation>정상 이미지: %1개뿐입니다. 모델은 이 이미지에서 양품의 편차를 배웁니다. %2~200개면 좋은 시작입니다.</translation>
    </message>
    <message>
        <source>Pictures of another shape than %2 px, which most have: %1. Parts look larger, smaller or cut off in them.</source>
        <translation>대부분(%2 px)과 가로세로 비율이 다른 이미지: %1개. 부품이 더 크거나 작게, 또는 잘려 보입니다.</translation>
    </message>
    <message>
        <source>Pictures of another size than %2 px, which most have: %1. They are scaled; fine detail may differ.</source>
        <translation>대부분(%2 px)과 크기가 다른 이미지: %1개. 크기를 맞추므로 미세한 부분이 다를 수 있습니다.</translation>
    </message>
    <message>
        <source>Pictures that cannot be read any more: %1. They were moved, deleted or damaged.</source>
        <translation>더 이상 읽을 수 없는 이미지: %1개. 이동되었거나 삭제되었거나 손상되었습니다.</translation>
    </message>
    <message>
        <source>Pictures that carry an EXIF rotation: %1. They are turned upright; masks must be upright as well.</source>
        <translation>EXIF 회전 정보가 있는 이미지: %1개. 바로 세워서 읽으므로 마스크도 바로 서 있어야 합니다.</translation>
    </message>
    <message>
        <source>Test pictures that are also learned: %1. The figures would flatter, because the model knows these pictures.</source>
        <translation>학습에도 쓰이는 테스트 이미지: %1개. 모델이 이미 아는 이미지라 수치가 실제보다 좋게 나옵니다.</translation>
    </message>
    <message>
        <source>The pictures have %1 different sizes. All are brought to one size, so parts of the same size should fill the same share of the picture.</source>
        <translation>이미지 크기가 %1가지입니다. 모두 한 크기로 맞추므로 같은 크기의 부품은 이미지에서 같은 비율을 차지해야 합니다.</translation>
    </message>
    <message>
        <source>About %1 false alarms, from %2 good pictures, each scored by one of %3 models that had not seen it (they can support %4 or more). The model that judges has learnt from all of them, so that the rate is an estimate and no promise.</source>
        <translation>양품 이미지 %2개 기준으로 오경보는 약 %1입니다. 각 이미지는 그것을 보지 않은 %3개 모델 중 하나로 채점했습니다(뒷받침할 수 있는 값은 %4 이상). 판정하는 모델은 모든 이미지로 학습했으므로 이 비율은 추정값이며 보장값이 아닙니다.</translation>
    </message>
    <message>
        <source>Chi-square limit for %1 false alarms with %2 degrees of freedom, as if the features of each layer were normally distributed with the mean and covariance found; no rate is promised.</source>
        <translation>오경보 %1에 대한 카이제곱 한계(자유도 %2). 각 층의 특징이 추정된 평균과 공분산의 정규 분포를 따른다고 가정한 값이며 비율을 보장하지 않습니다.</translation>
    </message>
    <message>
        <source>Chosen on the labels of the test pictures for the largest difference between recall and false alarm rate (Youden): the figures on the same pictures are too favourable.</source>
        <translation>테스트 이미지의 레이블로 재현율과 오경보율의 차이가 가장 크게(Youden) 정했으므로 같은 이미지에서의 수치는 지나치게 좋습니다.</translation>
    </message>
    <message>
        <source>On average at most %1 false alarms, from %2 good pictures not used for training (they can support %3 or more); with 95 % confidence at most %4.</source>
        <translation>학습에 쓰지 않은 양품 이미지 %2개 기준으로 오경보는 평균 %1 이하입니다(보장할 수 있는 값은 %3 이상). 95 % 신뢰도로는 %4 이하입니다.</translation>
    </message>
    <message>
        <source>On average at most %1 false alarms, from 1 good picture not used for training (it can support %2 or more); with 95 % confidence at most %3.</source>
        <translation>학습에 쓰지 않은 양품 이미지 1개 기준으로 오경보는 평균 %1 이하입니다(보장할 수 있는 값은 %2 이상). 95 % 신뢰도로는 %3 이하입니다.</translation>
    </message>
    <message>
        <source>%1 cannot be looked at. The rest of the folder is watched.</source>
        <translation>%1을(를) 살펴볼 수 없습니다. 폴더의 나머지는 계속 감시합니다.</translation>
    </message>
    <message>
        <source>%1 parts in a row are not OK. Check camera, light and position of the parts first.</source>
        <translation>부품 %1개가 연속으로 불합격입니다. 먼저 카메라, 조명, 부품 위치를 확인하십시오.</translation>
    </message>
    <message>
        <source>%1 rows of the log %2 could not be written before the end, and are lost.</source>
        <translation>로그 %2의 행 %1개를 끝날 때까지 쓰지 못해 잃었습니다.</translation>
    </message>
    <message>
        <source>Limits from %1 good pictures not used for training, which is few: they are rough, and drift may be called too often or too late.</source>
        <translation>학습에 쓰지 않은 양품 이미지 %1개로 정한 한계입니다. 수가 적어 한계가 거칠고, 드리프트를 너무 자주 또는 너무 늦게 알릴 수 있습니다.</translation>
    </message>
    <message>
        <source>Limits from %1 good pictures not used for training; they assume normally distributed scores.</source>
        <translation>학습에 쓰지 않은 양품 이미지 %1개로 정한 한계이며, 점수가 정규 분포라고 가정합니다.</translation>
    </message>
    <message>
        <source>No control limits: at least two good pictures of different scores must have been held out from training.</source>
        <translation>관리 한계가 없습니다. 점수가 서로 다른 양품 이미지가 두 개 이상 학습에서 제외되어 있어야 합니다.</translation>
    </message>
    <message>
        <source>The camera %1 gives no pictures. Check that it is connected and that no other program uses it; it is opened again and again.</source>
        <translation>카메라 %1에서 이미지가 오지 않습니다. 연결되어 있는지, 다른 프로그램이 쓰고 있지 않은지 확인하십시오. 계속 다시 열어 봅니다.</translation>
    </message>
    <message>
        <source>The camera %1 is back; watching goes on.</source>
        <translation>카메라 %1이(가) 돌아와 감시를 계속합니다.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be reached any more. Bring it back or connect its drive; watching goes on by itself.</source>
        <translation>폴더 %1에 더 이상 접근할 수 없습니다. 폴더를 되돌리거나 드라이브를 연결하십시오. 감시는 저절로 이어집니다.</translation>
    </message>
    <message>
        <source>The folder %1 is back; watching goes on.</source>
        <translation>폴더 %1이(가) 돌아와 감시를 계속합니다.</translation>
    </message>
    <message>
        <source>The folder %1 lies on another drive than before: a drive was connected or has gone. Check that it is the right one.</source>
        <translation>폴더 %1이(가) 전과 다른 드라이브에 있습니다. 드라이브가 연결되었거나 분리되었습니다. 올바른 드라이브인지 확인하십시오.</translation>
    </message>
    <message>
        <source>The log %1 cannot be written. Check the free space and whether its folder still exists; rows are kept and written as soon as it works again.</source>
        <translation>로그 %1을(를) 쓸 수 없습니다. 남은 공간과 폴더가 있는지 확인하십시오. 행은 보관했다가 다시 쓸 수 있게 되면 기록합니다.</translation>
    </message>
    <message>
        <source>The log %1 is written again, and complete.</source>
        <translation>로그 %1을(를) 다시 쓰고 있으며 빠진 행이 없습니다.</translation>
    </message>
    <message>
        <source>The scores are back within their limits.</source>
        <translation>점수가 다시 한계 안에 있습니다.</translation>
    </message>
    <message>
        <source>The scores drift downwards: defects may be missed. Check that the camera sees the parts, and light and focus.</source>
        <translation>점수가 아래로 드리프트합니다. 결함을 놓칠 수 있습니다. 카메라가 부품을 보고 있는지, 조명과 초점을 확인하십시오.</translation>
    </message>
    <message>
        <source>The scores drift upwards: false alarms may follow. Check light, focus and position of the parts, or train with recent pictures.</source>
        <translation>점수가 위로 드리프트합니다. 오경보가 뒤따를 수 있습니다. 조명, 초점, 부품 위치를 확인하거나 최근 이미지로 학습하십시오.</translation>
    </message>
    <message>
        <source>Too many rows of the log wait to be written: the oldest are lost from now on. Make room for %1, or choose another file.</source>
        <translation>쓰기를 기다리는 로그 행이 너무 많아 지금부터 가장 오래된 행을 잃습니다. %1을(를) 위한 공간을 마련하거나 다른 파일을 고르십시오.</translation>
    </message>
    <message>
        <source>Western Electric rule 1: a score beyond three sigma.</source>
        <translation>웨스턴 일렉트릭 규칙 1: 점수 하나가 3시그마를 벗어남.</translation>
    </message>
    <message>
        <source>Western Electric rule 2: two of three scores beyond two sigma on one side.</source>
        <translation>웨스턴 일렉트릭 규칙 2: 점수 셋 중 둘이 같은 쪽에서 2시그마를 벗어남.</translation>
    </message>
    <message>
        <source>Western Electric rule 3: four of five scores beyond one sigma on one side.</source>
        <translation>웨스턴 일렉트릭 규칙 3: 점수 다섯 중 넷이 같은 쪽에서 1시그마를 벗어남.</translation>
    </message>
    <message>
        <source>Western Electric rule 4: eight scores in a row on one side of the centre.</source>
        <translation>웨스턴 일렉트릭 규칙 4: 점수 여덟 개가 연속으로 중심선의 같은 쪽에 있음.</translation>
    </message>
    <message>
        <source>&quot;exact&quot; finds the nearest of all patches. &quot;hnsw&quot; and &quot;ivf-pq&quot; look at a part of the bank, which is faster from some 30,000 patches on: the score of the picture stays exact, single patches of the map may score too high. Banks below 10,000 patches are searched exactly in any case.</source>
        <translation>&quot;exact&quot;는 모든 패치 가운데 가장 가까운 것을 찾습니다. &quot;hnsw&quot;와 &quot;ivf-pq&quot;는 뱅크의 일부만 보므로 패치가 약 30,000개를 넘으면 더 빠릅니다. 이미지 점수는 정확하게 유지되지만 맵의 일부 패치는 점수가 너무 높을 수 있습니다. 패치가 10,000개보다 적은 뱅크는 항상 정확하게 검색합니다.</translation>
    </message>
    <message>
        <source>Coverage radius</source>
        <translation>커버리지 반경</translation>
    </message>
    <message>
        <source>Search of the memory bank</source>
        <translation>메모리 뱅크 검색</translation>
    </message>
    <message>
        <source>The memory bank is complete once every normal patch lies within this distance of it, even before it has the share that was asked for. A training tells the radius that it reached. 0: off.</source>
        <translation>모든 정상 패치가 뱅크에서 이 거리 안에 들어오면, 요청한 비율에 이르기 전이라도 메모리 뱅크가 완성됩니다. 도달한 반경은 학습할 때 표시됩니다. 0: 사용 안 함.</translation>
    </message>
    <message>
        <source>There is not enough memory. Choose a smaller input size, a smaller coreset ratio, fewer pictures or another detector, or close other programs.</source>
        <translation>메모리가 부족합니다. 더 작은 입력 크기, 더 작은 코어셋 비율, 더 적은 이미지 또는 다른 검출기를 선택하거나 다른 프로그램을 닫으십시오.</translation>
    </message>
    <message>
        <source>This training needs about %1 of memory, and %2 are free: it is likely to fail. Choose a smaller coreset ratio, a smaller input size, fewer pictures or another detector (%3 needs least), or close other programs.</source>
        <translation>이 학습에는 약 %1의 메모리가 필요하지만 여유 메모리는 %2이므로 실패할 가능성이 높습니다. 더 작은 코어셋 비율, 더 작은 입력 크기, 더 적은 이미지 또는 다른 검출기(%3이(가) 가장 적게 필요)를 선택하거나 다른 프로그램을 닫으십시오.</translation>
    </message>
    <message>
        <source>This training needs about %1 of memory, and %2 are free: it is likely to fail. Choose a smaller input size or fewer pictures, or close other programs.</source>
        <translation>이 학습에는 약 %1의 메모리가 필요하지만 여유 메모리는 %2이므로 실패할 가능성이 높습니다. 더 작은 입력 크기나 더 적은 이미지를 선택하거나 다른 프로그램을 닫으십시오.</translation>
    </message>
    <message>
        <source>This training needs about %1 of memory, and %2 are free: it is likely to fail. Choose a smaller input size, fewer pictures or another detector (%3 needs least), or close other programs.</source>
        <translation>이 학습에는 약 %1의 메모리가 필요하지만 여유 메모리는 %2이므로 실패할 가능성이 높습니다. 더 작은 입력 크기, 더 적은 이미지 또는 다른 검출기(%3이(가) 가장 적게 필요)를 선택하거나 다른 프로그램을 닫으십시오.</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>정확</translation>
    </message>
    <message>
        <source>hnsw</source>
        <translation>hnsw</translation>
    </message>
    <message>
        <source>Features while learning</source>
        <translation>학습 중 특징</translation>
    </message>
    <message>
        <source>This training needs about %1 of memory, and %2 are free: it is likely to fail. Choose half precision for the features while learning, a smaller coreset ratio, a smaller input size, fewer pictures or another detector (%3 needs least), or close other programs.</source>
        <translation>이 학습에는 약 %1의 메모리가 필요하지만 여유 메모리는 %2이므로 실패할 가능성이 높습니다. 학습 중 특징의 반정밀도, 더 작은 코어셋 비율, 더 작은 입력 크기, 더 적은 이미지 또는 다른 검출기(%3이(가) 가장 적게 필요)를 선택하거나 다른 프로그램을 닫으십시오.</translation>
    </message>
    <message>
        <source>half</source>
        <translation>반정밀도</translation>
    </message>
    <message>
        <source>single</source>
        <translation>단정밀도</translation>
    </message>
    <message>
        <source>%1 of %2 normal pictures are copies of others. A copy is no further evidence: towards the threshold each picture counts once.</source>
        <translation>정상 이미지 %2장 중 %1장은 다른 이미지의 복사본입니다. 복사본은 새로운 근거가 아니므로 임곗값에는 이미지마다 한 번만 반영됩니다.</translation>
    </message>
    <message>
        <source>The folder holds other files, which might be overwritten. Choose a new or an empty folder.</source>
        <translation>폴더에 다른 파일이 있어 덮어쓸 수 있습니다. 새 폴더나 빈 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>The mask does not fit its picture. Draw or export it again at the picture&apos;s size, with the defect in white.</source>
        <translation>마스크가 이미지와 맞지 않습니다. 이미지와 같은 크기로, 결함을 흰색으로 하여 다시 그리거나 내보내십시오.</translation>
    </message>
    <message>
        <source>Chosen on the labels of the test pictures for the least cost, a miss costing %1 false alarms and %2 of the parts being defective: the figures on the same pictures are too favourable.</source>
        <translation>테스트 이미지의 레이블로 비용이 가장 낮게(미검출 1건 = 오경보 %1건, 불량 부품 %2) 정했으므로 같은 이미지에서의 수치는 지나치게 좋습니다.</translation>
    </message>
    <message>
        <source>%1 parts in a row were not OK; the row is over.</source>
        <translation>부품 %1개가 연속으로 불합격이었으며, 연속이 끝났습니다.</translation>
    </message>
    <message>
        <source>The training&apos;s intermediate state could not be kept (%1): had it been stopped, it would have begun anew. The model is complete.</source>
        <translation>학습의 중간 상태를 보관하지 못했습니다(%1). 중단되었다면 처음부터 다시 시작했을 것입니다. 모델은 완전합니다.</translation>
    </message>
    <message>
        <source>There are too few different good pictures: some are needed to learn from, and others to set the threshold by. 20 or more are recommended. Add pictures of good parts.</source>
        <translation>서로 다른 정상 이미지가 너무 적습니다. 일부는 학습에, 나머지는 임계값 설정에 필요합니다. 20장 이상을 권장합니다. 양품 이미지를 추가하십시오.</translation>
    </message>
    <message>
        <source>How the features of all normal patches wait for the choice of the coreset. &quot;half&quot; rounds them to half precision, which takes half the memory and changes scores by about a thousandth. Needs a projection; with whitening the pictures are read twice.</source>
        <translation>코어셋을 고를 때까지 모든 정상 패치의 특징을 보관하는 방식입니다. &quot;half&quot;는 반정밀도로 반올림하여 메모리를 절반만 쓰며 점수는 약 천분의 일 달라집니다. 투영이 필요하며, 백색화를 쓰면 이미지를 두 번 읽습니다.</translation>
    </message>
    <message>
        <source>Patch features are multiplied so that normal patches vary alike in every direction: what is unusual for these parts then counts, not what is large. &quot;auto&quot;: where features have at most 512 values; with longer ones inspection takes noticeably longer.</source>
        <translation>정상 패치가 모든 방향으로 똑같이 변하도록 패치 특징을 변환합니다. 그러면 값이 큰 것이 아니라 이 부품에서 드문 것이 중요해집니다. &quot;auto&quot;: 특징 값이 512개 이하일 때 적용하며, 더 길면 검사가 눈에 띄게 느려집니다.</translation>
    </message>
    <message>
        <source>Whitening</source>
        <translation>백색화</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>on</source>
        <translation>켬</translation>
    </message>
    <message>
        <source>The threshold of %1 was set by hand: if test pictures were looked at meanwhile, its recall is too favourable, and it stands for another rate of false alarms than the others.</source>
        <translation>%1의 임곗값은 직접 정한 것입니다. 그때 검사 이미지를 보았다면 재현율이 실제보다 좋게 나오며, 다른 모델과 오경보 비율이 다릅니다.</translation>
    </message>
    <message>
        <source>Files with several pages or frames: %1. Only the first one is looked at; save the others as files of their own.</source>
        <translation>페이지나 프레임이 여러 개인 파일: %1. 첫 번째만 검사합니다. 나머지는 별도 파일로 저장하십시오.</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::AboutDialog</name>
    <message>
        <source>About Spotcheck</source>
        <translation>Spotcheck 정보</translation>
    </message>
    <message>
        <source>Spotcheck %1</source>
        <translation>Spotcheck %1</translation>
    </message>
    <message>
        <source>A workbench for visual anomaly inspection: it learns what good parts look like, and finds what differs. Pictures never leave this computer.</source>
        <translation>시각적 이상 검사용 워크벤치입니다. 양품의 모습을 학습하고 다른 점을 찾아냅니다. 이미지는 이 컴퓨터 밖으로 나가지 않습니다.</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::AgreementView</name>
    <message>
        <source>Attribute agreement</source>
        <translation>계수형 일치도</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 신뢰 구간</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>기준</translation>
    </message>
    <message>
        <source>Effectiveness</source>
        <translation>유효성</translation>
    </message>
    <message>
        <source>Share of right verdicts: acceptable from 90 %, marginal from 80 %</source>
        <translation>올바른 판정의 비율: 90 % 이상 적합, 80 % 이상 조건부 적합</translation>
    </message>
    <message>
        <source>Miss rate</source>
        <translation>미검출률</translation>
    </message>
    <message>
        <source>Share of the defective pictures called good: acceptable to 2 %, marginal to 5 %</source>
        <translation>불량 이미지를 양품으로 판정한 비율: 2 % 이하 적합, 5 % 이하 조건부 적합</translation>
    </message>
    <message>
        <source>False alarm rate</source>
        <translation>오경보율</translation>
    </message>
    <message>
        <source>Share of the good pictures called defective: acceptable to 5 %, marginal to 10 %</source>
        <translation>양품 이미지를 불량으로 판정한 비율: 5 % 이하 적합, 10 % 이하 조건부 적합</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa</source>
        <translation>코헨의 카파</translation>
    </message>
    <message>
        <source>Agreement beyond chance, at most 1: acceptable from 0.75, marginal from 0.40</source>
        <translation>우연을 넘는 일치도, 최대 1: 0.75 이상 적합, 0.40 이상 조건부 적합</translation>
    </message>
    <message>
        <source>The worst of the four; not known while one of them is not. Limits: AIAG, Measurement Systems Analysis, 4th edition. Pictures for review are left out.</source>
        <translation>넷 중 가장 나쁜 판정이며, 그중 하나라도 알 수 없으면 알 수 없습니다. 기준: AIAG, Measurement Systems Analysis, 제4판. 검토할 이미지는 제외됩니다.</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::Autosave</name>
    <message>
        <source>Keep a copy of the work</source>
        <translation>작업 사본 보관</translation>
    </message>
    <message>
        <source>No copy of the unsaved work can be kept at present. %1</source>
        <translation>현재 저장하지 않은 작업의 사본을 보관할 수 없습니다. %1</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::BackboneDetails</name>
    <message>
        <source>No download. As much work a picture as ResNet-18.</source>
        <translation>다운로드가 필요 없습니다. 이미지당 연산량은 ResNet-18과 같습니다.</translation>
    </message>
    <message>
        <source>A download of about %1 MB. %2 billion multiplications for a picture of %3 px.</source>
        <translation>다운로드 크기 약 %1 MB. %3 px 이미지 한 장에 곱셈 %2 × 10억 회.</translation>
    </message>
    <message>
        <source>Copy &amp;address</source>
        <translation>주소 복사(&amp;A)</translation>
    </message>
    <message>
        <source>Dele&amp;te…</source>
        <translation>삭제(&amp;T)…</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>비용</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>For fetching the file on another computer</source>
        <translation>다른 컴퓨터에서 파일을 받을 때 사용</translation>
    </message>
    <message>
        <source>Trained by this project on pictures that it draws itself</source>
        <translation>이 프로젝트가 직접 생성한 이미지로 학습</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>being computed…</source>
        <translation>계산 중…</translation>
    </message>
    <message>
        <source>&amp;Download again…</source>
        <translation>다시 다운로드(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Download…</source>
        <translation>다운로드(&amp;D)…</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::BackboneList</name>
    <message>
        <source>Not on this computer</source>
        <translation>이 컴퓨터에 없음</translation>
    </message>
    <message>
        <source>Comes with the program</source>
        <translation>프로그램에 포함</translation>
    </message>
    <message>
        <source>Installed, %1</source>
        <translation>설치됨, %1</translation>
    </message>
    <message>
        <source>Backbones</source>
        <translation>백본</translation>
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
        <translation>%1: %2 / %3</translation>
    </message>
    <message>
        <source>, %1 left</source>
        <translation>, %1 남음</translation>
    </message>
    <message>
        <source>Backbones</source>
        <translation>백본</translation>
    </message>
    <message>
        <source>Cancelled. A download goes on from where it stopped when it is started again.</source>
        <translation>취소되었습니다. 다운로드를 다시 시작하면 중단된 곳부터 계속됩니다.</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>다운로드 진행률</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>취소(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Import from a file…</source>
        <translation>파일에서 가져오기(&amp;I)…</translation>
    </message>
    <message>
        <source>or drop a weights file here</source>
        <translation>또는 가중치 파일을 여기에 놓으십시오</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>읽을 수 없음</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Download the weights of %1, about %2 MB?</source>
        <translation>%1의 가중치(약 %2 MB)를 다운로드하시겠습니까?</translation>
    </message>
    <message>
        <source>%1.

ImageNet&apos;s pictures are licensed for non-commercial research and education. Whether that binds weights trained on them is not settled: clear it for your company before you use them.</source>
        <translation>%1.

ImageNet의 이미지는 비상업적 연구 및 교육용으로 라이선스가 부여됩니다. 이것이 해당 이미지로 학습한 가중치에도 적용되는지는 확정되지 않았습니다. 사용하기 전에 귀사에서 확인하십시오.</translation>
    </message>
    <message>
        <source>&amp;Download</source>
        <translation>다운로드(&amp;D)</translation>
    </message>
    <message>
        <source>Import weights</source>
        <translation>가중치 가져오기</translation>
    </message>
    <message>
        <source>Weights (*.safetensors *.pth *.pt);;All files (*)</source>
        <translation>가중치 (*.safetensors *.pth *.pt);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Delete the weights of %1 from this computer?</source>
        <translation>이 컴퓨터에서 %1의 가중치를 삭제하시겠습니까?</translation>
    </message>
    <message>
        <source>Models trained with them cannot inspect until the same weights are back.</source>
        <translation>이 가중치로 학습한 모델은 같은 가중치를 다시 설치할 때까지 검사할 수 없습니다.</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>삭제(&amp;L)</translation>
    </message>
    <message>
        <source>The weights of %1 were deleted.</source>
        <translation>%1의 가중치를 삭제했습니다.</translation>
    </message>
    <message>
        <source>The weights of %1 are installed (%2). Choose it on the Train page.</source>
        <translation>%1의 가중치를 설치했습니다(%2). 학습 페이지에서 선택하십시오.</translation>
    </message>
    <message>
        <source>A backbone turns pictures into features; every detector builds on one. The embedded one needs no download. Measured so far, ImageNet&apos;s ResNet-18 found somewhat more on parts and showed better where; on photographs with planted marks the embedded one found more (see the README). Where ImageNet&apos;s terms are no obstacle, download it once and compare.</source>
        <translation>백본은 이미지를 특징으로 변환하며 모든 검출기의 기반이 됩니다. 내장 백본은 다운로드가 필요 없습니다. 지금까지의 측정에서는 부품에서 ImageNet의 ResNet-18이 조금 더 많이 찾고 위치를 더 잘 보여 주었으며, 결함을 심은 사진에서는 내장 백본이 더 많이 찾았습니다(README 참조). ImageNet의 사용 조건에 문제가 없다면 한 번 내려받아 비교해 보십시오.</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ChecksPanel</name>
    <message>
        <source>Take them out</source>
        <translation>빼기</translation>
    </message>
    <message>
        <source>Take them out of Test</source>
        <translation>테스트에서 빼기</translation>
    </message>
    <message>
        <source>Take the copies out</source>
        <translation>복사본 빼기</translation>
    </message>
    <message>
        <source>Add pictures…</source>
        <translation>이미지 추가…</translation>
    </message>
    <message>
        <source>Draw them anew…</source>
        <translation>새로 그리기…</translation>
    </message>
    <message>
        <source>Draw masks…</source>
        <translation>마스크 그리기…</translation>
    </message>
    <message>
        <source>Check my normals…</source>
        <translation>정상 이미지 점검…</translation>
    </message>
    <message>
        <source>Show what was found out about the pictures, and what can be done</source>
        <translation>이미지에서 발견한 점과 할 수 있는 일을 표시합니다</translation>
    </message>
    <message>
        <source>Find pictures among the normals that do not belong there</source>
        <translation>정상 이미지 가운데 어울리지 않는 것을 찾습니다</translation>
    </message>
    <message numerus="yes">
        <source>Looking %n picture(s) over…</source>
        <translation>
            <numerusform>이미지 %n개를 살펴보는 중…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) looked over: nothing stands out</source>
        <translation>
            <numerusform>이미지 %n개를 살펴봄: 특이 사항 없음</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) worth knowing about these pictures</source>
        <translation>
            <numerusform>이미지에 대해 알아 둘 점 %n가지</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to look at before training</source>
        <translation>
            <numerusform>학습 전에 볼 점 %n가지</numerusform>
        </translation>
    </message>
    <message>
        <source>Select</source>
        <translation>선택</translation>
    </message>
    <message>
        <source>Find…</source>
        <translation>찾기…</translation>
    </message>
    <message>
        <source>Choose a detector →</source>
        <translation>검출기 선택 →</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ColourLegend</name>
    <message>
        <source>Colour scale of the heat map</source>
        <translation>히트맵의 색상 눈금</translation>
    </message>
    <message>
        <source>The same for every picture of this model. Drag the mark, or use the up and down arrow keys, to move the pixel threshold.</source>
        <translation>이 모델의 모든 이미지에 동일합니다. 표시를 끌거나 위쪽/아래쪽 화살표 키를 눌러 픽셀 임계값을 이동합니다.</translation>
    </message>
    <message>
        <source>Pixel threshold %1</source>
        <translation>픽셀 임계값 %1</translation>
    </message>
    <message>
        <source>Pixel threshold %1, above the scale</source>
        <translation>픽셀 임계값 %1, 눈금 위쪽 밖</translation>
    </message>
    <message>
        <source>Pixel threshold %1, below the scale</source>
        <translation>픽셀 임계값 %1, 눈금 아래쪽 밖</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ComparePage</name>
    <message>
        <source>Train all detectors</source>
        <translation>모든 검출기 학습</translation>
    </message>
    <message>
        <source>Nothing to compare yet</source>
        <translation>아직 비교할 항목이 없음</translation>
    </message>
    <message>
        <source>Train detectors on the same good pictures. Their figures on the test pictures, their ROC curves and the pictures on which they disagree appear here.</source>
        <translation>같은 양품 이미지로 여러 검출기를 학습하십시오. 테스트 이미지에 대한 지표, ROC 곡선, 판정이 서로 다른 이미지가 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>Train one detector</source>
        <translation>검출기 하나 학습</translation>
    </message>
    <message>
        <source>One model so far</source>
        <translation>현재 모델 1개</translation>
    </message>
    <message>
        <source>Train another detector, or the same one with other settings, to compare it with.</source>
        <translation>비교할 다른 검출기를 학습하거나, 같은 검출기를 다른 설정으로 학습하십시오.</translation>
    </message>
    <message>
        <source>Train another detector</source>
        <translation>다른 검출기 학습</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Train &amp;all detectors</source>
        <translation>모든 검출기 학습(&amp;A)</translation>
    </message>
    <message>
        <source>Train every detector with the settings of the Train page, and run it over the test pictures</source>
        <translation>학습 페이지의 설정으로 모든 검출기를 학습하고 테스트 이미지를 검사합니다</translation>
    </message>
    <message>
        <source>Run the models over the test pictures that they miss</source>
        <translation>모델별로 아직 검사하지 않은 테스트 이미지를 검사합니다</translation>
    </message>
    <message>
        <source>Add &amp;test pictures</source>
        <translation>테스트 이미지 추가(&amp;T)</translation>
    </message>
    <message>
        <source>Without them there are no figures</source>
        <translation>테스트 이미지가 없으면 지표도 없습니다</translation>
    </message>
    <message>
        <source>&amp;Use this model</source>
        <translation>이 모델 사용(&amp;U)</translation>
    </message>
    <message>
        <source>Inspect with the selected model (Enter)</source>
        <translation>선택한 모델로 검사합니다(Enter)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>제거(&amp;R)</translation>
    </message>
    <message>
        <source>Take the selected model out of the comparison (Del)</source>
        <translation>선택한 모델을 비교에서 제외합니다(Del)</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>내보내기(&amp;X)</translation>
    </message>
    <message>
        <source>Write table, curves and disagreements to a file</source>
        <translation>표, 곡선, 판정 차이를 파일로 저장합니다</translation>
    </message>
    <message>
        <source>&amp;HTML page…</source>
        <translation>HTML 페이지(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;CSV table…</source>
        <translation>CSV 표(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;JSON…</source>
        <translation>JSON(&amp;J)…</translation>
    </message>
    <message>
        <source>Cancel all</source>
        <translation>모두 취소</translation>
    </message>
    <message>
        <source>Stop this one and leave out the rest</source>
        <translation>현재 작업을 중지하고 나머지를 건너뜁니다</translation>
    </message>
    <message>
        <source>Figures of the models</source>
        <translation>모델 지표</translation>
    </message>
    <message>
        <source>Pictures on which the verdicts differ</source>
        <translation>판정이 서로 다른 이미지</translation>
    </message>
    <message>
        <source>Double click on a verdict opens the picture in Inspect with that model</source>
        <translation>판정을 두 번 클릭하면 해당 모델로 검사 페이지에서 이미지를 엽니다</translation>
    </message>
    <message>
        <source>There are no test pictures: add some on the Images page to see how well the models work.</source>
        <translation>테스트 이미지가 없습니다. 모델의 성능을 확인하려면 이미지 페이지에서 추가하십시오.</translation>
    </message>
    <message>
        <source>%1 good and %2 defective test pictures.</source>
        <translation>테스트 이미지: 양품 %1장, 불량 %2장.</translation>
    </message>
    <message>
        <source>Wait for the running job to end, or cancel it</source>
        <translation>실행 중인 작업이 끝날 때까지 기다리거나 취소하십시오</translation>
    </message>
    <message>
        <source>Add normal pictures first</source>
        <translation>먼저 정상 이미지를 추가하십시오</translation>
    </message>
    <message>
        <source>&amp;Inspect with 1 model</source>
        <translation>모델 1개로 검사(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Inspect with %1 models</source>
        <translation>모델 %1개로 검사(&amp;I)</translation>
    </message>
    <message>
        <source>Export the comparison</source>
        <translation>비교 내보내기</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>%1 쓰기</translation>
    </message>
    <message numerus="yes">
        <source>Verdicts differ on %n picture(s)</source>
        <translation>
            <numerusform>판정이 다른 이미지 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 good and %2 defective test pictures, not inspected with these models yet.</source>
        <translation>테스트 이미지: 양품 %1장, 불량 %2장. 아직 이 모델들로 검사하지 않았습니다.</translation>
    </message>
    <message>
        <source>Where verdicts differ is known once two models were inspected</source>
        <translation>두 모델로 검사하면 판정이 다른 이미지를 알 수 있습니다</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ComparisonPlot</name>
    <message>
        <source>ROC curves of all models</source>
        <translation>모든 모델의 ROC 곡선</translation>
    </message>
    <message>
        <source>Share of the defective pictures that are found, against the share of the good ones that raise a false alarm</source>
        <translation>오경보가 발생하는 양품 이미지의 비율에 대한, 찾아낸 불량 이미지의 비율</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>False alarm rate</source>
        <translation>오경보율</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>재현율</translation>
    </message>
    <message>
        <source>Needs good and
defective labels</source>
        <translation>양품과 불량
레이블 필요</translation>
    </message>
    <message>
        <source>Not inspected yet</source>
        <translation>아직 검사하지 않음</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ComparisonTable</name>
    <message>
        <source>%1 (failed)</source>
        <translation>%1(실패)</translation>
    </message>
    <message>
        <source>%1 (in use)</source>
        <translation>%1(사용 중)</translation>
    </message>
    <message>
        <source>%1, best of the column</source>
        <translation>%1, 열 최고값</translation>
    </message>
    <message>
        <source>Best of the column</source>
        <translation>열 최고값</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Backbone</source>
        <translation>백본</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ConfusionView</name>
    <message>
        <source>Confusion matrix</source>
        <translation>혼동 행렬</translation>
    </message>
    <message>
        <source>Defective pictures that are called defective</source>
        <translation>불량으로 판정한 불량 이미지</translation>
    </message>
    <message>
        <source>Defective pictures that are called good. Click to list them.</source>
        <translation>양품으로 판정한 불량 이미지. 클릭하면 목록을 표시합니다.</translation>
    </message>
    <message>
        <source>Good pictures that are called defective. Click to list them.</source>
        <translation>불량으로 판정한 양품 이미지. 클릭하면 목록을 표시합니다.</translation>
    </message>
    <message>
        <source>Good pictures that are called good</source>
        <translation>양품으로 판정한 양품 이미지</translation>
    </message>
    <message>
        <source>called
defective</source>
        <translation>불량
판정</translation>
    </message>
    <message>
        <source>called
good</source>
        <translation>양품
판정</translation>
    </message>
    <message>
        <source>defective</source>
        <translation>불량</translation>
    </message>
    <message>
        <source>good</source>
        <translation>양품</translation>
    </message>
    <message>
        <source>Defective pictures that go to a person. Click to list what goes to review.</source>
        <translation>사람에게 넘기는 불량 이미지. 클릭하면 재검토 목록을 봅니다.</translation>
    </message>
    <message>
        <source>Good pictures that go to a person. Click to list what goes to review.</source>
        <translation>사람에게 넘기는 양품 이미지. 클릭하면 재검토 목록을 봅니다.</translation>
    </message>
    <message>
        <source>for
review</source>
        <translation>재검토
대상</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ControlChartPlot</name>
    <message>
        <source>Control chart of the scores</source>
        <translation>점수 관리도</translation>
    </message>
    <message>
        <source>Scores of the last pictures and their weighted mean (EWMA), with the limits that follow from the good pictures held out from training: three sigma for a single score, and those of the EWMA. A diamond marks a score that breaks a Western Electric rule; rejected pictures count for nothing.</source>
        <translation>최근 이미지의 점수와 가중 평균(EWMA), 그리고 학습에서 제외한 양품 이미지에서 나온 한계입니다. 개별 점수는 3시그마, EWMA는 자체 한계를 씁니다. 마름모는 웨스턴 일렉트릭 규칙을 어긴 점수이며, 불합격 이미지는 계산에 넣지 않습니다.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>No scores yet</source>
        <translation>아직 점수 없음</translation>
    </message>
    <message>
        <source>EWMA %1, limits %2 to %3</source>
        <translation>EWMA %1, 한계 %2~%3</translation>
    </message>
    <message>
        <source>EWMA</source>
        <translation>EWMA</translation>
    </message>
    <message>
        <source>its limits</source>
        <translation>EWMA 한계</translation>
    </message>
    <message>
        <source>three sigma</source>
        <translation>3시그마</translation>
    </message>
    <message>
        <source>breaks a rule</source>
        <translation>규칙 위반</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>불합격</translation>
    </message>
    <message>
        <source>mean of the normals</source>
        <translation>정상 이미지 평균</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>임계값</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::CrashReportDialog</name>
    <message>
        <source>Crash report</source>
        <translation>비정상 종료 보고서</translation>
    </message>
    <message>
        <source>This is what Spotcheck wrote when it crashed. It holds names of files, but no pictures and nothing else of their content. Please pass it on to whoever looks after Spotcheck for you: it says where the fault is.</source>
        <translation>Spotcheck이 비정상 종료될 때 작성한 내용입니다. 파일 이름은 들어 있지만 이미지나 파일 내용은 들어 있지 않습니다. 오류의 위치를 알려 주므로 Spotcheck 담당자에게 전달해 주십시오.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>다른 이름으로 저장…</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>복사했습니다.</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>보고서 저장</translation>
    </message>
    <message>
        <source>Text (*.txt)</source>
        <translation>텍스트 (*.txt)</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>%1(으)로 저장했습니다.</translation>
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
        <translation>양품과 불량
레이블이 필요합니다</translation>
    </message>
    <message>
        <source>ROC curve</source>
        <translation>ROC 곡선</translation>
    </message>
    <message>
        <source>Share of the defective pictures that are found, against the share of the good ones that raise a false alarm. Drag along the curve, or use the left and right arrow keys, to move the threshold.</source>
        <translation>오경보를 내는 양품 비율에 대한 찾아낸 불량 비율. 곡선을 따라 끌거나 좌우 화살표 키로 임계값을 옮기십시오.</translation>
    </message>
    <message>
        <source>False alarm rate</source>
        <translation>오경보율</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>재현율</translation>
    </message>
    <message>
        <source>Precision-recall curve</source>
        <translation>정밀도-재현율 곡선</translation>
    </message>
    <message>
        <source>Share of the pictures called defective that are, against the share of the defective pictures that are found. Drag along the curve, or use the left and right arrow keys, to move the threshold.</source>
        <translation>찾아낸 불량 비율에 대한, 불량 판정 중 실제 불량의 비율. 곡선을 따라 끌거나 좌우 화살표 키로 임계값을 옮기십시오.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>Per-region overlap (PRO)</source>
        <translation>영역별 겹침(PRO)</translation>
    </message>
    <message>
        <source>Mean share of each defect&apos;s area that is found, against the share of defect-free pixels above the pixel threshold. Drag along the curve, or use the left and right arrow keys, to move the pixel threshold.</source>
        <translation>픽셀 임계값을 넘는 정상 픽셀 비율에 대한, 결함별 찾아낸 면적의 평균 비율. 곡선을 따라 끌거나 좌우 화살표 키로 픽셀 임계값을 옮기십시오.</translation>
    </message>
    <message>
        <source>False positive pixels</source>
        <translation>위양성 픽셀</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>겹침</translation>
    </message>
    <message>
        <source>Needs masks of
the defects</source>
        <translation>결함 마스크가
필요합니다</translation>
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
        <translation>수신자 조작 특성</translation>
    </message>
    <message>
        <source>Precision and recall</source>
        <translation>정밀도와 재현율</translation>
    </message>
    <message>
        <source>Per-region overlap, from the masks</source>
        <translation>마스크 기준 영역별 겹침</translation>
    </message>
    <message>
        <source>%1 good and %2 defective pictures</source>
        <translation>양품 %1개, 불량 %2개 이미지</translation>
    </message>
    <message>
        <source>AUROC %1 (n = %2)</source>
        <translation>AUROC %1 (n = %2)</translation>
    </message>
    <message>
        <source>Average precision %1 (n = %2)</source>
        <translation>평균 정밀도 %1 (n = %2)</translation>
    </message>
    <message>
        <source>AUPRO to 30 %: %1</source>
        <translation>AUPRO(30 %까지): %1</translation>
    </message>
    <message numerus="yes">
        <source>%n defect regions</source>
        <translation>
            <numerusform>결함 영역 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>This detector
draws no heat map</source>
        <translation>이 검출기는
히트맵을 그리지 않습니다</translation>
    </message>
    <message>
        <source>Labels or masks were changed:
inspect again</source>
        <translation>레이블 또는 마스크가 바뀜:
다시 검사하세요</translation>
    </message>
    <message>
        <source>Too little memory for
the pixels of so many pictures</source>
        <translation>이미지가 많아
픽셀을 담을 메모리가 부족합니다</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::DetectorCard</name>
    <message>
        <source>No heat map</source>
        <translation>히트맵 없음</translation>
    </message>
    <message>
        <source>Aligned parts</source>
        <translation>정렬된 부품</translation>
    </message>
    <message>
        <source>Extra training</source>
        <translation>추가 학습</translation>
    </message>
    <message>
        <source>Compares</source>
        <translation>비교 단위</translation>
    </message>
    <message>
        <source>Scores by</source>
        <translation>점수 기준</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>저장 크기</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>정렬</translation>
    </message>
    <message>
        <source>Published with</source>
        <translation>논문의 백본</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>논문</translation>
    </message>
    <message>
        <source>What the model will hold of the normal pictures</source>
        <translation>모델이 보관할 정상 이미지의 데이터</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::DisagreementModel</name>
    <message>
        <source>%1, against the label</source>
        <translation>%1, 레이블과 다름</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>레이블</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::Document</name>
    <message>
        <source>add pictures (%1)</source>
        <translation>이미지 추가(%1)</translation>
    </message>
    <message>
        <source>remove pictures (%1)</source>
        <translation>이미지 제거(%1)</translation>
    </message>
    <message>
        <source>move pictures to Normal (%1)</source>
        <translation>이미지를 정상으로 이동(%1)</translation>
    </message>
    <message>
        <source>move pictures to Test (%1)</source>
        <translation>이미지를 테스트로 이동(%1)</translation>
    </message>
    <message>
        <source>label pictures (%1)</source>
        <translation>이미지 레이블 지정(%1)</translation>
    </message>
    <message>
        <source>remove the model %1</source>
        <translation>모델 %1 제거</translation>
    </message>
    <message>
        <source>change the thresholds</source>
        <translation>임계값 변경</translation>
    </message>
    <message>
        <source>change the region of interest</source>
        <translation>관심 영역 변경</translation>
    </message>
    <message>
        <source>find moved pictures (%1)</source>
        <translation>옮긴 이미지 찾기(%1)</translation>
    </message>
    <message>
        <source>draw masks (%1)</source>
        <translation>마스크 그리기 (%1)</translation>
    </message>
    <message>
        <source>change the scale</source>
        <translation>축척 변경</translation>
    </message>
    <message>
        <source>change the name</source>
        <translation>이름 변경</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ExportReportDialog</name>
    <message>
        <source>Export report</source>
        <translation>보고서 내보내기</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>취소되었습니다.</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>쓰기</translation>
    </message>
    <message>
        <source>PDF, to print and sign</source>
        <translation>PDF, 인쇄 및 서명용</translation>
    </message>
    <message>
        <source>HTML, one file for the browser</source>
        <translation>HTML, 브라우저용 단일 파일</translation>
    </message>
    <message>
        <source>JSON, with every region</source>
        <translation>JSON, 모든 결함 영역 포함</translation>
    </message>
    <message>
        <source>Annotated pictures (PNG)</source>
        <translation>표시가 있는 이미지(PNG)</translation>
    </message>
    <message>
        <source>Pictures shown in the report</source>
        <translation>보고서에 표시할 이미지</translation>
    </message>
    <message>
        <source>Those judged defective</source>
        <translation>불량 판정 이미지</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Those selected in the list</source>
        <translation>목록에서 선택한 이미지</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>저장 위치</translation>
    </message>
    <message>
        <source>Folder of the report</source>
        <translation>보고서 폴더</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>찾아보기(&amp;B)…</translation>
    </message>
    <message>
        <source>Keep the model with the report, so that its SHA-256 can be checked</source>
        <translation>SHA-256을 확인할 수 있도록 모델을 보고서와 함께 보관</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>내보내기 진행률</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>내보내기(&amp;E)</translation>
    </message>
    <message>
        <source>Ope&amp;n</source>
        <translation>열기(&amp;N)</translation>
    </message>
    <message>
        <source>Spotcheck</source>
        <translation>Spotcheck</translation>
    </message>
    <message>
        <source>%1 report</source>
        <extracomment>Name of a new folder; %1 is the project</extracomment>
        <translation>%1 보고서</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>There is nothing to report yet: inspect the test pictures first.</source>
        <translation>아직 보고할 내용이 없습니다. 먼저 테스트 이미지를 검사하십시오.</translation>
    </message>
    <message>
        <source>The report can be written when the running job is done: %1</source>
        <translation>실행 중인 작업이 끝나면 보고서를 작성할 수 있습니다: %1</translation>
    </message>
    <message>
        <source>Writing the report…</source>
        <translation>보고서 작성 중…</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>저장 완료: %1</translation>
    </message>
    <message>
        <source>COCO, for labelling tools</source>
        <translation>COCO, 레이블링 도구용</translation>
    </message>
    <message>
        <source>CSV, a line a picture and a line a region</source>
        <translation>CSV, 이미지마다 한 줄과 영역마다 한 줄</translation>
    </message>
    <message>
        <source>Annotated pictures are those chosen here. Verdict, score and SHA-256 are listed for every picture.</source>
        <translation>표시가 있는 이미지는 여기서 고른 것입니다. 판정, 점수, SHA-256은 모든 이미지에 대해 기재됩니다.</translation>
    </message>
    <message>
        <source>There is a report in this folder already.</source>
        <translation>이 폴더에 이미 보고서가 있습니다.</translation>
    </message>
    <message>
        <source>%1 would be overwritten. What the new report does not write stays there.</source>
        <translation>덮어쓸 항목: %1. 새 보고서가 쓰지 않는 파일은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Write to a new folder</source>
        <translation>새 폴더에 쓰기</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>덮어쓰기</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be annotated, the first is %1</source>
        <translation>
            <numerusform>이미지 %n개에 표시하지 못했습니다. 첫 번째: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::FiguresPanel</name>
    <message>
        <source>Label test pictures as good or defective to see rates and their intervals.</source>
        <translation>비율과 구간을 보려면 테스트 이미지에 양품 또는 불량 레이블을 지정하십시오.</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::FileFilters</name>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.bmp *.tif *.tiff *.webp);;All files (*)</source>
        <translation>이미지 (*.png *.jpg *.jpeg *.bmp *.tif *.tiff *.webp);;모든 파일 (*)</translation>
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
        <translation>설정</translation>
    </message>
    <message>
        <source>Goal of the threshold</source>
        <translation>임계값 목표</translation>
    </message>
    <message>
        <source>From the labels of the test pictures; figures on these pictures are too favourable afterwards</source>
        <translation>테스트 이미지의 레이블로 정합니다. 이후 이 이미지들의 수치는 지나치게 좋습니다</translation>
    </message>
    <message>
        <source>False alarms at most</source>
        <translation>오경보 최대</translation>
    </message>
    <message>
        <source>From good pictures alone, held out from the training</source>
        <translation>학습에서 보류한 양품 이미지만으로 정합니다</translation>
    </message>
    <message>
        <source>Misses at most</source>
        <translation>미검출 최대</translation>
    </message>
    <message>
        <source>Best F1</source>
        <translation>최고 F1</translation>
    </message>
    <message>
        <source>Least cost</source>
        <translation>최소 비용</translation>
    </message>
    <message>
        <source>Mean + 3 sigma</source>
        <translation>평균 + 3 시그마</translation>
    </message>
    <message>
        <source>Mean and three standard deviations of good pictures held out from the training; promises no rate</source>
        <translation>보류한 양품 이미지의 평균과 표준 편차 3배. 비율을 보장하지 않습니다</translation>
    </message>
    <message>
        <source>Sets the threshold from good pictures alone, held out from the training</source>
        <translation>학습에서 보류한 양품 이미지만으로 임계값을 정합니다</translation>
    </message>
    <message>
        <source>Share of the defective test pictures that may be called good</source>
        <translation>양품으로 판정되어도 되는 불량 테스트 이미지의 비율</translation>
    </message>
    <message>
        <source>Cost of a miss in false alarms</source>
        <translation>미검출 비용(오경보 기준)</translation>
    </message>
    <message>
        <source>What a missed defect costs, as a multiple of what a false alarm costs</source>
        <translation>놓친 결함의 비용, 오경보 비용의 배수</translation>
    </message>
    <message>
        <source>Share of defective parts</source>
        <translation>불량 부품 비율</translation>
    </message>
    <message>
        <source>Share of defective parts where the detector will work, usually far less than in the test set</source>
        <translation>실제 사용 현장의 불량 비율, 보통 테스트 세트보다 훨씬 낮습니다</translation>
    </message>
    <message>
        <source> : 1</source>
        <translation> : 1</translation>
    </message>
    <message>
        <source>Set the threshold by the goal</source>
        <translation>목표에 따라 임계값 설정</translation>
    </message>
    <message>
        <source>Needs test pictures labelled good and defective</source>
        <translation>양품과 불량 레이블이 있는 테스트 이미지가 필요합니다</translation>
    </message>
    <message>
        <source>Needs good pictures held out from the training</source>
        <translation>학습에서 보류한 양품 이미지가 필요합니다</translation>
    </message>
    <message>
        <source>Needs test pictures labelled defective</source>
        <translation>불량 레이블이 있는 테스트 이미지가 필요합니다</translation>
    </message>
    <message>
        <source>Youden&apos;s index</source>
        <translation>Youden 지수</translation>
    </message>
    <message>
        <source>Largest recall less false alarm rate.</source>
        <translation>재현율에서 오경보율을 뺀 값이 가장 큰 점.</translation>
    </message>
    <message>
        <source>False alarms of the chi-square limit</source>
        <translation>카이제곱 한계의 오경보</translation>
    </message>
    <message>
        <source>As if the features were normally distributed; refused where held-out good pictures speak against it</source>
        <translation>특징이 정규 분포를 따른다고 볼 때의 값입니다. 따로 둔 양품 이미지가 맞지 않으면 거부됩니다</translation>
    </message>
    <message>
        <source>Chi-square limit</source>
        <translation>카이제곱 한계</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::GoodPicture</name>
    <message>
        <source>%1 is among the normal pictures now. This detector learns it when it is trained again.</source>
        <translation>%1이(가) 이제 정상 이미지에 있습니다. 이 검출기는 다시 학습할 때 배웁니다.</translation>
    </message>
    <message>
        <source>Learning a good picture</source>
        <translation>양품 이미지 학습</translation>
    </message>
    <message>
        <source>learn a good picture</source>
        <translation>양품 이미지 학습</translation>
    </message>
    <message>
        <source>Learnt without a new training: the score of %1 fell from %2 to %3. It is among the normal pictures now; the calibration is still that of the training.</source>
        <translation>다시 학습하지 않고 배웠습니다. %1의 점수가 %2에서 %3(으)로 내려갔습니다. 이제 정상 이미지에 있으며 보정은 학습 때의 것 그대로입니다.</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures are among the normal pictures now. This detector learns them when it is trained again.</source>
        <translation>
            <numerusform>이제 이미지 %n개가 양품 이미지에 있습니다. 이 검출기는 다시 학습할 때 배웁니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was learnt from %1: the detector was changed meanwhile. Call it good again.</source>
        <translation>%1에서 배운 것이 없습니다. 그사이 검출기가 바뀌었습니다. 다시 양품으로 지정하십시오.</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures were learnt without a new training. They are among the normal pictures now; the calibration is still that of the training.</source>
        <translation>
            <numerusform>이미지 %n개를 새로 학습하지 않고 배웠습니다. 이제 양품 이미지에 있으며, 보정은 학습 때의 것 그대로입니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::GuideWindow</name>
    <message>
        <source>User guide</source>
        <translation>사용 설명서</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>설명서에서 찾기</translation>
    </message>
    <message>
        <source>The guide is in English so far.</source>
        <translation>설명서는 아직 영어로만 제공됩니다.</translation>
    </message>
    <message numerus="yes">
        <source>Found in %n section(s). Enter shows the next place.</source>
        <translation>
            <numerusform>%n개 절에서 찾았습니다. Enter 키를 누르면 다음 위치로 이동합니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found. Try another word.</source>
        <translation>찾지 못했습니다. 다른 낱말로 찾아보십시오.</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ImagesPage</name>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Add pictures of good parts</source>
        <translation>양품 이미지 추가</translation>
    </message>
    <message>
        <source>Add pictures to test</source>
        <translation>테스트할 이미지 추가</translation>
    </message>
    <message>
        <source>Add a folder of good parts</source>
        <translation>양품 폴더 추가</translation>
    </message>
    <message>
        <source>Add a folder of pictures to test</source>
        <translation>테스트할 이미지 폴더 추가</translation>
    </message>
    <message>
        <source>Add pictures</source>
        <translation>이미지 추가</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 열기</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>샘플 열기</translation>
    </message>
    <message>
        <source>No picture was found there. Spotcheck reads PNG, JPEG, BMP, TIFF and WebP.</source>
        <translation>이미지를 찾을 수 없습니다. Spotcheck는 PNG, JPEG, BMP, TIFF, WebP를 읽습니다.</translation>
    </message>
    <message>
        <source>open %1</source>
        <translation>%1 열기</translation>
    </message>
    <message>
        <source>Normal (for training)</source>
        <translation>정상(학습용)</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>“%1” is still running. Wait for it or cancel it, then try again.</source>
        <translation>“%1” 작업이 아직 실행 중입니다. 기다리거나 취소한 후 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Choose which part of every picture is looked at</source>
        <translation>모든 이미지에서 볼 부분을 선택합니다</translation>
    </message>
    <message>
        <source>Region of interest…</source>
        <translation>관심 영역…</translation>
    </message>
    <message numerus="yes">
        <source>Region of interest: %n polygon(s)…</source>
        <translation>
            <numerusform>관심 영역: 다각형 %n개…</numerusform>
        </translation>
    </message>
    <message>
        <source>take pictures out (%1)</source>
        <translation>이미지 빼기 (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were in this lane already and were not added again.</source>
        <translation>
            <numerusform>이미지 %n개는 이미 이 목록에 있어 다시 추가하지 않았습니다.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) found. Which lane are they for?</source>
        <translation>
            <numerusform>이미지 %n개를 찾았습니다. 어느 목록에 넣을까요?</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a data set</source>
        <translation>데이터 세트 추가</translation>
    </message>
    <message>
        <source>add %1</source>
        <translation>%1 추가</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) were there already and were not added again.</source>
        <translation>
            <numerusform>이미지 %n개는 이미 있어 다시 추가하지 않았습니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::InspectPage</name>
    <message>
        <source>No detector yet</source>
        <translation>아직 검출기 없음</translation>
    </message>
    <message>
        <source>A detector learns from good pictures what a part should look like. Train one, then inspect your test pictures here.</source>
        <translation>검출기는 양품 이미지에서 부품의 올바른 모습을 학습합니다. 검출기를 학습한 다음 여기에서 테스트 이미지를 검사하십시오.</translation>
    </message>
    <message>
        <source>Train a detector first</source>
        <translation>먼저 검출기 학습</translation>
    </message>
    <message>
        <source>No test pictures yet</source>
        <translation>아직 테스트 이미지 없음</translation>
    </message>
    <message>
        <source>Add pictures to the test lane: labelled ones, good and defective, show how well the detector works; others are simply inspected.</source>
        <translation>테스트 영역에 이미지를 추가하십시오. 양품과 불량 레이블이 있는 이미지는 검출기의 성능을 보여 주고, 그 외의 이미지는 검사만 합니다.</translation>
    </message>
    <message>
        <source>Add test pictures</source>
        <translation>테스트 이미지 추가</translation>
    </message>
    <message>
        <source>Ready to inspect</source>
        <translation>검사 준비 완료</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>Inspect 1 test picture</source>
        <translation>테스트 이미지 1장 검사</translation>
    </message>
    <message>
        <source>Inspect %1 test pictures</source>
        <translation>테스트 이미지 %1장 검사</translation>
    </message>
    <message>
        <source>Wait for the running job to end, or cancel it</source>
        <translation>실행 중인 작업이 끝날 때까지 기다리거나 취소하십시오</translation>
    </message>
    <message>
        <source>Inspect all test pictures again (Ctrl+I)</source>
        <translation>모든 테스트 이미지를 다시 검사합니다(Ctrl+I)</translation>
    </message>
    <message>
        <source>Wait a moment</source>
        <translation>잠시만 기다리십시오</translation>
    </message>
    <message>
        <source>A job is running: see its progress at the bottom of the window.</source>
        <translation>작업이 실행 중입니다. 창 아래쪽에서 진행률을 확인하십시오.</translation>
    </message>
    <message>
        <source>The detector scores every picture of the test lane. Heat maps, verdicts and figures appear here; nothing is changed in your files.</source>
        <translation>검출기가 테스트 영역의 모든 이미지에 점수를 매깁니다. 히트맵, 판정, 지표가 여기에 표시되며 원본 파일은 변경되지 않습니다.</translation>
    </message>
    <message>
        <source>%1 inspected, %2 ms a picture</source>
        <translation>%1장 검사, 이미지당 %2 ms</translation>
    </message>
    <message>
        <source> · %1 added since</source>
        <translation> · 이후 %1장 추가됨</translation>
    </message>
    <message>
        <source>Inspecting</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>1 test picture was also used to train this detector; its score is too favourable. Take it out of the test lane.</source>
        <translation>테스트 이미지 1장이 이 검출기의 학습에도 사용되어 점수가 실제보다 좋게 나옵니다. 테스트 영역에서 제외하십시오.</translation>
    </message>
    <message>
        <source>%1 test pictures were also used to train this detector; their scores are too favourable. Take them out of the test lane.</source>
        <translation>테스트 이미지 %1장이 이 검출기의 학습에도 사용되어 점수가 실제보다 좋게 나옵니다. 테스트 영역에서 제외하십시오.</translation>
    </message>
    <message>
        <source>List the unreadable</source>
        <translation>읽을 수 없는 이미지 보기</translation>
    </message>
    <message>
        <source>This is &amp;good</source>
        <translation>이것은 양품(&amp;G)</translation>
    </message>
    <message>
        <source>This is &amp;good: move it to the normal pictures</source>
        <translation>이것은 양품(&amp;G): 정상 이미지로 옮기기</translation>
    </message>
    <message>
        <source>This is &amp;good: let the detector learn it</source>
        <translation>이것은 양품(&amp;G): 검출기가 배우게 하기</translation>
    </message>
    <message numerus="yes">
        <source> · %n pictures learnt after the calibration</source>
        <translation>
            <numerusform> · 보정 후 배운 이미지 %n개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) could not be read.</source>
        <translation>
            <numerusform>이미지 %n개를 읽지 못했습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>This detector&apos;s scores are not distributed as the chi-square limit supposes: too many held-out normals lie above it. The threshold stays as it was.</source>
        <translation>이 검출기의 점수는 카이제곱 한계가 가정하는 분포를 따르지 않습니다. 따로 둔 정상 이미지가 너무 많이 한계를 넘습니다. 임계값은 그대로입니다.</translation>
    </message>
    <message>
        <source>%1 is labelled defective.</source>
        <translation>%1은(는) 불량으로 표시되어 있습니다.</translation>
    </message>
    <message>
        <source>As a normal picture it teaches the detector that parts like it are good; such defects are missed then.</source>
        <translation>정상 이미지가 되면 검출기는 이런 부품을 양품으로 배우고, 그런 결함을 놓치게 됩니다.</translation>
    </message>
    <message>
        <source>It is good</source>
        <translation>양품입니다</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source> · %1 unreadable</source>
        <translation> · 읽을 수 없음 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n of the chosen pictures are labelled defective.</source>
        <translation>
            <numerusform>선택한 이미지 중 %n개의 레이블이 불량입니다.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::JobStatus</name>
    <message>
        <source>Ready</source>
        <translation>준비</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Stop the running job (Ctrl+.)</source>
        <translation>실행 중인 작업을 중지합니다(Ctrl+.)</translation>
    </message>
    <message>
        <source>%1: done</source>
        <translation>%1: 완료</translation>
    </message>
    <message>
        <source>%1: failed</source>
        <translation>%1: 실패</translation>
    </message>
    <message>
        <source>%1: cancelled</source>
        <translation>%1: 취소됨</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>취소 중…</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>%1 남음</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::LanePanel</name>
    <message>
        <source>Normal pictures</source>
        <translation>정상 이미지</translation>
    </message>
    <message>
        <source>Test pictures</source>
        <translation>테스트 이미지</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>양품</translation>
    </message>
    <message>
        <source>These parts are good</source>
        <translation>양품으로 지정합니다</translation>
    </message>
    <message>
        <source>Defective</source>
        <translation>불량</translation>
    </message>
    <message>
        <source>These parts are defective</source>
        <translation>불량품으로 지정합니다</translation>
    </message>
    <message>
        <source>No label</source>
        <translation>레이블 없음</translation>
    </message>
    <message>
        <source>Take the label away</source>
        <translation>레이블을 제거합니다</translation>
    </message>
    <message>
        <source>Move to Test</source>
        <translation>테스트로 이동</translation>
    </message>
    <message>
        <source>Move to Normal</source>
        <translation>정상으로 이동</translation>
    </message>
    <message>
        <source>Move the selected pictures to the test lane</source>
        <translation>선택한 이미지를 테스트 영역으로 이동합니다</translation>
    </message>
    <message>
        <source>Move the selected pictures to the normal lane</source>
        <translation>선택한 이미지를 정상 영역으로 이동합니다</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Take the selected pictures out; the files stay where they are</source>
        <translation>선택한 이미지를 목록에서 제외합니다. 파일은 그대로 유지됩니다</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>정상</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>Pictures…</source>
        <translation>이미지…</translation>
    </message>
    <message>
        <source>Add picture files to this lane</source>
        <translation>이 영역에 이미지 파일을 추가합니다</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>폴더…</translation>
    </message>
    <message>
        <source>Add every picture below a folder to this lane</source>
        <translation>폴더와 하위 폴더의 모든 이미지를 이 영역에 추가합니다</translation>
    </message>
    <message>
        <source>Defect type</source>
        <translation>결함 유형</translation>
    </message>
    <message>
        <source>Name the kind of defect of the selected pictures, then press Enter</source>
        <translation>선택한 이미지의 결함 유형을 입력하고 Enter 키를 누르십시오</translation>
    </message>
    <message>
        <source>Start with pictures of good parts</source>
        <translation>양품 이미지로 시작</translation>
    </message>
    <message>
        <source>Drop files or folders here. Spotcheck learns from them what a good part looks like; 20 to 200 are a good start. No defects are needed.</source>
        <translation>파일이나 폴더를 여기에 놓으십시오. Spotcheck가 양품의 모습을 학습합니다. 20~200장으로 시작하면 좋으며, 불량 이미지는 필요 없습니다.</translation>
    </message>
    <message>
        <source>Then pictures to inspect</source>
        <translation>다음은 검사할 이미지</translation>
    </message>
    <message>
        <source>Drop files or folders here. Label a few as good or defective to see how well the verdicts fit.</source>
        <translation>파일이나 폴더를 여기에 놓으십시오. 몇 장에 양품 또는 불량 레이블을 지정하면 판정이 얼마나 맞는지 확인할 수 있습니다.</translation>
    </message>
    <message>
        <source>Add pictures…</source>
        <translation>이미지 추가…</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>샘플 열기</translation>
    </message>
    <message>
        <source>Draws a small data set with defects, so that everything can be tried</source>
        <translation>모든 기능을 시험해 볼 수 있도록 결함이 있는 작은 데이터 세트를 생성합니다</translation>
    </message>
    <message>
        <source>no pictures yet</source>
        <translation>아직 이미지 없음</translation>
    </message>
    <message>
        <source>, for training</source>
        <translation>, 학습용</translation>
    </message>
    <message>
        <source>: %1 good, %2 defective</source>
        <translation>: 양품 %1장, 불량 %2장</translation>
    </message>
    <message>
        <source>, %1 without label</source>
        <translation>, 레이블 없음 %1장</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1장 선택됨</translation>
    </message>
    <message>
        <source>Mask…</source>
        <translation>마스크…</translation>
    </message>
    <message>
        <source>Draw where the selected parts are defective, for pixel figures</source>
        <translation>픽셀 수치를 위해 선택한 부품의 결함 위치를 그립니다</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::LaneView</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>이미지 %n개</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::LiveFigures</name>
    <message>
        <source>Pictures judged good</source>
        <translation>양품으로 판정한 이미지</translation>
    </message>
    <message>
        <source>Pictures within the review band, for a person to decide</source>
        <translation>재검토 구간에 있어 사람이 판단할 이미지</translation>
    </message>
    <message>
        <source>Pictures above the threshold</source>
        <translation>임계값을 넘은 이미지</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>읽을 수 없음</translation>
    </message>
    <message>
        <source>Pictures that could not be inspected</source>
        <translation>검사할 수 없었던 이미지</translation>
    </message>
    <message>
        <source>Yield</source>
        <translation>수율</translation>
    </message>
    <message>
        <source>Share of good pictures among those judged</source>
        <translation>판정한 이미지 중 양품의 비율</translation>
    </message>
    <message>
        <source>Latency, ms</source>
        <translation>지연, ms</translation>
    </message>
    <message>
        <source>From a complete picture to its verdict: mean, and what 95 % stay below, over the last 1000 pictures</source>
        <translation>이미지가 완성된 때부터 판정까지: 최근 1000개의 평균과 95 %가 그 아래인 값</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>Complete pictures that wait for their turn</source>
        <translation>차례를 기다리는 완성된 이미지</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1, 95 % below %2</source>
        <translation>%1, 95 % &lt; %2</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::LiveMessages</name>
    <message>
        <source>Model or threshold were changed. Stop and start again to inspect with them.</source>
        <translation>모델이나 임계값이 바뀌었습니다. 적용하려면 중지한 뒤 다시 시작하십시오.</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::LivePage</name>
    <message>
        <source>No model yet</source>
        <translation>아직 모델 없음</translation>
    </message>
    <message>
        <source>Live judges every new picture of a folder or a camera with a trained model. Train one from pictures of good parts, or open one that was trained before.</source>
        <translation>실시간 검사는 학습한 모델로 폴더나 카메라의 새 이미지를 하나씩 판정합니다. 양품 이미지로 모델을 학습하거나, 전에 학습한 모델을 여십시오.</translation>
    </message>
    <message>
        <source>Train a model</source>
        <translation>모델 학습</translation>
    </message>
    <message>
        <source>Open a model…</source>
        <translation>모델 열기…</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>실시간</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>시작(&amp;S)</translation>
    </message>
    <message>
        <source>Judge pictures as they come, with the current model and its threshold</source>
        <translation>현재 모델과 임계값으로 들어오는 이미지를 판정합니다</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>중지(&amp;S)</translation>
    </message>
    <message>
        <source>End the live inspection</source>
        <translation>실시간 검사를 끝냅니다</translation>
    </message>
    <message>
        <source>Control chart</source>
        <translation>관리도</translation>
    </message>
    <message>
        <source>Recent rejects</source>
        <translation>최근 불합격</translation>
    </message>
    <message>
        <source>%1, log: %2</source>
        <translation>%1, 로그: %2</translation>
    </message>
    <message>
        <source>Waiting for the first picture</source>
        <translation>첫 이미지를 기다리는 중</translation>
    </message>
    <message>
        <source>Starting…</source>
        <translation>시작하는 중…</translation>
    </message>
    <message>
        <source>Ready. Start to judge pictures as they come.</source>
        <translation>준비되었습니다. 시작하면 들어오는 이미지를 판정합니다.</translation>
    </message>
    <message>
        <source>Choose a folder or a camera, then start.</source>
        <translation>폴더나 카메라를 고른 뒤 시작하십시오.</translation>
    </message>
    <message>
        <source>No drift</source>
        <translation>드리프트 없음</translation>
    </message>
    <message>
        <source>Drift upwards</source>
        <translation>위로 드리프트</translation>
    </message>
    <message>
        <source>Drift downwards</source>
        <translation>아래로 드리프트</translation>
    </message>
    <message>
        <source>Picture %1: %2</source>
        <translation>이미지 %1: %2</translation>
    </message>
    <message>
        <source>Nothing is judged: the camera gives no pictures.</source>
        <translation>판정하지 않는 중: 카메라에서 이미지가 오지 않습니다.</translation>
    </message>
    <message>
        <source>Nothing is judged: the folder cannot be reached.</source>
        <translation>판정하지 않는 중: 폴더에 접근할 수 없습니다.</translation>
    </message>
    <message>
        <source>Waiting for the next picture</source>
        <translation>다음 이미지를 기다리는 중</translation>
    </message>
    <message>
        <source>%1, defective above %2 · %3</source>
        <translation>%1, %2 초과 시 불량 · %3</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::LiveSession</name>
    <message>
        <source>score %1</source>
        <translation>점수 %1</translation>
    </message>
    <message>
        <source>Live inspection</source>
        <translation>실시간 검사</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::LiveSetup</name>
    <message>
        <source>Where pictures come from</source>
        <translation>이미지가 오는 곳</translation>
    </message>
    <message>
        <source>Watch a folder that a camera writes to, or a camera itself</source>
        <translation>카메라가 저장하는 폴더나 카메라 자체를 감시합니다</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>카메라</translation>
    </message>
    <message>
        <source>Log file</source>
        <translation>로그 파일</translation>
    </message>
    <message>
        <source>A CSV file to which every result is added; none where it is empty</source>
        <translation>모든 결과를 덧붙일 CSV 파일. 비어 있으면 기록하지 않습니다</translation>
    </message>
    <message>
        <source>No log</source>
        <translation>로그 없음</translation>
    </message>
    <message>
        <source>Choose log…</source>
        <translation>로그 고르기…</translation>
    </message>
    <message>
        <source>Choose the CSV file to which results are added</source>
        <translation>결과를 덧붙일 CSV 파일을 고릅니다</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>로그(&amp;L)</translation>
    </message>
    <message>
        <source>Folder to watch</source>
        <translation>감시할 폴더</translation>
    </message>
    <message>
        <source>Pictures that come here or below are inspected</source>
        <translation>이 폴더나 하위 폴더에 들어오는 이미지를 검사합니다</translation>
    </message>
    <message>
        <source>Folder that the camera writes to</source>
        <translation>카메라가 저장하는 폴더</translation>
    </message>
    <message>
        <source>Also those already there</source>
        <translation>이미 있는 이미지도</translation>
    </message>
    <message>
        <source>Inspect also the pictures that are in the folder when the watch begins</source>
        <translation>감시를 시작할 때 폴더에 있던 이미지도 검사합니다</translation>
    </message>
    <message>
        <source>Choose fol&amp;der…</source>
        <translation>폴더 고르기(&amp;D)…</translation>
    </message>
    <message>
        <source>Choose the folder to watch</source>
        <translation>감시할 폴더를 고릅니다</translation>
    </message>
    <message>
        <source>0 for the first camera of this computer, 1 for the second; or the address of a stream (rtsp://…), or a video file</source>
        <translation>이 컴퓨터의 첫 번째 카메라는 0, 두 번째는 1. 또는 스트림 주소(rtsp://…)나 동영상 파일</translation>
    </message>
    <message>
        <source>0, or an address</source>
        <translation>0 또는 주소</translation>
    </message>
    <message>
        <source>Seconds between two pictures</source>
        <translation>두 이미지 사이의 초</translation>
    </message>
    <message>
        <source>Least time between two pictures</source>
        <translation>두 이미지 사이의 최소 시간</translation>
    </message>
    <message>
        <source> s</source>
        <translation> 초</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV 표 (*.csv)</translation>
    </message>
    <message>
        <source>A &amp;picture every</source>
        <translation>촬영 간격(&amp;P)</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::MainWindow</name>
    <message>
        <source>Read how to work with Spotcheck, and what its figures mean</source>
        <translation>Spotcheck 사용법과 수치의 의미를 읽습니다</translation>
    </message>
    <message>
        <source>&amp;User guide</source>
        <translation>사용 설명서(&amp;U)</translation>
    </message>
    <message>
        <source>Spotcheck</source>
        <translation>Spotcheck</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 열기</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>%1 저장</translation>
    </message>
    <message>
        <source>Open a model</source>
        <translation>모델 열기</translation>
    </message>
    <message>
        <source>Spotcheck models (*%1);;All files (*)</source>
        <translation>Spotcheck 모델 (*%1);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Save the model</source>
        <translation>모델 저장</translation>
    </message>
    <message>
        <source>Spotcheck models (*%1)</source>
        <translation>Spotcheck 모델 (*%1)</translation>
    </message>
    <message>
        <source>Model: %1, %2</source>
        <translation>모델: %1, %2</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>아직 모델 없음</translation>
    </message>
    <message>
        <source>“%1” is still running. Wait for it or cancel it, then try again.</source>
        <translation>“%1” 작업이 아직 실행 중입니다. 기다리거나 취소한 후 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Add pictures of good parts, to learn from</source>
        <translation>학습할 양품 이미지를 추가합니다</translation>
    </message>
    <message>
        <source>Add &amp;test pictures…</source>
        <translation>테스트 이미지 추가(&amp;T)…</translation>
    </message>
    <message>
        <source>Add pictures to inspect</source>
        <translation>검사할 이미지를 추가합니다</translation>
    </message>
    <message>
        <source>Open &amp;model…</source>
        <translation>모델 열기(&amp;M)…</translation>
    </message>
    <message>
        <source>Open a trained model</source>
        <translation>학습된 모델을 엽니다</translation>
    </message>
    <message>
        <source>Save the trained model as a file that holds all an inspection needs</source>
        <translation>학습된 모델을 검사에 필요한 모든 것을 담은 파일로 저장합니다</translation>
    </message>
    <message>
        <source>&amp;Export report…</source>
        <translation>보고서 내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>Write the results as PDF, HTML, tables or pictures</source>
        <translation>결과를 PDF, HTML, 표 또는 이미지로 저장합니다</translation>
    </message>
    <message>
        <source>Open the sam&amp;ple</source>
        <translation>샘플 열기(&amp;P)</translation>
    </message>
    <message>
        <source>Draw a small data set with defects, and open it</source>
        <translation>결함이 있는 작은 데이터 세트를 생성하여 엽니다</translation>
    </message>
    <message>
        <source>&amp;Backbones…</source>
        <translation>백본(&amp;B)…</translation>
    </message>
    <message>
        <source>See which networks have weights here, and download or import others</source>
        <translation>가중치가 설치된 네트워크를 확인하고 다른 가중치를 다운로드하거나 가져옵니다</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>종료(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;About Spotcheck</source>
        <translation>Spotcheck 정보(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Follow the system</source>
        <translation>시스템 설정 따름(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>밝게(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>어둡게(&amp;D)</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>도구</translation>
    </message>
    <message>
        <source>Add pictures…</source>
        <translation>이미지 추가…</translation>
    </message>
    <message>
        <source>Add pictures to a lane</source>
        <translation>영역에 이미지를 추가합니다</translation>
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
        <translation>새 프로젝트(&amp;N)</translation>
    </message>
    <message>
        <source>Start anew, without pictures and models</source>
        <translation>이미지와 모델 없이 새로 시작합니다</translation>
    </message>
    <message>
        <source>&amp;Open project…</source>
        <translation>프로젝트 열기(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a project that was saved before</source>
        <translation>저장해 둔 프로젝트를 엽니다</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>프로젝트 저장(&amp;S)</translation>
    </message>
    <message>
        <source>Save the lists of pictures, labels, thresholds and trained models</source>
        <translation>이미지 목록, 레이블, 임계값, 학습된 모델을 저장합니다</translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation>다른 이름으로 프로젝트 저장(&amp;A)…</translation>
    </message>
    <message>
        <source>Save the project under another name</source>
        <translation>프로젝트를 다른 이름으로 저장합니다</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>환경 설정(&amp;P)…</translation>
    </message>
    <message>
        <source>Choose language and colours</source>
        <translation>언어와 색을 고릅니다</translation>
    </message>
    <message>
        <source>&amp;Keys…</source>
        <translation>단축키(&amp;K)…</translation>
    </message>
    <message>
        <source>See what can be done by keyboard</source>
        <translation>키보드로 할 수 있는 것을 봅니다</translation>
    </message>
    <message>
        <source>Add &amp;data set…</source>
        <translation>데이터 세트 추가(&amp;D)…</translation>
    </message>
    <message>
        <source>Add a folder with train, test and ground_truth</source>
        <translation>train, test, ground_truth가 있는 폴더를 추가합니다</translation>
    </message>
    <message>
        <source>Add n&amp;ormal pictures…</source>
        <translation>정상 이미지 추가(&amp;O)…</translation>
    </message>
    <message>
        <source>Sa&amp;ve model…</source>
        <translation>모델 저장(&amp;V)…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>최근 프로젝트 열기(&amp;R)</translation>
    </message>
    <message numerus="yes">
        <source>Found again: %n picture(s).</source>
        <translation>
            <numerusform>찾은 이미지: %n개.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Still missing: %n.</source>
        <translation>
            <numerusform>아직 없음: %n개.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) of the project are not where they were. If they were moved, say where to; labels and masks stay as they are.</source>
        <translation>
            <numerusform>프로젝트의 이미지 %n개가 제자리에 없습니다. 옮겼다면 위치를 알려 주십시오. 레이블과 마스크는 그대로입니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not all models could be opened; they stay in the project.</source>
        <translation>열지 못한 모델이 있습니다. 프로젝트에는 남아 있습니다.</translation>
    </message>
    <message>
        <source>Find the pictures…</source>
        <translation>이미지 찾기…</translation>
    </message>
    <message>
        <source>a project without a name</source>
        <translation>이름 없는 프로젝트</translation>
    </message>
    <message>
        <source>Recover it</source>
        <translation>복구</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>No project yet</source>
        <translation>아직 프로젝트 없음</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>실시간</translation>
    </message>
    <message>
        <source>Show the report</source>
        <translation>보고서 보기</translation>
    </message>
    <message>
        <source>Spotcheck ended without being closed.</source>
        <translation>Spotcheck이 정상적으로 닫히지 않고 종료되었습니다.</translation>
    </message>
    <message numerus="yes">
        <source>There is unsaved work of %1: %2 with %n picture(s).</source>
        <translation>
            <numerusform>%1의 저장하지 않은 작업이 있습니다: %2, 이미지 %n개.</numerusform>
        </translation>
    </message>
    <message>
        <source>Closing Spotcheck stops it.</source>
        <translation>Spotcheck를 닫으면 중단됩니다.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>중단하고 닫기</translation>
    </message>
    <message>
        <source>Live is running</source>
        <translation>실시간 실행 중</translation>
    </message>
    <message>
        <source>%1 was saved at %2</source>
        <translation>%1 저장됨: %2</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::MaskDialog</name>
    <message>
        <source>The mask it had is of another size than the picture. Draw a new one.</source>
        <translation>기존 마스크의 크기가 이미지와 다릅니다. 새로 그리십시오.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>이전</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>마스크</translation>
    </message>
    <message>
        <source>Take the last step back</source>
        <translation>마지막 단계를 되돌립니다</translation>
    </message>
    <message>
        <source>Do again what was taken back</source>
        <translation>되돌린 것을 다시 합니다</translation>
    </message>
    <message>
        <source>Take the whole mask away</source>
        <translation>마스크 전체를 지웁니다</translation>
    </message>
    <message>
        <source>Keep this mask and go to the picture before</source>
        <translation>이 마스크를 저장하고 이전 이미지로 갑니다</translation>
    </message>
    <message>
        <source>Keep this mask and go to the next picture</source>
        <translation>이 마스크를 저장하고 다음 이미지로 갑니다</translation>
    </message>
    <message>
        <source>Keep this mask and close</source>
        <translation>이 마스크를 저장하고 닫습니다</translation>
    </message>
    <message>
        <source>Closing again gives this mask up.</source>
        <translation>다시 닫으면 이 마스크를 버립니다.</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>브러시</translation>
    </message>
    <message>
        <source>Mark what is defective</source>
        <translation>결함 부위를 표시합니다</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>다각형</translation>
    </message>
    <message>
        <source>Mark a part corner by corner; a double click or Enter closes it</source>
        <translation>꼭짓점을 하나씩 찍어 표시합니다. 두 번 클릭하거나 Enter를 누르면 닫힙니다</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>지우개</translation>
    </message>
    <message>
        <source>Take marks away; the right button does so with every tool</source>
        <translation>표시를 지웁니다. 오른쪽 버튼은 어느 도구에서나 지웁니다</translation>
    </message>
    <message>
        <source>Width of the brush</source>
        <translation>브러시 너비</translation>
    </message>
    <message>
        <source>Width of the brush in picture pixels ([ and ])</source>
        <translation>이미지 픽셀 단위의 브러시 너비 ([ 와 ])</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>Wheel: zoom. Middle button: move. Right button: erase. F: whole picture. 1: pixel for pixel.</source>
        <translation>휠: 확대. 가운데 버튼: 이동. 오른쪽 버튼: 지우기. F: 전체 이미지. 1: 픽셀 대 픽셀.</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%2개 중 %1번째: %3</translation>
    </message>
    <message>
        <source>Read the picture</source>
        <translation>이미지 읽기</translation>
    </message>
    <message>
        <source>Keep the mask</source>
        <translation>마스크 저장</translation>
    </message>
    <message>
        <source>Click the corners; a double click or Enter closes the polygon, Esc gives it up.</source>
        <translation>모서리를 클릭하세요. 두 번 클릭하거나 Enter를 누르면 다각형이 닫히고, Esc를 누르면 취소됩니다.</translation>
    </message>
    <message>
        <source>Go on to another picture.</source>
        <translation>다른 이미지로 넘어가십시오.</translation>
    </message>
    <message>
        <source>Close the polygon first with Enter, or give it up with Esc.</source>
        <translation>먼저 Enter로 다각형을 닫거나 Esc로 취소하십시오.</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::MaskEditor</name>
    <message>
        <source>Mask on the picture</source>
        <translation>이미지 위의 마스크</translation>
    </message>
    <message>
        <source>The picture is being read…</source>
        <translation>이미지를 읽는 중…</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::MessageBar</name>
    <message>
        <source>Details</source>
        <translation>상세 정보</translation>
    </message>
    <message>
        <source>Show the technical reason</source>
        <translation>기술적 원인을 표시합니다</translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation>메시지를 닫습니다</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ModelQueue</name>
    <message>
        <source>Train %1 (%2 of %3)</source>
        <translation>%1 학습 (%3개 중 %2번째)</translation>
    </message>
    <message>
        <source>Inspect with %1 (%2 of %3)</source>
        <translation>%1(으)로 검사 (%3개 중 %2번째)</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::NavigationRail</name>
    <message>
        <source>Pages</source>
        <translation>페이지</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::NormalsDialog</name>
    <message>
        <source>Check</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>다시 학습</translation>
    </message>
    <message>
        <source>Check my normals</source>
        <translation>정상 이미지 점검</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Share that scores as high</source>
        <translation>점수가 이만큼 높은 비율</translation>
    </message>
    <message>
        <source>Normal pictures, those that stand out most first</source>
        <translation>정상 이미지, 눈에 띄는 순서</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Look at the first ones: is the part good, and the picture as the others? The list ranks, it does not judge; some picture is always the first.</source>
        <translation>앞쪽 이미지를 확인하십시오. 부품이 양품이고 다른 이미지와 비슷합니까? 목록은 순서만 매기며 판정하지 않습니다. 어떤 이미지든 맨 앞에 옵니다.</translation>
    </message>
    <message>
        <source>Read the picture</source>
        <translation>이미지 읽기</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) removed from the normals. Undo in the window takes it back.</source>
        <translation>
            <numerusform>정상 이미지에서 %n개를 제거했습니다. 창의 실행 취소로 되돌릴 수 있습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove from the normals</source>
        <translation>정상 이미지에서 제거</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n picture(s) from the normals</source>
        <translation>
            <numerusform>정상 이미지에서 %n개 제거</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Every normal picture is scored by %1 as trained without it. A defective part that slipped in among the normals comes to the top of the list. Each round takes about as long as a training.</source>
        <translation>각 정상 이미지를 그 이미지 없이 학습한 %1(으)로 평가합니다. 정상에 섞인 불량이 목록 맨 위로 올라옵니다. 회차마다 학습 한 번 정도의 시간이 걸립니다.</translation>
    </message>
    <message>
        <source>Hold Space to see the bare picture; the wheel zooms.</source>
        <translation>스페이스 키를 누르고 있으면 원본 이미지가 보입니다. 휠로 확대합니다.</translation>
    </message>
    <message>
        <source>&amp;Rounds</source>
        <translation>회차(&amp;R)</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::OperatingPointPanel</name>
    <message>
        <source>Threshold</source>
        <translation>임계값</translation>
    </message>
    <message>
        <source>Pixel threshold</source>
        <translation>픽셀 임계값</translation>
    </message>
    <message>
        <source>A picture is called defective when its score is above</source>
        <translation>점수가 이 값보다 크면 불량으로 판정합니다</translation>
    </message>
    <message>
        <source>A pixel belongs to a defect region when its map value is above</source>
        <translation>맵 값이 이 값보다 큰 픽셀을 결함 영역으로 봅니다</translation>
    </message>
    <message>
        <source>Least defect area</source>
        <translation>최소 결함 면적</translation>
    </message>
    <message>
        <source>Smaller defect regions are left out</source>
        <translation>이보다 작은 결함 영역은 제외합니다</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>&amp;Threshold</source>
        <translation>임계값(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Pixel threshold</source>
        <translation>픽셀 임계값(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Least area</source>
        <translation>최소 면적(&amp;L)</translation>
    </message>
    <message>
        <source>From normals</source>
        <translation>정상 이미지 기준</translation>
    </message>
    <message>
        <source>Too few normals</source>
        <translation>정상 이미지 부족</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>수동 설정</translation>
    </message>
    <message>
        <source>Test labels were used</source>
        <translation>테스트 레이블 사용됨</translation>
    </message>
    <message>
        <source>Review above</source>
        <translation>재검토 하한</translation>
    </message>
    <message>
        <source>Pictures with a score between this one and the threshold go to a person</source>
        <translation>이 값과 임계값 사이의 점수는 사람에게 넘깁니다</translation>
    </message>
    <message>
        <source>3 sigma of normals</source>
        <translation>정상 이미지 3 시그마</translation>
    </message>
    <message>
        <source>Chi-square limit</source>
        <translation>카이제곱 한계</translation>
    </message>
    <message>
        <source> mm²</source>
        <translation> mm²</translation>
    </message>
    <message>
        <source>Smaller defect regions are left out; a pixel is %1 mm²</source>
        <translation>더 작은 결함 영역은 제외됩니다. 한 픽셀은 %1 mm²입니다</translation>
    </message>
    <message>
        <source>&amp;Review above</source>
        <translation>재검토 하한(&amp;R)</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ParameterField</name>
    <message>
        <source>Back to the default, %1</source>
        <translation>기본값 %1(으)로 되돌립니다</translation>
    </message>
    <message>
        <source>Reset %1 to its default</source>
        <translation>%1 기본값으로 재설정</translation>
    </message>
    <message>
        <source>On</source>
        <translation>사용</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ParameterForm</name>
    <message>
        <source>Advanced</source>
        <translation>고급</translation>
    </message>
    <message>
        <source>Parameters that seldom need a change</source>
        <translation>변경할 일이 거의 없는 매개변수</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::PictureChecker</name>
    <message>
        <source>Look the pictures over</source>
        <translation>이미지 살펴보기</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::PictureSettings</name>
    <message>
        <source>as the width</source>
        <translation>너비와 동일</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>전체 이미지</translation>
    </message>
    <message>
        <source>Centre crop</source>
        <translation>중앙 자르기</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Shift and rotation</source>
        <translation>이동 및 회전</translation>
    </message>
    <message>
        <source>Perspective</source>
        <translation>원근</translation>
    </message>
    <message>
        <source>&amp;Input size</source>
        <translation>입력 크기(&amp;I)</translation>
    </message>
    <message>
        <source>Pictures are brought to this many pixels a side. Larger finds smaller defects and takes longer: twice the size is four times the work.</source>
        <translation>이미지의 각 변을 이 픽셀 수로 맞춥니다. 크면 더 작은 결함을 찾지만 더 오래 걸립니다. 크기가 2배면 연산량은 4배입니다.</translation>
    </message>
    <message>
        <source>Input heigh&amp;t</source>
        <translation>입력 높이(&amp;T)</translation>
    </message>
    <message>
        <source>For pictures that are much wider or taller than a square.</source>
        <translation>정사각형보다 훨씬 넓거나 높은 이미지에 사용합니다.</translation>
    </message>
    <message>
        <source>Fra&amp;ming</source>
        <translation>이미지 범위(&amp;M)</translation>
    </message>
    <message>
        <source>The whole picture keeps what is at the border; a centre crop is what published figures use.</source>
        <translation>전체 이미지는 가장자리의 내용을 유지합니다. 중앙 자르기는 논문에 발표된 수치에서 사용하는 방식입니다.</translation>
    </message>
    <message>
        <source>Tile &amp;columns</source>
        <translation>타일 열 수(&amp;C)</translation>
    </message>
    <message>
        <source>Large pictures can be cut into tiles, each seen at the input size. Time and memory grow with the number of tiles.</source>
        <translation>큰 이미지를 타일로 나누어 각각을 입력 크기로 처리할 수 있습니다. 시간과 메모리는 타일 수에 따라 늘어납니다.</translation>
    </message>
    <message>
        <source>Tile &amp;rows</source>
        <translation>타일 행 수(&amp;R)</translation>
    </message>
    <message>
        <source>Tile &amp;overlap</source>
        <translation>타일 겹침(&amp;O)</translation>
    </message>
    <message>
        <source>Share of a tile that its neighbour sees as well.</source>
        <translation>이웃 타일과 겹치는 부분의 비율입니다.</translation>
    </message>
    <message>
        <source>&amp;Alignment</source>
        <translation>정렬(&amp;A)</translation>
    </message>
    <message>
        <source>Brings every part into the same place. For parts that lie differently from picture to picture.</source>
        <translation>모든 부품을 같은 자리로 옮깁니다. 이미지마다 부품의 위치가 다를 때 씁니다.</translation>
    </message>
    <message>
        <source>Ali&amp;gn to</source>
        <translation>정렬 기준(&amp;G)</translation>
    </message>
    <message>
        <source>Best a sharp picture on which the part lies straight.</source>
        <translation>부품이 똑바로 놓인 선명한 이미지가 좋습니다.</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::PictureViewer</name>
    <message>
        <source>Picture</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Reading the picture…</source>
        <translation>이미지 읽는 중…</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>환경 설정</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템과 같게</translation>
    </message>
    <message>
        <source>The language changes at the next start of Spotcheck.</source>
        <translation>언어는 Spotcheck를 다시 시작하면 바뀝니다.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>언어(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>색(&amp;C)</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::PresetChooser</name>
    <message>
        <source>Your own values.</source>
        <translation>사용자 지정 값.</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ProblemsPanel</name>
    <message>
        <source>Show which files, and why</source>
        <translation>해당 파일과 사유를 표시합니다</translation>
    </message>
    <message>
        <source>Files that were not added</source>
        <translation>추가되지 않은 파일</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>사유</translation>
    </message>
    <message>
        <source>Close this list</source>
        <translation>이 목록을 닫습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) were not added</source>
        <translation>
            <numerusform>파일 %n개를 추가하지 않았습니다</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ProjectController</name>
    <message>
        <source>Open a project</source>
        <translation>프로젝트 열기</translation>
    </message>
    <message>
        <source>Spotcheck projects (*%1);;All files (*)</source>
        <translation>Spotcheck 프로젝트 (*%1);;모든 파일 (*)</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 열기</translation>
    </message>
    <message>
        <source>The model %1 could not be opened: %2</source>
        <translation>모델 %1을(를) 열 수 없습니다: %2</translation>
    </message>
    <message>
        <source>%1 is open in another window.</source>
        <translation>%1이(가) 다른 창에서 열려 있습니다.</translation>
    </message>
    <message>
        <source>Program %1 on %2 has it open. Opened as a copy, it has to be saved under another name, so that neither overwrites the other.</source>
        <translation>%2의 프로그램 %1이(가) 열고 있습니다. 사본으로 열면 서로 덮어쓰지 않도록 다른 이름으로 저장해야 합니다.</translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translation>사본 열기</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>프로젝트 저장</translation>
    </message>
    <message>
        <source>Spotcheck projects (*%1)</source>
        <translation>Spotcheck 프로젝트 (*%1)</translation>
    </message>
    <message>
        <source>project</source>
        <translation>프로젝트</translation>
    </message>
    <message>
        <source>%1 is open in another window. Save under another name.</source>
        <translation>%1이(가) 다른 창에서 열려 있습니다. 다른 이름으로 저장하십시오.</translation>
    </message>
    <message>
        <source>Save %1</source>
        <translation>%1 저장</translation>
    </message>
    <message>
        <source>There is unsaved work.</source>
        <translation>저장하지 않은 작업이 있습니다.</translation>
    </message>
    <message>
        <source>Labels, thresholds, the lists of pictures and trained models that are not saved will be lost.</source>
        <translation>저장하지 않은 레이블, 임계값, 이미지 목록, 학습된 모델은 사라집니다.</translation>
    </message>
    <message>
        <source>Where are the pictures now?</source>
        <translation>이미지가 지금 어디에 있습니까?</translation>
    </message>
    <message>
        <source>Look for the pictures</source>
        <translation>이미지 찾기</translation>
    </message>
    <message>
        <source>Whether that program still runs cannot be seen from here.</source>
        <translation>해당 프로그램이 아직 실행 중인지는 여기에서 알 수 없습니다.</translation>
    </message>
    <message>
        <source>It is closed there: open it</source>
        <translation>그쪽에서는 닫혔음: 열기</translation>
    </message>
    <message>
        <source>It belongs to this project. Leaving the project stops it.</source>
        <translation>이 프로젝트에 속한 작업입니다. 프로젝트를 떠나면 중지됩니다.</translation>
    </message>
    <message>
        <source>Stop and leave</source>
        <translation>중지하고 떠나기</translation>
    </message>
    <message>
        <source>Recover unsaved work</source>
        <translation>저장하지 않은 작업 복구</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::QueueResult</name>
    <message>
        <source>Compare them →</source>
        <translation>비교하기 →</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>다시 학습</translation>
    </message>
    <message>
        <source>Back to the settings; what is trained stays</source>
        <translation>설정으로 돌아갑니다. 학습한 것은 남습니다</translation>
    </message>
    <message numerus="yes">
        <source>%n detector(s) trained</source>
        <translation>
            <numerusform>검출기 %n개 학습됨</numerusform>
        </translation>
    </message>
    <message>
        <source>trained in %1</source>
        <translation>%1 만에 학습됨</translation>
    </message>
    <message numerus="yes">
        <source>%n more stay(s) in the queue</source>
        <translation>
            <numerusform>대기열에 %n개 더 남아 있음</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::RatesView</name>
    <message>
        <source>95 % interval</source>
        <translation>95 % 신뢰 구간</translation>
    </message>
    <message>
        <source>count</source>
        <translation>개수</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>재현율</translation>
    </message>
    <message>
        <source>Share of the defective pictures found</source>
        <translation>찾아낸 불량 이미지의 비율</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>오경보</translation>
    </message>
    <message>
        <source>Share of the good pictures called defective</source>
        <translation>불량으로 판정한 양품 이미지의 비율</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>Share of the pictures called defective that are defective</source>
        <translation>불량으로 판정한 이미지 중 실제 불량의 비율</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Harmonic mean of recall and precision; counted over the pictures that are defective or called so</source>
        <translation>재현율과 정밀도의 조화 평균. 불량이거나 불량으로 판정한 이미지를 대상으로 계산</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>To review</source>
        <translation>재검토로</translation>
    </message>
    <message>
        <source>Share of the labelled pictures that a person has to look at</source>
        <translation>사람이 봐야 하는 레이블 이미지의 비율</translation>
    </message>
    <message>
        <source>Recall with review</source>
        <translation>재검토 포함 재현율</translation>
    </message>
    <message>
        <source>Share of the defective pictures that are called defective or go to review</source>
        <translation>불량으로 판정되거나 재검토로 가는 불량 이미지의 비율</translation>
    </message>
    <message>
        <source>False alarms with review</source>
        <translation>재검토 포함 오경보</translation>
    </message>
    <message>
        <source>Share of the good pictures that are called defective or go to review</source>
        <translation>불량으로 판정되거나 재검토로 가는 양품 이미지의 비율</translation>
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
        <translation>첫 정상 이미지</translation>
    </message>
    <message>
        <source>A picture…</source>
        <translation>이미지…</translation>
    </message>
    <message>
        <source>The picture to align to</source>
        <translation>정렬의 기준이 되는 이미지</translation>
    </message>
    <message>
        <source>%1 (another…)</source>
        <translation>%1(다른 이미지…)</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::RegionDialog</name>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>전체 이미지</translation>
    </message>
    <message>
        <source>Region of interest</source>
        <translation>관심 영역</translation>
    </message>
    <message>
        <source>Picture to draw over</source>
        <translation>그릴 때 바탕이 되는 이미지</translation>
    </message>
    <message>
        <source>Take the last step back (%1)</source>
        <translation>마지막 단계 되돌리기 (%1)</translation>
    </message>
    <message>
        <source>Remove the chosen polygon (%1)</source>
        <translation>선택한 다각형 제거 (%1)</translation>
    </message>
    <message>
        <source>Remove all polygons: everything is looked at</source>
        <translation>모든 다각형 제거: 전체를 봅니다</translation>
    </message>
    <message>
        <source>Look &amp;here</source>
        <translation>여기를 보기(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Ignore this</source>
        <translation>이 부분 무시(&amp;I)</translation>
    </message>
    <message>
        <source>Read the picture</source>
        <translation>이미지 읽기</translation>
    </message>
    <message>
        <source>Close the polygon first, or drop it with Escape.</source>
        <translation>먼저 다각형을 닫거나 Esc로 버리십시오.</translation>
    </message>
    <message>
        <source>These polygons leave nothing to look at.</source>
        <translation>이 다각형들로는 볼 부분이 남지 않습니다.</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>Do again what was taken back (%1)</source>
        <translation>되돌린 것을 다시 합니다 (%1)</translation>
    </message>
    <message>
        <source>Click corner by corner, and close the polygon with a double click or Enter. Drag a corner to move it; a right click on a line sets a corner, on a corner it takes it away. A click into a polygon of the chosen kind selects it; with Shift it draws another one inside. What lies in the shade is not looked at; models trained from now on follow it.</source>
        <translation>꼭짓점을 하나씩 클릭하고 두 번 클릭하거나 Enter를 눌러 다각형을 닫습니다. 꼭짓점은 끌어서 옮길 수 있고, 선을 오른쪽 클릭하면 꼭짓점이 생기며 꼭짓점을 오른쪽 클릭하면 없어집니다. 선택한 종류의 다각형 안을 클릭하면 그 다각형이 선택되고, Shift를 누른 채 클릭하면 그 안에 새로 그립니다. 어두운 부분은 보지 않으며, 앞으로 학습하는 모델에 적용됩니다.</translation>
    </message>
    <message>
        <source>Choose another picture to draw over.</source>
        <translation>위에 그릴 다른 이미지를 선택하십시오.</translation>
    </message>
    <message>
        <source>Drop the changed polygons?</source>
        <translation>변경한 다각형을 버리시겠습니까?</translation>
    </message>
    <message>
        <source>The region of interest stays as it was before.</source>
        <translation>관심 영역은 이전 그대로 유지됩니다.</translation>
    </message>
    <message>
        <source>Drop</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Go on drawing</source>
        <translation>계속 그리기</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::RegionEditor</name>
    <message>
        <source>Region of interest on the picture</source>
        <translation>이미지 위의 관심 영역</translation>
    </message>
    <message>
        <source>The picture is being read…</source>
        <translation>이미지를 읽는 중…</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::RegionTable</name>
    <message>
        <source>Defect regions of the picture</source>
        <translation>이미지의 결함 영역</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::RejectDialog</name>
    <message>
        <source>Hold Space to see the bare picture; the wheel zooms.</source>
        <translation>스페이스 키를 누르고 있으면 원본 이미지가 보입니다. 휠로 확대합니다.</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::RejectStrip</name>
    <message>
        <source>Recent pictures that are not OK, unreadable, or for review</source>
        <translation>최근의 불합격, 읽을 수 없는, 또는 재검토할 이미지</translation>
    </message>
    <message>
        <source>None so far: pictures that are not OK, unreadable, or for review appear here</source>
        <translation>아직 없음: 불합격, 읽을 수 없는, 또는 재검토할 이미지가 여기에 나타납니다</translation>
    </message>
    <message>
        <source>Click to look at it</source>
        <translation>클릭하면 볼 수 있습니다</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ReportFieldsBox</name>
    <message>
        <source>On the first page</source>
        <translation>첫 페이지 내용</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>삭제(&amp;D)</translation>
    </message>
    <message>
        <source>Te&amp;mplate</source>
        <translation>템플릿(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>제목(&amp;T)</translation>
    </message>
    <message>
        <source>Visual inspection report</source>
        <translation>외관 검사 보고서</translation>
    </message>
    <message>
        <source>C&amp;ompany</source>
        <translation>회사(&amp;O)</translation>
    </message>
    <message>
        <source>Lo&amp;go</source>
        <translation>로고(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Part</source>
        <translation>부품(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Lot</source>
        <translation>로트(&amp;L)</translation>
    </message>
    <message>
        <source>Ope&amp;rator</source>
        <translation>작업자(&amp;R)</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>템플릿</translation>
    </message>
    <message>
        <source>Fills the fields below with those that were kept under a name</source>
        <translation>이름을 붙여 저장한 내용으로 아래 칸을 채웁니다</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>다른 이름으로 저장(&amp;A)…</translation>
    </message>
    <message>
        <source>Keep these fields and the logo under a name</source>
        <translation>이 칸들과 로고를 이름을 붙여 저장합니다</translation>
    </message>
    <message>
        <source>Forget the chosen template; the fields stay</source>
        <translation>선택한 템플릿을 지웁니다. 칸의 내용은 남습니다</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>로고</translation>
    </message>
    <message>
        <source>PNG, JPEG or SVG file; none</source>
        <translation>PNG, JPEG 또는 SVG 파일, 없음</translation>
    </message>
    <message>
        <source>Bro&amp;wse…</source>
        <translation>찾아보기(&amp;W)…</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Save template</source>
        <translation>템플릿 저장</translation>
    </message>
    <message>
        <source>Name (one that is there already is replaced):</source>
        <translation>이름(이미 있으면 바뀝니다):</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.svg)</source>
        <translation>이미지 (*.png *.jpg *.jpeg *.svg)</translation>
    </message>
    <message>
        <source>There is no such logo file.</source>
        <translation>그런 로고 파일이 없습니다.</translation>
    </message>
    <message>
        <source>The logo is too large: at most 16 MB and 50 million pixels, an SVG 2 MB.</source>
        <translation>로고가 너무 큽니다. 최대 16 MB, 5천만 픽셀이며 SVG는 2 MB까지입니다.</translation>
    </message>
    <message>
        <source>This cannot be read as a logo: it must be a whole PNG, JPEG or SVG file.</source>
        <translation>로고로 읽을 수 없습니다. 온전한 PNG, JPEG 또는 SVG 파일이어야 합니다.</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ResultPanel</name>
    <message>
        <source>Search by name</source>
        <translation>이름으로 검색</translation>
    </message>
    <message>
        <source>Search name or defect type</source>
        <translation>이름 또는 결함 유형 검색</translation>
    </message>
    <message>
        <source>Pictures to show</source>
        <translation>표시할 이미지</translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation>모든 이미지</translation>
    </message>
    <message>
        <source>Called defective</source>
        <translation>불량 판정</translation>
    </message>
    <message>
        <source>Called good</source>
        <translation>양품 판정</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>미검출</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>오경보</translation>
    </message>
    <message>
        <source>Unreadable</source>
        <translation>읽을 수 없음</translation>
    </message>
    <message>
        <source>Order of the pictures</source>
        <translation>이미지 정렬 순서</translation>
    </message>
    <message>
        <source>Highest score</source>
        <translation>높은 점수순</translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation>낮은 점수순</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Inspected pictures</source>
        <translation>검사한 이미지</translation>
    </message>
    <message>
        <source>%1 of %2 pictures</source>
        <translation>이미지 %1 / %2장</translation>
    </message>
    <message>
        <source>For review</source>
        <translation>재검토 대상</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>이미지 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>No picture matches</source>
        <translation>조건에 맞는 이미지가 없습니다</translation>
    </message>
    <message>
        <source>Show all pictures</source>
        <translation>모든 이미지 보기</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::SampleDelegate</name>
    <message>
        <source>Unreadable</source>
        <translation>읽을 수 없음</translation>
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
        <translation> mm/픽셀</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>축척</translation>
    </message>
    <message>
        <source>Picture to measure on</source>
        <translation>측정할 이미지</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Click the two ends of something whose length you know, and type the length; the longer it is, the better. The wheel zooms, dragging moves the picture. Or type the scale. It holds for all pictures of the project; regions are then given in mm too.</source>
        <translation>길이를 아는 부분의 양 끝을 클릭하고 길이를 입력하십시오. 길수록 정확합니다. 휠로 확대하고 끌어서 이미지를 옮깁니다. 축척을 직접 입력해도 됩니다. 축척은 프로젝트의 모든 이미지에 적용되며, 영역이 mm로도 표시됩니다.</translation>
    </message>
    <message>
        <source>&amp;Length</source>
        <translation>길이(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Scale</source>
        <translation>축척(&amp;S)</translation>
    </message>
    <message>
        <source>No scale</source>
        <translation>축척 없음</translation>
    </message>
    <message>
        <source>no points yet</source>
        <translation>아직 점이 없음</translation>
    </message>
    <message>
        <source>one more point</source>
        <translation>점 하나 더</translation>
    </message>
    <message>
        <source>on %1 px</source>
        <translation>%1 px에</translation>
    </message>
    <message>
        <source>Set two points and the length between them, or type the scale.</source>
        <translation>두 점과 그 사이의 길이를 정하거나 축척을 입력하십시오.</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ScoreHistogram</name>
    <message>
        <source>Histogram of the scores</source>
        <translation>점수 히스토그램</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>점수</translation>
    </message>
    <message>
        <source>Threshold %1</source>
        <translation>임계값 %1</translation>
    </message>
    <message>
        <source>Good (%1)</source>
        <translation>양품(%1)</translation>
    </message>
    <message>
        <source>Defective (%1)</source>
        <translation>불량(%1)</translation>
    </message>
    <message>
        <source>Unlabelled (%1)</source>
        <translation>레이블 없음(%1)</translation>
    </message>
    <message>
        <source>Drag a line, or use the left and right arrow keys (with Shift ten times as far), to move the threshold; with Ctrl they move the lower end of the review band</source>
        <translation>선을 끌거나 좌우 화살표 키(Shift와 함께 10배)로 임계값을 옮기십시오. Ctrl과 함께 누르면 재검토 구간의 아래쪽이 움직입니다</translation>
    </message>
    <message>
        <source>Threshold %1, review above %2</source>
        <translation>임계값 %1, 재검토 하한 %2</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ShortcutsDialog</name>
    <message>
        <source>Keys</source>
        <translation>단축키</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>명령</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>키</translation>
    </message>
    <message>
        <source>On the Inspect page</source>
        <translation>검사 페이지에서</translation>
    </message>
    <message>
        <source>Next, previous picture</source>
        <translation>다음, 이전 이미지</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Bare picture while held</source>
        <translation>누르는 동안 원본 이미지</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 또는 %2</translation>
    </message>
    <message>
        <source>Heat map on or off</source>
        <translation>히트맵 켜기/끄기</translation>
    </message>
    <message>
        <source>Regions on or off</source>
        <translation>영역 켜기/끄기</translation>
    </message>
    <message>
        <source>Ground truth on or off</source>
        <translation>정답 켜기/끄기</translation>
    </message>
    <message>
        <source>Why: the nearest normal patch</source>
        <translation>이유: 가장 가까운 정상 패치</translation>
    </message>
    <message>
        <source>Fit into the view</source>
        <translation>화면에 맞추기</translation>
    </message>
    <message>
        <source>One to one</source>
        <translation>실제 크기</translation>
    </message>
    <message>
        <source>Nearer, farther</source>
        <translation>확대, 축소</translation>
    </message>
    <message>
        <source>Threshold, when the histogram has the focus</source>
        <translation>히스토그램에 포커스가 있을 때 임계값</translation>
    </message>
    <message>
        <source>List the regions with their sizes</source>
        <translation>영역과 크기 나열</translation>
    </message>
    <message>
        <source>The pages, from Images to Live</source>
        <translation>이미지부터 실시간까지의 페이지</translation>
    </message>
    <message>
        <source>Cancel the running job</source>
        <translation>실행 중인 작업 취소</translation>
    </message>
    <message>
        <source>Inspect the test pictures</source>
        <translation>테스트 이미지 검사</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>브러시</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>다각형</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>지우개</translation>
    </message>
    <message>
        <source>Narrower, wider brush</source>
        <translation>브러시 좁게, 넓게</translation>
    </message>
    <message>
        <source>Close the polygon</source>
        <translation>다각형 닫기</translation>
    </message>
    <message>
        <source>Give the polygon up</source>
        <translation>다각형 포기</translation>
    </message>
    <message>
        <source>Undo, redo</source>
        <translation>실행 취소, 다시 실행</translation>
    </message>
    <message>
        <source>In the whole window</source>
        <translation>창 전체에서</translation>
    </message>
    <message>
        <source>On the Images page</source>
        <translation>이미지 페이지에서</translation>
    </message>
    <message>
        <source>In the mask editor</source>
        <translation>마스크 편집기에서</translation>
    </message>
    <message>
        <source>On the Compare page</source>
        <translation>비교 페이지에서</translation>
    </message>
    <message>
        <source>Take the selected model out</source>
        <translation>선택한 모델 제외</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::SpeedProbe</name>
    <message>
        <source>Measure the speed</source>
        <translation>속도 측정</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::StageList</name>
    <message>
        <source>waiting</source>
        <translation>대기</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::TrainPage</name>
    <message>
        <source>Add normal pictures</source>
        <translation>정상 이미지 추가</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Train %1</source>
        <translation>%1 학습</translation>
    </message>
    <message>
        <source>not possible with this backbone</source>
        <translation>이 백본으로는 불가</translation>
    </message>
    <message>
        <source>%1 normal pictures. The model will hold about %2; training will need about %3 of memory.</source>
        <translation>정상 이미지 %1장. 모델 크기는 약 %2, 학습에 필요한 메모리는 약 %3입니다.</translation>
    </message>
    <message>
        <source> It will take about %1.</source>
        <translation> 소요 시간은 약 %1입니다.</translation>
    </message>
    <message>
        <source>No detector is built into this program.</source>
        <translation>이 프로그램에 내장된 검출기가 없습니다.</translation>
    </message>
    <message>
        <source>Training needs at least %1 normal pictures.</source>
        <translation>학습에는 정상 이미지가 최소 %1장 필요합니다.</translation>
    </message>
    <message>
        <source>There are no weights for this backbone on this computer.</source>
        <translation>이 컴퓨터에 이 백본의 가중치가 없습니다.</translation>
    </message>
    <message>
        <source>“%1” is still running.</source>
        <translation>“%1” 작업이 아직 실행 중입니다.</translation>
    </message>
    <message>
        <source>Check my normals…</source>
        <translation>정상 이미지 점검…</translation>
    </message>
    <message>
        <source>Find pictures among the normals that do not belong there</source>
        <translation>정상 이미지에 섞인 엉뚱한 이미지를 찾습니다</translation>
    </message>
    <message>
        <source>Only the region of interest is looked at.</source>
        <translation>관심 영역만 봅니다.</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>대기열에 추가</translation>
    </message>
    <message>
        <source>Train it later together with others: choose the next detector after this</source>
        <translation>나중에 다른 것과 함께 학습합니다. 이어서 다음 검출기를 고르십시오</translation>
    </message>
    <message numerus="yes">
        <source>Train %n detector(s)</source>
        <translation>
            <numerusform>검출기 %n개 학습</numerusform>
        </translation>
    </message>
    <message>
        <source>The queue needs up to %1 of memory.</source>
        <translation>대기열에는 메모리가 최대 %1 필요합니다.</translation>
    </message>
    <message>
        <source>It will take about %1 in all.</source>
        <translation>모두 약 %1 걸립니다.</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::TrainingProgress</name>
    <message>
        <source>Coverage radius</source>
        <translation>커버리지 반경</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Messages of the training</source>
        <translation>학습 메시지</translation>
    </message>
    <message>
        <source>Stop the training. The same settings and pictures go on from the last epoch later.</source>
        <translation>학습을 중지합니다. 나중에 같은 설정과 이미지로 마지막 에포크부터 계속할 수 있습니다.</translation>
    </message>
    <message>
        <source>Stop the training; nothing is kept of it</source>
        <translation>학습을 중지합니다. 학습 내용은 저장되지 않습니다</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 / %L2</translation>
    </message>
    <message>
        <source>running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>estimating the time left</source>
        <translation>남은 시간 추정 중</translation>
    </message>
    <message>
        <source>%1 left in this stage</source>
        <translation>이 단계 %1 남음</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>취소 중…</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>취소 중</translation>
    </message>
    <message>
        <source>%1: done in %2</source>
        <translation>%1: %2 만에 완료</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::TrainingQueue</name>
    <message numerus="yes">
        <source>%n training(s) queued</source>
        <translation>
            <numerusform>대기 중인 학습 %n개</numerusform>
        </translation>
    </message>
    <message>
        <source>Take it out of the queue</source>
        <translation>대기열에서 뺍니다</translation>
    </message>
    <message>
        <source>Take %1 out of the queue</source>
        <translation>%1을(를) 대기열에서 빼기</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>빠름</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::TrainingResult</name>
    <message>
        <source>Inspect the test pictures →</source>
        <translation>테스트 이미지 검사 →</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>다시 학습</translation>
    </message>
    <message>
        <source>Back to the settings; this model stays until another is trained</source>
        <translation>설정으로 돌아갑니다. 다른 모델을 학습할 때까지 이 모델이 유지됩니다</translation>
    </message>
    <message>
        <source>%1 is trained</source>
        <translation>%1 학습 완료</translation>
    </message>
    <message>
        <source>Normal pictures learned</source>
        <translation>학습한 정상 이미지</translation>
    </message>
    <message>
        <source>Held out for calibration</source>
        <translation>보정용 보류(홀드아웃)</translation>
    </message>
    <message>
        <source>Patches seen</source>
        <translation>처리한 패치</translation>
    </message>
    <message>
        <source>Stored</source>
        <translation>저장 항목 수</translation>
    </message>
    <message>
        <source>Memory bank</source>
        <translation>메모리 뱅크</translation>
    </message>
    <message>
        <source>Coverage radius</source>
        <translation>커버리지 반경</translation>
    </message>
    <message>
        <source>Loss of the last epoch</source>
        <translation>마지막 에포크의 손실</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>%1, of which %2 fitting and %3 calibration</source>
        <translation>%1(적합 %2, 보정 %3)</translation>
    </message>
    <message>
        <source>Peak memory of the program</source>
        <translation>프로그램의 최대 메모리</translation>
    </message>
    <message>
        <source>Add pictures to the test lane first</source>
        <translation>먼저 테스트 영역에 이미지를 추가하십시오</translation>
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
        <translation>백본(&amp;B)</translation>
    </message>
    <message>
        <source>Held o&amp;ut for calibration</source>
        <translation>보정용 보류(홀드아웃)(&amp;U)</translation>
    </message>
    <message>
        <source>This share of the normal pictures is not learned but used to set the threshold. The more, the fewer false alarms can be promised.</source>
        <translation>정상 이미지 중 이 비율은 학습하지 않고 임계값 설정에 사용합니다. 많을수록 더 낮은 오경보율을 보장할 수 있습니다.</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>시드(&amp;D)</translation>
    </message>
    <message>
        <source>The same seed gives the same model, bit for bit.</source>
        <translation>시드가 같으면 비트 단위까지 같은 모델이 생성됩니다.</translation>
    </message>
    <message>
        <source>Features and calibration</source>
        <translation>특징 및 보정</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>이미지</translation>
    </message>
    <message>
        <source>Detector</source>
        <translation>검출기</translation>
    </message>
    <message>
        <source>Bac&amp;kbones…</source>
        <translation>백본(&amp;K)…</translation>
    </message>
    <message>
        <source>See which networks have weights here, and download or import others</source>
        <translation>가중치가 설치된 네트워크를 확인하고 다른 가중치를 다운로드하거나 가져옵니다</translation>
    </message>
    <message>
        <source>%1 (no weights)</source>
        <translation>%1(가중치 없음)</translation>
    </message>
    <message>
        <source>Its weights are not on this computer. Get them with Backbones…, or on the command line: spotcheck-cli weights fetch %1, or weights import FILE --as %1</source>
        <translation>이 백본의 가중치가 이 컴퓨터에 없습니다. [백본…]에서 받거나 명령줄에서 다음을 실행하십시오: spotcheck-cli weights fetch %1 또는 weights import FILE --as %1</translation>
    </message>
    <message>
        <source>%1 Weights: %2.</source>
        <translation>%1 가중치: %2.</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>정확</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>빠름</translation>
    </message>
    <message>
        <source>&amp;Precision</source>
        <translation>계산 정밀도(&amp;P)</translation>
    </message>
    <message>
        <source>Fast computes ResNets with shorter numbers (bfloat16) in about two thirds of the time. Scores differ a little; the model keeps the choice.</source>
        <translation>빠름은 ResNet을 짧은 수(bfloat16)로 약 3분의 2의 시간에 계산합니다. 점수가 조금 달라지며, 모델이 이 선택을 기억합니다.</translation>
    </message>
    <message>
        <source>This processor has no fast arithmetic (AVX-512 BF16): both are computed exactly here.</source>
        <translation>이 프로세서에는 빠른 연산(AVX-512 BF16)이 없어 여기서는 모두 정확하게 계산합니다.</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>Calibrate i&amp;n parts</source>
        <translation>나누어 보정(&amp;N)</translation>
    </message>
    <message>
        <source>For few pictures: none is held out, but each part is scored by a model of the others. Takes as many trainings more, and what is promised is an estimate.</source>
        <translation>이미지가 적을 때: 따로 떼어 두지 않고 각 부분을 나머지로 학습한 모델로 채점합니다. 그만큼 학습을 더 하며, 약속하는 값은 추정치입니다.</translation>
    </message>
    <message>
        <source>Finds some defects better than ImageNet weights, others less well. With it PatchCore and PaDiM are the ones to train first: compare them on your parts (figures in the README).</source>
        <translation>어떤 불량은 ImageNet 가중치보다 잘 찾고 어떤 불량은 그렇지 못합니다. 이 백본에서는 PatchCore와 PaDiM을 먼저 학습하여 부품에서 비교해 보십시오(수치는 README 참조).</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ValueCurve</name>
    <message>
        <source>Step</source>
        <translation>스텝</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::VerdictField</name>
    <message>
        <source>Last picture</source>
        <translation>마지막 이미지</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>합격</translation>
    </message>
    <message>
        <source>REVIEW</source>
        <translation>재검토</translation>
    </message>
    <message>
        <source>NOT OK</source>
        <translation>불합격</translation>
    </message>
    <message>
        <source>UNREADABLE</source>
        <translation>읽을 수 없음</translation>
    </message>
    <message>
        <source>%1   ·   score %2   ·   %3</source>
        <translation>%1   ·   점수 %2   ·   %3</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::ViewerPanel</name>
    <message>
        <source>Pixel under the pointer</source>
        <translation>포인터 위치의 픽셀</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>맞춤</translation>
    </message>
    <message>
        <source>Fit the picture into the view (F)</source>
        <translation>이미지를 화면에 맞춥니다(F)</translation>
    </message>
    <message>
        <source>1:1</source>
        <translation>1:1</translation>
    </message>
    <message>
        <source>One pixel of the picture for one of the screen (1)</source>
        <translation>이미지의 1픽셀을 화면의 1픽셀로 표시합니다(1)</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>히트맵</translation>
    </message>
    <message>
        <source>Lay the heat map over the picture (H)</source>
        <translation>이미지에 히트맵을 겹쳐 표시합니다(H)</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>결함 영역</translation>
    </message>
    <message>
        <source>Outline the defect regions: above the pixel threshold, of at least the least area (R)</source>
        <translation>결함 영역의 윤곽을 표시합니다: 픽셀 임계값 초과, 최소 면적 이상(R)</translation>
    </message>
    <message>
        <source>Truth</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>Outline the ground truth, dashed (T)</source>
        <translation>정답의 윤곽을 점선으로 표시합니다(T)</translation>
    </message>
    <message>
        <source>Opacity of the heat map</source>
        <translation>히트맵 불투명도</translation>
    </message>
    <message>
        <source>Opacity of the heat map. Hold Space or B to see the bare picture.</source>
        <translation>히트맵 불투명도. 스페이스바 또는 B 키를 누르고 있으면 원본 이미지를 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Colours of the heat map</source>
        <translation>히트맵 색상</translation>
    </message>
    <message>
        <source>Colours of the heat map; all of them can be read by colour-blind people</source>
        <translation>히트맵 색상. 모두 색각 이상자도 구분할 수 있습니다</translation>
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
        <translation>비교 방식</translation>
    </message>
    <message>
        <source>Overlay; side by side with the bare picture; or swipe: drag the line</source>
        <translation>오버레이, 원본 이미지와 나란히 보기, 또는 스와이프(선을 끌어서 비교)</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>오버레이</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>나란히 보기</translation>
    </message>
    <message>
        <source>Swipe</source>
        <translation>스와이프</translation>
    </message>
    <message>
        <source>Score %1 · p = %2</source>
        <translation>점수 %1 · p = %2</translation>
    </message>
    <message>
        <source>p: share of good pictures that would score as high, judged by those held out from the training</source>
        <translation>p: 학습에서 보류한 양품 이미지를 기준으로, 이만큼 높은 점수가 나올 양품 이미지의 비율</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Pixel %1   value %2</source>
        <translation>픽셀 %1   값 %2</translation>
    </message>
    <message>
        <source>Pixel %1   value %2   score %3</source>
        <translation>픽셀 %1   값 %2   점수 %3</translation>
    </message>
    <message>
        <source>Sizes</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>List the defect regions with box, area, perimeter, peak and mean (L)</source>
        <translation>결함 영역을 상자, 면적, 둘레, 최댓값, 평균과 함께 나열합니다(L)</translation>
    </message>
    <message>
        <source>Set how large a pixel is on the part, so that regions are given in mm</source>
        <translation>부품에서 한 픽셀의 크기를 정하면 영역이 mm로 표시됩니다</translation>
    </message>
    <message>
        <source>%1 mm/px</source>
        <translation>%1 mm/px</translation>
    </message>
    <message>
        <source>Scale…</source>
        <translation>축척…</translation>
    </message>
</context>
<context>
    <name>spotcheck::ui::WhyPanel</name>
    <message>
        <source>Why this spot</source>
        <translation>이 부위의 판정 근거</translation>
    </message>
    <message>
        <source>The spot in this picture</source>
        <translation>이 이미지의 해당 부위</translation>
    </message>
    <message>
        <source>The nearest normal patch</source>
        <translation>최근접 정상 패치</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>닫기(Esc)</translation>
    </message>
    <message>
        <source>This detector keeps no normal patches, so there is none to compare with.</source>
        <translation>이 검출기는 정상 패치를 보관하지 않으므로 비교할 패치가 없습니다.</translation>
    </message>
    <message>
        <source>&lt;b&gt;This spot&lt;/b&gt;&lt;br&gt;Patch score %1</source>
        <translation>&lt;b&gt;해당 부위&lt;/b&gt;&lt;br&gt;패치 점수 %1</translation>
    </message>
    <message>
        <source>&lt;b&gt;Nearest normal patch&lt;/b&gt;&lt;br&gt;Its picture is not known.</source>
        <translation>&lt;b&gt;최근접 정상 패치&lt;/b&gt;&lt;br&gt;원본 이미지를 알 수 없습니다.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Nearest normal patch&lt;/b&gt;&lt;br&gt;%1</source>
        <translation>&lt;b&gt;최근접 정상 패치&lt;/b&gt;&lt;br&gt;%1</translation>
    </message>
</context>
</TS>
