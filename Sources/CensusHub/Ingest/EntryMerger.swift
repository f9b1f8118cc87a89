import CensusAPI
import CensusDomain
import CensusFiles
import CensusForms
import CensusJSON

/// Decides where a revision belongs in its entry's history and stores it there.
///
/// The first revision of a parent to arrive stands; another one of the same parent is kept beside it
/// and contends with it, until a revision that came to stand names it among those that it settles.
struct EntryMerger {
  /// What became of a revision.
  enum Outcome {
    case stored(Disposition)
    /// `counts` says whether the record still shows that work on its object has begun.
    case refused(Fault, counts: Bool)
  }

  let stages: StageKeeper
  private let history: EntryHistory
  let store: EntryWriter
  let entries: any EntryRecords
  private let revisions: any RevisionRecords
  private let body: UnsafeRawBufferPointer
  let region: RegionCode
  private let isWholeDistrict: Bool
  /// Whether the device's store went back in time and on from there.
  private let isRejoined: Bool
  let forms: FormCatalogue

  init(
    _ records: any CentralTransaction, device: DeviceIdentity, isWholeDistrict: Bool,
    isRejoined: Bool = false, forms: FormCatalogue, body: UnsafeRawBufferPointer,
    folder: AttachmentFolder?, now: Timestamp
  ) {
    stages = StageKeeper(records)
    history = EntryHistory(records)
    store = EntryWriter(records, body: body, folder: folder, now: now)
    entries = records.entries
    revisions = records.revisions
    self.body = body
    region = device.region
    self.isWholeDistrict = isWholeDistrict
    self.isRejoined = isRejoined
    self.forms = forms
  }

  /// Stores `record` in its entry, or says why it cannot be.
  func merge(_ record: RevisionRecord, _ prepared: PreparedRevision) throws -> Outcome {
    let place = try stages.place(prepared.objectCode, record.form)
    // The inventory holds only the district's own objects, so a wide region needs no second look.
    if !isWholeDistrict, let place, !reaches(place.town) {
      return .refused(.objectOutsideRegion(prepared.objectCode, region), counts: false)
    }
    guard let head = try entries.find(record.entry) else {
      guard try history.origin(of: record) == .root else {
        return .refused(.unknownParent(), counts: true)
      }
      guard let subject = forms.subject(of: record.form) else {
        return .refused(.unknownForm(record.form), counts: true)
      }
      try store.begin(record, prepared, subject: subject, isListed: place != nil)
      try stages.added(prepared.objectCode, record.form, by: record.author, at: place)
      return .stored(.accepted)
    }
    guard reaches(head.town) else {
      return .refused(.entryOutsideRegion(region), counts: false)
    }
    guard head.form == record.form else { return .refused(.otherForm(head.form), counts: true) }
    return try merge(record, prepared, into: head, isListed: place != nil)
  }

  private func merge(
    _ record: RevisionRecord, _ prepared: PreparedRevision, into head: StoredEntry,
    isListed: Bool
  ) throws -> Outcome {
    let origin =
      record.parent == head.headHash
      ? EntryHistory.Origin.revision(head.headHash) : try history.origin(of: record)
    switch origin {
    case .unknown:
      return .refused(.unknownParent(), counts: true)
    case .revision(head.headHash):
      try store.advance(head, to: record, prepared, isListed: isListed)
      if head.object != prepared.objectCode { try stages.refresh(head.object, record.form) }
      try stages.refresh(prepared.objectCode, record.form)
      return .stored(.accepted)
    case .root, .revision:
      if try isOvertaken(record, origin, by: head) || isRepeated(prepared, by: head)
        || isSettled(prepared.hash, in: record.entry)
      {
        try store.keepAside(record, prepared, .superseded)
        return .stored(.superseded)
      }
      try store.keepAside(record, prepared, .conflict)
      try entries.set(.conflict, of: record.entry)
      try stages.refresh(head.object, record.form)
      return .stored(.conflict)
    }
  }

  /// Whether the entry has moved on past the revision by the same person's later work.
  ///
  /// A surveyor's older state that arrives late, as from a second device, has been overtaken by the
  /// same surveyor's newer one. Another person's is a change of its own and is never passed over, and
  /// so is one of a store that was restored or copied: it may be the newer of the two.
  private func isOvertaken(
    _ record: RevisionRecord, _ origin: EntryHistory.Origin, by head: StoredEntry
  ) throws -> Bool {
    guard !isRejoined, record.number < head.number, record.author == head.author else {
      return false
    }
    guard case .revision(let parent) = origin else { return true }
    return try history.isAncestor(parent, of: head.headHash, in: head.id)
  }

  /// Whether the standing revision says the same, as where two devices resolved a conflict alike.
  ///
  /// Without this each device would have to settle what the other one settled already.
  private func isRepeated(_ prepared: PreparedRevision, by head: StoredEntry) throws -> Bool {
    guard let standing = try revisions.record(at: head.headCursor) else { return false }
    let own = Array(UnsafeRawBufferPointer(rebasing: body[prepared.bytes]))
    return try JSONParser().withDocument(standing) { left in
      try JSONParser().withDocument(own) { right in
        guard let mine = left[member: "content"], let theirs = right[member: "content"] else {
          return false
        }
        return mine.equals(theirs)
      }
    }
  }

  /// Whether what stands was made with the revision in view, and settled it before it came.
  ///
  /// So it is at a central that was restored, where the device that decided comes before the one that
  /// contended. Without this the devices, which know both, would show another state than the central.
  private func isSettled(_ hash: ContentHash, in entry: UniqueID) throws -> Bool {
    let parser = JSONParser()
    return try revisions.all(of: entry).contains { disposition, record in
      guard disposition == .accepted else { return false }
      // One that cannot be read any more tells nothing.
      let settles = try? parser.withDocument(record) { try RevisionRecord.read($0).record.settles }
      return settles?.contains(hash) == true
    }
  }

  func reaches(_ town: String) -> Bool {
    isWholeDistrict || RegionCode(town).map(region.contains) ?? false
  }
}
