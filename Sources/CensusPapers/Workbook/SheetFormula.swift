import CensusDomain
import CensusReports

/// A cell's formula in the language of spreadsheets, with the result that it gives.
struct SheetFormula {
  enum Result: Hashable {
    case number(Double)
    case text(String)
  }

  /// The formula with its equals sign.
  let text: String
  /// What spreadsheet programs work out.
  let result: Result

  /// Writes the formula of a cell.
  ///
  /// - Parameter values: what all cells of the table show.
  /// - Throws: ``CensusError`` with code `software` where the formula does not give what the cell shows, since a
  ///   paper that contradicts itself must not be handed over.
  init(
    _ formula: PaperFormula, of cell: PaperCell, at address: PaperAddress,
    values: [CellPlace: PaperValue], language: Language
  ) throws(CensusError) {
    let operands = SheetOperands(section: address.section, values: values)
    let shown = SheetNumber(cell.value)
    let reason = SheetFormula.reason(cell.value, language)
    let quoted = "\"" + reason.replacing("\"", with: "\"\"") + "\""
    let computed: Double?
    switch formula {
    case .sum(let places):
      let numbers = places.compactMap(operands.number)
      let sum = operands.total("SUM", places)
      computed = numbers.isEmpty && shown == nil ? nil : numbers.reduce(0, +)
      text =
        shown == nil ? "=IF(\(operands.total("COUNT", places))=0,\(quoted),\(sum))" : "=\(sum)"
    case .difference(let first, let second):
      computed = operands.pair(first, second).map { $0 - $1 }
      let difference = "\(operands.name(first))-\(operands.name(second))"
      text = operands.guarded(first, second, quoted, difference)
    case .quotient(let top, let bottom):
      computed = operands.pair(top, bottom).flatMap { $1 == 0 ? nil : $0 / $1 }
      let (above, below) = (operands.name(top), operands.name(bottom))
      text = operands.guarded(top, bottom, quoted, "IF(\(below)=0,\(quoted),\(above)/\(below))")
    }
    switch (computed, shown) {
    case (.some(let number), .some(let shown)) where shown.shows(number): result = .number(number)
    case (nil, nil): result = .text(reason)
    default:
      let stated = cell.value.text(language)
      throw CensusError(
        .software, zh: "单元格 \(address) 写的是“\(stated)”，但它的公式 \(text) 得不出这个数。",
        en: "The cell \(address) says “\(stated)”, and its formula \(text) gives something else.",
        remedy: .programMistake)
    }
  }

  /// What a cell says where its formula gives no number.
  private static func reason(_ value: PaperValue, _ language: Language) -> String {
    guard case .none(let reason) = value else { return "—" }
    // Programs take 255 characters of a text in a formula (Excel specifications and limits).
    return String(PaperText.shown(reason[language]).prefix(120))
  }
}
