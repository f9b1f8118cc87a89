/// How a CSV file writes its characters.
public enum CSVEncoding: String, Sendable, Codable, CaseIterable {
  /// UTF-8 with a byte order mark, by which Excel recognises it.
  case utf8
  /// GB 18030, for older Chinese programs.
  case gb18030
}
