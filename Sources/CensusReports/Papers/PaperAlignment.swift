/// How a cell's content stands within its column.
public enum PaperAlignment: String, Sendable, Hashable, Codable {
  case leading, center, trailing
}
