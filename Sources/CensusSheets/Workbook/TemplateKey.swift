import CensusDomain

/// What a template that was filled in says of itself.
public struct TemplateKey: Sendable, Hashable {
  /// The code of the form.
  public let form: String
  /// The version of the form.
  public let version: String
  /// The sheet of the data.
  public let sheet: String
  /// The row of the columns' keys, from 1.
  public let keyRow: Int
  /// The row of examples, which is no data; nil where somebody deleted it.
  public let exampleRow: Int?
  /// The first row of data.
  public let firstRow: Int
}

extension WorkbookReader {
  /// Finds form, version, keys and data by the names that ``TemplateWriter`` gave them.
  ///
  /// - Returns: nil where the workbook was not made from a template, or its names were removed.
  /// - Throws: ``CensusError`` with code `invalidData` for what cannot be read.
  public func templateKey() throws(CensusError) -> TemplateKey? {
    guard let keys = reference(TemplateNames.keys), sheetNames.contains(keys.sheet),
      let form = try text(TemplateNames.form), let version = try text(TemplateNames.version)
    else { return nil }
    func row(_ name: String) -> Int? { reference(name).map(\.cell.row) }
    let example = row(TemplateNames.example)
    // A name is lost with its row, and moves down where a row is put in above it: what stands right
    // below the last of the rows that are no data is data in any case.
    let above = [row(TemplateNames.advice), example].compactMap(\.self).reduce(keys.cell.row, max)
    let first = min(row(TemplateNames.firstRow) ?? .max, above + 1)
    return TemplateKey(
      form: form, version: version, sheet: keys.sheet, keyRow: keys.cell.row, exampleRow: example,
      firstRow: first)
  }

  private func reference(_ name: String) -> SheetReference? {
    definedNames[name].flatMap { SheetReference($0) }
  }

  /// The text of the cell that a name stands for.
  private func text(_ name: String) throws(CensusError) -> String? {
    guard let place = reference(name), sheetNames.contains(place.sheet) else { return nil }
    var found: String?
    try rows(ofSheet: place.sheet) { row in
      if row.number == place.cell.row, row.cells.count >= place.cell.column {
        found = String(decoding: row.cells[place.cell.column - 1].text, as: UTF8.self)
      }
      return row.number < place.cell.row
    }
    return found
  }
}
