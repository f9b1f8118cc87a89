import CensusHub
import GRDB

/// The tables as they are seen within one transaction; each is made when it is first needed.
final class SQLiteTransaction: CentralTransaction {
  private let db: Database
  private let cursors: CursorCounter

  private(set) lazy var settings: any SettingRecords = SettingTable(db)
  private(set) lazy var devices: any DeviceRecords = DeviceTable(db)
  private(set) lazy var accounts: any AccountRecords = AccountTable(db)
  private(set) lazy var batches: any BatchRecords = BatchTable(db)
  private(set) lazy var revisions: any RevisionRecords = RevisionTable(db, cursors)
  private(set) lazy var quarantine: any QuarantineRecords = QuarantineTable(db)
  private(set) lazy var entries: any EntryRecords = EntryTable(db)
  private(set) lazy var claims: any ClaimRecords = ClaimTable(db)
  private(set) lazy var attachments: any AttachmentRecords = AttachmentTable(db)
  private(set) lazy var uploads: any UploadRecords = UploadTable(db)
  private(set) lazy var reviews: any ReviewRecords = ReviewTable(db, cursors)
  private(set) lazy var inventory: any InventoryRecords = InventoryTable(db, cursors)
  private(set) lazy var stages: any StageRecords = StageTable(db)
  private(set) lazy var progress: any ProgressCounts = ProgressTable(db)
  private(set) lazy var forms: any FormRecords = FormTable(db, cursors)
  private(set) lazy var feed: any FeedRecords = FeedReader(db, cursors)
  private(set) lazy var relays: any RelayRecords = RelayTable(db)
  private(set) lazy var bundles: any BundleRecords = BundleTable(db)
  private(set) lazy var ledger: any LedgerRecords = LedgerTable(db)
  private(set) lazy var quality: any QualityRecords = QualityTable(db)
  private(set) lazy var exports: any ExportRecords = ExportTable(db)
  private(set) lazy var performance: any PerformanceRecords = PerformanceTable(db)
  private(set) lazy var papers: any PaperRecords = PaperTable(db)
  private(set) lazy var periods: any PeriodRecords = PeriodTable(db)
  private(set) lazy var audit: any AuditRecords = AuditTable(db)
  private(set) lazy var health: any StorageHealth = FileHealth(db)

  init(_ db: Database) {
    self.db = db
    cursors = CursorCounter(db)
  }
}
