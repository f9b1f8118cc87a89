import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON
import Foundation

/// Imports entries from tables and JSON: every good row becomes final, every bad one is explained.
///
/// Read are CSV (UTF-8, UTF-16 or GB18030), XLSX, NDJSON and GeoJSON. Rows are saved in chunks, each in a
/// transaction of its own; a cut or a cancellation leaves whole chunks.
public final class EntryImporter {
  /// What is told while an import goes on.
  public struct Events {
    /// Called after each chunk with the bytes read so far.
    public var progress: (ImportReport, Int) -> Void
    /// Called for each refused row.
    public var refusal: (RefusedRow) -> Void
    /// Called once for a table, with its columns' names and those of them that give no field.
    public var header: ([String], _ unused: [String]) -> Void = { _, _ in }
    /// Whether to stop; asked between rows.
    public var isCancelled: () -> Bool = { false }

    /// Makes a listener.
    public init(
      progress: @escaping (ImportReport, Int) -> Void, refusal: @escaping (RefusedRow) -> Void
    ) {
      self.progress = progress
      self.refusal = refusal
    }
  }

  private struct FormName: Hashable {
    let code: String
    let version: Int
  }

  private static let chunk = 1000

  let store: DeviceStore
  let catalogue: FormCatalogue
  let events: Events
  let parser = JSONParser(maximumBytes: ProtocolLimits.maximumLineBytes)
  private(set) var plan = ImportPlan()
  private(set) var file = ""
  var bytesRead = 0
  private var validators: [FormName: FormValidator] = [:]
  private var pending: [ImportRow] = []
  /// At most one chunk is being saved while the next is read, so that memory stays bounded.
  private var saving: ChunkInFlight?
  private var report = ImportReport()

  /// Makes an importer.
  public init(store: DeviceStore, catalogue: FormCatalogue, events: Events) {
    self.store = store
    self.catalogue = catalogue
    self.events = events
  }

  /// Imports one file; what it holds is told by its name's ending and its content.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - plan: how it is read.
  /// - Returns: what was done; ``ImportReport/nextRow`` says where to go on after a cancellation.
  /// - Throws: ``CensusError``: `notFound`, `invalidData` for a header that cannot be used,
  ///   or what the store said. Chunks saved before stay saved.
  public func run(path: String, plan: ImportPlan) throws(CensusError) -> ImportReport {
    file = path
    self.plan = plan
    report = ImportReport()
    bytesRead = 0
    do throws(CensusError) {
      try readFile()
      try flush()
      try settle()
    } catch {
      // What is being saved stays saved, like what came before it.
      try? settle()
      pending.removeAll()
      throw error
    }
    return report
  }

  private func readFile() throws(CensusError) {
    guard FileManager.default.isReadableFile(atPath: file) else {
      throw CensusError(.notFound, zh: "无法打开文件 \(file)。", en: "The file \(file) cannot be opened.")
    }
    switch file.lowercased() {
    case let name where name.hasSuffix(".csv"): try readCSV()
    case let name where name.hasSuffix(".xlsx") || name.hasSuffix(".xlsm"): try readWorkbook()
    case let name where name.hasSuffix(".geojson"): try readFeatures()
    case let name where name.hasSuffix(".xls") || name.hasSuffix(".et") || name.hasSuffix(".ods"):
      throw CensusError(
        .invalidData, zh: "不能读取 \(file)：只读 .xlsx、.csv、.ndjson 和 .geojson。",
        en: "\(file) cannot be read: only .xlsx, .csv, .ndjson and .geojson are.",
        remedy: LocalizedText(
          zh: "在电子表格软件中另存为 .xlsx 再导入。", en: "Save it as .xlsx in a spreadsheet program."))
    default: try readLines()
    }
  }

  /// Whether reading goes on after row `number` was asked for.
  ///
  /// - Returns: false where the import was cancelled; the rows before `number` are kept.
  func goesOn(at number: Int) -> Bool {
    guard events.isCancelled() else { return true }
    report.nextRow = report.nextRow ?? number
    return false
  }

  /// Whether row `number` is to be taken at all.
  func isWanted(_ number: Int) -> Bool { number >= plan.firstRow }

  /// Judges a row by its form and keeps it for the next chunk.
  func judge(
    _ number: Int, _ form: Form, _ node: JSONNode, faults: [Finding] = [],
    original: OriginalRow? = nil
  ) throws(CensusError) {
    let key = FormName(code: form.code, version: form.version)
    let validator =
      validators[key]
      ?? FormValidator(
        form: form, today: store.clock.now().officeDay, regions: store.regions)
    validators[key] = validator
    var findings = faults
    for finding in validator.validate(node)
    // A cell that was not understood stands there as text; that it is no number need not be said again.
    where !faults.contains(where: { $0.pointer == finding.pointer }) { findings.append(finding) }
    pending.append(
      ImportRow(
        number: number, form: form, content: EntryContent(node), claims: form.claims(of: node),
        findings: findings, original: plan.keepsOriginals ? original : nil))
    if pending.count >= EntryImporter.chunk { try flush() }
  }

  /// Judges a row whose content is JSON text.
  func judge(
    _ number: Int, _ form: Form, json: [UInt8], faults: [Finding] = [], original: OriginalRow?
  ) throws(CensusError) {
    do {
      try judge(number, form, try parser.parse(json), faults: faults, original: original)
    } catch let error as JSONFailure {
      refuse(
        number, Finding(pointer: "", rule: "json", level: .error, message: error.message),
        original: original)
    } catch let error as CensusError {
      throw error
    } catch {
      throw CensusError(.software, zh: "\(error)", en: "\(error)", cause: error)
    }
  }

  /// Refuses a row that could not even be judged.
  func refuse(_ number: Int, _ finding: Finding, original: OriginalRow? = nil) {
    refuse(number, "", [finding], original)
  }

  private func refuse(
    _ number: Int, _ objectCode: String, _ findings: [Finding], _ original: OriginalRow?
  ) {
    report.read += 1
    report.refused += 1
    var row = RefusedRow(file: file, row: number, objectCode: objectCode, findings: findings)
    row.original = original
    events.refusal(row)
  }

  /// Hands the rows at hand over to be saved in one transaction.
  private func flush() throws(CensusError) {
    try settle()
    guard !pending.isEmpty else { return }
    saving = ChunkInFlight(
      pending, bytesRead: bytesRead,
      by: ChunkSaver(store: store, reasons: plan.reasons, file: file))
    pending = []
    pending.reserveCapacity(EntryImporter.chunk)
  }

  /// Waits for the chunk that is being saved and reports on it.
  private func settle() throws(CensusError) {
    guard let chunk = saving else { return }
    saving = nil
    for (row, outcome) in zip(chunk.rows, try chunk.outcomes()) {
      switch outcome {
      case .saved: report.saved += 1
      case .alreadyThere: report.alreadyThere += 1
      case .refused(let findings):
        refuse(row.number, row.content.objectCode, findings, row.original)
        continue
      }
      report.read += 1
    }
    events.progress(report, chunk.bytesRead)
  }
}
