import CensusDomain
import Foundation

/// Reading a file piece by piece, so that memory does not grow with it.
extension EntryImporter {
  private static let readSize = 256 * 1024

  /// Hands over the file's bytes in pieces until it ends, or until `body` gives false.
  func pieces(_ body: (Data) throws -> Bool) throws(CensusError) {
    guard let handle = FileHandle(forReadingAtPath: file) else {
      throw CensusError(.notFound, zh: "无法打开文件 \(file)。", en: "The file \(file) cannot be opened.")
    }
    defer { try? handle.close() }
    do {
      while let piece = try handle.read(upToCount: EntryImporter.readSize), !piece.isEmpty {
        bytesRead += piece.count
        guard try body(piece) else { return }
      }
    } catch {
      throw EntryImporter.asCensusError(error, reading: file)
    }
  }

  /// The file's first bytes, of which its encoding is told.
  func head() throws(CensusError) -> [UInt8] {
    let before = bytesRead
    defer { bytesRead = before }
    var head: [UInt8] = []
    try pieces { piece in
      head = Array(piece)
      return false
    }
    return head
  }

  static func asCensusError(_ error: any Error, reading file: String) -> CensusError {
    if let error = error as? CensusError { return error }
    return CensusError(
      .inputOutput, zh: "读取 \(file) 失败：\(error.localizedDescription)。",
      en: "Reading \(file) failed: \(error.localizedDescription).", cause: error)
  }
}
