/// The style of printed reports: A4 portrait, black on white, the offices' typefaces.
///
/// Met and unmet bars differ in lightness and outline, so that a black-and-white print tells them
/// apart. Table heads repeat on each page, and no row is broken between pages.
enum StylesheetTemplate {
  static let text = """
    @page { size: A4 portrait; margin: 18mm 16mm 18mm 16mm; }
    * { box-sizing: border-box; }
    html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
    body { margin: 0; color: #111; background: #e9e9e6; font: 10.5pt/1.5 "宋体", SimSun, \
    "Noto Serif CJK SC", "Noto Serif SC", "Songti SC", serif; }
    main { max-width: 210mm; margin: 8mm auto; padding: 16mm; background: #fff; }
    header { text-align: center; border-bottom: 1.5pt solid #111; padding-bottom: 3mm; }
    .project { margin: 0; font-family: "仿宋", FangSong, "Noto Serif CJK SC", "宋体", serif; \
    font-size: 12pt; letter-spacing: .08em; }
    h1 { margin: 1mm 0; font-size: 19pt; line-height: 1.3; }
    .subtitle { margin: 0 0 4mm; }
    .blanks { display: flex; flex-wrap: wrap; gap: 2.5mm 6mm; margin: 0; padding: 0; \
    list-style: none; }
    .blanks li { display: flex; flex: 1 1 28%; white-space: nowrap; }
    .blanks li:first-child { flex-basis: 60%; }
    .blanks span { flex: 1; margin-left: 2mm; border-bottom: .5pt solid #555; }
    h2 { margin: 6mm 0 3mm; font-size: 13pt; break-after: avoid; }
    .headline { display: flex; border: 1pt solid #111; break-inside: avoid; }
    .headline p { flex: 1 1 0; margin: 0; padding: 2.5mm 4mm; border-left: .5pt solid #999; }
    .headline .figure { flex-grow: 1.5; border-left: 0; background: #f1f1ee; }
    .headline span, .headline strong { display: block; }
    .headline span { font-size: 9pt; color: #444; }
    .headline strong { font-size: 12pt; }
    .headline .figure strong { font-size: 18pt; line-height: 1.25; }
    .alarm { margin: 2mm 0 0; padding: 1mm 3mm; border-left: 3pt solid #a33; background: #f7ecea; }
    dl { display: grid; grid-template-columns: repeat(3, 1fr); gap: 0 6mm; margin: 3mm 0; }
    dl div { display: flex; justify-content: space-between; gap: 2mm; padding: .8mm 0; \
    border-bottom: .5pt dotted #888; break-inside: avoid; font-size: 9pt; }
    dt { color: #444; }
    dd { margin: 0; text-align: right; font-weight: bold; }
    figure { margin: 5mm 0; break-inside: avoid; }
    figcaption, caption { padding: 0 0 1.5mm; font-weight: bold; text-align: left; }
    svg { display: block; width: 100%; height: auto; }
    svg text { font-size: 11px; fill: #111; }
    svg .label { text-anchor: end; }
    svg .targetname, svg .scale { text-anchor: middle; font-size: 10px; }
    .met { fill: #2d5f8b; stroke: #2d5f8b; }
    .unmet { fill: #d5dfe8; stroke: #2d5f8b; }
    .axis { fill: none; stroke: #777; }
    .target { fill: none; stroke: #a33; stroke-width: 1.5; stroke-dasharray: 4 2; }
    table { width: 100%; margin: 5mm 0; border-collapse: collapse; font-size: 9pt; \
    line-height: 1.35; }
    caption { font-size: 10.5pt; break-after: avoid; }
    thead { display: table-header-group; }
    tr { break-inside: avoid; }
    th, td { padding: .8mm 1.6mm; border: .5pt solid #777; overflow-wrap: break-word; }
    td.word { max-width: 70mm; }
    th { background: #efefec; text-align: center; font-weight: bold; }
    td.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .total td { border-top: 1pt solid #111; font-weight: bold; background: #f7f7f4; }
    footer { margin-top: 6mm; padding-top: 2mm; border-top: .5pt solid #111; font-size: 8.5pt; \
    break-inside: avoid; overflow-wrap: anywhere; }
    footer p { margin: 0; }
    @media print {
      body { background: none; }
      main { max-width: none; margin: 0; padding: 0; }
    }

    """
}
