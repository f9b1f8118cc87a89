import CensusDomain

/// Two states of the census, and what happened between them.
public struct ProgressInput: Sendable, Hashable {
  /// The period's last day.
  public var asOf: CivilDate
  /// The last day of the period before.
  public var previous: CivilDate
  /// The district's region code.
  public var district: String
  /// The district's name.
  public var districtName: String
  /// By what progress is measured; both states are counted by the same terms.
  public var terms: ProgressTerms
  /// Names of townships by code.
  public var townNames: [String: String]
  /// The frozen inventory that ``cells`` count; nil where none is frozen.
  public var inventoryVersion: Int?
  /// The frozen inventory that ``previousCells`` count; nil where none was frozen.
  public var previousVersion: Int?
  /// The objects as they stand at the end of ``asOf``.
  public var cells: [CompletionCell]
  /// The objects as they stood at the end of ``previous``.
  public var previousCells: [CompletionCell]
  /// Objects at the end of ``asOf`` that are self-checked and not received.
  public var checked: [CheckedCount]
  /// How one state came of the other.
  public var changes: [ProgressChange]

  /// Makes an input.
  public init(
    asOf: CivilDate, previous: CivilDate, district: String, districtName: String,
    terms: ProgressTerms, townNames: [String: String] = [:], inventoryVersion: Int?,
    previousVersion: Int?, cells: [CompletionCell], previousCells: [CompletionCell],
    checked: [CheckedCount] = [], changes: [ProgressChange] = []
  ) {
    self.asOf = asOf
    self.previous = previous
    self.district = district
    self.districtName = districtName
    self.terms = terms
    self.townNames = townNames
    self.inventoryVersion = inventoryVersion
    self.previousVersion = previousVersion
    self.cells = cells
    self.previousCells = previousCells
    self.checked = checked
    self.changes = changes
  }
}
