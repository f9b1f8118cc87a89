internal import CensusAPI

/// What arrives during one transfer, within its limits; used by the transfer's thread only.
final class Exchange {
  /// Header lines together may not be longer than this.
  static let headerLimit = 64 * 1024

  private(set) var headers: [String: String] = [:]
  private(set) var body: [UInt8] = []
  /// What was too long, when the transfer was ended for that.
  private(set) var excess: String?
  private let responseLimit: Int
  private let transfer: Transfer
  private let onUpload: @Sendable (Int64, Int64) -> Void
  private var headerBytes = 0
  private var uploaded: Int64 = 0

  init(
    responseLimit: Int, transfer: Transfer, onUpload: @escaping @Sendable (Int64, Int64) -> Void
  ) {
    self.onUpload = onUpload
    self.responseLimit = responseLimit
    self.transfer = transfer
  }

  /// Whether the transfer is to end because the caller cancelled.
  var isCancelled: Bool { transfer.isCancelled }

  /// Tells of bytes of the body that were sent, where there are new ones.
  func note(uploaded bytes: Int64, of total: Int64) {
    guard bytes > uploaded else { return }
    uploaded = bytes
    onUpload(bytes, total)
  }

  /// Takes decoded bytes of the body; false ends the transfer.
  ///
  /// curl's own limit looks at the announced length alone: a chunked or compressed body passes it.
  func receive(body bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count <= responseLimit - body.count else {
      excess = "the body is over \(responseLimit) bytes"
      return false
    }
    body.append(contentsOf: bytes)
    return true
  }

  /// Takes one header line with its line end; false ends the transfer.
  func receive(header bytes: UnsafeRawBufferPointer) -> Bool {
    headerBytes += bytes.count
    guard headerBytes <= Self.headerLimit else {
      excess = "the headers are over \(Self.headerLimit) bytes"
      return false
    }
    // Trailers come by the same way; nothing that follows the body may change what preceded it.
    guard body.isEmpty else { return true }
    let line = String(decoding: bytes, as: UTF8.self)
    if line.hasPrefix("HTTP/") {
      // A final answer after an interim one.
      headers = [:]
    } else if let colon = line.firstIndex(of: ":") {
      let name = line[..<colon].lowercased()
      headers[name] = Self.trimmed(line[line.index(after: colon)...])
    }
    return true
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text.drop { $0.isWhitespace })
  }
}
