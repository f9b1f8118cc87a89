/// What a cell says of itself before its value.
struct CellHead {
  /// How the value is written (ECMA-376 Part 1, 18.18.11).
  enum ValueType {
    case number, shared, inline, string, boolean, error, date
  }

  var type = ValueType.number
  var style = 0
  /// Whether an `f` was met.
  var isFormula = false

  init() {}

  init(_ tag: XMLTag) throws(WorkbookFault) {
    style = tag.number("s") ?? 0
    guard let type = tag["t"] else { return }
    switch String(decoding: type, as: UTF8.self) {
    case "n": self.type = .number
    case "s": self.type = .shared
    case "inlineStr": self.type = .inline
    case "str": self.type = .string
    case "b": self.type = .boolean
    case "e": self.type = .error
    case "d": self.type = .date
    case let other:
      throw WorkbookFault(
        "单元格类型“\(other.prefix(20))”未知", "a cell is of the unknown type “\(other.prefix(20))”")
    }
  }
}
