/// How a command writes what it found.
public enum OutputFormat: String, Sendable, CaseIterable {
  /// Aligned columns for people.
  case table
  /// One JSON document for programs.
  case json
  /// Comma-separated values for spreadsheets.
  case csv
}
