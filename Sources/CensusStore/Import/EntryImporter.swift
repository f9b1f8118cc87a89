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

  private static let chunk = 1000
  /// So many chunks are judged or saved while another is read; more would only take memory.
  private static let underWay = 2

  let store: DeviceStore
  let catalogue: FormCatalogue
  let events: Events
  private(set) var plan = ImportPlan()
  private(set) var file = ""
  var bytesRead = 0
  private var pending: [RawRow] = []
  private var pipeline: ImportPipeline?
  /// The chunks that are judged or saved, the oldest first.
  private var chunks: [ImportPipeline.Chunk] = []
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
    pipeline = ImportPipeline(
      judge: RowJudge(
        catalogue: catalogue, plan: plan, today: store.clock.now().officeDay,
        regions: store.regions),
      saver: ChunkSaver(store: store, reasons: plan.reasons, file: path))
    do throws(CensusError) {
      try readFile()
      try flush()
      try settle(downTo: 0)
    } catch {
      // What is being saved stays saved, like what came before it.
      while !chunks.isEmpty { try? settle(downTo: chunks.count - 1) }
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

  /// Keeps a row for the next chunk.
  func take(_ row: RawRow) throws(CensusError) {
    pending.append(row)
    if pending.count >= EntryImporter.chunk { try flush() }
  }

  /// Refuses a row that could not even be read.
  func refuse(
    _ number: Int, _ finding: Finding, original: OriginalRow? = nil
  ) throws(CensusError) {
    try take(RawRow(number: number, body: .refused(finding), original: original))
  }

  /// Sends the rows at hand to be judged and saved.
  private func flush() throws(CensusError) {
    try settle(downTo: EntryImporter.underWay - 1)
    guard !pending.isEmpty, let pipeline else { return }
    chunks.append(pipeline.send(pending, bytesRead: bytesRead))
    pending = []
    pending.reserveCapacity(EntryImporter.chunk)
  }

  /// Waits until so few chunks are under way, and reports on those that came to their end.
  private func settle(downTo count: Int) throws(CensusError) {
    while chunks.count > count {
      let chunk = chunks.removeFirst()
      for row in try chunk.rows() { settle(row) }
      events.progress(report, chunk.bytesRead)
    }
  }

  private func settle(_ row: SettledRow) {
    report.read += 1
    switch row.outcome {
    case .saved: report.saved += 1
    case .alreadyThere: report.alreadyThere += 1
    case .refused(let findings):
      report.refused += 1
      var refused = RefusedRow(
        file: file, row: row.number, objectCode: row.objectCode, findings: findings)
      refused.original = row.original
      events.refusal(refused)
    }
  }
}
