/// What a workbook may cost before it is refused; Excel's own limits are not meant to be reached.
public struct WorkbookLimits: Sendable {
  /// The largest sheet, unpacked bytes of its XML.
  public var sheetBytes: Int64 = 2 << 30
  /// The largest table of shared strings, unpacked bytes of its XML.
  public var sharedStringBytes: Int64 = 256 << 20
  /// The largest of all other parts that are read, unpacked bytes.
  public var otherPartBytes: Int64 = 64 << 20
  /// How many times a part may be larger unpacked than packed, beyond ``freeBytes``.
  ///
  /// Deflate cannot do better than about 1032 times (https://zlib.net/zlib_tech.html), and tables of
  /// equal rows reach some hundreds.
  public var ratio: Int64 = 1000
  /// How many unpacked bytes are read before ``ratio`` counts.
  public var freeBytes: Int64 = 10 << 20
  /// The most files in the ZIP.
  public var entries = 10_000
  /// The longest text of one cell, bytes of UTF-8; Excel's own limit is 32,767 characters.
  public var cellBytes = 1 << 20
  /// The longest text of all cells of a row together, bytes of UTF-8.
  public var rowBytes = 64 << 20

  /// The limits that suit tables of a district.
  public static let standard = WorkbookLimits()

  /// Makes the standard limits, to be changed.
  public init() {}
}
