import CensusAPI
import CensusDomain
import CensusFiles
import Synchronization

/// Writes one part of an upload for one request, until a later request takes the upload over.
public final class UploadWriter: Sendable {
  private struct State {
    var written: Int64 = 0
    var checksum: UploadChecksum?
  }

  private let hub: Hub
  private let folder: AttachmentFolder
  private let upload: StoredUpload
  private let file: PlainFile
  private let turn: UploadTurn
  private let state: Mutex<State>
  private let isChecked: Bool

  init(
    hub: Hub, folder: AttachmentFolder, upload: StoredUpload, checksum: UploadChecksum?,
    turn: UploadTurn
  ) throws(CensusError) {
    self.hub = hub
    self.turn = turn
    self.folder = folder
    self.upload = upload
    file = try PlainFile.changing(folder.path(of: upload))
    // What an earlier request wrote and never confirmed does not count.
    try file.truncate(to: upload.received)
    state = Mutex(State(checksum: checksum))
    isChecked = checksum != nil
  }

  deinit { release() }

  /// Lets the upload go; what was written and not confirmed does not count.
  public func release() { hub.running.release(upload.id, turn) }

  /// Writes further bytes; they count once ``finish()`` or ``cut()`` returned.
  ///
  /// - Throws: ``UploadFailure``: `busy` where a later request took the upload over, `tooLarge`;
  ///   ``CensusError``.
  public func append(_ bytes: [UInt8]) throws {
    try turn.during {
      let offset = upload.received + state.withLock { $0.written }
      guard offset + Int64(bytes.count) <= upload.size else {
        try? file.truncate(to: upload.received)
        throw UploadFailure.tooLarge(upload.size)
      }
      try file.write(bytes, at: offset)
      state.withLock {
        $0.written += Int64(bytes.count)
        $0.checksum?.update(bytes)
      }
    }
  }

  /// Ends the part: what it brought is on the disk and counts from now on.
  ///
  /// - Returns: the upload as it stands then.
  /// - Throws: ``UploadFailure`` where the checksum is wrong, the whole is another file, or a later
  ///   request took the upload over; ``CensusError``.
  public func finish() throws -> StoredUpload {
    defer { release() }
    return try turn.during {
      let (written, agrees) = state.withLock { ($0.written, $0.checksum?.agrees ?? true) }
      guard agrees else {
        try file.truncate(to: upload.received)
        throw UploadFailure.checksum
      }
      return try confirm(written)
    }
  }

  /// Ends a part whose rest did not come: what came without a checksum counts.
  ///
  /// Of a part with a checksum nothing does, since a part of it cannot be proved.
  /// - Throws: ``UploadFailure``: `busy` where a later request took the upload over; ``CensusError``.
  public func cut() throws {
    defer { release() }
    try turn.during {
      guard !isChecked else { return try file.truncate(to: upload.received) }
      _ = try confirm(state.withLock { $0.written })
    }
  }

  private func confirm(_ written: Int64) throws -> StoredUpload {
    var standing = upload
    standing.received += written
    if written > 0 { try file.synchronize() }
    return try hub.confirm(standing, in: folder)
  }
}

extension AttachmentFolder {
  /// The name in ``incoming`` of what was received of an upload.
  func name(of upload: StoredUpload) -> String { "upload-\(upload.id)" }

  /// Where it is.
  func path(of upload: StoredUpload) -> String { incoming + "/" + name(of: upload) }
}
