import CensusDomain
import CensusReports

/// How a chart writes its values.
struct ChartUnit: Sendable, Hashable {
  private let unit: PaperChart.Unit
  private let money: PaperValue.MoneyUnit
  private let language: Language

  init(_ chart: PaperChart, _ scale: ChartScale, _ language: Language) {
    unit = chart.unit
    // 10,000 yuan are 1,000,000 fen.
    money = scale.step >= 1_000_000 ? .tenThousandYuan : .yuan
    self.language = language
  }

  /// What stands above the axis; nil where each value says it.
  var caption: String? {
    guard unit == .fen else { return nil }
    return switch money {
    case .yuan: language == .zh ? "元" : "yuan"
    case .tenThousandYuan: language == .zh ? "万元" : "10,000 yuan"
    }
  }

  /// A value of the axis, whole where it is.
  func tick(_ value: Int64) -> String {
    let text = text(value)
    switch unit {
    case .count: return text
    case .basisPoints:
      guard value.isMultiple(of: 100) else { return text }
      return "\(value / 100)%"
    case .fen: return text.hasSuffix(".00") ? String(text.dropLast(3)) : text
    }
  }

  /// A value in full.
  func text(_ value: Int64) -> String {
    switch unit {
    case .count: String(value)
    case .basisPoints:
      PaperValue.rate(numerator: value, denominator: 10_000, places: 2).text(language)
    case .fen: PaperValue.money(Fen(value), money).text(language)
    }
  }
}
