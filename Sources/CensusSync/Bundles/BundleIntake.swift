import CensusAPI
import CensusBundles
import CensusDomain
import CensusForms
import CensusStore

/// Takes a central's receipts, reviews, inventory and forms into a device that has no network.
public struct BundleIntake {
  private let store: DeviceStore
  private let forms: FormCatalogue
  private let tokenHash: ContentHash

  /// Makes an intake.
  ///
  /// - Parameter token: the device's token, by which the central proves itself.
  public init(store: DeviceStore, forms: FormCatalogue, token: String) {
    self.store = store
    self.forms = forms
    tokenHash = ContentHash.sha256(of: token)
  }

  /// Takes in the bundle at `path`; one that was taken before changes nothing, one that was cut short by a
  /// crash is simply taken again, and of one of which nothing proves that the central still stands by it
  /// only the receipts count.
  ///
  /// - Throws: ``CensusError``: `invalidData` for a damaged bundle or one of entries, `permission` for
  ///   another device's or one that no central of this device made, `conflict` for another survey's or
  ///   where it begins after what this device knows; nothing was taken in then.
  public func take(_ path: String) throws(CensusError) -> BundleIntakeReport {
    let reader = try BundleReader(path: path)
    let manifest = reader.manifest
    try check(reader)
    try reader.proveParts()
    let cursor = try store.cursor()
    guard manifest.first <= cursor else { throw BundleIntake.tooNew(path, manifest, cursor) }
    let course = try course(of: manifest, cursor)
    var report = BundleIntakeReport(bundle: manifest.bundle, device: manifest.device)
    for part in manifest.parts where part.kind == .receipt {
      for (disposition, count) in try store.record(try Receipt.decode(try reader.bytes(of: part))) {
        report.answered[disposition.rawValue, default: 0] += count
      }
    }
    if course == .anew { try restart(manifest, &report) }
    var known = forms
    for part in manifest.parts where part.kind != .receipt && course != .unproved {
      let bytes = try reader.bytes(of: part)
      switch part.kind {
      case .inventory:
        let page = try OperationCoding.decode(InventoryPage.self, from: bytes)
        guard page.version > (try store.inventoryVersion()) else { continue }
        try store.take(page, isLast: page.next == nil)
        if page.next == nil { report.inventory = page.version }
      case .changes:
        let page = try ChangePage.decode(bytes)
        guard page.next > (try store.cursor()) else { continue }
        known = known.adding(page.readableForms())
        try store.apply(page, forms: known)
        report.changes += page.changes.count
      case .missing:
        // What an older bundle says may have been made good since.
        guard manifest.last >= cursor || course == .anew else { continue }
        let missing = try OperationCoding.decode(MissingAttachments.self, from: bytes)
        try store.noteAttachments(missing: Set(missing.hashes))
        report.attachmentsMissing = missing.hashes.count
      case .receipt, .batch, .attachment: continue
      }
    }
    report.merged = try store.mergeConflicts(forms: known).count
    report.unsent = try store.unsent().count
    return report
  }

  /// How a bundle's changes lie to those that this device has read.
  private enum Course {
    /// They go on from there, or are older.
    case onward
    /// They are those of a central that was restored, from their beginning.
    case anew
    /// Nothing tells whether the central still holds what the bundle brings: it may have been restored since.
    /// Only the receipts count then; the rest comes again.
    case unproved
  }

  private func course(
    of manifest: BundleManifest, _ cursor: Int64
  ) throws(CensusError) -> Course {
    guard let head = try store.placeHead(), manifest.follows != head else { return .onward }
    if manifest.lacks == head { return .anew }
    // What is whole and reaches further than was read here can be read anew: it takes nothing away.
    let isWhole =
      manifest.first == 0
      && (manifest.reached.inventory == 0 || manifest.parts.contains { $0.kind == .inventory })
    return isWhole && manifest.last > cursor ? .anew : .unproved
  }

  /// Goes back to the beginning, as a sync does with a central that was restored.
  private func restart(
    _ manifest: BundleManifest, _ report: inout BundleIntakeReport
  ) throws(CensusError) {
    if try store.lastAnswered() > manifest.reached.answered {
      report.withdrawn = try store.withdrawReceipts(after: manifest.reached.answered)
    }
    try store.restartPull()
    report.restarted = true
  }

  private func check(_ reader: BundleReader) throws(CensusError) {
    let manifest = reader.manifest
    guard manifest.kind == .receipts else {
      throw BundleProblem.otherKind(reader.name, manifest)
    }
    let identity = store.identity
    guard manifest.district == identity.district else {
      throw BundleProblem.otherSurvey(reader.name, manifest, here: identity.district)
    }
    guard manifest.device == identity.device else {
      throw CensusError(
        .permission,
        zh:
          "\(reader.name) 是给设备 \(manifest.device)（\(manifest.surveyor)）的，本机是 \(identity.device)；没有接收任何内容。",
        en: """
          \(reader.name) is for the device \(manifest.device) (\(manifest.surveyor)) and this is \
          \(identity.device); nothing was taken in.
          """,
        remedy: LocalizedText(
          zh: "请向协调员要给本机的回执包。", en: "Ask the coordinator for this device's own."))
    }
    guard reader.signer.isProved(device: identity.device, tokenHash: tokenHash) else {
      throw CensusError(
        .permission, zh: "\(reader.name) 不能证明来自登记本机的中心；没有接收任何内容。",
        en: """
          \(reader.name) does not prove that it comes from the central that enrolled this device; \
          nothing was taken in.
          """,
        remedy: LocalizedText(
          zh: "核对令牌（--token-file）；设备重新登记后，请协调员再做一次回执包。",
          en: """
            Check the token (--token-file); where the device was enrolled again, have the coordinator \
            make the bundle again.
            """))
    }
  }

  private static func tooNew(
    _ path: String, _ manifest: BundleManifest, _ cursor: Int64
  ) -> CensusError {
    CensusError(
      .conflict, zh: "回执包 \(path) 从更新 \(manifest.first) 开始，本机只到 \(cursor)，中间缺一段；没有接收任何内容。",
      en: """
        The receipts \(path) begin after change \(manifest.first), and this device has come to \
        \(cursor): some between are missing; nothing was taken in.
        """,
      remedy: LocalizedText(
        zh: "先导入更早的回执包，或请协调员用 bundle receipts --all 重做。",
        en: "Import the earlier bundle first, or have it made again with bundle receipts --all."))
  }
}

/// What a device took in from a bundle.
public struct BundleIntakeReport: Sendable, Encodable {
  /// The bundle.
  public var bundle: UniqueID
  /// The device that took it in.
  public var device: UniqueID
  /// How many own revisions were answered for, by disposition.
  public var answered: [String: Int] = [:]
  /// How many own revisions a central that was restored does not hold any more; they wait again.
  public var withdrawn = 0
  /// Whether all changes were read anew from the beginning.
  public var restarted = false
  /// How many changes were taken in: reviews, forms and colleagues' revisions.
  public var changes = 0
  /// The version of the inventory that came with it; nil where there was none or it was known.
  public var inventory: Int?
  /// How many conflicts were merged by themselves.
  public var merged = 0
  /// How many attachments the central still lacks; nil where the bundle is older than what is known.
  public var attachmentsMissing: Int?
  /// How many revisions still wait for an answer.
  public var unsent = 0
}
