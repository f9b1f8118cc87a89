import CensusDomain
import CensusForms
import CensusJSON

/// Turns a row of cells, or `field=value` words, into a form's content.
public struct ContentBuilder: Sendable {
  private let columns: [Field?]
  /// How many columns there are; a row may have fewer cells and no more.
  public var width: Int { columns.count }
  /// A field that two columns give.
  public let repeatedField: Field?
  /// Header cells that name no field of the form.
  public let unknownColumns: [String]
  /// Required fields that no column gives.
  public let missingColumns: [Field]

  /// Binds a header to the form's fields, by property name or by Chinese or English label.
  public init(form: Form, header: [String]) {
    var byName: [String: Field] = [:]
    for field in form.fields {
      byName[field.label.zh] = field
      byName[field.label.en] = field
    }
    for field in form.fields { byName[field.name] = field }
    columns = header.map { byName[$0.trimmed] }
    unknownColumns = zip(header, columns).filter { $0.1 == nil }.map(\.0)
    let given = Set(columns.compactMap { $0?.name })
    var seen = Set<String>()
    repeatedField = columns.compactMap(\.self).first { !seen.insert($0.name).inserted }
    missingColumns = form.fields.filter { $0.isRequired && !given.contains($0.name) }
  }

  /// The content of one row as JSON; empty cells are left out.
  ///
  /// A cell that does not fit its field's type is kept as text, so that validation names it.
  public func content(_ cells: [[UInt8]]) -> [UInt8] {
    var writer = JSONWriter(capacity: 1024)
    writer.beginObject()
    for (field, cell) in zip(columns, cells) {
      guard let field, !cell.isEmpty else { continue }
      writer.key(field.name)
      ContentBuilder.write(cell, as: field, to: &writer)
    }
    writer.endObject()
    return writer.bytes
  }

  /// Sets one field of a content from what a person typed; an empty text removes the field.
  public static func set(_ object: inout JSONObject, _ field: Field, to text: String) {
    let typed = text.trimmed
    guard !typed.isEmpty else {
      object[field.name] = nil
      return
    }
    var writer = JSONWriter()
    write(Array(typed.utf8), as: field, to: &writer)
    object[field.name] = (try? JSONValue.parse(writer.bytes)) ?? .string(typed)
  }

  private static func write(_ cell: [UInt8], as field: Field, to writer: inout JSONWriter) {
    switch field.kind {
    case .integer, .number:
      let text = String(decoding: cell, as: UTF8.self).trimmed
      isNumber(text) ? writer.numberText(text) : writer.string(text)
    case .boolean:
      switch String(decoding: cell, as: UTF8.self).trimmed.lowercased() {
      case "true", "是": writer.bool(true)
      case "false", "否": writer.bool(false)
      case let other: writer.string(other)
      }
    case .multiChoice:
      writer.beginArray()
      for part in String(decoding: cell, as: UTF8.self).split(separator: ";") {
        writer.string(choice(String(part).trimmed, of: field))
      }
      writer.endArray()
    case .choice: writer.string(choice(String(decoding: cell, as: UTF8.self).trimmed, of: field))
    case .list, .object, .geometry:
      // JSON in a cell; what is not JSON stays text and is refused by the schema with its place.
      if let first = cell.first, first == UInt8(ascii: "[") || first == UInt8(ascii: "{"),
        (try? JSONParser().parse(cell)) != nil
      {
        writer.raw(cell)
      } else {
        writer.string(String(decoding: cell, as: UTF8.self))
      }
    case .text, .date, .dateTime: writer.string(String(decoding: cell, as: UTF8.self))
    }
  }

  /// A choice by its value or by its label in either language.
  private static func choice(_ text: String, of field: Field) -> String {
    if field.choices.contains(where: { $0.value == text }) { return text }
    let named = field.choices.first { $0.label.zh == text || $0.label.en == text }
    return named?.value ?? text
  }

  /// The grammar of a JSON number (RFC 8259, section 6).
  private static func isNumber(_ text: String) -> Bool {
    text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) != nil
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    guard first?.isWhitespace == true || last?.isWhitespace == true else { return self }
    let head = drop(while: \.isWhitespace)
    return String(head.reversed().drop(while: \.isWhitespace).reversed())
  }
}
