import CensusAPI
import CensusDomain
import CensusFiles
import Synchronization

/// Writes one part of an upload for one request, until the part of another has come first.
///
/// What lies in the file behind what was confirmed does not count, whoever wrote it; it is written over.
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
    state = Mutex(State(checksum: checksum))
    isChecked = checksum != nil
  }

  deinit { release() }

  /// Lets the upload go; what was written and not confirmed does not count.
  public func release() { hub.running.release(upload.id, turn) }

  /// Writes further bytes; they count once ``finish()`` or ``cut()`` returned.
  ///
  /// - Throws: ``UploadFailure``: `busy` where the part of another came first, `tooLarge`;
  ///   ``CensusError``.
  public func append(_ bytes: [UInt8]) throws {
    try turn.during {
      let offset = upload.received + state.withLock { $0.written }
      guard offset + Int64(bytes.count) <= upload.size else {
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
  /// - Throws: ``UploadFailure`` where the checksum is wrong, the whole is another file, or the part of
  ///   another came first; ``CensusError``.
  public func finish() throws -> StoredUpload {
    defer { release() }
    return try turn.during {
      let (written, agrees) = state.withLock { ($0.written, $0.checksum?.agrees ?? true) }
      guard agrees else { throw UploadFailure.checksum }
      guard hub.running.close(upload.id, by: turn) else { throw UploadFailure.busy }
      return try confirm(written)
    }
  }

  /// Ends a part whose rest did not come: what came without a checksum counts.
  ///
  /// Of a part with a checksum nothing does, since a part of it cannot be proved; nor of one that the
  /// client sends again already.
  /// - Throws: ``UploadFailure``: `busy` where the part of another came first; ``CensusError``.
  public func cut() throws {
    defer { release() }
    try turn.during {
      guard !isChecked, hub.running.close(upload.id, by: turn, isLast: true) else { return }
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
