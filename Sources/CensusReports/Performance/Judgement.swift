import CensusDomain

/// What a person says of a qualitative target: the band, and the share of the points within it.
public struct Judgement: Sendable, Hashable {
  /// The bands, from S26 and common practice (unverified).
  public enum Band: String, Sendable, CaseIterable {
    case achieved, partly, missed

    /// The band in words.
    public var name: LocalizedText {
      switch self {
      case .achieved: LocalizedText(zh: "达成预期指标", en: "Achieved")
      case .partly: LocalizedText(zh: "部分达成并具有一定效果", en: "Partly achieved, with some effect")
      case .missed: LocalizedText(zh: "未达成且效果较差", en: "Not achieved, with little effect")
      }
    }
  }

  /// The band.
  public var band: Band
  /// The share of the points, in percent.
  public var percent: Quantity

  /// Makes a judgement.
  public init(_ band: Band, percent: Quantity) {
    self.band = band
    self.percent = percent
  }

  private static let words: [(String, Band)] = [
    ("部分达成并具有一定效果", .partly), ("部分达成", .partly), ("未达成且效果较差", .missed),
    ("未达成", .missed), ("达成预期指标", .achieved), ("达成", .achieved), ("partly", .partly),
    ("missed", .missed), ("achieved", .achieved),
  ]

  /// Reads a band and its share, such as `达成 95%`, `部分达成:70` or `missed 20`.
  ///
  /// `achieved` alone means all points, as offices that answer “达成预期指标” take them; the other bands need
  /// their share. Nil for anything else.
  public init?(_ text: String) {
    guard let (word, band) = Judgement.words.first(where: { text.hasPrefix($0.0) }) else {
      return nil
    }
    var rest = text.dropFirst(word.count).drop { " :：".contains($0) }
    if rest.last == "%" || rest.last == "％" { rest = rest.dropLast() }
    if rest.isEmpty, band == .achieved, text.count == word.count {
      self.init(band, percent: ScoringRules.percent(100))
    } else if let percent = Quantity(String(rest)) {
      self.init(band, percent: percent)
    } else {
      return nil
    }
  }

  /// As it is recorded, such as `achieved 95`.
  public var text: String { "\(band.rawValue) \(percent.text)" }

  /// In words, such as `达成预期指标（95%）`.
  var wording: LocalizedText {
    LocalizedText(
      zh: "\(band.name.zh)（\(percent.text)%）", en: "\(band.name.en) (\(percent.text)%)")
  }

  /// Whether the share lies within the band, whose ends both belong to it.
  public func fits(_ rules: ScoringRules) -> Bool {
    switch band {
    case .achieved: percent >= rules.achievedFrom && percent <= ScoringRules.percent(100)
    case .partly: percent >= rules.partlyFrom && percent <= rules.achievedFrom
    case .missed: percent <= rules.partlyFrom
    }
  }
}
