/// A chart as shapes, which a page writes as SVG and a PDF draws; both show the same.
///
/// All lengths are whole hundredths of a unit, worked out from integers, so that every machine draws the same.
struct ChartDrawing: Sendable, Hashable {
  struct Point: Sendable, Hashable {
    var x: Int
    var y: Int
  }

  enum Anchor: Sendable {
    case start, middle, end
  }

  /// How a line is drawn.
  struct Stroke: Sendable, Hashable {
    var color: ChartColor
    var width = 100
    /// Lengths of dashes and gaps in turn; none for a whole line.
    var dashes: [Int] = []
  }

  enum Item: Sendable, Hashable {
    case box(Point, width: Int, height: Int, fill: ChartColor)
    case area([Point], fill: ChartColor)
    case line([Point], Stroke)
    /// Text whose baseline begins, is centred or ends at a point.
    case text(String, Point, size: Int, Anchor)
  }

  var title: String
  var width: Int
  var height = 0
  var items: [Item] = []

  /// Width of all drawings: 720 units.
  static let standardWidth = 72_000
  /// The size of labels.
  static let labelSize = 1100
  /// The size of what is beside the axes.
  static let scaleSize = 1000
  /// The room of a half-width character at ``labelSize``.
  static let letter = 560
}

/// The colours of charts; they differ in lightness, so that a black-and-white print tells them apart.
enum ChartColor: UInt32, Sendable {
  case ink = 0x111111
  case axis = 0x777777
  case grid = 0xDDDDDD
  case actual = 0x2D5F8B
  case second = 0x8FB3D1
  case third = 0x174060
  case plan = 0x8A8A8A
  case band = 0xD5DFE8
  case mark = 0xAA3333

  /// The colour as SVG writes it.
  var hex: String {
    let digits = String(rawValue, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}
