import CensusDomain
import CensusReports

/// Adds up the decimals and the money that a sheet's sums name, beside what the sheet states.
struct PointsCheck {
  private let grid: PaperGrid

  init(_ grid: PaperGrid) { self.grid = grid }

  /// How many sums there are, and those that do not give the value beside them.
  var sums: (count: Int, wrong: [CellPlace]) {
    var count = 0
    var wrong: [CellPlace] = []
    for (place, cell) in grid.placed {
      guard case .sum(let places) = cell.formula else { continue }
      count += 1
      let parts = places.map { number(grid.cell(at: $0)?.value) }
      let sum = parts.reduce(Int64(0)) { $0 + ($1 ?? .min / 1000) }
      if number(cell.value) != sum { wrong.append(place) }
    }
    return (count, wrong)
  }

  private func number(_ value: PaperValue?) -> Int64? {
    switch value {
    case .decimal(let text): Quantity(text)?.millionths
    case .money(let amount, _): amount.value
    case .empty: 0
    default: nil
    }
  }
}
