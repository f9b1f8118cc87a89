import CensusDomain

/// A row of a request that was refused; the others are not held up by it.
public struct RowRefusal: Sendable, Codable {
  /// Its place in the request, counted from 1.
  public var row: Int
  /// Why.
  public var message: LocalizedText

  /// Makes a refusal.
  public init(row: Int, message: LocalizedText) {
    self.row = row
    self.message = message
  }
}
