import CensusDomain
import CensusReports

/// Tables of random labels over many rows beside texts of random length.
enum RandomTable {
  /// The table of a seed; most cells are short, some are higher than a page.
  static func section(seed: UInt64) -> PaperSection {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    func text() -> String {
      let length = [4, 4, 4, 30, 300, 2_000][next(6)]
      return String(repeating: "普查", count: next(length) + 1)
    }
    var rows: [[PaperCell]] = [
      ["类", "项", "文字"].map { .heading(LocalizedText(verbatim: $0)) }
    ]
    while rows.count < 90 {
      let height = [1, 1, 3, 12, 60][next(5)]
      for row in 0..<height {
        let label = PaperCell(.typed(text()), style: .label, rowSpan: height)
        let cells = [PaperCell(.count(row)), PaperCell(.typed(text()))]
        rows.append(row == 0 ? [label] + cells : cells)
      }
    }
    return PaperSection(
      id: "t", title: PaperSamples.text("表", "Table"),
      grid: PaperGrid(
        columns: [.init(width: 14), .init(width: 8), .init(width: 40 + next(60))], headingRows: 1,
        rows: rows))
  }
}
