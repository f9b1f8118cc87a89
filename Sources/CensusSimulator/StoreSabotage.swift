import Foundation
import GRDB

/// A fault that is planted in the stores' files after a run, to see whether the checks find it.
public enum StoreSabotage: Sendable, CaseIterable {
  /// A working copy says something else.
  case draftChanged
  /// A record has other bytes.
  case recordChanged
  /// The central holds a revision of the same place once more.
  case heldTwice
  /// A merge lost what one side had changed.
  case mergeLost
  /// A device holds an entry of another township.
  case regionCrossed
  /// A row of the audit chain was rewritten.
  case auditRewritten
  /// The counts behind the report are wrong.
  case countChanged
  /// A file stays open.
  case fileLeftOpen

  /// What is done to every device's file; the central's is attached as `central`.
  var deviceSQL: String? {
    switch self {
    case .draftChanged:
      #"UPDATE draft SET content = replace(content, '"remark":"', '"remark":"!')"#
    case .recordChanged:
      """
      DROP TRIGGER revisionIsNeverChanged;
      UPDATE revision SET record = CAST(replace(CAST(record AS TEXT), '0315', '0316') AS BLOB)
      WHERE sequence = 1
      """
    case .regionCrossed:
      """
      INSERT OR IGNORE INTO revision (entry, number, parent, hash, record)
      SELECT entry, number, parent, hash, record FROM central.revision
      """
    default: nil
    }
  }

  /// What is done to the central's file.
  var centralSQL: String? {
    switch self {
    case .heldTwice:
      """
      INSERT INTO quarantine
        (device, sequence, hash, batch, author, form, objectCode, faults, at, record)
      SELECT device, sequence, hash, zeroblob(16), author, form, '', '[]', 0, record
      FROM revision LIMIT 1
      """
    case .mergeLost:
      """
      DROP TRIGGER revisionIsNeverChanged;
      UPDATE revision SET record = CAST(
        replace(CAST(record AS TEXT), '"remark":"', '"remark":"!') AS BLOB)
      WHERE instr(CAST(record AS TEXT), '"settles":[') > 0
      """
    case .auditRewritten:
      """
      DROP TRIGGER auditEntryIsNeverChanged;
      UPDATE auditEntry SET detail = detail || '!' WHERE position = 1
      """
    case .countChanged: "UPDATE progress SET count = count + 1"
    default: nil
    }
  }
}

extension Simulation {
  /// Plants a fault in the files; what is checked afterwards goes on from there.
  func plant(_ fault: StoreSabotage) async throws {
    if let sql = fault.centralSQL {
      let copy = try folders.copy(centralFolder, to: "sabotaged")
      try Simulation.change(copy + "/central.sqlite", sql)
      moveCentral(to: copy, "sabotage")
    }
    for slot in devices.indices where fault.deviceSQL != nil {
      let copy = try folders.copy(devices[slot].folder, to: "sabotaged")
      let central = try folders.copy(centralFolder, to: "witness") + "/central.sqlite"
      try Simulation.change(copy + "/device.sqlite", fault.deviceSQL ?? "", beside: central)
      await moveDevice(slot, to: copy, "sabotage")
    }
    // Nobody closes it.
    if fault == .fileLeftOpen { _ = open(centralFolder + "/central.sqlite", O_RDONLY) }
  }

  private static func change(
    _ file: String, _ sql: String, beside central: String? = nil
  ) throws {
    let queue = try DatabaseQueue(path: file)
    defer { try? queue.close() }
    try queue.writeWithoutTransaction { db in
      if let central { try db.execute(sql: "ATTACH ? AS central", arguments: [central]) }
      try db.execute(sql: sql)
    }
  }
}
