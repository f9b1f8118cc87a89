/// Knows the boundaries of regions, so that a rule can ask whether a position lies within one.
public protocol RegionOutlines: Sendable {
  /// Whether a position lies within the region called `code`; nil where its boundary is not known.
  ///
  /// - Parameters:
  ///   - longitude: degrees east, CGCS2000.
  ///   - latitude: degrees north, CGCS2000.
  ///   - code: a region code of 6, 9 or 12 digits.
  func contains(longitude: Double, latitude: Double, code: String) -> Bool?
}
