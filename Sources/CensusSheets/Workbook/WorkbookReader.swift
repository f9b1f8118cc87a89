import CensusDomain

/// Reads a workbook (.xlsx, ECMA-376) row by row, so that memory does not grow with its rows.
///
/// A workbook comes from anywhere and may be broken or hostile: it is refused with a ``CensusError`` of
/// code `invalidData` that says what is wrong and where. Parts are found by their relationships, in
/// transitional and strict workbooks alike. Not for use by two threads at once.
public final class WorkbookReader {
  /// The names of the sheets of cells in their order, hidden ones too.
  public let sheetNames: [String]
  /// What the names of the whole workbook stand for, such as `'表 1'!$A$2`.
  public let definedNames: [String: String]

  private struct Sheet {
    let name: String
    let part: String
    let isHidden: Bool
  }

  private let path: String
  private let limits: WorkbookLimits
  private let parts: WorkbookParts
  private let sheets: [Sheet]
  private let values: CellValues
  private let stringsPart: String?
  private let propertiesPart: String?
  private var loadedStrings: SharedStrings?

  /// Opens the workbook at `path` and reads what sheets it has.
  ///
  /// - Throws: ``CensusError``: `notFound`, `invalidData` where it is no usable workbook, or of reading.
  public init(path: String, limits: WorkbookLimits = .standard) throws(CensusError) {
    self.path = path
    self.limits = limits
    let parts = try WorkbookParts(path: path, limits: limits)
    self.parts = parts
    func read(
      _ part: String, _ namespaces: [StaticString], _ handler: some XMLHandler
    ) throws(CensusError) {
      do throws(WorkbookFault) {
        try parts.read(part, most: limits.otherPartBytes, namespaces, handler)
      } catch {
        throw error.error(in: path, at: WorkbookReader.place(part: part))
      }
    }
    func relationships(of part: String) throws(CensusError) -> Relationships {
      let found = Relationships(of: part)
      try read(Relationships.part(of: part), Namespaces.packageRelationships, found)
      return found
    }
    let package = try relationships(of: "")
    propertiesPart = package.part("custom-properties")
    guard let main = package.part("officeDocument") else {
      throw WorkbookFault("没有指向工作簿的关系", "nothing in it leads to a workbook")
        .error(in: path, at: WorkbookParts.whole)
    }
    let contents = WorkbookContents()
    try read(main, Namespaces.spreadsheet, contents)
    let related = try relationships(of: main)
    let styles = StyleTable()
    if let part = related.part("styles") { try read(part, Namespaces.spreadsheet, styles) }
    stringsPart = related.part("sharedStrings")
    values = CellValues(forms: styles.forms, dates: SerialDate(is1904: contents.is1904))
    sheets = contents.sheets.compactMap { sheet in
      let target = related.targets.first {
        $0.id == sheet.relationship && $0.kind == "worksheet"
      }
      return target.map { Sheet(name: sheet.name, part: $0.part, isHidden: sheet.isHidden) }
    }
    sheetNames = sheets.map(\.name)
    definedNames = contents.names
  }

  /// Reads a sheet from its first row; rows that hold nothing are left out.
  ///
  /// The CRC of a sheet is known only at its end: what this throws there means that none of the rows
  /// can be trusted.
  ///
  /// - Parameters:
  ///   - name: the sheet; nil for the first that is not hidden.
  ///   - take: is given each row, and returns false to read no further.
  /// - Throws: ``CensusError``: `notFound` where there is no such sheet, `invalidData` for what cannot
  ///   be read, and what `take` throws.
  public func rows(
    ofSheet name: String?, _ take: (SheetRow) throws(CensusError) -> Bool
  ) throws(CensusError) {
    let sheet = try sheet(name)
    let strings = try strings()
    let contents = SheetContents(values, limits: limits)
    let (part, xml) = try guarded(sheet, contents) {
      () throws(WorkbookFault) -> (PartStream, XMLStream) in
      (
        try parts.open(sheet.part, most: limits.sheetBytes),
        try XMLStream(contents, namespaces: Namespaces.spreadsheet)
      )
    }
    var isMore = true
    while isMore, !contents.isDone {
      // The rows before a fault are good as far as they go, but the sheet is refused as a whole.
      isMore = try guarded(sheet, contents) { () throws(WorkbookFault) in try part.next(xml.feed) }
      for pending in contents.takeRows() {
        let row = try guarded(sheet, contents) { () throws(WorkbookFault) in
          try pending.whole(strings, most: limits.rowBytes)
        }
        if row.cells.isEmpty { continue }
        guard try take(row) else { return }
      }
    }
    try guarded(sheet, contents) { () throws(WorkbookFault) in
      if !contents.isDone { try xml.finish() }
      try part.drain()
    }
  }

  /// Unpacks a sheet once without reading it, so that its size and CRC are known to be right.
  ///
  /// Who acts on each row as it comes proves the sheet before, since damage shows at a sheet's end only.
  /// - Throws: ``CensusError``: `notFound` where there is no such sheet, `invalidData` where it is damaged.
  public func prove(sheet name: String?) throws(CensusError) {
    let sheet = try sheet(name)
    do throws(WorkbookFault) {
      try parts.open(sheet.part, most: limits.sheetBytes).drain()
    } catch {
      throw error.error(in: path, at: WorkbookReader.place(part: sheet.part))
    }
  }

  /// What programs noted of the workbook under names of their own.
  ///
  /// - Throws: ``CensusError``: `invalidData` where that part cannot be read.
  public func customProperties() throws(CensusError) -> [String: String] {
    guard let propertiesPart else { return [:] }
    let properties = CustomProperties()
    do throws(WorkbookFault) {
      try parts.read(
        propertiesPart, most: limits.otherPartBytes, Namespaces.customProperties, properties)
    } catch {
      throw error.error(in: path, at: WorkbookReader.place(part: propertiesPart))
    }
    return properties.values
  }

  private func sheet(_ name: String?) throws(CensusError) -> Sheet {
    let found = sheets.first { name == nil ? !$0.isHidden : $0.name == name }
    guard let found else {
      let names = sheetNames.joined(separator: "、")
      throw CensusError(
        .notFound, zh: "工作簿 \(path) 中没有要读的表\(name.map { "“\($0)”" } ?? "")。",
        en: "The workbook \(path) has no sheet \(name.map { "“\($0)” " } ?? "")to read.",
        remedy: LocalizedText(zh: "它有这些表：\(names)。", en: "It has these sheets: \(names)."))
    }
    return found
  }

  private func strings() throws(CensusError) -> SharedStrings {
    if let loadedStrings { return loadedStrings }
    let table = SharedStringTable(most: limits.cellBytes)
    if let stringsPart {
      do throws(WorkbookFault) {
        try parts.read(
          stringsPart, most: limits.sharedStringBytes, Namespaces.spreadsheet, table)
      } catch {
        throw error.error(in: path, at: WorkbookReader.place(part: stringsPart))
      }
    }
    loadedStrings = table.strings
    return table.strings
  }

  private func guarded<Value>(
    _ sheet: Sheet, _ contents: SheetContents, _ body: () throws(WorkbookFault) -> Value
  ) throws(CensusError) -> Value {
    do throws(WorkbookFault) {
      return try body()
    } catch {
      let row = contents.row
      throw error.error(
        in: path,
        at: LocalizedText(
          zh: "表“\(sheet.name)”第 \(row) 行附近", en: "the sheet “\(sheet.name)” near row \(row)"))
    }
  }

  private static func place(part: String) -> LocalizedText {
    LocalizedText(zh: "部件 \(part)", en: "the part \(part)")
  }
}
