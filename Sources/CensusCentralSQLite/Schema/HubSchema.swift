import CensusDomain
import CensusSQLite
import GRDB

/// The central store's schema and the marks of its file.
public enum HubSchema {
  /// "HCZC" in ASCII.
  public static let identity = StoreIdentity(
    applicationID: 0x4843_5A43, newestVersion: 2,
    name: LocalizedText(zh: "普查中心的存储", en: "a census central's store"))

  /// A step is never edited once it has shipped; changes are further steps.
  public static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 central store") { db in
      try db.execute(sql: AccessSchema.sql)
      try db.execute(sql: IngestSchema.sql)
      try db.execute(sql: InventorySchema.sql)
      try db.execute(sql: LedgerSchema.sql)
      try db.execute(sql: AuditTrail.schema)
      for table in appendOnly { try db.execute(sql: guards(table)) }
    }
    migrator.registerMigration("2 devices and forms") { db in
      try db.execute(sql: DeclarationSchema.sql)
      try db.execute(sql: guards("form"))
    }
    migrator.registerMigration("3 contenders") { db in
      try db.execute(sql: ContenderSchema.sql)
      try db.execute(sql: guards("settled"))
    }
    migrator.registerMigration("4 attachments") { db in
      try db.execute(sql: AttachmentSchema.sql)
    }
    migrator.registerMigration("6 relay") { db in try db.execute(sql: RelaySchema.sql) }
    migrator.registerMigration("7 relayed attachments") { db in
      try db.execute(sql: RelayAttachmentSchema.sql)
    }
    migrator.registerMigration("8 bundles") { db in
      try db.execute(sql: BundleSchema.sql)
      for table in ["bundle", "bundleKey"] { try db.execute(sql: guards(table)) }
    }
    migrator.registerMigration("9 desks") { db in try db.execute(sql: DeskSchema.sql) }
    migrator.registerMigration("11 witnesses") { db in
      try db.execute(sql: WitnessSchema.sql)
      try WitnessSchema.sealBatches(db)
      try db.execute(sql: changeGuard("batch"))
    }
    migrator.registerMigration("12 relay's head") { db in
      try db.execute(sql: RelayHeadSchema.sql)
    }
    migrator.registerMigration("13 bundles' heads") { db in
      try db.execute(sql: BundleHeadSchema.sql)
    }
    migrator.registerMigration("14 declared attachments in commit order") { db in
      try db.execute(sql: DeclaredSchema.sql)
    }
    migrator.registerMigration("15 papers") { db in
      try db.execute(sql: PaperSchema.sql)
      try db.execute(sql: guards("paper"))
    }
    migrator.registerMigration("16 quality") { db in
      try db.execute(sql: QualitySchema.sql)
      for table in QualitySchema.tables { try db.execute(sql: guards(table)) }
    }
    migrator.registerMigration("17 performance") { db in
      try db.execute(sql: PerformanceSchema.sql)
      for table in PerformanceSchema.tables { try db.execute(sql: guards(table)) }
    }
    migrator.registerMigration("17 refunds") { db in
      try db.execute(sql: RefundSchema.sql)
      try db.execute(sql: guards("expenseLine"))
    }
    return migrator
  }

  /// What was received or decided is never changed, only added to.
  private static let appendOnly = [
    "batch", "revision", "quarantine", "review", "inventoryVersion", "expenseLine", "activity",
  ]

  private static func guards(_ table: String) -> String {
    changeGuard(table) + """

      CREATE TRIGGER \(table)IsNeverDeleted BEFORE DELETE ON \(table)
        BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END;
      """
  }

  private static func changeGuard(_ table: String) -> String {
    """
    CREATE TRIGGER \(table)IsNeverChanged BEFORE UPDATE ON \(table)
      BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END;
    """
  }
}
