import CensusDomain
import CensusReports

/// Works a paper's formulas out from the cells that they name, beside the values that the paper states.
struct FormulaCheck {
  private let values: [CellPlace: PaperValue]
  private let formulas: [(value: PaperValue, formula: PaperFormula)]

  init(_ grid: PaperGrid) {
    let placed = grid.placed
    values = Dictionary(
      placed.map { ($0.place, $0.cell.value) }, uniquingKeysWith: { first, _ in first })
    formulas = placed.compactMap { _, cell in cell.formula.map { (cell.value, $0) } }
  }

  /// The formulas whose result is not the value beside them.
  var contradictions: [String] {
    formulas.compactMap { value, formula in
      holds(value, formula) ? nil : "\(value) is not \(formula)"
    }
  }

  private func holds(_ value: PaperValue, _ formula: PaperFormula) -> Bool {
    switch formula {
    case .sum(let places):
      return number(value) == places.reduce(0) { $0 + (number(values[$1]) ?? .min / 2) }
    case .difference(let first, let second):
      if let first = ratio(values[first]), let second = ratio(values[second]) {
        guard case .rate(let top, let bottom, _) = value else { return false }
        // a/b - c/d = top/bottom, multiplied out.
        return (first.top * second.bottom - second.top * first.bottom)
          * Int128(bottom) == Int128(top) * first.bottom * second.bottom
      }
      guard let first = number(values[first]), let second = number(values[second]) else {
        return false
      }
      return number(value) == first - second
    case .quotient(let top, let bottom):
      guard let top = number(values[top]), let bottom = number(values[bottom]) else { return false }
      switch value {
      case .rate(let numerator, let denominator, _):
        return Int128(numerator) * Int128(bottom) == Int128(denominator) * Int128(top)
      case .decimal(let text):
        // Two places, rounded half away from zero.
        guard bottom != 0, let hundredths = Int64(text.filter { $0 != "." }) else { return false }
        return abs(Double(hundredths) - Double(top) / Double(bottom) * 100) <= 0.5 + 1e-9
      case .none: return bottom == 0
      default: return false
      }
    }
  }

  private func ratio(_ value: PaperValue?) -> (top: Int128, bottom: Int128)? {
    guard case .rate(let top, let bottom, _) = value else { return nil }
    return (Int128(top), Int128(bottom))
  }

  private func number(_ value: PaperValue?) -> Int64? {
    switch value {
    case .count(let count): Int64(count)
    case .money(let amount, _): amount.value
    default: nil
    }
  }
}
