/// What the values of a workbook's cells mean: numbers, dates by their formats, texts.
struct CellValues {
  /// What a cell holds.
  struct Content: Equatable {
    var kind = SheetCell.Kind.empty
    var text: [UInt8] = []
    /// The number of the shared string that is its text.
    var shared: Int?
  }

  /// For each cell style what of a date it shows.
  let forms: [DateForm?]
  let dates: SerialDate

  /// The content of a cell.
  ///
  /// - Throws: ``WorkbookFault`` whose clause follows the name of the cell.
  func content(_ head: CellHead, _ text: [UInt8]) throws(WorkbookFault) -> Content {
    switch head.type {
    case .inline: return Content(kind: text.isEmpty ? .empty : .text, text: text)
    case .string:
      return Content(kind: text.isEmpty ? .empty : .text, text: EscapedText.decode(text))
    default: break
    }
    let value = CellValues.trimmed(text)
    if value.isEmpty { return Content() }
    switch head.type {
    case .shared:
      guard let index = Digits.number(value) else {
        throw WorkbookFault("的共享字符串编号无效", "names a shared string by something that is no number")
      }
      return Content(kind: .text, shared: index)
    case .boolean:
      switch String(decoding: value, as: UTF8.self) {
      case "1", "true": return Content(kind: .boolean, text: Array("true".utf8))
      case "0", "false": return Content(kind: .boolean, text: Array("false".utf8))
      default: throw WorkbookFault("不是有效的真假值", "is neither true nor false")
      }
    case .date: return Content(kind: .date, text: isoDate(value, form(head)))
    case .error: return Content(kind: .error, text: value)
    case .number: return try number(value, form(head))
    case .inline, .string: return Content()
    }
  }

  private func form(_ head: CellHead) -> DateForm? {
    forms.indices.contains(head.style) ? forms[head.style] : nil
  }

  private func number(_ value: [UInt8], _ form: DateForm?) throws(WorkbookFault) -> Content {
    guard value.allSatisfy(CellValues.isOfNumbers) else {
      throw WorkbookFault("的数值无效", "holds a number that is none")
    }
    if let form, let serial = Double(String(decoding: value, as: UTF8.self)),
      let text = dates.text(serial, form)
    {
      return Content(kind: .date, text: text)
    }
    return Content(kind: .number, text: value)
  }

  /// A date that strict workbooks write as ISO 8601, to the second and without a zone.
  private func isoDate(_ value: [UInt8], _ form: DateForm?) -> [UInt8] {
    if form == .date { return Array(value.prefix(10)) }
    return Array(value.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: "Z") })
  }

  private static func isOfNumbers(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
      UInt8(ascii: "+"), UInt8(ascii: "E"), UInt8(ascii: "e"):
      true
    default: false
    }
  }

  private static func trimmed(_ text: [UInt8]) -> [UInt8] {
    guard let first = text.first, let last = text.last, first <= 0x20 || last <= 0x20 else {
      return text
    }
    let body = text.drop { $0 <= 0x20 }
    return body.lastIndex { $0 > 0x20 }.map { Array(body[...$0]) } ?? []
  }
}
