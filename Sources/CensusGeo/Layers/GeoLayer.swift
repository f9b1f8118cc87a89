import CensusDomain

/// A layer of features: one kind of geometry, one row of columns.
public struct GeoLayer: Sendable, Hashable {
  /// A column of a layer.
  public struct Column: Sendable, Hashable {
    /// What a column holds.
    public enum Kind: String, Sendable {
      case text = "TEXT"
      case integer = "INTEGER"
      case boolean = "BOOLEAN"
      case moment = "DATETIME"
    }

    /// The name, as in the census's tables.
    public let name: String
    /// What people call it.
    public let title: LocalizedText
    /// What it holds.
    public let kind: Kind

    /// Makes a column.
    public init(_ name: String, _ title: LocalizedText, _ kind: Kind = .text) {
      self.name = name
      self.title = title
      self.kind = kind
    }
  }

  /// The layer's name in a file that has many, in the census's words.
  public let name: String
  /// The layer's name in English letters, for files that have no layers.
  public let key: String
  /// What people call it.
  public let title: LocalizedText
  /// What stands in it.
  public let description: LocalizedText
  /// The kind of its geometries.
  public let kind: GeoShape.Kind
  /// Its columns.
  public let columns: [Column]
  /// How a map shows it; nil leaves it to the program.
  public let style: LayerStyle?

  /// Makes a layer.
  public init(
    name: String, key: String, title: LocalizedText, description: LocalizedText,
    kind: GeoShape.Kind, columns: [Column], style: LayerStyle? = nil
  ) {
    self.name = name
    self.key = key
    self.title = title
    self.description = description
    self.kind = kind
    self.columns = columns
    self.style = style
  }
}
