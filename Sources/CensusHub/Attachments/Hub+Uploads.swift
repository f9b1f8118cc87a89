import CensusAPI
import CensusDomain
import CensusFiles
import Foundation

extension Hub {
  /// The largest attachment that this central takes, bytes.
  public var attachmentLimit: Int64 { maximumAttachmentBytes }

  /// Begins an upload, or finds the one that the caller has begun of the same file.
  ///
  /// A file that is held already makes an upload that is complete from the beginning.
  /// - Throws: ``UploadFailure`` or ``CensusError``.
  public func beginUpload(
    of hash: ContentHash, size: Int64, by caller: Caller
  ) throws -> StoredUpload {
    let owner = try Hub.uploader(caller)
    let folder = try attachmentFolder()
    guard size > 0 else {
      throw UploadFailure(
        .invalid, .usage, zh: "附件不能是空的。", en: "An attachment cannot be empty.")
    }
    // An account also brings bundles, which are as large as a stick lets them be.
    let most =
      caller.device == nil
      ? max(maximumAttachmentBytes, ProtocolLimits.maximumBundleBytes) : maximumAttachmentBytes
    guard size <= most else { throw UploadFailure.tooLarge(most) }
    try sweepUploads()
    if let begun = try fetch({ try $0.uploads.find(hash, of: owner) }) {
      if let going = try refreshed(begun, in: folder), going.size == size { return going }
      try forget(begun, in: folder)
    }
    let now = clock.now()
    var upload = StoredUpload(
      id: identifiers.next(at: now), hash: hash, size: size, received: 0, caller: owner,
      expiresAt: Hub.expiry(from: now))
    if folder.size(of: hash) == size, try folder.verify(hash) {
      upload.received = size
      return try arrive(upload)
    }
    guard try fetch({ try $0.uploads.open(of: owner) }) < ProtocolLimits.maximumOpenUploads else {
      throw UploadFailure.tooMany
    }
    _ = try folder.makeIncoming(named: folder.name(of: upload))
    try commit { records in try records.uploads.set(upload) }
    return upload
  }

  /// How far an upload of the caller has come.
  ///
  /// - Throws: ``UploadFailure``: `unknown` or `expired`; ``CensusError``.
  public func upload(_ id: UniqueID, by caller: Caller) throws -> StoredUpload {
    let folder = try attachmentFolder()
    let upload = try owned(id, by: caller)
    guard upload.expiresAt > clock.now() else {
      try forget(upload, in: folder)
      throw UploadFailure.expired
    }
    guard let standing = try refreshed(upload, in: folder) else {
      try forget(upload, in: folder)
      throw UploadFailure.unknown
    }
    return standing
  }

  /// Goes on with an upload by the part that begins at `offset`, beside requests that still write to it.
  ///
  /// - Throws: ``UploadFailure``: `busy`, `offset`, `unknown` or `expired`; ``CensusError``.
  public func write(
    _ id: UniqueID, at offset: Int64, checksum: UploadChecksum?, by caller: Caller
  ) throws -> UploadWriter {
    let turn = try join(id, by: caller)
    do {
      return try turn.during {
        let upload = try upload(id, by: caller)
        guard upload.received == offset else { throw UploadFailure.offset(offset, upload.received) }
        guard !upload.isComplete else { throw UploadFailure.offset(offset, upload.size) }
        return try UploadWriter(
          hub: self, folder: try attachmentFolder(), upload: upload, checksum: checksum, turn: turn)
      }
    } catch {
      running.release(id, turn)
      throw error
    }
  }

  /// Gives an upload up, whatever came of it and whoever writes to it; a file that is complete stays.
  ///
  /// - Throws: ``UploadFailure``: `busy`, `unknown` or `expired`; ``CensusError``.
  public func terminateUpload(_ id: UniqueID, by caller: Caller) throws {
    let turn = try join(id, by: caller)
    defer { running.release(id, turn) }
    try turn.during {
      guard running.close(id, by: turn) else { throw UploadFailure.busy }
      try forget(try upload(id, by: caller), in: try attachmentFolder())
    }
  }

  /// Nobody goes on with what is not theirs.
  private func join(_ id: UniqueID, by caller: Caller) throws -> UploadTurn {
    _ = try owned(id, by: caller)
    return running.join(id)
  }

  /// The upload as it was noted.
  private func owned(_ id: UniqueID, by caller: Caller) throws -> StoredUpload {
    let owner = try Hub.uploader(caller)
    guard let upload = try fetch({ try $0.uploads.find(id) }), upload.caller == owner else {
      throw UploadFailure.unknown
    }
    return upload
  }

  /// Notes what a part brought; the last part makes the file an attachment.
  func confirm(_ upload: StoredUpload, in folder: AttachmentFolder) throws -> StoredUpload {
    var upload = upload
    upload.expiresAt = Hub.expiry(from: clock.now())
    guard upload.isComplete else {
      try commit { records in try records.uploads.set(upload) }
      return upload
    }
    do throws(CensusError) {
      _ = try folder.adopt(incoming: folder.path(of: upload), expected: upload.hash)
    } catch {
      guard error.code == .invalidData else { throw error }
      try forget(upload, in: folder)
      throw UploadFailure(.content, error)
    }
    return try arrive(upload)
  }

  /// Removes uploads that nobody went on with.
  public func sweepUploads() throws(CensusError) {
    guard let folder else { return }
    let now = clock.now()
    let expired = try fetch { records in
      try records.uploads.all().filter { $0.expiresAt <= now }
    }
    for upload in expired {
      guard let turn = running.take(upload.id) else { continue }
      defer { running.release(upload.id, turn) }
      try forget(upload, in: folder)
      try forgetBundle(of: upload, in: folder)
    }
  }

  /// The upload with what the disk says: complete after a cut between renaming and noting, nil where
  /// the file is gone or shorter than was noted.
  private func refreshed(
    _ upload: StoredUpload, in folder: AttachmentFolder
  ) throws -> StoredUpload? {
    if upload.isComplete { return folder.contains(upload.hash) ? upload : nil }
    if folder.size(of: upload.hash) == upload.size, try folder.verify(upload.hash) {
      unlink(folder.path(of: upload))
      var complete = upload
      complete.received = upload.size
      return try arrive(complete)
    }
    guard let file = try? PlainFile.reading(folder.path(of: upload)) else { return nil }
    return try file.size() >= upload.received ? upload : nil
  }

  private func arrive(_ upload: StoredUpload) throws(CensusError) -> StoredUpload {
    try commit { records in
      try records.uploads.set(upload)
      try Hub.note(upload.hash, isHeld: true, in: records, at: clock.now())
    }
    return upload
  }

  private func forget(_ upload: StoredUpload, in folder: AttachmentFolder) throws(CensusError) {
    try commit { records in try records.uploads.remove(upload.id) }
    unlink(folder.path(of: upload))
  }

  func attachmentFolder() throws(CensusError) -> AttachmentFolder {
    if let folder { return folder }
    throw CensusError(
      .configuration, zh: "此中心不保存附件。", en: "This central keeps no attachments.")
  }

  private static func expiry(from now: Timestamp) -> Timestamp {
    Timestamp(milliseconds: now.milliseconds + ProtocolLimits.uploadLifetime)
  }

  static let accountPrefix = "account "

  /// Whose upload it is: a device's, or a coordinator's account.
  private static func uploader(_ caller: Caller) throws(CensusError) -> String {
    if let device = caller.device { return "device \(device)" }
    try caller.require(.coordinate)
    return accountPrefix + caller.name
  }
}
