import CensusAPI
import CensusDomain
import CensusFiles
import CensusStore

/// Sends the attachments that the central lacks, after the entries: one that fails holds nothing up.
struct AttachmentUploader {
  private let store: DeviceStore
  private let client: SyncClient
  private let policy: RetryPolicy
  private let environment: SyncEngine.Environment

  init(
    store: DeviceStore, client: SyncClient, policy: RetryPolicy,
    environment: SyncEngine.Environment
  ) {
    self.store = store
    self.client = client
    self.policy = policy
    self.environment = environment
  }

  /// Sends what is here of what is missing, and notes in `report` how far that came.
  ///
  /// - Throws: only what the device's own store says, and cancellation.
  func run(_ report: inout SyncReport) async throws {
    guard let folder = store.attachments, try store.declaresAttachments() else { return }
    let missing: MissingAttachments
    do {
      missing = try await client.missingAttachments()
    } catch {
      return tell(error, of: nil)
    }
    report.attachmentsMissing = missing.hashes.count
    try store.noteAttachments(missing: Set(missing.hashes))
    let here = missing.hashes.filter { folder.contains($0) }
    var size = PartSize()
    var bytes: Int64 = 0
    for (index, hash) in here.enumerated() {
      try Task.checkCancellation()
      do {
        bytes += try await upload(hash, from: folder, most: missing.maximumBytes, &size)
        try store.noteAttachmentSent(hash)
        report.attachments += 1
        report.attachmentsMissing -= 1
      } catch let failure as SyncClient.Failure {
        tell(failure, of: hash)
        // Without a network the others fare no better.
        if case .transport = failure { return }
      } catch let error as CensusError {
        environment.report(.attachmentFailed(hash, error))
      }
      environment.report(.attachments(done: index + 1, of: here.count, bytes: bytes))
    }
  }

  /// A failure of one attachment is told, not thrown.
  private func tell(_ failure: SyncClient.Failure, of hash: ContentHash?) {
    switch failure {
    case .transport(let transport):
      environment.report(.attachmentFailed(hash ?? .zero, transport.asCensusError))
    // A central that knows no attachments yet has said so; there is nothing to tell a surveyor.
    case .refused(_, 404, _) where hash == nil: break
    case .refused(let error, _, _): environment.report(.attachmentFailed(hash ?? .zero, error))
    }
  }

  /// Sends one file, going on after cuts from what the central confirmed; gives the bytes it took.
  private func upload(
    _ hash: ContentHash, from folder: AttachmentFolder, most: Int64, _ size: inout PartSize
  ) async throws -> Int64 {
    let file = try PlainFile.reading(folder.path(of: hash))
    let total = try file.size()
    guard total <= most else {
      throw CensusError(
        .tooLarge, zh: "附件超过中心的上限 \(most) 字节。",
        en: "The attachment is over the central's limit of \(most) bytes.")
    }
    guard try file.digest().hash == hash else {
      throw CensusError(
        .inputOutput, zh: "附件文件 \(file.path) 已损坏。", en: "The file \(file.path) is damaged.",
        remedy: LocalizedText(
          zh: "用 entry attach 再次加入原照片。", en: "Add the original again with entry attach."))
    }
    var point: SyncClient.UploadPoint?
    var failures = 0
    while true {
      try Task.checkCancellation()
      do {
        if let known = point {
          if known.offset >= total { return total }
          point = try await client.send(
            try file.read(at: known.offset, count: size.bytes), after: known)
          size.grow()
        } else {
          let isSmall = total <= Int64(size.bytes)
          point = try await client.beginUpload(
            of: hash, size: total, whole: isSmall ? try file.read(at: 0, count: Int(total)) : nil)
        }
        failures = 0
      } catch let failure as SyncClient.Failure {
        failures += 1
        try await wait(after: failure, failures, &size)
        // Beginning again finds the upload wherever it stands, also one whose answer was lost.
        point = nil
      }
    }
  }

  /// Waits before a further attempt, or throws what cannot be repeated.
  private func wait(
    after failure: SyncClient.Failure, _ failures: Int, _ size: inout PartSize
  ) async throws {
    var retryAfter: Int?
    let isPassing: Bool
    switch failure {
    case .transport(let transport):
      isPassing = transport.kind == .interrupted || transport.kind == .unreachable
      if transport.kind == .interrupted { size.halve() }
    case .refused(_, let status, let seconds):
      // Another place, a damaged part, a busy or forgotten upload: beginning anew mends each.
      isPassing = [404, 409, 410, 423, 429, 460, 502, 503, 504].contains(status)
      retryAfter = seconds
    }
    guard isPassing, failures < policy.attempts else { throw failure }
    try await environment.wait(
      policy.wait(
        afterAttempt: failures, fraction: environment.randomFraction(), retryAfter: retryAfter))
  }
}
