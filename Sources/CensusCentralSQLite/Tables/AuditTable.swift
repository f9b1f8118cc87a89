import CensusDomain
import CensusHub
import CensusSQLite
import Foundation
import GRDB

/// The table `auditEntry`.
struct AuditTable: AuditRecords {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func append(_ event: AuditEvent, at time: Timestamp) throws -> ContentHash {
    let event = AuditTrail.Event(
      actor: event.actor, device: event.device, action: event.action, subject: event.subject,
      detail: event.detail)
    return try AuditTrail.append(db, event, at: time)
  }

  func head() throws -> ContentHash { try AuditTrail.head(db).hash }

  func contains(_ hash: ContentHash) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM auditEntry WHERE hash = ?)",
      arguments: [Data(hash.bytes)]) ?? false
  }

  func head(at moment: Timestamp) throws -> ContentHash {
    let head = try Data.fetchOne(
      db, sql: "SELECT hash FROM auditEntry WHERE at <= ? ORDER BY position DESC LIMIT 1",
      arguments: [moment.milliseconds])
    return head.flatMap { ContentHash(bytes: $0) } ?? .zero
  }

  func newestTime() throws -> Timestamp {
    let newest = try Int64.fetchOne(
      db, sql: "SELECT at FROM auditEntry ORDER BY position DESC LIMIT 1")
    return Timestamp(milliseconds: newest ?? 0)
  }

  func firstBreak() throws -> Int64? { try AuditTrail.firstBreak(db) }
}
