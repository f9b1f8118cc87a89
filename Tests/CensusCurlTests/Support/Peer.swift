import Foundation

/// The server's end of one connection.
struct Peer: Sendable {
  let descriptor: Int32

  struct Request: Sendable {
    var line: String
    var headers: [String: String]
    var body: [UInt8]
  }

  /// Reads one request; nil when the client has closed.
  func read() -> Request? {
    var bytes: [UInt8] = []
    let headEnd = Array("\r\n\r\n".utf8)
    while true {
      if let head = bytes.firstRange(of: headEnd) {
        var request = Self.parse(String(decoding: bytes[..<head.lowerBound], as: UTF8.self))
        let length = request.headers["content-length"].flatMap { Int($0) } ?? 0
        while bytes.count < head.upperBound + length {
          guard let more = receive() else { return nil }
          bytes += more
        }
        request.body = Array(bytes[head.upperBound...])
        return request
      }
      guard let more = receive() else { return nil }
      bytes += more
    }
  }

  private static func parse(_ head: String) -> Request {
    let lines = head.components(separatedBy: "\r\n")
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      headers[line[..<colon].lowercased()] = String(value)
    }
    return Request(line: lines.first ?? "", headers: headers, body: [])
  }

  private func receive() -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    return count > 0 ? Array(buffer[..<count]) : nil
  }

  /// Sends bytes; false when the client has gone.
  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes { whole in
        let rest = UnsafeRawBufferPointer(rebasing: whole[sent...])
        return Glibc.send(descriptor, rest.baseAddress, rest.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// Sends text; false when the client has gone.
  @discardableResult
  func send(_ text: String) -> Bool { send(Array(text.utf8)) }

  /// Sends a whole answer whose length is announced.
  func answer(_ status: String = "200 OK", headers: [String] = [], body: [UInt8] = []) {
    let lines = ["HTTP/1.1 \(status)", "Content-Length: \(body.count)"] + headers
    send(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + body)
  }

  /// Waits until the client closes or, with a limit, until that many milliseconds have passed.
  func waitForClose(milliseconds: Int32 = -1) -> Bool {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, milliseconds) > 0 else { return false }
    return receive() == nil
  }

  /// Makes the close that follows a reset.
  func resetOnClose() {
    var option = linger(l_onoff: 1, l_linger: 0)
    setsockopt(
      descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
  }
}
