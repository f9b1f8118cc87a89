import CensusDomain
import CensusSQLite
import Foundation
import GRDB

/// Names the state that a report was made from.
enum AuditHead {
  /// The head of the audit trail.
  static func hash(_ db: Database) throws -> ContentHash { try AuditTrail.head(db).hash }

  /// The head of the audit trail as it was at `moment`.
  static func hash(_ db: Database, at moment: Timestamp) throws -> ContentHash {
    let head = try Data.fetchOne(
      db, sql: "SELECT hash FROM auditEntry WHERE at <= ? ORDER BY position DESC LIMIT 1",
      arguments: [moment.milliseconds])
    return head.flatMap { ContentHash(bytes: $0) } ?? .zero
  }
}
