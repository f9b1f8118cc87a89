import CensusAPI
import CensusDomain
import CensusForms

extension EntryMerger {
  /// Stores `record` in the place that the central below has given it.
  ///
  /// That central has seen everything of the entry, also what it rejected, and in one order. Deciding
  /// anew from what it forwards could let another revision stand here than there.
  func follow(
    _ disposition: Disposition, _ record: RevisionRecord, _ prepared: PreparedRevision
  ) throws -> Outcome {
    let place = try stages.place(prepared.objectCode, record.form)
    guard let head = try entries.find(record.entry) else {
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
    switch disposition {
    case .accepted:
      try store.advance(head, to: record, prepared, isListed: place != nil)
      if head.object != prepared.objectCode { try stages.refresh(head.object, record.form) }
      try stages.refresh(prepared.objectCode, record.form)
    case .conflict:
      try store.keepAside(record, prepared, .conflict)
      try entries.set(.conflict, of: record.entry)
      try stages.refresh(head.object, record.form)
    default:
      try store.keepAside(record, prepared, .superseded)
    }
    return .stored(disposition)
  }
}
