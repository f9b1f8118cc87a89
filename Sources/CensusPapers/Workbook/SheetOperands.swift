import CensusReports

/// The cells that the formulas of a table count on, by number and by name.
struct SheetOperands {
  let section: String
  let values: [CellPlace: PaperValue]

  /// The number in a cell; nil where there is none.
  func number(_ place: CellPlace) -> Double? { values[place].flatMap(SheetNumber.init)?.value }

  /// The numbers in two cells; nil where one has none.
  func pair(_ first: CellPlace, _ second: CellPlace) -> (Double, Double)? {
    guard let first = number(first), let second = number(second) else { return nil }
    return (first, second)
  }

  /// The cell's address within the sheet.
  func name(_ place: CellPlace) -> String { PaperAddress(section: section, place: place).cell }

  /// The formula, or a reason where an operand is no number, which would be an error else.
  func guarded(
    _ first: CellPlace, _ second: CellPlace, _ reason: String, _ formula: String
  ) -> String {
    guard pair(first, second) == nil else { return "=" + formula }
    return "=IF(COUNT(\(name(first)),\(name(second)))<2,\(reason),\(formula))"
  }

  /// `SUM` or `COUNT` of cells, neighbours of a column as a range.
  func total(_ function: String, _ places: [CellPlace]) -> String {
    var ranges: [(first: CellPlace, last: CellPlace)] = []
    for place in places {
      if let last = ranges.last?.last, last.column == place.column, last.row + 1 == place.row {
        ranges[ranges.count - 1].last = place
      } else {
        ranges.append((place, place))
      }
    }
    let names = ranges.map { $0 == $1 ? name($0) : "\(name($0)):\(name($1))" }
    let parts = stride(from: 0, to: names.count, by: SheetOperands.mostArguments).map { start in
      let end = min(start + SheetOperands.mostArguments, names.count)
      return "\(function)(\(names[start..<end].joined(separator: ",")))"
    }
    return parts.count == 1 ? parts[0] : "SUM(\(parts.joined(separator: ",")))"
  }

  /// A function takes 255 arguments (Excel specifications and limits).
  private static let mostArguments = 250
}
