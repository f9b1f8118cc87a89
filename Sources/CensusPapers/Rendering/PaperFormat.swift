/// The file formats in which a paper is handed over.
public enum PaperFormat: String, Sendable, Codable, CaseIterable {
  /// A workbook with formulas and native charts.
  case xlsx
  /// Pages in A4 landscape with embedded fonts.
  case pdf
  /// One page for browsers that needs nothing from outside.
  case html
  /// All tables one after the other as comma-separated values.
  case csv
  /// The paper itself for programs, in both languages.
  case json

  /// Tells the format from the end of a file's name; nil for any other.
  public init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    self.init(rawValue: fileName[fileName.index(after: dot)...].lowercased())
  }

  /// The media type under which it travels (IANA's registry).
  public var mediaType: String {
    switch self {
    case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    case .pdf: "application/pdf"
    case .html: "text/html"
    case .csv: "text/csv"
    case .json: "application/json"
    }
  }
}
