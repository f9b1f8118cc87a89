import CensusDomain

/// A chart as data; pages draw it as SVG, workbooks as a native chart.
public struct PaperChart: Sendable, Hashable, Codable {
  /// How it is drawn.
  public enum Shape: String, Sendable, Codable {
    /// A horizontal bar for each label.
    case bars
    /// A line over the labels, which are days in order.
    case lines
  }

  /// What the values count.
  public enum Unit: String, Sendable, Codable {
    /// Hundredths of a percent: 6,000 is 60 %.
    case basisPoints
    case fen, count
  }

  /// One row of values.
  public struct Series: Sendable, Hashable, Codable {
    /// What a series means, which decides its colour and stroke.
    public enum Role: String, Sendable, Codable {
      case actual, plan, projection, lowerBound, upperBound
    }

    /// Its name in the legend.
    public var name: LocalizedText
    /// What it means.
    public var role: Role
    /// A value for each label; nil where there is none.
    public var values: [Int64?]

    /// Makes a series.
    public init(name: LocalizedText, role: Role, values: [Int64?]) {
      self.name = name
      self.role = role
      self.values = values
    }
  }

  /// A line at a value: a target or a limit.
  public struct Mark: Sendable, Hashable, Codable {
    /// Its name.
    public var name: LocalizedText
    /// Where it lies.
    public var value: Int64

    /// Makes a mark.
    public init(name: LocalizedText, value: Int64) {
      self.name = name
      self.value = value
    }
  }

  /// A short name in ASCII, unique within the paper.
  public var id: String
  /// The heading.
  public var title: LocalizedText
  /// How it is drawn.
  public var shape: Shape
  /// What the values count.
  public var unit: Unit
  /// The labels of the axis.
  public var labels: [LocalizedText]
  /// The values.
  public var series: [Series]
  /// The line of a target or limit.
  public var mark: Mark?

  /// Makes a chart.
  public init(
    id: String, title: LocalizedText, shape: Shape, unit: Unit, labels: [LocalizedText],
    series: [Series], mark: Mark? = nil
  ) {
    self.id = id
    self.title = title
    self.shape = shape
    self.unit = unit
    self.labels = labels
    self.series = series
    self.mark = mark
  }
}
