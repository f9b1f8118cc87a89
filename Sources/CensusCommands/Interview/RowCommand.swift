/// What is to be done with the rows of a list; rows count from 1.
enum RowCommand: Hashable {
  case add
  case edit(Int)
  case remove(Int)
  case copy(Int)

  /// Reads `+`, `2`, `-2` or `c2`, also from a Chinese keyboard; nil for anything else.
  init?(_ line: String) {
    let text = NameSearch.plain(line)
    if text == "+" {
      self = .add
      return
    }
    let sign = text.first { !$0.isNumber }
    let digits = sign == nil ? text[...] : text.dropFirst()
    guard let row = Int(digits), row > 0, !digits.hasPrefix("+"), !digits.hasPrefix("-") else {
      return nil
    }
    switch sign {
    case nil: self = .edit(row)
    case "-": self = .remove(row)
    case "c": self = .copy(row)
    default: return nil
    }
  }

  /// The row that it names; nil for a new one.
  var row: Int? {
    switch self {
    case .add: nil
    case .edit(let row), .remove(let row), .copy(let row): row
    }
  }
}
