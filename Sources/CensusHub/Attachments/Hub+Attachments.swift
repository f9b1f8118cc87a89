import CensusAPI
import CensusDomain
import CensusFiles

extension Hub {
  /// Where attachments lie; nil where the central keeps none.
  public var attachments: AttachmentFolder? { folder }

  /// What the central lacks of the device's attachments.
  ///
  /// A device that rejoined answers for its former identities too, and a relay for all that it carries.
  /// - Throws: ``CensusError``, what the store said.
  public func missingAttachments(of device: DeviceIdentity) throws(CensusError)
    -> MissingAttachments
  {
    let list = try fetch { records in
      try records.attachments.listMissing(
        within: nil, of: device.id, limit: Hub.mostMissing)
    }
    return MissingAttachments(
      hashes: Array(Set(list.items.map(\.hash))).sorted(),
      maximumBytes: maximumAttachmentBytes)
  }

  func listMissingAttachments(
    _ query: AttachmentQuery, by caller: Caller
  ) throws(CensusError) -> MissingAttachmentList {
    try caller.require(.coordinate)
    return try fetch { records in
      try records.attachments.listMissing(
        within: caller.region, of: nil, limit: max(0, min(query.limit, Hub.mostMissing)))
    }
  }

  /// The most that one answer names.
  private static let mostMissing = 100_000

  /// Where the file of an attachment lies that an entry within the caller's region declares.
  ///
  /// - Throws: ``CensusError``: `notFound` where none does or the file is not held.
  public func attachment(
    _ hash: ContentHash, for caller: Caller
  ) throws(CensusError) -> PlainFile {
    if caller.device == nil { try caller.require(.coordinate) }
    let folder = try attachmentFolder()
    let isWithinReach = try fetch { records in
      try records.attachments.work(on: hash).contains { caller.reaches(town: $0.town) }
    }
    guard isWithinReach, folder.contains(hash) else {
      throw CensusError(
        .notFound, zh: "没有附件 \(hash)，或它不在您的区域内。",
        en: "There is no attachment \(hash), or it is not within your region.")
    }
    return try PlainFile.reading(folder.path(of: hash))
  }

  /// Takes note of files that came into the folder by another way than an upload.
  ///
  /// Hashes without a file are passed over.
  /// - Throws: ``CensusError``, what the store said.
  public func noteArrived(_ hashes: some Sequence<ContentHash>) throws(CensusError) {
    guard let folder else { return }
    let held = hashes.filter { folder.contains($0) }
    guard !held.isEmpty else { return }
    let now = clock.now()
    try commit { records in
      for hash in held { try Hub.note(hash, isHeld: true, in: records, at: now) }
    }
  }

  /// Brings the store's notes and the folder together, as after a backup was restored.
  ///
  /// Files that are there count, files that are not there are asked for again; half written ones are
  /// removed unless their upload goes on.
  /// - Throws: ``CensusError``, what the store or the disk said.
  public func reconcileAttachments() throws(CensusError) {
    guard let folder else { return }
    try sweepUploads()
    let uploads = try fetch { records in try records.uploads.all() }
    try folder.sweepIncoming(keeping: Set(uploads.map { folder.name(of: $0) }))
    let changed = try fetch { records in try records.attachments.declared() }
      .filter { $0.isHeld != folder.contains($0.hash) }
    guard !changed.isEmpty else { return }
    let now = clock.now()
    try commit { records in
      for (hash, isHeld) in changed {
        try Hub.note(hash, isHeld: !isHeld, in: records, at: now)
      }
      try log(
        records, by: .localAdministrator, "attachments.reconciled", "\(changed.count)")
    }
  }

  /// Notes that a file is held or not, and what that makes of the entries that declare it.
  static func note(
    _ hash: ContentHash, isHeld: Bool, in records: any CentralTransaction, at now: Timestamp
  ) throws {
    guard try records.attachments.set(arrivedAt: isHeld ? now : nil, of: hash) else { return }
    let stages = StageKeeper(records)
    for work in try records.attachments.work(on: hash) {
      try stages.refresh(work.object, work.form)
    }
  }

  /// Refuses to pass an entry whose standing revision lacks a file.
  ///
  /// - Throws: ``CensusError`` with code `conflict` naming the hashes.
  static func requireAttachments(
    of entry: StoredEntry, in records: any CentralTransaction
  ) throws {
    let missing = try records.attachments.missing(by: entry.headCursor)
    guard !missing.isEmpty else { return }
    let names = missing.map(\.description).joined(separator: ", ")
    throw CensusError(
      .conflict, zh: "还缺 \(missing.count) 个附件：\(names)。调查员同步照片后才能通过。",
      en: """
        \(missing.count) of its attachments are missing: \(names). It passes once the surveyor has \
        sent them.
        """)
  }
}
