/// What the hub's rules see of a storage within one transaction, by concern.
///
/// It serves only inside the body that it was given to.
public protocol CentralTransaction {
  /// The central's settings and the townships' names.
  var settings: any SettingRecords { get }
  /// The enrolled devices.
  var devices: any DeviceRecords { get }
  /// The accounts.
  var accounts: any AccountRecords { get }
  /// The batches that were taken in.
  var batches: any BatchRecords { get }
  /// The revisions that were stored.
  var revisions: any RevisionRecords { get }
  /// The revisions that were rejected.
  var quarantine: any QuarantineRecords { get }
  /// The entries and where each stands.
  var entries: any EntryRecords { get }
  /// What entries claim under the rules across records.
  var claims: any ClaimRecords { get }
  /// The attachments that revisions declare.
  var attachments: any AttachmentRecords { get }
  /// The uploads of attachments that were begun.
  var uploads: any UploadRecords { get }
  /// The reviews.
  var reviews: any ReviewRecords { get }
  /// The inventory's versions.
  var inventory: any InventoryRecords { get }
  /// How far each object of the current inventory has come.
  var stages: any StageRecords { get }
  /// The sums that reports are made from.
  var progress: any ProgressCounts { get }
  /// The forms that were added.
  var forms: any FormRecords { get }
  /// What happened, in commit order.
  var feed: any FeedRecords { get }
  /// What goes to and comes from other centrals.
  var relays: any RelayRecords { get }
  /// What came and goes by bundles.
  var bundles: any BundleRecords { get }
  /// Spending and activities.
  var ledger: any LedgerRecords { get }
  /// The quality samples and their checks.
  var quality: any QualityRecords { get }
  /// The inventory's objects beside what is known of them.
  var exports: any ExportRecords { get }
  /// Budget projects and what was recorded of their indicators.
  var performance: any PerformanceRecords { get }
  /// The papers that were handed over, and past days' counts.
  var papers: any PaperRecords { get }
  /// What happened within a period.
  var periods: any PeriodRecords { get }
  /// The audit trail.
  var audit: any AuditRecords { get }
  /// Whether the storage itself is sound.
  var health: any StorageHealth { get }
}
