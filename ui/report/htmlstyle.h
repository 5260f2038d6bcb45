#pragma once

namespace spotcheck::ui {

/// Style sheet of the HTML report. It must do without the characters that XML escapes (<, >, &, quotes), because a
/// browser reads a style element as it stands.
constexpr char htmlStyle[] = R"(
:root { color-scheme: light dark;
  --paper: #ffffff; --text: #1c2024; --muted: #5b636b; --line: #d7dce1; --panel: #f5f7f8;
  --good: #0f6b69; --review: #7a5a00; --defective: #b3400a; --failed: #5b636b; --curve: #1f4e9e; --note: #fff4e0; }
@media (prefers-color-scheme: dark) { :root {
  --paper: #16191c; --text: #e8eaec; --muted: #a3abb3; --line: #363c42; --panel: #1f2327;
  --good: #5cc8c4; --review: #e6c14a; --defective: #ff9a5c; --failed: #a3abb3; --curve: #8ab4f8; --note: #3a2e17; } }
@media print { :root {
  --paper: #ffffff; --text: #000000; --muted: #444444; --line: #bbbbbb; --panel: #ffffff;
  --good: #0f6b69; --review: #7a5a00; --defective: #b3400a; --failed: #444444; --curve: #1f4e9e; --note: #ffffff; }
  article, figure, tr { break-inside: avoid; } h2 { break-after: avoid; } main { max-width: none; padding: 0; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--text); font: 15px/1.5 system-ui, sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 32px 24px; }
header { border-bottom: 2px solid var(--text); padding-bottom: 8px; margin-bottom: 24px; }
.logo { float: right; max-height: 56px; max-width: 240px; width: auto; margin-left: 24px; background: #ffffff; }
h1 { font-size: 28px; line-height: 1.2; margin: 0; }
h2 { font-size: 19px; margin: 40px 0 8px; }
h3 { font-size: 16px; margin: 0 0 4px; overflow-wrap: anywhere; }
p { margin: 4px 0 12px; max-width: 75ch; }
.muted { color: var(--muted); }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(420px, 100%), 1fr)); gap: 8px 40px; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: 5px 16px 5px 0; border-bottom: 1px solid var(--line);
  overflow-wrap: anywhere; }
thead th { color: var(--muted); font-weight: 600; }
tbody th { font-weight: 400; color: var(--muted); white-space: nowrap; width: 1%; }
.numbers td { white-space: nowrap; }
.hash { font: 12px/1.4 ui-monospace, monospace; color: var(--muted); }
.note { background: var(--note); border-left: 4px solid var(--defective); padding: 8px 12px; margin: 8px 0; }
.verdict { font-weight: 700; }
.wrong td { font-weight: 700; } .wrong td:first-child { border-left: 5px solid var(--text); padding-left: 8px; }
.verdict-good { color: var(--good); } .verdict-defective { color: var(--defective); }
.verdict-review { color: var(--review); } .verdict-failed { color: var(--failed); }
article { background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: 16px;
  margin: 16px 0; }
figure { margin: 8px 0; } figcaption { color: var(--muted); font-size: 13px; }
img { max-width: 100%; height: auto; display: block; }
svg { width: 100%; height: auto; max-width: 560px; }
svg text { fill: var(--text); font-family: system-ui, sans-serif; }
.ink-axis { stroke: var(--muted); } .ink-grid { stroke: var(--line); } .ink-good { stroke: var(--good); }
.ink-defective { stroke: var(--defective); } .ink-unlabelled { stroke: var(--muted); }
.ink-threshold { stroke: var(--text); } .ink-curve { stroke: var(--curve); }
.fill-good { fill: var(--good); } .fill-defective { fill: var(--defective); } .fill-unlabelled { fill: var(--muted); }
.fill-threshold { fill: var(--text); stroke: var(--paper); stroke-width: 1px; }
)";

} // namespace spotcheck::ui
