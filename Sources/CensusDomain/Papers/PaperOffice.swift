/// The head lines that offices fill in: who reports, and who answers for it.
///
/// What is empty is left as a blank to be filled by hand and stamped (domain notes, section 4).
public struct PaperOffice: Sendable, Hashable, Codable {
  /// The reporting unit (填报单位).
  public var unit: String
  /// The day of filling in (填报日期), as the office writes it.
  public var date: String
  /// The head of the unit (单位负责人).
  public var head: String
  /// Who filled it in (填表人).
  public var filler: String
  /// The telephone (联系电话).
  public var telephone: String

  /// Makes the lines.
  public init(
    unit: String = "", date: String = "", head: String = "", filler: String = "",
    telephone: String = ""
  ) {
    self.unit = unit
    self.date = date
    self.head = head
    self.filler = filler
    self.telephone = telephone
  }
}
