import CensusAPI
import CensusDomain
import CensusFiles
import Foundation

extension Hub {
  /// Takes in a bundle that came by an upload.
  ///
  /// Its file stays as long as its upload would, so that a repeat of a call whose answer was lost finds
  /// it; then it goes, unless some revision declares a file of the same hash.
  func takeBundle(
    _ arrival: BundleArrival, by caller: Caller
  ) throws(CensusError) -> BundleOutcome {
    try caller.require(.coordinate)
    let folder = try attachmentFolder()
    guard folder.contains(arrival.file) else {
      throw CensusError(
        .notFound, zh: "离线包 \(arrival.name) 还没有上传。",
        en: "The bundle \(arrival.name) was not uploaded.",
        remedy: LocalizedText(zh: "请再次导入。", en: "Import it again."))
    }
    return try take(
      bundle: folder.path(of: arrival.file), name: arrival.name, evenRevoked: arrival.reason,
      by: caller)
  }

  /// Removes the file of an account's upload that is over, where no revision declares it.
  func forgetBundle(of upload: StoredUpload, in folder: AttachmentFolder) throws(CensusError) {
    guard upload.isComplete, upload.caller.hasPrefix(Hub.accountPrefix) else { return }
    let isDeclared = try fetch { records in try records.attachments.isDeclared(upload.hash) }
    if !isDeclared { unlink(folder.path(of: upload.hash)) }
  }

  /// A bundle of receipts as a file that is gone once it is closed.
  ///
  /// - Throws: ``CensusError`` as ``writeReceipts(for:isWhole:to:by:)`` does.
  public func receiptsFile(
    for device: UniqueID, isWhole: Bool, by caller: Caller
  ) throws(CensusError) -> PlainFile {
    let path = try attachmentFolder().incoming + "/receipts-" + UUID().uuidString
    _ = try writeReceipts(for: device, isWhole: isWhole, to: path, by: caller)
    defer { unlink(path) }
    return try PlainFile.reading(path)
  }
}
