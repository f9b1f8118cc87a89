import CensusAPI
import CensusDomain
import CensusForms

/// Takes a table's rows: the header first, then data.
final class TableIntake {
  private let importer: EntryImporter
  private let form: Form
  private let headerRow: Int
  private let firstRow: Int
  private var binding: ColumnBinding?

  init(_ importer: EntryImporter, _ form: Form, headerRow: Int, firstRow: Int? = nil) {
    self.importer = importer
    self.form = form
    self.headerRow = headerRow
    self.firstRow = max(firstRow ?? 0, headerRow + 1)
  }

  /// Takes a row.
  ///
  /// - Returns: whether the next one is wanted.
  func row(_ number: Int, _ cells: [Cell]) throws(CensusError) -> Bool {
    guard number >= headerRow else { return true }
    guard let binding else {
      self.binding = try bind(cells.map { String(decoding: $0.bytes, as: UTF8.self).trimmed })
      return true
    }
    guard number >= firstRow, importer.isWanted(number), !cells.allSatisfy(\.bytes.isEmpty) else {
      return true
    }
    guard importer.goesOn(at: number) else { return false }
    guard cells.count <= binding.width else {
      try importer.refuse(
        number, CSVMessages.surplus(cells.count, of: binding.width), original: kept(cells))
      return true
    }
    let (json, faults) = binding.content(cells)
    try importer.take(
      RawRow(
        number: number, body: .content(form, json, faults: faults), original: kept(cells)))
    return true
  }

  private func kept(_ cells: [Cell]) -> OriginalRow? {
    importer.plan.keepsOriginals ? .cells(cells) : nil
  }

  /// Takes note of a row that could not be read.
  func failed(_ number: Int, _ failure: CSVReader.Failure) throws(CensusError) {
    guard binding != nil else {
      throw CensusError(.invalidData, CSVMessages.headerOf(importer.file, failure))
    }
    try importer.refuse(number, CSVMessages.describe(failure))
  }

  /// Ends the table.
  func finish() throws(CensusError) {
    guard binding == nil else { return }
    throw CensusError(
      .invalidData, zh: "\(importer.file) 是空的，没有标题行。",
      en: "\(importer.file) is empty; it has no header.")
  }

  private func bind(_ header: [String]) throws(CensusError) -> ColumnBinding {
    var header = header
    while header.last?.isEmpty == true { header.removeLast() }
    let mapping = importer.plan.mapping
    let binding =
      mapping.map { ColumnBinding(form: form, header: header, mapping: $0) }
      ?? ColumnBinding(form: form, header: header)
    let isSound =
      binding.missingFields.isEmpty && binding.repeatedField == nil
      && binding.unknownInMapping.isEmpty && (mapping != nil || binding.unknownColumns.isEmpty)
    guard isSound else {
      throw CSVMessages.header(importer.file, form, binding, isMapped: mapping != nil)
    }
    importer.events.header(header, binding.unknownColumns)
    return binding
  }
}
