import CensusForms
import CensusJSON

/// Where in an entry answers go.
enum AnswerScope {
  case entry
  /// The members of an object.
  case object(Field)
  /// The members of one row of a list, counted from 0.
  case row(Field, Int)

  /// The field of the entry within which answers go; nil for the entry itself.
  var field: Field? {
    switch self {
    case .entry: nil
    case .object(let field), .row(let field, _): field
    }
  }

  /// The row; nil where there is none.
  var row: Int? {
    if case .row(_, let row) = self { row } else { nil }
  }

  /// The part of `content` that is answered; empty where nothing stands there yet.
  func part(of content: JSONObject) -> JSONObject {
    switch self {
    case .entry: content
    case .object(let field): content[field.name]?.object ?? JSONObject()
    case .row(let field, let row):
      AnswerScope.rows(of: field, in: content)[row].object ?? JSONObject()
    }
  }

  /// Puts `part` where it was taken from; an object without members goes.
  func put(_ part: JSONObject, into content: inout JSONObject) {
    switch self {
    case .entry: content = part
    case .object(let field): content[field.name] = part.isEmpty ? nil : .object(part)
    case .row(let field, let row):
      var rows = AnswerScope.rows(of: field, in: content)
      rows[row] = .object(part)
      content[field.name] = .array(rows)
    }
  }

  /// The JSON Pointer to the answer called `name`, or to the whole where it is nil.
  func pointer(to name: String?) -> String {
    ([field?.name, row.map { "\($0)" }, name] as [String?]).compactMap { $0 }.map { "/" + $0 }
      .joined()
  }

  /// A list's rows; none where something else stands there.
  static func rows(of field: Field, in content: JSONObject) -> [JSONValue] {
    content[field.name]?.array ?? []
  }
}
