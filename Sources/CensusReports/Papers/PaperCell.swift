import CensusDomain

/// One cell of a table: what it shows, how that follows from other cells, and which records it counts.
public struct PaperCell: Sendable, Hashable, Codable {
  /// How a cell looks.
  public enum Style: String, Sendable, Codable {
    case heading, label, plain, total, alarm
  }

  /// What it shows.
  public var value: PaperValue
  /// How it looks.
  public var style: Style
  /// How many columns it covers.
  public var columnSpan: Int
  /// How many rows it covers.
  public var rowSpan: Int
  /// How it stands; nil follows the column.
  public var alignment: PaperAlignment?
  /// How the value follows from other cells of the same table; workbooks carry it as a formula.
  public var formula: PaperFormula?
  /// Which records the figure counts; nil where it is no figure or follows by its formula.
  public var source: FigureSource?

  /// Makes a cell.
  public init(
    _ value: PaperValue, style: Style = .plain, columnSpan: Int = 1, rowSpan: Int = 1,
    alignment: PaperAlignment? = nil, formula: PaperFormula? = nil, source: FigureSource? = nil
  ) {
    self.value = value
    self.style = style
    self.columnSpan = columnSpan
    self.rowSpan = rowSpan
    self.alignment = alignment
    self.formula = formula
    self.source = source
  }

  /// A heading.
  public static func heading(
    _ text: LocalizedText, columnSpan: Int = 1, rowSpan: Int = 1
  ) -> PaperCell {
    PaperCell(
      .text(text), style: .heading, columnSpan: columnSpan, rowSpan: rowSpan, alignment: .center)
  }
}
