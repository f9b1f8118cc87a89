import CensusAPI
import CensusDomain
import CensusStore

extension SyncEngine {
  /// Sends what is here of what the central lacks, and notes in `report` how far that came.
  ///
  /// - Throws: only what the device's own store says, and cancellation.
  func sendAttachments(_ report: inout SyncReport) async throws {
    guard let folder = store.attachments, try store.declaresAttachments() else { return }
    let uploader = AttachmentUploader(
      client: client, policy: policy, wait: environment.wait,
      randomFraction: environment.randomFraction)
    try await uploader.run(from: folder) { event in
      switch event {
      case .asked(let missing):
        report.attachmentsMissing = missing.count
        try store.noteAttachments(missing: Set(missing))
      case .sent(let hash, _):
        try store.noteAttachmentSent(hash)
        report.attachments += 1
        report.attachmentsMissing -= 1
      case .failed(let hash, let error):
        environment.report(.attachmentFailed(hash, error))
      case .progress(let done, let all, let bytes):
        environment.report(.attachments(done: done, of: all, bytes: bytes))
      }
    }
  }
}
