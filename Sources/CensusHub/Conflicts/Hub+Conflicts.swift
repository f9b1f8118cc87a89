import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON

extension Hub {
  /// Shows every revision of an entry, from which what contends can be laid out.
  func showConflict(
    _ reference: EntryReference, by caller: Caller
  ) throws(CensusError) -> ConflictDetail {
    try caller.require(.coordinate)
    return try fetch { records in
      let entry = try Hub.entry(reference.entry, in: records, for: caller)
      let revisions = try records.revisions.all(of: entry.id)
      return ConflictDetail(
        summary: EntrySummary(entry),
        revisions: revisions.map {
          HeldRevision(
            record: String(decoding: $0.record, as: UTF8.self), disposition: $0.disposition)
        })
    }
  }

  /// Makes the revision by which a coordinator decides what contends in an entry.
  ///
  /// It is a revision like a device's, of the central's own desk, so that every device and the
  /// central above come to the same. A content that breaks a rule of its form changes nothing.
  func settleConflict(
    _ decision: ConflictDecision, by caller: Caller
  ) throws(CensusError) -> ConflictOutcome {
    try caller.require(.coordinate)
    let content = try Hub.content(of: decision)
    return try commit { records in
      let entry = try Hub.entry(decision.entry, in: records, for: caller)
      guard try !records.relays.carries(entry.id) else { throw Hub.decidedBelow }
      let contenders = try records.revisions.contenders(of: entry.id).map {
        ContentHash.sha256(of: $0)
      }
      guard entry.headHash == decision.standing, !decision.settles.isEmpty,
        Set(decision.settles).isSubset(of: contenders)
      else { throw Hub.otherConflict(entry.id) }
      let now = clock.now()
      let verdict = try verdict(on: content, of: entry, decision, at: now)
      guard verdict.isAcceptable else {
        return ConflictOutcome(
          revision: nil, standing: entry.standing, faults: verdict.blocking.map { Fault($0) })
      }
      let desk = try desk(records, at: now)
      let record = RevisionRecord(
        entry: entry.id, number: entry.number + 1, parent: entry.headHash, device: desk.identity.id,
        sequence: desk.lastSequence + 1, author: caller.name, form: entry.form,
        formVersion: decision.formVersion, recordedAt: now, reasons: verdict.keptReasons,
        settles: decision.settles)
      let stored = try store(
        record, content,
        as: DeviceIdentity(
          id: desk.identity.id, surveyor: caller.name, region: caller.region ?? district),
        records, at: now)
      if let hash = stored.revision {
        try records.devices.advance(desk.identity.id, to: record.sequence, hash: hash, at: now)
        try log(
          records, by: caller, "conflict.decided", entry.id.description,
          "revision=\(hash) settles=\(decision.settles.map(\.description).joined(separator: ","))")
      }
      return stored
    }
  }

  private func verdict(
    on content: [UInt8], of entry: StoredEntry, _ decision: ConflictDecision, at now: Timestamp
  ) throws -> FindingVerdict {
    guard let form = try forms.form(entry.form, version: decision.formVersion) else {
      throw CensusError(
        .invalidData, zh: "中心没有调查表 \(entry.form) 的第 \(decision.formVersion) 版；未作改动。",
        en: """
          The central has no version \(decision.formVersion) of the form \(entry.form); nothing was \
          changed.
          """)
    }
    let validator = FormValidator(form: form, today: now.officeDay)
    let findings = try JSONParser().withDocument(content) { validator.validate($0) }
    return FindingVerdict(findings, reasons: decision.reasons)
  }

  private func store(
    _ record: RevisionRecord, _ content: [UInt8], as device: DeviceIdentity,
    _ records: any CentralTransaction, at now: Timestamp
  ) throws -> ConflictOutcome {
    var writer = JSONWriter()
    record.write(content: content, to: &writer)
    let body = writer.bytes
    return try body.withUnsafeBytes { bytes in
      var prepared = PreparedRevision(
        sequence: record.sequence, hash: ContentHash.sha256(of: bytes), bytes: 0..<bytes.count,
        record: record)
      var judge = ContentJudge(forms: forms, region: device.region, today: now.officeDay)
      try JSONParser().withDocument(content) { node in
        try judge.judge(node, of: record, into: &prepared)
      }
      guard prepared.faults.isEmpty else {
        return ConflictOutcome(revision: nil, standing: .conflict, faults: prepared.faults)
      }
      let merger = EntryMerger(
        records, device: device, isWholeDistrict: device.region == district, forms: forms,
        body: bytes, folder: folder, now: now)
      switch try merger.merge(record, prepared) {
      case .stored: break
      case .refused(let fault, _):
        return ConflictOutcome(revision: nil, standing: .conflict, faults: [fault])
      }
      let standing = try records.entries.find(record.entry)?.standing ?? .received
      return ConflictOutcome(revision: prepared.hash, standing: standing)
    }
  }

  /// The content as the record has it: one object, written anew without spaces or line feeds.
  private static func content(of decision: ConflictDecision) throws(CensusError) -> [UInt8] {
    guard decision.content.utf8.count <= ProtocolLimits.maximumLineBytes / 2,
      decision.reasons.values.allSatisfy({ $0.utf8.count <= 2000 }), decision.reasons.count <= 200,
      decision.settles.count <= ProtocolLimits.maximumSettled,
      let object = (try? JSONValue.parse(decision.content))?.object
    else {
      throw CensusError(
        .invalidData, zh: "决定的内容不是一个 JSON 对象，或过大；未作改动。",
        en: "The decision's content is no JSON object, or it is too large; nothing was changed.")
    }
    return JSONValue.object(object).encodedBytes
  }

  private static let decidedBelow = CensusError(
    .permission, zh: "该记录由下级中心转报，冲突须在下级中心处理。",
    en: "The entry came from a central below; its conflict is decided there.",
    remedy: LocalizedText(
      zh: "请区县的协调员处理；决定随下次转报到达。",
      en: "Have the district's coordinator decide it; the decision comes with the next relay."))

  private static func otherConflict(_ id: UniqueID) -> CensusError {
    CensusError(
      .conflict, zh: "记录 \(id) 在您处理期间又有变化，未作改动。",
      en: "Entry \(id) changed while you were deciding; nothing was changed.",
      remedy: LocalizedText(
        zh: "重新查看：hazcensus central conflict show \(id)。",
        en: "Look again: hazcensus central conflict show \(id)."))
  }
}
