import CensusAPI
import CensusBundles
import CensusDomain
import CensusFiles
import Foundation

extension Hub {
  /// Takes in a device's bundle as if the device had sent it, and says what became of it.
  ///
  /// Everything in it is proved before the first of it is taken in. Then come the attachments, and the
  /// batches in their order, each in a transaction of its own with its receipt; what a crash left
  /// undone is done by taking the same bundle in again, which repeats nothing.
  ///
  /// - Parameters:
  ///   - path: where the bundle lies.
  ///   - name: what errors call it, where it lies under another name; nil means `path`.
  ///   - reason: why a coordinator wants the bundle of a device whose token was withdrawn; nil refuses.
  ///   - progress: is told how many of its parts were taken in.
  /// - Throws: ``CensusError``: `invalidData` for what is damaged or no bundle of entries, `conflict`
  ///   for another survey's or where an earlier bundle is missing, `notFound` for an unknown device,
  ///   `permission` for one whose token was withdrawn or did not make it, and without the right to.
  public func take(
    bundle path: String, name: String? = nil, evenRevoked reason: String? = nil,
    by caller: Caller, progress: (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) throws(CensusError) -> BundleOutcome {
    try caller.require(.coordinate)
    let opened = try OpenedBundle(path, name: name ?? path, hub: self)
    let reader = opened.reader
    let manifest = reader.manifest
    let device = try admit(reader, evenRevoked: reason, by: caller)
    try reader.proveParts()
    var outcome = BundleOutcome(
      bundle: manifest.bundle, device: manifest.device, surveyor: device.surveyor,
      first: manifest.first, last: manifest.last,
      isRepeated: try fetch { records in
        try records.bundles.contains(manifest.bundle, of: device.id)
      })
    var done = 0
    for part in manifest.parts where part.kind == .attachment {
      try take(part, of: reader, &outcome)
      done += 1
      progress(done, manifest.parts.count)
    }
    try noteArrived(manifest.parts.filter { $0.kind == .attachment }.map(\.hash))
    for part in manifest.parts {
      guard let key = part.batchKey else { continue }
      let body = try reader.bytes(of: part)
      let receipt = try Receipt.decode(
        try receive(batch: key, body: body, from: device, evenRevoked: reason != nil))
      for item in receipt.items { outcome.answered[item.disposition.rawValue, default: 0] += 1 }
      done += 1
      progress(done, manifest.parts.count)
    }
    if !outcome.isRepeated { try note(manifest, outcome, reason, by: caller) }
    return outcome
  }

  private func take(
    _ part: BundlePart, of reader: BundleReader, _ outcome: inout BundleOutcome
  ) throws(CensusError) {
    guard part.size <= maximumAttachmentBytes else {
      outcome.refusedAttachments.append(part.hash)
      return
    }
    try reader.take(part, into: try attachmentFolder())
    outcome.attachments += 1
  }

  /// Whether the bundle is one of this survey, made by a device of this central, and comes in order.
  private func admit(
    _ reader: BundleReader, evenRevoked reason: String?, by caller: Caller
  ) throws(CensusError) -> DeviceIdentity {
    let manifest = reader.manifest
    guard manifest.kind == .entries else { throw BundleProblem.otherKind(reader.name, manifest) }
    guard manifest.district == district else {
      throw BundleProblem.otherSurvey(reader.name, manifest, here: district)
    }
    if let reason, reason.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty {
      throw Hub.noReason
    }
    return try commit { records in
      let device = try Hub.enrolled(records, manifest.device, evenRevoked: true)
      try caller.require(reaching: device.identity.region)
      guard let hash = try records.devices.tokenHash(of: manifest.device),
        reader.signer.isProved(device: manifest.device, tokenHash: hash)
      else { throw Hub.unproved(reader.name, manifest) }
      guard !device.isRevoked || reason != nil else { throw Hub.revoked(reader.name, manifest) }
      if manifest.startsAfter > 0, Hub.isStatable(manifest.startsAfter) {
        try records.devices.begin(manifest.device, after: manifest.startsAfter)
      }
      let last = try Hub.enrolled(records, manifest.device, evenRevoked: true).lastSequence
      guard manifest.count == 0 || manifest.first <= last + 1 else {
        throw Hub.earlierMissing(reader.name, manifest, last: last)
      }
      return device.identity
    }
  }

  private func note(
    _ manifest: BundleManifest, _ outcome: BundleOutcome, _ reason: String?, by caller: Caller
  ) throws(CensusError) {
    let now = clock.now()
    try commit { records in
      guard try !records.bundles.contains(manifest.bundle, of: manifest.device) else { return }
      try records.bundles.add(
        TakenBundle(
          id: manifest.bundle, device: manifest.device, takenAt: now, reached: manifest.reached))
      let counts = outcome.answered.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      let why = reason.map { ["revoked device: \($0)"] } ?? []
      _ = try log(
        records, by: caller, "bundle.taken", manifest.bundle.description,
        (["device=\(manifest.device)"] + counts + ["attachments=\(outcome.attachments)"] + why)
          .joined(separator: " "))
    }
  }
}
