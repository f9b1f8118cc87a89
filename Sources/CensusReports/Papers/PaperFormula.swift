/// How a cell's value follows from other cells of the same table, so that a reader can check it.
public enum PaperFormula: Sendable, Hashable, Codable {
  /// The sum of the cells.
  case sum([CellPlace])
  /// The first less the second.
  case difference(CellPlace, CellPlace)
  /// The first divided by the second; shown as the cell's own reason where the second is 0.
  case quotient(CellPlace, CellPlace)
}
