import CensusAPI
import CensusDomain
import CensusFiles

/// Sends the attachments that the other side lacks, after the entries: one that fails holds nothing up.
///
/// A device sends to its central so, and a central to the one above it.
package struct AttachmentUploader {
  /// What is told while attachments are sent.
  package enum Event {
    /// The other side said what it lacks.
    case asked(missing: [ContentHash])
    /// It confirmed a whole file; bytes of it.
    case sent(ContentHash, bytes: Int64)
    /// One could not be sent and waits for the next time; zero where the question itself failed.
    case failed(ContentHash, CensusError)
    /// So many of those that are here were dealt with; bytes that travelled of whole ones.
    case progress(done: Int, of: Int, bytes: Int64)
  }

  private let client: SyncClient
  private let policy: RetryPolicy
  private let wait: @Sendable (Int64) async throws -> Void
  private let randomFraction: @Sendable () -> Double

  /// Makes an uploader.
  ///
  /// - Parameters:
  ///   - wait: waits so many milliseconds, or throws when cancelled.
  ///   - randomFraction: a random number in 0..<1.
  package init(
    client: SyncClient, policy: RetryPolicy,
    wait: @escaping @Sendable (Int64) async throws -> Void,
    randomFraction: @escaping @Sendable () -> Double
  ) {
    self.client = client
    self.policy = policy
    self.wait = wait
    self.randomFraction = randomFraction
  }

  /// Sends what is in `folder` of what is missing.
  ///
  /// - Throws: only what `tell` does, and cancellation.
  package func run(
    from folder: AttachmentFolder, tell: (Event) async throws -> Void
  ) async throws {
    let missing: MissingAttachments
    do {
      missing = try await client.missingAttachments()
    } catch let failure {
      // A central that knows no attachments yet has said so; there is nothing to tell anybody.
      if case .refused(_, let status, _) = failure, status == 404 { return }
      return try await tell(.failed(.zero, failure.asCensusError))
    }
    try await tell(.asked(missing: missing.hashes))
    let here = missing.hashes.filter { folder.contains($0) }
    var size = PartSize()
    var bytes: Int64 = 0
    for (index, hash) in here.enumerated() {
      try Task.checkCancellation()
      switch try await outcome(of: hash, from: folder, most: missing.maximumBytes, &size) {
      case .sent(let count):
        bytes += count
        try await tell(.sent(hash, bytes: count))
      case .failed(let error, let isLinkDown):
        try await tell(.failed(hash, error))
        // Without a network the others fare no better.
        if isLinkDown { return }
      }
      try await tell(.progress(done: index + 1, of: here.count, bytes: bytes))
    }
  }

  private enum Outcome {
    case sent(Int64)
    case failed(CensusError, isLinkDown: Bool)
  }

  /// A failure of one attachment is told, not thrown.
  private func outcome(
    of hash: ContentHash, from folder: AttachmentFolder, most: Int64, _ size: inout PartSize
  ) async throws -> Outcome {
    do {
      return .sent(try await upload(hash, from: folder, most: most, &size))
    } catch let failure as SyncClient.Failure {
      var isLinkDown = false
      if case .transport = failure { isLinkDown = true }
      return .failed(failure.asCensusError, isLinkDown: isLinkDown)
    } catch let error as CensusError {
      return .failed(error, isLinkDown: false)
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
    return try await send(file, of: hash, size: total, in: &size)
  }

  /// Sends the file of `hash`, going on after cuts from what the central confirmed; gives its size.
  ///
  /// - Throws: ``SyncClient/Failure`` once it is given up, ``CensusError`` of the disk, cancellation.
  func send(
    _ file: PlainFile, of hash: ContentHash, size total: Int64, in size: inout PartSize,
    progress: (Int64) -> Void = { _ in }
  ) async throws -> Int64 {
    var point: SyncClient.UploadPoint?
    var failures = 0
    while true {
      try Task.checkCancellation()
      do {
        if let known = point {
          progress(known.offset)
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
    try await wait(
      policy.wait(afterAttempt: failures, fraction: randomFraction(), retryAfter: retryAfter))
  }
}
