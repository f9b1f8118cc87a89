import CensusAPI
import CensusBundles
import CensusDomain
import CensusFiles
import CensusStore
import Foundation

/// Writes what a device has to send into files for a stick; the device's own store stays as it is.
///
/// Revisions leave in the order of their numbers and without a gap, since the central takes them so.
public struct BundleExport: Sendable {
  /// What goes into the bundle.
  public enum Choice: Sendable {
    /// Revisions without an answer, and attachments that the central has not confirmed.
    case unsent
    /// Everything that this device has made under its present identity.
    case all
    /// These entries, with the unsent revisions that come before them and only their own attachments.
    case entries([UniqueID])
  }

  /// FAT32, which most sticks have, holds no larger file; a bit is left for the ZIP's own lists.
  public static let maximumBytes: Int64 = 4_294_967_295 - 128 * 1024 * 1024

  private static let bounds = BatchBounds(
    count: ProtocolLimits.maximumBatchCount, bytes: ProtocolLimits.targetBatchBytes)

  private let store: DeviceStore
  private let tokenHash: ContentHash
  private let recipient: String?
  private let most: Int64

  /// Makes an export.
  ///
  /// - Parameters:
  ///   - token: the device's token, which vouches for the signature.
  ///   - recipient: the central's public key, where the bundle is to be sealed.
  ///   - most: the size at which a further file is begun, bytes.
  public init(
    store: DeviceStore, token: String, sealedFor recipient: String? = nil,
    most: Int64 = BundleExport.maximumBytes
  ) {
    self.store = store
    tokenHash = ContentHash.sha256(of: token)
    self.recipient = recipient
    self.most = most
  }

  /// Writes the bundle to `target`, and what is too much for one file to further ones beside it.
  ///
  /// - Parameter progress: is told how many revisions and attachments were written so far.
  /// - Throws: ``CensusError``: `notFound` where there is nothing to write, `cannotCreate` where a file
  ///   stands in the way, or what the store or the disk said.
  public func write(
    _ choice: Choice, to target: String, progress: (Int) -> Void = { _ in }
  ) throws(CensusError) -> BundleExportReport {
    guard let files = store.attachments else { throw BundleExport.noFolder }
    let (first, last) = try range(of: choice)
    let attachments = try attachments(of: choice)
    guard first <= last || !attachments.isEmpty else { throw BundleExport.nothing }
    guard let key = BundleKey(secret: try store.bundleSecret(orKeep: BundleKey().secret)) else {
      throw CensusError(
        .inputOutput, zh: "本机的签名密钥已损坏。", en: "This device's signing key is damaged.",
        remedy: LocalizedText(zh: "运行 hazcensus verify。", en: "Run hazcensus verify."))
    }
    // What an export left that was killed; nobody else holds the store.
    try files.sweepIncoming()
    var report = BundleExportReport(
      device: store.identity.device, first: first, last: last, isSealed: recipient != nil)
    var writer = try BundleWriter(target: target, files: files)
    try addRevisions(first, last, to: writer, &report, progress)
    var count = report.revisions
    for attachment in attachments {
      if !writer.parts.isEmpty, writer.size + (attachment.size ?? 0) > most {
        report.files.append(try finish(writer, key, count: count, first, last))
        count = 0
        writer = try BundleWriter(
          target: BundleExport.name(target, report.files.count + 1), files: files)
      }
      guard try writer.add(attachment.hash) else {
        report.damagedAttachments.append(attachment.hash)
        continue
      }
      report.attachments += 1
      progress(report.revisions + report.attachments)
    }
    report.files.append(try finish(writer, key, count: count, first, last))
    return report
  }

  private func addRevisions(
    _ first: Int64, _ last: Int64, to writer: BundleWriter, _ report: inout BundleExportReport,
    _ progress: (Int) -> Void
  ) throws(CensusError) {
    var next = first
    while next <= last,
      let batch = try store.exportedBatch(from: next, through: last, BundleExport.bounds)
    {
      guard batch.firstSequence == next else { throw BundleExport.gap(next) }
      try writer.add(batch.body, .batch)
      report.revisions += batch.items.count
      progress(report.revisions)
      next = batch.lastSequence + 1
    }
  }

  private func finish(
    _ writer: BundleWriter, _ key: BundleKey, count: Int, _ first: Int64, _ last: Int64
  ) throws(CensusError) -> BundleExportReport.File {
    let identity = store.identity
    let (bundle, now) = store.newBundle()
    let manifest = BundleManifest(
      kind: .entries, bundle: bundle, district: identity.district,
      device: identity.device, surveyor: identity.surveyor, madeAt: now,
      program: ProgramVersion.current, first: first, last: count > 0 ? last : first - 1,
      startsAfter: try store.startsAfter(), count: count,
      reached: BundleManifest.Reached(
        answered: try store.lastAnswered(), cursor: try store.cursor(),
        inventory: try store.inventoryVersion(), head: try store.placeHead()), parts: writer.parts)
    try writer.finish(
      manifest, key, BundleSigner(key, device: identity.device, tokenHash: tokenHash),
      sealedFor: recipient)
    try store.noteExport(
      manifest.bundle,
      "revisions \(first)-\(manifest.last), attachments \(manifest.attachments)")
    return BundleExportReport.File(
      path: writer.target, bundle: manifest.bundle, revisions: count,
      attachments: manifest.attachments, bytes: try PlainFile.reading(writer.target).size())
  }

  private func range(of choice: Choice) throws(CensusError) -> (first: Int64, last: Int64) {
    let last = try store.lastSequence()
    switch choice {
    case .all: return (try store.startsAfter() + 1, last)
    case .unsent: return (try store.firstUnanswered() ?? last + 1, last)
    case .entries(let entries):
      guard let first = try store.firstUnanswered() else { return (last + 1, last) }
      var through = first - 1
      for entry in entries {
        guard let own = try store.lastSequence(of: entry) else {
          throw BundleExport.unknown(entry)
        }
        through = max(through, own)
      }
      return (first, through)
    }
  }

  /// The files that are here, each once.
  private func attachments(of choice: Choice) throws(CensusError) -> [DeviceAttachment] {
    let declared = try store.declaredAttachments()
    let chosen = declared.filter { attachment in
      guard attachment.size != nil else { return false }
      return switch choice {
      case .all: true
      case .unsent: attachment.place == .waiting
      case .entries(let entries):
        attachment.place == .waiting && entries.contains(attachment.entry)
      }
    }
    var seen: Set<ContentHash> = []
    return chosen.filter { seen.insert($0.hash).inserted }
  }

  /// `census.zip`, then `census-2.zip` and so on.
  private static func name(_ target: String, _ number: Int) -> String {
    guard number > 1 else { return target }
    let path = target as NSString
    let ending = path.pathExtension
    return ending.isEmpty
      ? "\(target)-\(number)" : "\(path.deletingPathExtension)-\(number).\(ending)"
  }

  private static let nothing = CensusError(
    .notFound, zh: "没有待发送的记录或附件，没有写出离线包。",
    en: "Nothing waits to be sent; no bundle was written.",
    remedy: LocalizedText(
      zh: "要再次导出已送达的内容，请用 --all。", en: "To export again what was sent, give --all."))

  private static let noFolder = CensusError(
    .configuration, zh: "存储不在文件夹中，不能导出。", en: "A store that has no folder exports nothing.")

  private static func unknown(_ entry: UniqueID) -> CensusError {
    CensusError(
      .notFound, zh: "记录 \(entry) 在本机没有定稿的修订。",
      en: "The entry \(entry) has no final revision of this device.",
      remedy: LocalizedText(
        zh: "用 hazcensus entry list 查看；草稿须先定稿。",
        en: "See hazcensus entry list; a draft is made final first."))
  }

  private static func gap(_ sequence: Int64) -> CensusError {
    CensusError(
      .inputOutput, zh: "本机缺第 \(sequence) 号修订，存储可能已损坏；没有写出离线包。",
      en:
        "Revision number \(sequence) is missing here: the store may be damaged; no bundle was written.",
      remedy: LocalizedText(zh: "运行 hazcensus verify。", en: "Run hazcensus verify."))
  }
}
