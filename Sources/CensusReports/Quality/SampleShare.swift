/// The share of a stratum that is sampled, in hundredths of a percent: 1,000 is 10 %.
public struct SampleShare: Sendable, Hashable {
  /// Hundredths of a percent, from 1 to 10,000.
  public let hundredths: Int

  /// A tenth, which a city's check of 2021 took of its objects (domain notes, section 3.3).
  public static let usual = SampleShare(unchecked: 1_000)

  /// Makes a share; nil outside 1 to 10,000.
  public init?(hundredths: Int) {
    guard (1...10_000).contains(hundredths) else { return nil }
    self.hundredths = hundredths
  }

  private init(unchecked hundredths: Int) { self.hundredths = hundredths }

  /// Reads a percentage with at most two decimals, such as `10`, `12.5` or `10%`; nil for anything else.
  public init?(percent text: String) {
    let digits = text.last == "%" ? text.dropLast() : text[...]
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ (1...3).contains($0.utf8.count) }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let whole = Int(parts[0])
    else { return nil }
    var hundredths = whole * 100
    if parts.count == 2 {
      guard parts[1].utf8.count <= 2, let rest = Int(parts[1]) else { return nil }
      hundredths += parts[1].utf8.count == 1 ? rest * 10 : rest
    }
    self.init(hundredths: hundredths)
  }

  /// How many of `count` units are drawn: the share rounded up, and at least one where there is any.
  ///
  /// Source: max(ceil(10 % · N), 1) in each stratum (domain notes, section 3.3; our reading of the notices).
  public func size(of count: Int) -> Int {
    guard count > 0 else { return 0 }
    return max((count * hundredths + 9_999) / 10_000, 1)
  }

  /// The share as a percentage without zeros at its end, such as `12.5%`.
  public var percent: String {
    let whole = String(hundredths / 100)
    let rest = hundredths % 100
    if rest == 0 { return whole + "%" }
    return rest % 10 == 0 ? "\(whole).\(rest / 10)%" : "\(whole).\(rest < 10 ? "0" : "")\(rest)%"
  }
}
