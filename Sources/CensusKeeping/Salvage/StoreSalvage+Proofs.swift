import CensusAPI
import CensusCentralSQLite
import CensusDomain
import CensusForms
import CensusJSON
import CensusSQLite
import Foundation
import GRDB

extension StoreSalvage {
  /// A revision as its own proved bytes say it is.
  struct Proved {
    let record: RevisionRecord
    let hash: ContentHash
    let bytes: [UInt8]
    let objectCode: String
    let townCode: String

    /// Reads a record; nil where it cannot be understood.
    init?(_ bytes: [UInt8]) {
      let parsed = try? JSONParser().withDocument(bytes) { node in
        let (record, content) = try RevisionRecord.read(node)
        return (
          record, content[member: "objectCode"]?.string ?? "",
          content[member: "townCode"]?.string ?? ""
        )
      }
      guard let parsed else { return nil }
      (record, objectCode, townCode) = parsed
      hash = ContentHash.sha256(of: bytes)
      self.bytes = bytes
    }

    /// The values that the tables of both kinds of store have of it.
    var values: [String: StoredValue] {
      [
        "entry": .blob(record.entry.bytes), "number": .integer(Int64(record.number)),
        "parent": record.parent.map { StoredValue.blob($0.bytes) } ?? .null,
        "hash": .blob(hash.bytes),
        "record": .blob(bytes), "author": .text(Array(record.author.utf8)),
        "form": .text(Array(record.form.utf8)), "objectCode": .text(Array(objectCode.utf8)),
        "townCode": .text(Array(townCode.utf8)), "device": .blob(record.device.bytes),
        "sequence": .integer(record.sequence),
      ]
    }
  }

  /// The table of this name.
  func table(_ name: String) -> StoreModel.Table? { model.tables.first { $0.name == name } }

  /// The value of a column in a row.
  func value(_ name: String, _ row: TableRow, _ table: StoreModel.Table) -> StoredValue? {
    table.columns.firstIndex { $0.name == name }.flatMap { row.values[$0] }
  }

  /// The rows of the table `revision` whose bytes prove right; the others are told as lost.
  mutating func provedRevisions() -> [(row: TableRow, proved: Proved)] {
    guard let table = table("revision") else { return [] }
    var found: [(row: TableRow, proved: Proved)] = []
    var seen: Set<ContentHash> = []
    for row in tables.rows(of: table) {
      guard case .blob(let bytes) = value("record", row, table),
        case .blob(let hash) = value("hash", row, table),
        hash == ContentHash.sha256(of: bytes).bytes, let proved = Proved(bytes)
      else {
        outcome.lost.append(.changed("revision \(title(row, table))"))
        continue
      }
      if seen.insert(proved.hash).inserted { found.append((row, proved)) }
    }
    return found
  }

  /// Inserts a revision with the columns that its bytes say, and with those that only its row had.
  func insert(
    _ proved: Proved, _ row: TableRow?, _ rowid: Int64?, _ writer: RowWriter,
    _ table: StoreModel.Table, without left: Set<String> = []
  ) throws {
    let values = proved.values
    try writer.insert(
      TableRow(
        rowid: rowid,
        values: table.columns.indices.map { place in
          let name = table.columns[place].name
          if left.contains(name) { return .null }
          return values[name] ?? row?.values[place]
        }))
  }

  /// Whether the hash or seal that a row has of itself proves right, and its values can be read.
  func isProved(_ row: TableRow, _ table: StoreModel.Table) -> Bool {
    func bytes(_ name: String) -> [UInt8] {
      if case .blob(let bytes) = value(name, row, table) { return bytes }
      return []
    }
    func text(_ name: String) -> String {
      if case .text(let bytes) = value(name, row, table) {
        return String(decoding: bytes, as: UTF8.self)
      }
      return ""
    }
    switch table.name {
    case "inventoryObject":
      let object = try? OperationCoding.decode(
        InventoryObject.self, from: Array(text("json").utf8))
      return object?.objectCode == text("objectCode") && object?.townCode == text("townCode")
        && object?.hazard.rawValue == text("hazard")
        && value("shouldSurvey", row, table) == .integer(object?.shouldSurvey == true ? 1 : 0)
    case "inventoryHistory":
      let forms = try? JSONDecoder().decode([String].self, from: Data(text("forms").utf8))
      return forms != nil && Hazard(rawValue: text("hazard")) != nil
    case "inventoryVersion":
      let hazards = try? OperationCoding.decode(
        [InventorySummary.HazardCount].self, from: Array(text("hazards").utf8))
      return hazards != nil
    case "device" where kind == .central: return RegionCode(text("region")) != nil
    case "account": return RegionCode(text("region")) != nil
    case "sampleDraw", "sampledObject", "sampleCheck": return isProvedSample(row, table)
    case "form", "paper": return ContentHash.sha256(of: bytes("json")).bytes == bytes("hash")
    case "quarantine":
      if ContentHash.sha256(of: bytes("record")).bytes == bytes("hash") { return true }
      let void = try? JSONParser().withDocument(bytes("record")) { try VoidLine.read($0) }
      return void?.hash.bytes == bytes("hash")
    case "batch" where kind == .central:
      guard case .integer(let time) = value("receivedAt", row, table) else { return false }
      let seal = bytes("digest").withUnsafeBytes { digest in
        bytes("receipt").withUnsafeBytes { receipt in
          BatchSeal.of(digest: digest, receivedAt: time, receipt: receipt)
        }
      }
      // A batch of before there were seals has none.
      return bytes("seal").isEmpty || bytes("seal") == seal.bytes
    default: return true
    }
  }

  /// Takes the audit log as far as its chain is whole.
  mutating func takeAudit(_ db: Database) throws {
    guard let table = table("auditEntry") else { return }
    let rows = tables.rows(of: table).sorted { ($0.rowid ?? 0) < ($1.rowid ?? 0) }
    let writer = RowWriter(db, table)
    // Of a row there may be an older copy on a page that no tree leads to.
    for row in rows where row.rowid == outcome.auditEntries + 1 {
      guard let hash = link(row, table, after: outcome.auditHead, outcome.auditEntries + 1) else {
        continue
      }
      try writer.insert(row)
      outcome.auditEntries += 1
      outcome.auditHead = hash
    }
    let rest = Set(rows.compactMap(\.rowid).filter { $0 > outcome.auditEntries }).count
    guard rest > 0 else { return }
    outcome.lost.append(
      StoreFault(
        "auditEntry \(outcome.auditEntries + 1)", zh: "日志链在此断开，其后读到 \(rest) 条未采用。",
        en: "The chain breaks here; \(rest) entries behind it were not taken."))
  }

  /// The hash of a row that follows the one before; nil where it does not.
  private func link(
    _ row: TableRow, _ table: StoreModel.Table, after head: ContentHash, _ position: Int64
  ) -> ContentHash? {
    let parts = ["actor", "device", "action", "subject", "detail"].compactMap { name -> String? in
      guard case .text(let bytes) = value(name, row, table) else { return nil }
      return String(decoding: bytes, as: UTF8.self)
    }
    guard row.rowid == position, parts.count == 5,
      case .integer(let at) = value("at", row, table),
      case .blob(let bytes) = value("hash", row, table)
    else { return nil }
    let hash = AuditLink.hash(
      after: head, position: position, at: Timestamp(milliseconds: at), event: parts)
    return hash.bytes == bytes ? hash : nil
  }

  /// The program's forms, those in the folder, and those in the new store, as far as they can be read.
  func forms(_ db: Database) throws -> FormCatalogue {
    let loaded = try? FormCatalogue.loading(directory: copy + "/forms")
    var forms = loaded ?? FormCatalogue.builtIn()
    for json in try Data.fetchAll(db, sql: "SELECT json FROM form") {
      if let more = try? forms.adding(documents: [Array(json)]) { forms = more }
    }
    return forms
  }
}
