import CensusDomain
import CensusReports

/// Proves that a paper hangs together, before any of it is written.
struct PaperCheck {
  private let paper: Paper

  init(_ paper: Paper) { self.paper = paper }

  /// - Throws: ``CensusError`` with code `software` that names the section and what is wrong with it.
  func prove() throws(CensusError) {
    var ids: Set<String> = []
    for section in paper.sections {
      // Ids stand in addresses and in attributes, where nothing is to be escaped.
      guard !section.id.isEmpty, section.id.utf8.allSatisfy(PaperCheck.isPlain),
        ids.insert(section.id).inserted
      else { throw fault(section, "编号重复或含有特殊字符", "its id is taken or not plain") }
      try prove(section)
      for chart in section.charts
      where !chart.series.allSatisfy({ chart.labels.count == $0.values.count }) {
        throw fault(section, "图 \(chart.id) 的数据个数与标签不符", "the chart \(chart.id) lacks values")
      }
    }
  }

  private func prove(_ section: PaperSection) throws(CensusError) {
    let grid = section.grid
    guard !grid.columns.isEmpty, grid.isWhole, (0...grid.rows.count).contains(grid.headingRows)
    else {
      throw fault(section, "单元格没有铺满表格", "its cells do not cover the table")
    }
    let placed = grid.placed
    guard
      placed.allSatisfy({ place, cell in
        place.row >= grid.headingRows || place.row + cell.rowSpan <= grid.headingRows
      })
    else { throw fault(section, "表头单元格伸入表体", "a heading reaches into the rows") }
    let places = Set(placed.map(\.place))
    for (place, cell) in placed {
      guard let formula = cell.formula else { continue }
      guard formula.operands.allSatisfy({ places.contains($0) && $0 != place }) else {
        let address = PaperAddress(section: section.id, place: place)
        throw fault(section, "\(address) 的公式引用了不存在的单元格", "\(address) counts on no cell")
      }
    }
  }

  private func fault(_ section: PaperSection, _ zh: String, _ en: String) -> CensusError {
    CensusError(
      .software, zh: "报表的“\(section.title.zh)”部分（\(section.id)）有误：\(zh)。",
      en: "The paper's section \(section.id) (\(section.title.en)) is wrong: \(en).",
      remedy: .programMistake)
  }

  /// Whether a byte is an ASCII letter or digit, a hyphen or a low line.
  static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}

extension PaperFormula {
  /// The cells that it counts on.
  var operands: [CellPlace] {
    switch self {
    case .sum(let places): places
    case .difference(let first, let second), .quotient(let first, let second): [first, second]
    }
  }
}
