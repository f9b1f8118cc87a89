import Foundation

/// One request over a socket of its own, byte for byte as the test writes it.
enum RawConnection {
  /// An answer taken apart.
  struct Answer: Sendable {
    let status: Int
    /// Fields by lower-cased name.
    let headers: [String: String]
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }
  }

  struct Failure: Error {
    let step: String
    let code: Int32
  }

  /// Sends `bytes` to the loopback `port` and reads one answer.
  ///
  /// Sockets block, so that the exchange runs on a thread of its own.
  static func exchange(port: Int, _ bytes: [UInt8]) async throws -> Answer {
    try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(with: Result { try exchangeNow(port, bytes) })
      }
    }
  }

  private static func exchangeNow(_ port: Int, _ bytes: [UInt8]) throws -> Answer {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw Failure(step: "socket", code: errno) }
    defer { close(descriptor) }
    var patience = timeval(tv_sec: 30, tv_usec: 0)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, size)
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, size)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { throw Failure(step: "connect", code: errno) }
    write(bytes, to: descriptor)
    return try read(from: descriptor)
  }

  /// A server that has heard enough may stop listening; its answer is read all the same.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        send(
          descriptor, buffer.baseAddress.map { $0 + sent }, bytes.count - sent,
          Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      sent += count
    }
  }

  private static func read(from descriptor: Int32) throws -> Answer {
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      if let answer = parse(received) { return answer }
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { throw Failure(step: "answer", code: errno) }
      received += buffer.prefix(count)
    }
  }

  private static func parse(_ bytes: [UInt8]) -> Answer? {
    let separator = Array("\r\n\r\n".utf8)
    guard let end = bytes.firstRange(of: separator)?.lowerBound else { return nil }
    let lines = String(decoding: bytes[..<end], as: UTF8.self).components(separatedBy: "\r\n")
    guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) })
    else { return nil }
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      headers[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
    }
    let body = Array(bytes[(end + separator.count)...])
    guard body.count >= headers["content-length"].flatMap({ Int($0) }) ?? 0 else { return nil }
    return Answer(status: status, headers: headers, body: body)
  }
}
