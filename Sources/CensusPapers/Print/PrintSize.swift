/// Lengths on paper in Pango's units, 1024 to a point, so that all of them add up exactly.
enum PrintSize {
  /// A length of whole and half points.
  static func units(_ points: Double) -> Int { Int((points * 1024).rounded()) }

  /// A length as cairo takes it.
  static func points(_ units: Int) -> Double { Double(units) / 1024 }

  /// A4 landscape (ISO 216: 297 mm by 210 mm).
  static let page = (width: units(841.89), height: units(595.28))
  /// The margins at the sides.
  static let side = units(42)
  /// The room above what flows, with the line that repeats the title.
  static let top = units(44)
  /// The room below what flows, with number and page.
  static let bottom = units(44)
  /// The width of what flows.
  static let width = page.width - 2 * side
  /// The height of what flows.
  static let height = page.height - top - bottom
  /// The free room within a cell at the left and right.
  static let cellSide = units(4)
  /// The free room within a cell above and below.
  static let cellEdge = units(2.5)
  /// The room of the letters of the columns above a table.
  static let ruler = units(8)
  /// The lowest row.
  static let lowestRow = units(17)
}
