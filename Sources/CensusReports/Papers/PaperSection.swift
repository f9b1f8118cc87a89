import CensusDomain

/// One table of a paper with what belongs to it; a sheet of its own in a workbook.
public struct PaperSection: Sendable, Hashable, Codable {
  /// A short name in ASCII by which cells are traced, such as `hazards`; unique within the paper.
  public var id: String
  /// The heading; in a workbook the sheet's name, so at most 31 characters without `[]:*?/\`.
  public var title: LocalizedText
  /// The table.
  public var grid: PaperGrid
  /// Charts of the table's figures.
  public var charts: [PaperChart]
  /// Sentences below the table: warnings, explanations.
  public var remarks: [LocalizedText]

  /// Makes a section.
  public init(
    id: String, title: LocalizedText, grid: PaperGrid, charts: [PaperChart] = [],
    remarks: [LocalizedText] = []
  ) {
    self.id = id
    self.title = title
    self.grid = grid
    self.charts = charts
    self.remarks = remarks
  }
}
