import CensusDomain
import CensusForms
import CensusJSON

/// Says which columns of somebody else's table give which fields of a form.
///
/// Specified in `Docs/Import.md`, section "A mapping file".
public struct ColumnMapping: Sendable {
  /// Where a field's value comes from.
  public struct Source: Sendable {
    /// The columns, joined where they are several; empty where `constant` gives the value.
    public var columns: [String]
    /// What stands between the values of several columns.
    public var separator: String
    /// A value that is the same for all rows.
    public var constant: String?
    /// What a cell's text is replaced by; an empty text leaves the field out.
    public var values: [String: String]
    /// What is put before the text, as before a number that becomes a code.
    public var prefix: String
    /// The fewest characters; shorter texts get zeros in front.
    public var width: Int
    /// By what a number is multiplied, as where the unit differs; nil for nothing.
    public var factor: String?
  }

  /// The columns that say where the object lies, in whatever way people write positions.
  public struct Position: Sendable {
    /// One column with both values, or two.
    public var columns: [String]
    /// The zone of three degrees, where the columns hold metres without it.
    public var zone: Int?
    /// Whether the values are declared to be in GCJ-02, as web maps give them.
    public var isGCJ02 = false
  }

  /// The form's code; nil where the caller names it.
  public let form: String?
  /// The sheet of a workbook; nil for its first.
  public let sheet: String?
  /// The row with the columns' names.
  public let headerRow: Int
  /// How the file writes days.
  public let dateOrder: DateCell.Order
  /// The fields that are given, in the order of the mapping.
  public let fields: [(name: String, source: Source)]
  /// Where longitude and latitude come from, unless their fields are given by themselves.
  public let position: Position?

  /// Reads a mapping file.
  ///
  /// - Throws: ``CensusError`` with code `invalidData` that names each mistake with its place.
  public init(json: [UInt8]) throws(CensusError) {
    let document: JSONValue
    do {
      document = try JSONValue.parse(json)
    } catch {
      throw CensusError(.invalidData, error.message)
    }
    var reader = MappingReader(document)
    form = reader.text("form")
    sheet = reader.text("sheet")
    headerRow = reader.row("headerRow") ?? 1
    dateOrder = reader.dateOrder()
    fields = reader.fields()
    position = reader.position()
    try reader.finish()
  }
}

/// Reads a mapping's members and collects what is wrong with them.
private struct MappingReader {
  private let root: JSONObject
  private var mistakes: [Diagnostic] = []

  init(_ document: JSONValue) {
    root = document.object ?? JSONObject()
    if document.object == nil {
      add("", zh: "映射文件须为 JSON 对象。", en: "A mapping file is a JSON object.")
    }
    let known = ["form", "sheet", "headerRow", "dates", "fields", "position", "$comment"]
    for name in root.names where !known.contains(name) {
      add(
        "/\(name)", zh: "没有“\(name)”这一项；可用：\(known.joined(separator: ", "))。",
        en: "There is no member “\(name)”; known are: \(known.joined(separator: ", ")).")
    }
  }

  private mutating func add(_ pointer: String, zh: String, en: String) {
    mistakes.append(Diagnostic(pointer: pointer, message: LocalizedText(zh: zh, en: en)))
  }

  mutating func text(_ name: String) -> String? {
    guard let value = root[name] else { return nil }
    if value.string == nil { add("/\(name)", zh: "须为文本。", en: "It must be a text.") }
    return value.string
  }

  mutating func row(_ name: String) -> Int? {
    guard let value = root[name] else { return nil }
    guard let number = value.int64, (1...1_048_576).contains(number) else {
      add("/\(name)", zh: "须为从 1 起的行号。", en: "It must be a row's number from 1.")
      return nil
    }
    return Int(number)
  }

  mutating func dateOrder() -> DateCell.Order {
    guard let value = root["dates"] else { return .yearMonthDay }
    guard let order = value.string.flatMap(DateCell.Order.init) else {
      let known = DateCell.Order.allCases.map(\.rawValue).joined(separator: ", ")
      add("/dates", zh: "须为下列之一：\(known)。", en: "It must be one of: \(known).")
      return .yearMonthDay
    }
    return order
  }

  mutating func fields() -> [(name: String, source: ColumnMapping.Source)] {
    guard case .object(let members)? = root["fields"] else {
      add(
        "/fields", zh: "须有 fields，写明各字段的来源。",
        en: "The member fields must say where each field comes from.")
      return []
    }
    return members.map { ($0.name, source($0.value, at: "/fields/\($0.name)")) }
  }

  mutating func position() -> ColumnMapping.Position? {
    guard let value = root["position"] else { return nil }
    guard case .object(let members) = value,
      let columns = members["columns"]?.array?.compactMap(\.string),
      (1...2).contains(columns.count)
    else {
      add("/position", zh: "须写明 columns：一列或两列。", en: "columns must name one column or two.")
      return nil
    }
    var position = ColumnMapping.Position(columns: columns)
    for (name, member) in members {
      switch (name, member) {
      case ("columns", _): continue
      case ("zone", _) where (25...45).contains(member.int64 ?? 0):
        position.zone = member.int64.map(Int.init)
      case ("datum", "GCJ-02"): position.isGCJ02 = true
      case ("datum", "CGCS2000"), ("datum", "WGS84"): position.isGCJ02 = false
      default:
        add(
          "/position/\(name)",
          zh: "不认识的项，或值不对；可用：columns、zone（25–45）、datum（CGCS2000、WGS84、GCJ-02）。",
          en:
            "It is not known, or its value is wrong; known are columns, zone (25–45), datum (CGCS2000, WGS84, GCJ-02)."
        )
      }
    }
    return position
  }

  private mutating func source(_ value: JSONValue, at place: String) -> ColumnMapping.Source {
    var source = ColumnMapping.Source(
      columns: [], separator: " ", constant: nil, values: [:], prefix: "", width: 0, factor: nil)
    if let column = value.string {
      source.columns = [column]
      return source
    }
    guard case .object(let members) = value else {
      add(place, zh: "须为列名，或写明来源的对象。", en: "It must be a column's name or an object.")
      return source
    }
    for (name, member) in members { take(name, member, into: &source, at: place) }
    if source.columns.isEmpty == (source.constant == nil) {
      add(
        place, zh: "须写明 column、columns 或 value 之一。",
        en: "One of column, columns and value must be given.")
    }
    return source
  }

  private mutating func take(
    _ name: String, _ value: JSONValue, into source: inout ColumnMapping.Source, at place: String
  ) {
    switch (name, value) {
    case ("column", .string(let column)): source.columns = [column]
    case ("columns", .array(let columns)) where columns.allSatisfy({ $0.string != nil }):
      source.columns = columns.compactMap(\.string)
    case ("separator", .string(let separator)): source.separator = separator
    case ("value", _) where value.array == nil && value.object == nil && !value.isNull:
      source.constant = value.string ?? value.encoded
    case ("prefix", .string(let prefix)): source.prefix = prefix
    case ("width", _) where (1...40).contains(value.int64 ?? 0):
      source.width = Int(value.int64 ?? 0)
    case ("factor", .number(let factor)): source.factor = factor
    case ("values", .object(let table)):
      for (from, to) in table {
        guard to.isNull || to.string != nil else {
          add("\(place)/values/\(from)", zh: "须为文本或 null。", en: "It must be a text or null.")
          continue
        }
        source.values[from] = to.string ?? ""
      }
    default:
      add(
        "\(place)/\(name)",
        zh: "不认识的项，或值不对；可用：column、columns、separator、value、values、prefix、width、factor。",
        en:
          "It is not known, or its value is wrong; known are column, columns, separator, value, values, prefix, width, factor."
      )
    }
  }

  func finish() throws(CensusError) {
    guard !mistakes.isEmpty else { return }
    let lines = mistakes.lines
    throw CensusError(
      .invalidData, zh: "映射文件有误：\n\(lines.zh)", en: "The mapping file has mistakes:\n\(lines.en)",
      remedy: LocalizedText(
        zh: "写法见 Docs/Import.md。", en: "Docs/Import.md says how it is written."))
  }
}
