/// The style of papers: A4 landscape, black on white, the offices' typefaces.
///
/// Table heads repeat on each page, and no row is broken between pages.
enum PaperStylesheet {
  static let text = """
    @page { size: A4 landscape; margin: 14mm 14mm 16mm 14mm; }
    * { box-sizing: border-box; }
    html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
    body { margin: 0; color: #111; background: #e9e9e6; font: 10pt/1.45 "宋体", SimSun, \
    "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", serif; }
    main { max-width: 297mm; margin: 8mm auto; padding: 14mm; background: #fff; }
    header { text-align: center; }
    h1 { margin: 0 0 1mm; font: bold 18pt/1.3 "方正小标宋简体", SimSun, "Noto Serif CJK SC", serif; }
    .subtitle { margin: 0; font-size: 11pt; }
    .number { margin: 0 0 2mm; font-size: 9pt; color: #444; }
    .office { display: flex; flex-wrap: wrap; gap: 2mm 6mm; margin: 0; padding: 0; \
    list-style: none; }
    .office li { display: flex; flex: 1 1 14%; white-space: nowrap; text-align: left; }
    .office li:first-child { flex-basis: 30%; }
    .office span { flex: 1; min-width: 14mm; margin-left: 2mm; padding: 0 1mm; \
    border-bottom: .5pt solid #555; }
    h2 { margin: 5mm 0 2mm; font: 12pt/1.3 "黑体", SimHei, "Noto Sans CJK SC", sans-serif; \
    break-after: avoid; }
    table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 9.5pt; \
    line-height: 1.35; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    th, td { padding: .9mm 1.4mm; border: .6pt solid #333; font-weight: normal; \
    vertical-align: middle; white-space: pre-line; overflow-wrap: anywhere; }
    .heading { background: #f2f2f2; font-family: "黑体", SimHei, "Noto Sans CJK SC", sans-serif; }
    .total { font-weight: bold; background: #f7f7f4; }
    .alarm { font-weight: bold; color: #a33; }
    .leading { text-align: left; }
    .center { text-align: center; }
    .trailing { text-align: right; font-variant-numeric: tabular-nums; }
    .remark { margin: 1mm 0 0; font-size: 9pt; }
    figure { margin: 4mm auto; max-width: 220mm; break-inside: avoid; }
    figcaption { text-align: center; }
    svg { display: block; width: 100%; height: auto; }
    footer { margin-top: 4mm; padding-top: 1.5mm; border-top: .6pt solid #333; font-size: 8.5pt; \
    overflow-wrap: anywhere; }
    footer p { margin: 0; }
    .draft { position: fixed; z-index: 1; inset: 0; display: flex; align-items: center; \
    justify-content: center; font-size: 130pt; color: rgb(170 51 51 / .1); transform: rotate(-24deg); \
    pointer-events: none; }
    @media print {
      body { background: none; }
      main { max-width: none; margin: 0; padding: 0; }
    }

    """
}
