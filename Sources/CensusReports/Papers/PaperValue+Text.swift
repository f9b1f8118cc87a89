import CensusDomain

extension PaperValue {
  /// The value as a reader sees it where a format has only text.
  public func text(_ language: Language) -> String {
    switch self {
    case .empty: ""
    case .text(let text), .none(let text): text[language]
    case .typed(let text), .code(let text), .decimal(let text): text
    case .count(let count): String(count)
    case .money(let amount, .yuan): amount.groupedYuan
    case .money(let amount, .tenThousandYuan): amount.tenThousandYuan
    case .rate(let numerator, let denominator, let places):
      Ratio(numerator, over: denominator)?.percent(places: places) ?? Wording.none
    case .day(let day): day.description
    }
  }
}

extension Fen {
  /// The amount in units of 10,000 yuan, exact and without zeros at the end, such as `22.94`.
  var tenThousandYuan: String {
    let digits = String(value.magnitude)
    let padded = String(repeating: "0", count: max(0, 7 - digits.count)) + digits
    var text = String(padded.dropLast(6)) + "." + padded.suffix(6)
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return (value < 0 ? "-" : "") + text
  }
}
