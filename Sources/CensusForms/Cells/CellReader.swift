import CensusDomain
import CensusJSON

/// Reads cells as what a form's fields ask for.
///
/// What can be meant in one way only is read so; what cannot is refused with an explanation, and its text is
/// kept for the person who mends it. For one thread at a time, as its parser is.
public struct CellReader {
  /// How the file writes days with slashes.
  public var dateOrder: DateCell.Order
  /// Reads cells that hold JSON; making one for each would cost more than its reading.
  private let parser = JSONParser()

  /// Makes a reader; without more only days that begin with the year are read.
  public init(dateOrder: DateCell.Order = .yearMonthDay) { self.dateOrder = dateOrder }

  /// Writes a cell's value as JSON, without its key; a cell that is not understood is written as text.
  ///
  /// - Returns: what was wrong with the cell; nil where it was understood.
  public func write(_ cell: Cell, as field: Field, to writer: inout JSONWriter) -> CellFault? {
    if cell.kind == .formula {
      writer.string(String(decoding: cell.bytes, as: UTF8.self))
      return CellReader.formula
    }
    if CommonCell.write(cell, as: field, to: &writer) { return nil }
    let text = PlainText.trimmed(cell.bytes)
    do throws(CellFault) {
      try write(text, cell.kind, as: field, to: &writer)
      return nil
    } catch {
      writer.string(text)
      return error
    }
  }

  /// Writes a number cell multiplied by `factor`, exactly; other cells as ``write(_:as:to:)`` does.
  public func write(
    _ cell: Cell, as field: Field, times factor: String, to writer: inout JSONWriter
  ) -> CellFault? {
    guard field.kind == .number || field.kind == .integer, cell.kind != .formula else {
      return write(cell, as: field, to: &writer)
    }
    let text = PlainText.trimmed(cell.bytes)
    do throws(CellFault) {
      writer.numberText(NumberCell.product(try NumberCell.read(text, unit: nil), factor))
      return nil
    } catch {
      writer.string(text)
      return error
    }
  }

  private func write(
    _ text: String, _ kind: Cell.Kind, as field: Field, to writer: inout JSONWriter
  ) throws(CellFault) {
    switch field.kind {
    case .integer, .number:
      guard kind != .date else { throw CellReader.dateForNumber(text) }
      writer.numberText(try NumberCell.read(text, unit: field.unit))
    case .boolean:
      writer.bool(try CellReader.boolean(text))
    case .choice:
      guard let value = ChoiceCell.value(text, of: field) else {
        throw ChoiceCell.unknown(text, of: field)
      }
      writer.string(value)
    case .multiChoice:
      let values = ChoiceCell.values(text, of: field)
      if let odd = values.first(where: { value in !field.choices.contains { $0.value == value } }) {
        throw ChoiceCell.unknown(odd, of: field)
      }
      writer.beginArray()
      for value in values { writer.string(value) }
      writer.endArray()
    case .date: writer.string(try DateCell.day(text, order: dateOrder))
    case .dateTime: writer.string(try DateCell.moment(text, order: dateOrder))
    case .list, .object, .geometry:
      let bytes = Array(text.utf8)
      guard let first = bytes.first, first == UInt8(ascii: "[") || first == UInt8(ascii: "{"),
        (try? parser.parse(bytes)) != nil
      else {
        throw CellFault(
          "cellJSON", zh: "此项须写成 JSON，例如 [{…}]；用 hazcensus forms show 查看写法。",
          en: "This field is written as JSON, such as [{…}]; see hazcensus forms show.")
      }
      writer.raw(bytes)
    case .text:
      guard !PlainText.isScientific(text) else { throw CellReader.scientific(text) }
      writer.string(field.isCode ? PlainText.narrowed(CellReader.withoutApostrophe(text)) : text)
    }
  }

  private static func boolean(_ text: String) throws(CellFault) -> Bool {
    switch PlainText.narrowed(text).lowercased() {
    case "true", "是", "有", "√", "1", "yes", "y": return true
    case "false", "否", "无", "×", "0", "no", "n": return false
    default:
      throw CellFault(
        "cellBoolean", zh: "“\(text.prefix(40))”应为“是”或“否”。",
        en: "“\(text.prefix(40))” must be 是 (yes) or 否 (no).")
    }
  }

  /// Some programs put an apostrophe before digits that are a code and no number.
  private static func withoutApostrophe(_ text: String) -> String {
    text.hasPrefix("'") && text.dropFirst().allSatisfy(\.isASCII) ? String(text.dropFirst()) : text
  }

  private static let formula = CellFault(
    "cellFormula", zh: "单元格中是公式；请粘贴为数值后再导入。",
    en: "The cell holds a formula; paste it as a value and import again.")

  private static func scientific(_ text: String) -> CellFault {
    CellFault(
      "cellScientific",
      zh: "“\(text)”是电子表格把长编码当作数字写成的科学计数，末尾各位已丢失；请把该列设为文本后重新填写编码。",
      en:
        "“\(text)” is a long code that a spreadsheet took for a number; its last digits are lost. Format the column as text and type the code again."
    )
  }

  private static func dateForNumber(_ text: String) -> CellFault {
    CellFault(
      "cellNumber", zh: "电子表格把此数当作日期（\(text)）；请把该列设为数值后重新填写。",
      en:
        "A spreadsheet took this number for a date (\(text)); format the column as numbers and type it again."
    )
  }
}
