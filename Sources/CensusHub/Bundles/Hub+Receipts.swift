import CensusAPI
import CensusBundles
import CensusDomain
import CensusFiles
import Foundation

extension Hub {
  /// Writes what a pull would bring to a device into a bundle for it.
  ///
  /// It goes on from how far the device had come when it made the last bundle that was taken in here, and
  /// begins anew where the device has read what this central, restored since, never gave out.
  /// - Parameters:
  ///   - isWhole: whether to write everything from the beginning instead.
  ///   - target: the new file.
  /// - Throws: ``CensusError``: `notFound` or `permission` where the device may not sync, `permission`
  ///   without the right to, `cannotCreate` where a file stands in the way.
  public func writeReceipts(
    for device: UniqueID, isWhole: Bool, to target: String, by caller: Caller
  ) throws(CensusError) -> BundleManifest {
    try caller.require(.coordinate)
    let (identity, tokenHash, last, isKnown) = try fetch { records in
      let held = try Hub.enrolled(records, device)
      try caller.require(reaching: held.identity.region)
      let newest = try records.feed.newestCursor()
      let last = try records.bundles.last(of: device)?.reached ?? .nothing
      // A place that was never given out here comes from before a backup was restored.
      let isKnown =
        try last.cursor <= newest && (last.head.map { try records.audit.contains($0) } ?? true)
      return (held.identity, try records.devices.tokenHash(of: device), last, isKnown)
    }
    guard let tokenHash else { throw Hub.unknownToken }
    let from = isWhole || !isKnown ? .nothing : last
    let writer = try BundleWriter(target: target, files: try attachmentFolder())
    let (count, answered) = try addReceipts(of: identity, after: from.answered, to: writer)
    let inventory = try addInventory(for: identity, after: from.inventory, to: writer)
    let cursor = try addChanges(for: identity, after: from.cursor, to: writer)
    try writer.add(
      try OperationCoding.encode(try missingAttachments(of: identity)), .missing)
    let now = clock.now()
    let manifest = BundleManifest(
      kind: .receipts, bundle: identifiers.next(at: now), district: district, device: device,
      surveyor: identity.surveyor, madeAt: now, program: ProgramVersion.current,
      first: from.cursor, last: cursor, count: count,
      reached: BundleManifest.Reached(answered: answered, cursor: cursor, inventory: inventory),
      follows: isKnown ? last.head : nil, lacks: isKnown ? nil : last.head,
      parts: writer.parts)
    let key = try bundleKeys().signing
    try writer.finish(
      manifest, key, BundleSigner(key, device: device, tokenHash: tokenHash))
    try commit { records in
      _ = try log(
        records, by: caller, "bundle.receipts", manifest.bundle.description,
        "device=\(device) answers=\(count) cursor=\(from.cursor)-\(cursor)")
    }
    return manifest
  }

  private func addReceipts(
    of device: DeviceIdentity, after sequence: Int64, to writer: BundleWriter
  ) throws(CensusError) -> (count: Int, last: Int64) {
    var (count, last) = (0, sequence)
    while true {
      let page = try receipts(of: device, after: last)
      guard let end = page.items.last?.sequence, end > last else { return (count, last) }
      try writer.add(page.encoded, .receipt)
      count += page.items.count
      last = end
    }
  }

  private func addInventory(
    for device: DeviceIdentity, after known: Int, to writer: BundleWriter
  ) throws(CensusError) -> Int {
    let newest = try fetch { records in try records.inventory.newest() }
    guard newest > known else { return newest }
    var after = ""
    while true {
      let page = try inventoryPage(version: newest, after: after, region: device.region)
      try writer.add(try OperationCoding.encode(page), .inventory)
      guard let next = page.next else { return newest }
      after = next
    }
  }

  private func addChanges(
    for device: DeviceIdentity, after cursor: Int64, to writer: BundleWriter
  ) throws(CensusError) -> Int64 {
    var next = cursor
    while true {
      let page = try changes(for: device, after: next)
      try writer.add(try page.encoded(), .changes)
      next = page.next
      guard page.hasMore else { return next }
    }
  }
}
