/// The size of a picture as it is stored, before any turning.
public struct PixelSize: Sendable, Hashable {
  /// Pixels from left to right, at least 1.
  public let width: Int
  /// Pixels from top to bottom, at least 1.
  public let height: Int

  /// Makes a size.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// All pixels; both sides have at most 32 bits, so that the product fits but is capped.
  var count: Int { width.multipliedReportingOverflow(by: height).overflow ? .max : width * height }
}
