import CensusDomain
import CensusForms
import CensusJSON

/// Binds a table's columns to a form's fields, and makes contents of its rows.
struct ColumnBinding {
  /// The column that an exported list of refused rows carries; it is passed over when it comes back.
  static let problemColumn = "问题 problem"

  /// A class, since each row goes through all of them and would copy their texts.
  private final class Bound {
    let field: Field
    let columns: [Int]
    let source: ColumnMapping.Source?
    /// The field's name as JSON, so that it is not written anew for each row.
    let key: [UInt8]

    init(field: Field, columns: [Int], source: ColumnMapping.Source?) {
      self.field = field
      self.columns = columns
      self.source = source
      var writer = JSONWriter()
      writer.string(field.name)
      key = writer.bytes
    }
  }

  /// How many columns there are; a row may have fewer cells and no more.
  let width: Int
  /// A field that two columns give.
  private(set) var repeatedField: Field?
  /// Columns that name no field of the form; with a mapping, that it does not name.
  private(set) var unknownColumns: [String] = []
  /// Required fields that no column gives.
  let missingFields: [Field]
  /// Fields of a mapping that the form lacks, and its columns that the file lacks.
  private(set) var unknownInMapping: [String] = []
  private var bound: [Bound] = []
  private var position: RowPosition?
  private let point: RowPoint?
  private let reader: CellReader

  /// Binds columns by property name or by Chinese or English label.
  init(form: Form, header: [String]) {
    let byName = ColumnBinding.fields(of: form)
    var seen = Set<String>()
    for (index, name) in header.enumerated() {
      guard let field = byName[name] else {
        if name != ColumnBinding.problemColumn, !name.isEmpty { unknownColumns.append(name) }
        continue
      }
      if !seen.insert(field.name).inserted { repeatedField = repeatedField ?? field }
      bound.append(Bound(field: field, columns: [index], source: nil))
    }
    width = header.count
    point = RowPoint(form)
    missingFields = ColumnBinding.missing(form, seen, point)
    reader = CellReader()
  }

  /// Binds columns as a mapping says.
  init(form: Form, header: [String], mapping: ColumnMapping) {
    let byName = ColumnBinding.fields(of: form)
    let places = Dictionary(header.enumerated().map { ($1, $0) }) { first, _ in first }
    var seen = Set<String>()
    var used = Set<String>()
    for (name, source) in mapping.fields {
      guard let field = byName[name] else {
        unknownInMapping.append(name)
        continue
      }
      if !seen.insert(field.name).inserted { repeatedField = repeatedField ?? field }
      used.formUnion(source.columns)
      unknownInMapping += source.columns.filter { places[$0] == nil }
      bound.append(
        Bound(field: field, columns: source.columns.compactMap { places[$0] }, source: source))
    }
    if let source = mapping.position {
      used.formUnion(source.columns)
      unknownInMapping += source.columns.filter { places[$0] == nil }
      position = RowPosition(
        source, at: source.columns.compactMap { places[$0] }, form, besides: seen)
      seen.formUnion(PositionValues.fields)
    }
    unknownColumns = header.filter { !used.contains($0) && !$0.isEmpty }
    width = header.count
    point = RowPoint(form)
    missingFields = ColumnBinding.missing(form, seen, point)
    reader = CellReader(dateOrder: mapping.dateOrder)
  }

  /// Required fields that nothing gives; a point is made of longitude and latitude.
  private static func missing(_ form: Form, _ given: Set<String>, _ point: RowPoint?) -> [Field] {
    form.fields.filter { field in
      field.isRequired && !given.contains(field.name) && point?.field.name != field.name
    }
  }

  private static func fields(of form: Form) -> [String: Field] {
    var byName: [String: Field] = [:]
    for field in form.fields {
      byName[field.label.zh] = field
      byName[field.label.en] = field
    }
    for field in form.fields { byName[field.name] = field }
    return byName
  }

  /// The content of one row as JSON, and what was wrong with its cells; empty cells are left out.
  func content(_ cells: [Cell]) -> (json: [UInt8], faults: [Finding]) {
    var writer = JSONWriter(capacity: 1024)
    var faults: [Finding] = []
    var given = RowPoint.Given()
    writer.beginObject()
    if let position {
      switch position.read(cells) {
      case .success(let values):
        for (name, value) in values { write(value, name, to: &writer, &given) }
      case .failure(let fault): faults.append(fault.finding)
      }
    }
    for column in bound {
      guard
        let cell = column.source.map({ ColumnBinding.value($0, column.columns, cells) })
          ?? column.columns.first.flatMap({ $0 < cells.count ? cells[$0] : nil }),
        !cell.bytes.isEmpty || cell.kind == .formula
      else { continue }
      writer.key(written: column.key)
      given.note(column.field, cell)
      if let fault = write(cell, column, to: &writer) {
        faults.append(
          Finding(
            pointer: "/" + column.field.name, rule: fault.rule, level: .error,
            message: LocalizedText(
              zh: "\(column.field.label.zh)：\(fault.message.zh)",
              en: "\(column.field.label.en): \(fault.message.en)")))
      }
    }
    point?.write(given, to: &writer)
    writer.endObject()
    return (writer.bytes, faults)
  }

  private func write(
    _ value: RowPosition.Value, _ name: String, to writer: inout JSONWriter,
    _ given: inout RowPoint.Given
  ) {
    writer.key(name)
    switch value {
    case .number(let text):
      writer.numberText(text)
      given.note(name, text)
    case .text(let text): writer.string(text)
    }
  }

  private func write(_ cell: Cell, _ column: Bound, to writer: inout JSONWriter) -> CellFault? {
    guard let factor = column.source?.factor else {
      return reader.write(cell, as: column.field, to: &writer)
    }
    return reader.write(cell, as: column.field, times: factor, to: &writer)
  }

  /// What a mapping makes of a row's cells.
  private static func value(
    _ source: ColumnMapping.Source, _ columns: [Int], _ cells: [Cell]
  ) -> Cell {
    if let constant = source.constant { return Cell(constant) }
    if columns.count == 1, columns[0] < cells.count, source.isPlain { return cells[columns[0]] }
    let parts = columns.compactMap { $0 < cells.count ? cells[$0] : nil }
    if let formula = parts.first(where: { $0.kind == .formula }) { return formula }
    let texts = parts.map { String(decoding: $0.bytes, as: UTF8.self) }.filter { !$0.isEmpty }
    guard !texts.isEmpty else { return source.values[""].map { Cell($0) } ?? Cell([]) }
    var text = texts.joined(separator: source.separator)
    if let replaced = source.values[text] {
      text = replaced
      guard !text.isEmpty else { return Cell([]) }
    }
    if text.count < source.width {
      text = String(repeating: "0", count: source.width - text.count) + text
    }
    return Cell(source.prefix + text, kind: parts.count == 1 ? parts[0].kind : .text)
  }
}

extension ColumnMapping.Source {
  /// Whether a cell is taken as it stands.
  fileprivate var isPlain: Bool { values.isEmpty && prefix.isEmpty && width == 0 }
}
