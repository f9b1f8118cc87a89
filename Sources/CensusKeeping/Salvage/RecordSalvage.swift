import CensusAPI
import CensusDomain
import CensusFiles
import CensusJSON
import CensusSQLite
import Foundation
import GRDB

/// Gathers every record that is still intact from a store that is damaged, and changes nothing in it.
///
/// First the table is read, around the rows that SQLite cannot reach; then the bytes of the database
/// and of its log are searched for records. A record counts only with its stored SHA-256.
public struct RecordSalvage {
  /// What was gathered.
  public struct Outcome: Sendable, Codable {
    /// Whose store it was.
    public let kind: StoreKind
    /// Records found through the table.
    public var fromTable = 0
    /// Records found only among the bytes of the files.
    public var fromBytes = 0
    /// Records whose bytes no longer agree with their hash.
    public var damaged = 0
    /// Stretches of the table that could not be read.
    public var unreadable = 0
    /// Entries that the records are of.
    public var entries = 0
    /// By device, the sequences that are missing between its first and its last; on a device its own only.
    public var missing: [String: [Int64]] = [:]

    init(kind: StoreKind) { self.kind = kind }
  }

  /// How many stretches of a table are tried at most.
  private static let attempts = 200_000
  /// How far before a record its row's hash may stand, bytes: behind it come short columns only.
  private static let reach = 4096

  private let folder: String
  private var outcome: Outcome
  private(set) var records: [ContentHash: [UInt8]] = [:]
  /// On a device: its own identifier, since of others it never holds all.
  private var own: UniqueID?
  private var attemptsLeft = RecordSalvage.attempts

  private init(_ folder: String) throws(CensusError) {
    self.folder = folder
    outcome = Outcome(kind: try StoreKind.of(folder: folder))
  }

  /// Writes the intact records of the store in `folder` to the new folder `output`.
  ///
  /// `revisions.ndjson` holds the exact bytes of each; `entries.ndjson` the newest content of each
  /// entry, in the form that `entry import` reads.
  ///
  /// - Throws: ``CensusError``: `conflict` where `output` exists, or of reading and writing.
  public static func run(_ folder: String, to output: String) throws(CensusError) -> Outcome {
    let output = FolderCopy.trimmed(output)
    guard !FileManager.default.fileExists(atPath: output) else {
      throw CensusError(
        .conflict, zh: "\(output) 已存在，没有改动。", en: "\(output) exists already; it was left as it is.",
        remedy: LocalizedText(zh: "另取名称。", en: "Give another name."))
    }
    var salvage = try RecordSalvage(folder)
    salvage.readTable()
    for suffix in ["", "-wal"] { try salvage.search(suffix) }
    try salvage.write(to: output)
    return salvage.outcome
  }

  /// The intact records that stand anywhere in the bytes of the store in `folder`, by hash.
  static func inBytes(
    of folder: String, withLog: Bool
  ) throws(CensusError) -> [ContentHash: [UInt8]] {
    var salvage = try RecordSalvage(folder)
    for suffix in withLog ? ["", "-wal"] : [""] { try salvage.search(suffix) }
    return salvage.records
  }

  private mutating func readTable() {
    let path = folder + "/" + outcome.kind.fileName
    guard let database = try? SQLiteFile.openToRead(path: path) else { return }
    let key = outcome.kind.orderColumn
    database.inDatabase { db in
      let last = try? Int64.fetchOne(db, sql: "SELECT max(\(key)) FROM revision")
      if outcome.kind == .device {
        let bytes = try? Data.fetchOne(db, sql: "SELECT id FROM device")
        own = bytes.flatMap { UniqueID(bytes: $0) }
      }
      walk(db, key, 1, last ?? Int64(RecordSalvage.attempts))
    }
    outcome.fromTable = records.count
  }

  /// Reads a stretch; where a row cannot be reached, both halves of what is left are read by themselves.
  private mutating func walk(_ db: Database, _ key: String, _ low: Int64, _ high: Int64) {
    guard low <= high, attemptsLeft > 0 else { return }
    attemptsLeft -= 1
    var next = low
    do {
      let rows = try HotStatement(
        db,
        "SELECT \(key), hash, record FROM revision WHERE \(key) BETWEEN ?1 AND ?2 ORDER BY \(key)")
      rows.bind(1, low)
      rows.bind(2, high)
      while try rows.step() {
        next = max(next, rows.integer(0) + 1)
        let bytes = Array(rows.blob(2))
        let hash = ContentHash.sha256(of: bytes)
        if rows.hash(1) == hash { records[hash] = bytes } else { outcome.damaged += 1 }
      }
    } catch {
      guard next < high else {
        outcome.unreadable += 1
        return
      }
      let middle = next + (high - next) / 2
      walk(db, key, next, middle)
      walk(db, key, middle + 1, high)
    }
  }

  /// Looks for records that stand whole in the bytes of a file.
  private mutating func search(_ suffix: String) throws(CensusError) {
    let path = folder + "/" + outcome.kind.fileName + suffix
    guard FileManager.default.fileExists(atPath: path) else { return }
    let file = try PlainFile.reading(path)
    let size = try file.size()
    let data = Data(try file.read(at: 0, count: Int(size)))
    let opening = Data(#"{"v":1,"entry":""#.utf8)
    var from = data.startIndex
    while let found = data.range(of: opening, in: from..<data.endIndex) {
      from = found.upperBound
      guard let end = RecordSalvage.end(of: data, from: found.lowerBound) else { continue }
      let bytes = Array(data[found.lowerBound..<end])
      let hash = ContentHash.sha256(of: bytes)
      guard records[hash] == nil else { continue }
      let before = max(data.startIndex, found.lowerBound - RecordSalvage.reach)
      guard data.range(of: Data(hash.bytes), in: before..<found.lowerBound) != nil else { continue }
      records[hash] = bytes
      outcome.fromBytes += 1
    }
  }

  /// The end of the JSON object that begins at `start`.
  private static func end(of data: Data, from start: Data.Index) -> Data.Index? {
    var depth = 0
    var isText = false
    var isEscaped = false
    for place in start..<min(data.endIndex, start + ProtocolLimits.maximumLineBytes) {
      let byte = data[place]
      if isEscaped {
        isEscaped = false
      } else if isText {
        if byte == UInt8(ascii: "\\") { isEscaped = true }
        if byte == UInt8(ascii: "\"") { isText = false }
      } else {
        switch byte {
        case UInt8(ascii: "\""): isText = true
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "}"):
          depth -= 1
          if depth == 0 { return place + 1 }
        default: break
        }
      }
    }
    return nil
  }

  private mutating func write(to output: String) throws(CensusError) {
    var read: [(record: RevisionRecord, content: [UInt8], bytes: [UInt8])] = []
    let parser = JSONParser()
    for bytes in records.values {
      let parsed = try? parser.withDocument(bytes) { node in
        let (record, content) = try RevisionRecord.read(node)
        return (record, Array(content.raw))
      }
      if let (record, content) = parsed { read.append((record, content, bytes)) }
    }
    read.sort {
      ($0.record.device.description, $0.record.sequence)
        < ($1.record.device.description, $1.record.sequence)
    }
    var newest: [UniqueID: (number: Int, line: [UInt8])] = [:]
    var order: [UniqueID] = []
    var held: [String: Set<Int64>] = [:]
    var revisions: [UInt8] = []
    for (record, content, bytes) in read {
      revisions += bytes + [UInt8(ascii: "\n")]
      held[record.device.description, default: []].insert(record.sequence)
      if newest[record.entry] == nil { order.append(record.entry) }
      guard record.number >= newest[record.entry]?.number ?? 0 else { continue }
      let line =
        Array(#"{"form":"\#(record.form)","content":"#.utf8) + content + Array("}\n".utf8)
      newest[record.entry] = (record.number, line)
    }
    outcome.entries = order.count
    for (device, sequences) in held
    where outcome.kind == .central || device == own?.description {
      let gaps = ((sequences.min() ?? 1)...(sequences.max() ?? 1)).filter {
        !sequences.contains($0)
      }
      if !gaps.isEmpty { outcome.missing[device] = gaps }
    }
    let partial = output + ".partial-" + UUID().uuidString
    try Folders.make(partial)
    let entries = order.flatMap { newest[$0]?.line ?? [] }
    for (name, bytes) in [("revisions.ndjson", revisions), ("entries.ndjson", entries)] {
      let file = try PlainFile.making(partial + "/" + name)
      try file.write(bytes, at: 0)
      try file.synchronize()
    }
    try FolderCopy.place(partial, as: output)
  }
}
