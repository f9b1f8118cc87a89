import CensusDomain
import CensusStore
import CensusSync
import Foundation

/// An event of a sync as a line of JSON; `Docs/Sync-protocol.md` lists the names and units.
struct SyncEventLine: Encodable {
  var event: String
  var entries: Int?
  var bytes: Int?
  var entriesDone: Int?
  var entriesTotal: Int?
  var bytesDone: Int?
  var bytesTotal: Int?
  var bytesSent: Int?
  var bytesPerSecond: Int64?
  var secondsLeft: Int?
  var sequence: Int64?
  var changes: Int?
  var version: Int?
  var objects: Int?
  var entry: UniqueID?
  var attachmentsDone: Int?
  var attachmentsTotal: Int?
  var attachment: ContentHash?
  var code: String?
  var reason: LocalizedText?
  var waitMilliseconds: Int64?
  var retryAfterSeconds: Int?

  private init(event: String) { self.event = event }

  init(_ event: SyncEvent) {
    switch event {
    case .connected(let unsent, let bytes):
      self.init(event: "connected")
      (entries, self.bytes) = (unsent, bytes)
    case .recovered(let count):
      self.init(event: "recovered")
      entries = count
    case .pushed(let progress):
      self.init(event: "progress")
      (entriesDone, entriesTotal) = (progress.entriesDone, progress.entriesTotal)
      (bytesDone, bytesTotal) = (progress.bytesDone, progress.bytesTotal)
      (bytesSent, bytesPerSecond) = (progress.bytesSent, progress.bytesPerSecond)
      secondsLeft = progress.secondsLeft
    case .settingAside(let sequence, let error):
      self.init(event: "settingAside", error)
      self.sequence = sequence
    case .withdrawn(let count):
      self.init(event: "withdrawn")
      entries = count
    case .restartedPull: self.init(event: "changesRestarted")
    case .pulled(let changes):
      self.init(event: "changes")
      self.changes = changes
    case .inventory(let version, let objects):
      self.init(event: "inventory")
      (self.version, self.objects) = (version, objects)
    case .merged(let resolution):
      self.init(event: "merged")
      entry = resolution.entry
    case .attachments(let done, let total, let bytes):
      self.init(event: "attachments")
      (attachmentsDone, attachmentsTotal) = (done, total)
      bytesSent = Int(bytes)
    case .attachmentFailed(let hash, let error):
      self.init(event: "attachmentFailed", error)
      attachment = hash
    case .retrying(let error, let milliseconds):
      self.init(event: "retrying", error)
      waitMilliseconds = milliseconds
    case .gaveUp(let error, let retryAfter):
      self.init(event: "gaveUp", error)
      retryAfterSeconds = retryAfter
    }
  }

  private init(event: String, _ error: CensusError) {
    self.init(event: event)
    code = error.code.description
    reason = error.message
  }

  /// Part of a batch's body has been sent.
  static func uploading(_ sent: Int64, of total: Int64) -> SyncEventLine {
    var line = SyncEventLine(event: "uploading")
    (line.bytesDone, line.bytesTotal) = (Int(sent), Int(total))
    return line
  }

  /// Nothing is under way; the next sync begins after so long at the latest.
  static func waiting(milliseconds: Int64) -> SyncEventLine {
    var line = SyncEventLine(event: "waiting")
    line.waitMilliseconds = milliseconds
    return line
  }
}

/// What a sync did, as the last of its lines.
struct SyncDoneLine: Encodable {
  let report: SyncReport

  private enum CodingKeys: String, CodingKey { case event }

  func encode(to encoder: any Encoder) throws {
    try report.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode("done", forKey: .event)
  }
}
