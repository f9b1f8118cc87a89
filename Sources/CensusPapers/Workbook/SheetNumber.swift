import CensusDomain
import CensusReports

/// A value as a number of a sheet, with the format that shows it as all other formats do.
struct SheetNumber: Hashable {
  let value: Double
  /// How many places after the point are shown; of a rate, after it is turned into percent.
  let places: Int
  let isPercent: Bool
  let isGrouped: Bool

  /// The number of a value; nil for text, days, and what has more digits than spreadsheets keep (15).
  init?(_ value: PaperValue) {
    let text: String
    switch value {
    case .count(let count):
      self.value = Double(count)
      text = String(count)
    case .money(let amount, .yuan):
      self.value = Double(amount.value) / 100
      text = amount.yuan
    case .money(let amount, .tenThousandYuan):
      self.value = Double(amount.value) / 1_000_000
      text = value.text(.en)
    case .rate(let numerator, let denominator, let places):
      self.value = Double(numerator) / Double(denominator)
      self.places = places
      isPercent = true
      isGrouped = false
      return
    case .decimal(let decimal):
      guard let number = SheetNumber.decimal(decimal) else { return nil }
      self.value = number
      text = decimal
    case .empty, .text, .typed, .code, .day, .none: return nil
    }
    guard text.count(where: \.isNumber) <= 15 else { return nil }
    places = text.firstIndex(of: ".").map { text[$0...].count - 1 } ?? 0
    isPercent = false
    isGrouped = if case .money(_, .yuan) = value { true } else { false }
  }

  /// The number format of the cell (ECMA-376 Part 1, 18.8.31).
  var format: String {
    let fraction = places > 0 ? "." + String(repeating: "0", count: places) : ""
    return (isGrouped ? "#,##0" : "0") + fraction + (isPercent ? "%" : "")
  }

  /// Whether a result that a formula gives is shown as this number is.
  func shows(_ result: Double) -> Bool {
    var unit = isPercent ? 0.01 : 1
    for _ in 0..<places { unit /= 10 }
    return abs(result - value) <= unit / 2 + abs(value) * 1e-12
  }

  private static func decimal(_ text: String) -> Double? {
    // Double also reads words and hexadecimal digits.
    guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }) else {
      return nil
    }
    return Double(text)
  }
}
