/// Points of a self-evaluation, exact to a hundredth.
public struct Points: Sendable, Hashable, Comparable {
  /// The points in hundredths.
  public let hundredths: Int64

  /// Makes points from hundredths.
  public init(hundredths: Int64) { self.hundredths = hundredths }

  /// Makes whole points.
  public init(_ points: Int) { hundredths = Int64(points) * 100 }

  /// Takes what has at most two places and is at most 1000; nil for anything else.
  public init?(_ quantity: Quantity) {
    guard quantity.millionths % 10_000 == 0, quantity.millionths <= 1_000_000_000 else {
      return nil
    }
    hundredths = quantity.millionths / 10_000
  }

  /// No points.
  public static let zero = Points(hundredths: 0)

  /// The points without zeros at the end, such as `16.67`.
  public var text: String {
    var text = String(hundredths / 100)
    let rest = hundredths % 100
    if rest > 0 { text += "." + (rest < 10 ? "0" : "") + String(rest) }
    if rest > 0, rest % 10 == 0 { text.removeLast() }
    return text
  }

  /// Orders by value.
  public static func < (left: Points, right: Points) -> Bool { left.hundredths < right.hundredths }
  /// Adds points.
  public static func + (left: Points, right: Points) -> Points {
    Points(hundredths: left.hundredths + right.hundredths)
  }

  /// The share `top`/`bottom` of the points, from none to all, rounded half up to a hundredth.
  ///
  /// - Parameter bottom: greater than 0.
  func share(_ top: Int128, of bottom: Int128) -> Points {
    let part = min(max(top, 0), bottom)
    let (whole, rest) = (Int128(hundredths) * part).quotientAndRemainder(dividingBy: bottom)
    return Points(hundredths: Int64(clamping: whole + (rest * 2 >= bottom ? 1 : 0)))
  }

  /// The points cut into `count` parts that differ by a hundredth at most and make the whole again.
  func split(into count: Int) -> [Points] {
    (0..<Int64(count)).map { index in
      let (part, rest) = hundredths.quotientAndRemainder(dividingBy: Int64(count))
      return Points(hundredths: part + (index < rest ? 1 : 0))
    }
  }
}
