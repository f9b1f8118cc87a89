import CensusDomain

/// How a map colours a layer: a category for each value of an expression.
public struct LayerStyle: Sendable, Hashable {
  /// The features of one value.
  public struct Category: Sendable, Hashable {
    /// The value.
    public let value: String
    /// What the legend says.
    public let label: LocalizedText
    /// The colour, red, green and blue from 0 to 255.
    public let color: Color

    /// Makes a category.
    public init(_ value: String, _ label: LocalizedText, _ color: Color) {
      self.value = value
      self.label = label
      self.color = color
    }
  }

  /// A colour.
  public struct Color: Sendable, Hashable {
    /// Red, from 0 to 255.
    public let red: Int
    /// Green, from 0 to 255.
    public let green: Int
    /// Blue, from 0 to 255.
    public let blue: Int

    /// Mixes a colour.
    public init(_ red: Int, _ green: Int, _ blue: Int) {
      self.red = red
      self.green = green
      self.blue = blue
    }
  }

  /// The style's name, 30 characters at most.
  public let name: String
  /// What the categories are values of, as a QGIS expression over the layer's columns.
  public let expression: String
  /// The categories in the order of the legend.
  public let categories: [Category]

  /// Makes a style.
  public init(name: String, expression: String, categories: [Category]) {
    self.name = name
    self.expression = expression
    self.categories = categories
  }
}
