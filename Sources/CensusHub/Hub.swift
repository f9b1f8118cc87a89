import CensusAPI
import CensusDomain
import CensusFiles
import CensusForms
import Synchronization

/// A census central: takes in what devices send, keeps inventory, reviews and ledger, and reports.
///
/// All rules of the central are behind this class; the HTTP routes and the commands only call it.
/// What it knows is in a ``CentralStorage``, and every change is one transaction that also appends
/// to the audit trail.
public final class Hub: Sendable {
  /// The district whose survey this is.
  public let district: RegionCode
  /// The district's name.
  public let districtName: String
  /// The forms that entries are judged by: the program's, the folder's, and those that were added.
  public var forms: FormCatalogue { catalogue.withLock { $0 } }

  private let catalogue: Mutex<FormCatalogue>
  let clock: any WallClock
  let identifiers: IdentifierSource
  let tokens: TokenSource
  /// Nil where another process could change who may do what.
  let callers: CallerCache?
  /// Where attachments lie; nil where the central keeps none, and then it asks for none.
  let folder: AttachmentFolder?
  let maximumAttachmentBytes: Int64
  let running = RunningUploads()
  /// As whom this central numbers its own revisions until it is opened again.
  let deskID: UniqueID
  private let storage: any CentralStorage

  init(
    storage: any CentralStorage, district: RegionCode, districtName: String, parts: HubParts
  ) {
    self.storage = storage
    callers = storage.isExclusive ? CallerCache() : nil
    self.district = district
    self.districtName = districtName
    catalogue = Mutex(parts.forms)
    clock = parts.clock
    identifiers = parts.identifiers
    deskID = parts.identifiers.next(at: parts.clock.now())
    tokens = parts.tokens
    folder = parts.attachments
    maximumAttachmentBytes = parts.maximumAttachmentBytes
  }

  /// Judges by `form` from now on; must follow the commit that stored it.
  func learn(_ form: Form) { catalogue.withLock { $0 = $0.adding([form]) } }

  /// Runs `body` in one transaction; it commits whole or not at all.
  func commit<Result>(
    _ body: (any CentralTransaction) throws -> Result
  ) throws(CensusError) -> Result {
    try storage.write(body)
  }

  /// Reads a consistent state.
  func fetch<Result>(
    _ body: (any CentralTransaction) throws -> Result
  ) throws(CensusError) -> Result {
    try storage.read(body)
  }
}

/// What a hub takes from outside, so that tests can set each.
public struct HubParts: Sendable {
  /// The forms that entries are judged by.
  public var forms: FormCatalogue
  /// Tells the time.
  public var clock: any WallClock
  /// Makes the identifiers of reviews.
  public var identifiers: IdentifierSource
  /// Makes tokens.
  public var tokens: TokenSource
  /// Where attachments lie; nil where the central keeps none.
  public var attachments: AttachmentFolder?
  /// The largest attachment that is taken, bytes.
  public var maximumAttachmentBytes: Int64

  /// Gathers the parts; what is not named is the system's own.
  public init(
    forms: FormCatalogue, clock: any WallClock = SystemClock(),
    identifiers: IdentifierSource = .system, tokens: TokenSource = .system,
    attachments: AttachmentFolder? = nil,
    maximumAttachmentBytes: Int64 = ProtocolLimits.maximumAttachmentBytes
  ) {
    self.forms = forms
    self.clock = clock
    self.identifiers = identifiers
    self.tokens = tokens
    self.attachments = attachments
    self.maximumAttachmentBytes = maximumAttachmentBytes
  }
}
