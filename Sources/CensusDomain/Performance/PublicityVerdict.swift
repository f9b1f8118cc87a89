/// Whether a purpose counts as publicity cost (宣传费用).
public enum PublicityVerdict: String, Sendable, Codable, CaseIterable {
  case yes, no
  /// It depends; a person decides and says why.
  case ask
}
