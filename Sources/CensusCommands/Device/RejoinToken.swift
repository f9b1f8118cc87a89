import CensusAPI
import CensusDomain
import Foundation

/// The token that a device makes for the identity it is about to take on.
///
/// It lies in a file of its own, readable by its owner alone, until the identity is taken on; the store
/// itself never holds a token.
struct RejoinToken {
  let folder: String
  let device: UniqueID

  private var path: String { folder + "/token-" + device.description }

  /// The token, made at the first call; it is on the disk when this returns.
  ///
  /// - Throws: ``CensusError``: `cannotCreate`, or `permission` where others can read the file.
  func make() throws(CensusError) -> String {
    if FileManager.default.fileExists(atPath: path) { return try TokenSource.readFile(path) }
    var random = SystemRandomNumberGenerator()
    let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
    let token = "hcd_" + RejoinToken.base64URL(bytes)
    try save(token + "\n")
    return token
  }

  /// Puts the token into the place of the former identity's, once the store has the new one.
  func takePlace() {
    // Replaces in one step; where there is none, there was no rejoin or its token has its place.
    _ = rename(path, folder + "/" + TokenSource.fileName)
  }

  private func save(_ text: String) throws(CensusError) {
    let temporary = path + ".new"
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard file >= 0 else { throw failure }
    let bytes = Array(text.utf8)
    let isWritten = write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
    guard close(file) == 0, isWritten, rename(temporary, path) == 0 else { throw failure }
    let parent = open(folder, O_RDONLY)
    guard parent >= 0 else { throw failure }
    defer { close(parent) }
    guard fsync(parent) == 0 else { throw failure }
  }

  private var failure: CensusError {
    CensusError(
      .cannotCreate, zh: "无法保存新令牌到 \(path)；本机仍用原来的设备编号。",
      en: "The new token could not be kept in \(path); this device is what it was.",
      remedy: LocalizedText(
        zh: "检查文件夹的权限和磁盘空间后重试。", en: "Check the folder's rights and the disk, and try again."))
  }

  /// Base 64 for URLs without padding (RFC 4648, section 5).
  private static func base64URL(_ bytes: [UInt8]) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
      .replacing("=", with: "")
  }
}
