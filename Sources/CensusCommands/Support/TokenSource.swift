import CensusDomain
import Foundation

/// Finds a token where secrets may lie: a file or the environment, never the command line.
enum TokenSource {
  /// The file in a device's folder that keeps its token.
  static let fileName = "token"

  /// Reads the token from `file`, else from HAZCENSUS_TOKEN, else from the device's folder.
  ///
  /// - Parameter device: the identity of the folder's store; a token that was made for it by a rejoin
  ///   comes into its place here, should the process have ended before that.
  /// - Throws: ``CensusError``: `permission` where others can read the file, `usage` where there is none.
  static func read(
    file: String?, folder: String?, device: UniqueID? = nil
  ) throws(CensusError) -> String {
    if let folder, let device { RejoinToken(folder: folder, device: device).takePlace() }
    if let file { return try readFile(file) }
    if let token = ProcessInfo.processInfo.environment["HAZCENSUS_TOKEN"], !token.isEmpty {
      return token
    }
    if let kept = folder.map({ $0 + "/" + fileName }),
      FileManager.default.fileExists(atPath: kept)
    {
      return try readFile(kept)
    }
    throw CensusError(
      .usage, zh: "没有令牌。", en: "There is no token.",
      remedy: LocalizedText(
        zh: "把协调员给的令牌写入文件并用 --token-file 指明，或设置 HAZCENSUS_TOKEN。",
        en:
          "Put the coordinator's token into a file and name it with --token-file, or set HAZCENSUS_TOKEN."
      ))
  }

  /// Whether a token stands in the environment, which counts before the kept one.
  static var isInEnvironment: Bool {
    ProcessInfo.processInfo.environment["HAZCENSUS_TOKEN"]?.isEmpty == false
  }

  static func readFile(_ path: String) throws(CensusError) -> String {
    var information = stat()
    guard stat(path, &information) == 0, let data = FileManager.default.contents(atPath: path)
    else {
      throw CensusError(
        .notFound, zh: "无法读取令牌文件 \(path)。", en: "The token file \(path) cannot be read.")
    }
    guard information.st_mode & 0o077 == 0 else {
      throw CensusError(
        .permission, zh: "令牌文件 \(path) 可被其他人读取。",
        en: "The token file \(path) can be read by others.",
        remedy: LocalizedText(zh: "运行 chmod 600 \(path)。", en: "Run chmod 600 \(path)."))
    }
    let token = String(decoding: data, as: UTF8.self)
      .trimmingCharacters(in: .whitespacesAndNewlines)
    guard !token.isEmpty else {
      throw CensusError(.usage, zh: "令牌文件 \(path) 是空的。", en: "The token file \(path) is empty.")
    }
    return token
  }

  /// Keeps a token that worked in the device's folder, readable by its owner alone.
  ///
  /// - Throws: ``CensusError`` with code `cannotCreate`.
  static func keep(_ token: String, folder: String) throws(CensusError) {
    let path = folder + "/" + fileName
    let made = FileManager.default.createFile(
      atPath: path, contents: Data((token + "\n").utf8), attributes: [.posixPermissions: 0o600])
    guard made else {
      throw CensusError(
        .cannotCreate, zh: "无法保存令牌到 \(path)。", en: "The token could not be kept in \(path).")
    }
  }
}
