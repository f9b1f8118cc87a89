import CensusDomain

/// All operations of a central.
public enum Operations {
  /// Makes a new frozen version of the inventory.
  public static let importInventory = Operation<InventoryImport, InventorySummary>(
    "importInventory")
  /// Tells of the current inventory.
  public static let showInventory = Operation<InventoryQuery, InventorySummary>("showInventory")
  /// Lists entries for review.
  public static let listEntries = Operation<EntryQuery, EntryList>("listEntries")
  /// Shows one entry with its reviews.
  public static let showEntry = Operation<EntryReference, EntryDetail>("showEntry")
  /// Shows every revision of an entry, to decide what contends.
  public static let showConflict = Operation<EntryReference, ConflictDetail>("showConflict")
  /// Decides what contends in an entry.
  public static let settleConflict = Operation<ConflictDecision, ConflictOutcome>(
    "settleConflict")
  /// Passes or returns entries.
  public static let review = Operation<ReviewRequest, ReviewOutcome>("review")
  /// Adds vouchers to the ledger.
  public static let addExpenses = Operation<ExpenseRequest, ExpenseOutcome>("addExpenses")
  /// Lists the ledger.
  public static let listExpenses = Operation<LedgerQuery, ExpenseList>("listExpenses")
  /// Adds publicity, training or satisfaction records.
  public static let addActivities = Operation<ActivityRequest, ActivityList>("addActivities")
  /// Lists activities.
  public static let listActivities = Operation<LedgerQuery, ActivityList>("listActivities")
  /// Tells what counts as publicity, and changes it.
  public static let costRules = Operation<CostRulesChange, CostRules>("costRules")
  /// Adds a budget project with its performance sheet.
  public static let addProject = Operation<ProjectUpload, ProjectList>("addProject")
  /// Lists budget projects.
  public static let listProjects = Operation<ProjectQuery, ProjectList>("listProjects")
  /// Records what was found of an indicator.
  public static let recordIndicator = Operation<IndicatorRecord, IndicatorList>("recordIndicator")
  /// Tells how a project's indicators stand.
  public static let listIndicators = Operation<IndicatorQuery, IndicatorList>("listIndicators")
  /// Lists attachments that entries declare and of which the central has no file.
  public static let listMissingAttachments = Operation<AttachmentQuery, MissingAttachmentList>(
    "listMissingAttachments")
  /// Gives the inventory's objects with their stages, entries and geometries, page by page.
  public static let exportObjects = Operation<ExportQuery, ExportPage>("exportObjects")
  /// Makes a report.
  public static let report = Operation<ReportRequest, ReportDocument>("report")
  /// Makes a paper, and gives it a number unless it is a draft.
  public static let makePaper = Operation<PaperRequest, PaperDocument>("makePaper")
  /// Lists the papers that were handed over.
  public static let listPapers = Operation<PaperQuery, PaperList>("listPapers")
  /// Gives a paper as it was handed over.
  public static let showPaper = Operation<PaperReference, PaperDocument>("showPaper")
  /// Lists the records behind a figure of a paper.
  public static let traceFigure = Operation<FigureQuery, FigureTrace>("traceFigure")
  /// Makes a paper anew from the records and says where it differs.
  public static let verifyPaper = Operation<PaperReference, PaperAgreement>("verifyPaper")
  /// Tells what the survey is measured against, and changes it.
  public static let settings = Operation<SettingsChange, SettingsDocument>("settings")
  /// Enrols a device and issues its token.
  public static let addDevice = Operation<DeviceEnrolment, IssuedToken>("addDevice")
  /// Withdraws a device's token.
  public static let revokeDevice = Operation<DeviceReference, DeviceList>("revokeDevice")
  /// Lists devices.
  public static let listDevices = Operation<LedgerQuery, DeviceList>("listDevices")
  /// Adds an account and issues its token.
  public static let addAccount = Operation<AccountRequest, IssuedToken>("addAccount")
  /// Adds a form and announces it to every device.
  public static let addForm = Operation<FormUpload, FormList>("addForm")
  /// Lists the forms by which the central judges.
  public static let listForms = Operation<FormQuery, FormList>("listForms")
  /// Lists accounts.
  public static let listAccounts = Operation<LedgerQuery, AccountList>("listAccounts")
  /// Withdraws an account's token.
  public static let revokeAccount = Operation<AccountReference, AccountList>("revokeAccount")
  /// Tells the public key to which bundles are sealed.
  public static let showBundleKey = Operation<CentralKeyQuery, CentralKey>("showBundleKey")
  /// Takes in a bundle that was uploaded.
  public static let takeBundle = Operation<BundleArrival, BundleOutcome>("takeBundle")
  /// Tells how the central stands with the central above it.
  public static let relayStatus = Operation<LedgerQuery, RelayStatus>("relayStatus")
  /// Draws a quality sample.
  public static let drawSample = Operation<SampleOrder, SampleDraw>("drawSample")
  /// Lists the draws.
  public static let listSamples = Operation<SampleListQuery, SampleList>("listSamples")
  /// Shows a draw's sample with what was found.
  public static let showSample = Operation<SampleQuery, SampleDetail>("showSample")
  /// Records what checks of sampled objects found.
  public static let recordCheck = Operation<SampleCheckRequest, SampleCheckOutcome>("recordCheck")
  /// Makes the check table of a draw.
  public static let reportQuality = Operation<QualityReportRequest, ReportDocument>(
    "reportQuality")
}
