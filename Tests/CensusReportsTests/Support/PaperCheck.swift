import CensusDomain
import CensusReports

/// What must hold of every table of every paper.
struct PaperCheck {
  let sections: [PaperSection]

  /// The faults, each with where it stands; empty where all is well.
  var faults: [String] {
    var faults = Set(sections.map(\.id)).count == sections.count ? [] : ["an id occurs twice"]
    for section in sections {
      if !section.grid.isWhole { faults.append("\(section.id) has gaps") }
      if section.title.zh.count > 31 || section.title.en.count > 31 {
        faults.append("\(section.id) has a long title")
      }
      faults += FormulaCheck(section.grid).contradictions.map { "\(section.id): \($0)" }
      for (place, cell) in section.grid.placed where cell.source == nil && cell.formula == nil {
        if case .count = cell.value {
          faults.append("\(section.id) \(place) is a count of nothing")
        }
      }
    }
    return faults
  }

  /// The columns of counts whose rows do not add up to their last row, for the sections named.
  func wrongSums(in ids: Set<String>) -> [String] {
    sections.filter { ids.contains($0.id) }.flatMap { section -> [String] in
      let placed = section.grid.placed
      let last = section.grid.rows.count - 1
      return section.grid.columns.indices.compactMap { column in
        let cells = placed.filter { $0.place.column == column && $0.place.row > 0 }
        let counts = cells.compactMap { place, cell -> (row: Int, count: Int)? in
          guard case .count(let count) = cell.value else { return nil }
          return (place.row, count)
        }
        guard counts.contains(where: { $0.row == last }) else { return nil }
        let parts = counts.filter { $0.row < last }.reduce(0) { $0 + $1.count }
        let whole = counts.filter { $0.row == last }.reduce(0) { $0 + $1.count }
        return parts == whole ? nil : "\(section.id), column \(column): \(parts), \(whole)"
      }
    }
  }

  /// The tables of progress whose rows are parts of the last row.
  static let tablesOfParts: Set<String> = [
    "places", "townships", "hazards", "objects-hazards", "objects-towns", "done-hazards",
    "done-towns", "states", "plan", "counts", "inventory",
  ]
}
