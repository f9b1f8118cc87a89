import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON
import Foundation
import GRDB

/// Imports entries from CSV and NDJSON: every good row becomes final, every bad one is explained.
///
/// Rows are saved in chunks, each in a transaction of its own; a cut leaves whole chunks.
public final class EntryImporter {
  /// What is told while an import goes on.
  public struct Events {
    /// Called after each chunk with the bytes read so far.
    public var progress: (ImportReport, Int) -> Void
    /// Called for each refused row.
    public var refusal: (RefusedRow) -> Void

    /// Makes a listener.
    public init(
      progress: @escaping (ImportReport, Int) -> Void, refusal: @escaping (RefusedRow) -> Void
    ) {
      self.progress = progress
      self.refusal = refusal
    }
  }

  private static let chunk = 1000
  private static let readSize = 256 * 1024

  private let store: DeviceStore
  private let catalogue: FormCatalogue
  private let reasons: [String: String]
  private let events: Events
  private let parser = JSONParser(maximumBytes: ProtocolLimits.maximumLineBytes)
  private var validators: [String: FormValidator] = [:]
  private var pending: [ImportRow] = []
  /// At most one chunk is being saved while the next is read, so that memory stays bounded.
  private var saving: ChunkInFlight?
  private var report = ImportReport()
  private var bytesRead = 0
  private var file = ""

  /// Makes an importer; `reasons` answer warnings, as in finalising.
  public init(
    store: DeviceStore, catalogue: FormCatalogue, reasons: [String: String], events: Events
  ) {
    self.store = store
    self.catalogue = catalogue
    self.reasons = reasons
    self.events = events
  }

  /// Imports one file; its name's ending tells CSV from NDJSON.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - form: the form of a CSV's rows, or of NDJSON lines that name none.
  /// - Throws: ``CensusError``: `notFound`, `invalidData` for a header that cannot be used,
  ///   or what the store said. Chunks saved before stay saved.
  public func run(path: String, form: Form?) throws(CensusError) -> ImportReport {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw CensusError(.notFound, zh: "无法打开文件 \(path)。", en: "The file \(path) cannot be opened.")
    }
    defer { try? handle.close() }
    file = path
    report = ImportReport()
    bytesRead = 0
    do throws(CensusError) {
      try read(handle, form)
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

  private func read(_ handle: FileHandle, _ form: Form?) throws(CensusError) {
    guard file.lowercased().hasSuffix(".csv") else { return try readLines(handle, form) }
    guard let form else {
      throw CensusError(
        .usage, zh: "CSV 文件需用 --form 指明调查表。", en: "A CSV file needs --form to name its form.")
    }
    try readCSV(handle, form)
  }

  private func pieces(
    _ handle: FileHandle, _ body: (Data) throws -> Void
  ) throws(CensusError) {
    do {
      // Each piece is let go before the next, or memory would grow with the file.
      while try autoreleasing({
        guard let piece = try handle.read(upToCount: EntryImporter.readSize), !piece.isEmpty
        else { return false }
        bytesRead += piece.count
        try body(piece)
        return true
      }) {}
    } catch let error as CensusError {
      throw error
    } catch {
      throw CensusError(
        .inputOutput, zh: "读取 \(file) 失败：\(error.localizedDescription)。",
        en: "Reading \(file) failed: \(error.localizedDescription).", cause: error)
    }
  }

  private func autoreleasing(_ body: () throws -> Bool) throws -> Bool { try body() }

  private func readCSV(_ handle: FileHandle, _ form: Form) throws(CensusError) {
    var reader = CSVReader()
    var builder: ContentBuilder?
    let take: CSVReader.Emit = { number, record in
      switch record {
      case .failure(let failure):
        guard builder != nil else {
          throw CensusError(.invalidData, CSVMessages.headerOf(self.file, failure))
        }
        self.refuse(number, CSVMessages.describe(failure))
      case .success(let padded):
        let cells = Array(CSVTable.unpadded(padded))
        guard !cells.isEmpty else { return }
        guard let known = builder else {
          builder = try self.bind(header: cells, form)
          return
        }
        guard cells.count <= known.width else {
          return self.refuse(number, CSVMessages.surplus(cells.count, of: known.width))
        }
        try self.judge(number, form, known.content(cells))
      }
    }
    try pieces(handle) { try reader.feed(Array($0), take) }
    do {
      try reader.finish(take)
    } catch let error as CensusError {
      throw error
    } catch {
      throw CensusError(.software, zh: "\(error)", en: "\(error)", cause: error)
    }
    if builder == nil {
      throw CensusError(
        .invalidData, zh: "\(file) 是空的，没有标题行。", en: "\(file) is empty; it has no header.")
    }
  }

  private func bind(header: [[UInt8]], _ form: Form) throws(CensusError) -> ContentBuilder {
    let names = header.map { String(decoding: $0, as: UTF8.self) }
    let builder = ContentBuilder(form: form, header: names)
    guard
      builder.missingColumns.isEmpty, builder.unknownColumns.isEmpty,
      builder.repeatedField == nil
    else {
      throw CSVMessages.header(file, form, builder)
    }
    return builder
  }

  private func readLines(_ handle: FileHandle, _ form: Form?) throws(CensusError) {
    var lines = LineCutter(limit: ProtocolLimits.maximumLineBytes)
    var number = 0
    let take: ([UInt8]?) throws -> Void = { bytes in
      number += 1
      if let bytes {
        try self.line(number, bytes, form)
      } else {
        self.refuse(number, CSVMessages.describe(.tooLong))
      }
    }
    try pieces(handle) { try lines.feed(Array($0), take) }
    do {
      try lines.finish(take)
    } catch let error as CensusError {
      throw error
    } catch {
      throw CensusError(.software, zh: "\(error)", en: "\(error)", cause: error)
    }
  }

  private func line(_ number: Int, _ bytes: [UInt8], _ form: Form?) throws(CensusError) {
    guard bytes.contains(where: { $0 > 0x20 }) else { return }
    do {
      let node = try parser.parse(bytes)
      guard let content = node[member: "content"], let code = node[member: "form"]?.string else {
        guard let form else {
          return refuse(number, CSVMessages.noForm)
        }
        return try judge(number, form, node)
      }
      guard let named = catalogue.newest(code) else {
        return refuse(number, CSVMessages.unknownForm(code))
      }
      try judge(number, named, content)
    } catch let error as JSONFailure {
      refuse(number, Finding(pointer: "", rule: "json", level: .error, message: error.message))
    } catch let error as CensusError {
      throw error
    } catch {
      throw CensusError(.software, zh: "\(error)", en: "\(error)", cause: error)
    }
  }

  private func judge(_ number: Int, _ form: Form, _ json: [UInt8]) throws {
    do {
      try judge(number, form, try parser.parse(json))
    } catch let error as JSONFailure {
      refuse(number, Finding(pointer: "", rule: "json", level: .error, message: error.message))
    }
  }

  private func judge(_ number: Int, _ form: Form, _ node: JSONNode) throws(CensusError) {
    let key = "\(form.code)/\(form.version)"
    let validator =
      validators[key] ?? FormValidator(form: form, today: store.clock.now().officeDay)
    validators[key] = validator
    pending.append(
      ImportRow(
        number: number, form: form, content: EntryContent(node), claims: form.claims(of: node),
        findings: validator.validate(node)))
    if pending.count >= EntryImporter.chunk { try flush() }
  }

  private func refuse(_ number: Int, _ finding: Finding) {
    refuse(number, "", [finding])
  }

  private func refuse(_ number: Int, _ objectCode: String, _ findings: [Finding]) {
    report.read += 1
    report.refused += 1
    events.refusal(
      RefusedRow(file: file, row: number, objectCode: objectCode, findings: findings))
  }

  /// Hands the rows at hand over to be saved in one transaction.
  private func flush() throws(CensusError) {
    try settle()
    guard !pending.isEmpty else { return }
    saving = ChunkInFlight(
      pending, bytesRead: bytesRead,
      by: ChunkSaver(store: store, reasons: reasons, file: file))
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
        refuse(row.number, row.content.objectCode, findings)
        continue
      }
      report.read += 1
    }
    events.progress(report, chunk.bytesRead)
  }
}
