import CensusDomain
import Foundation
import Glibc
import Synchronization

/// A network that can be lost: forwards TCP on loopback and breaks off after so many bytes.
///
/// The demo uses it to show what a surveyor sees when the signal goes in the middle of a sync.
final class CutRelay: Sendable {
  /// The port to connect to.
  let port: Int
  private let listener: Int32
  private let target: Int
  /// Bytes that may still pass towards the central; below zero for no limit.
  private let budget = Mutex(-1)

  /// Listens on a free port of loopback and forwards to `target`.
  ///
  /// - Throws: ``CensusError`` where no socket can be had.
  init(target: Int) throws(CensusError) {
    self.target = target
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = CutRelay.loopback(port: 0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let bound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(listener, pointer, length) == 0 && listen(listener, 8) == 0
          && getsockname(listener, pointer, &length) == 0
      }
    }
    guard bound else {
      throw CensusError(
        .unavailable, zh: "无法在本机打开网络端口。", en: "No network port could be opened on this machine.")
    }
    port = Int(UInt16(bigEndian: address.sin_port))
    let thread = Thread { [self] in acceptConnections() }
    thread.start()
  }

  deinit { close(listener) }

  /// Lets so many bytes pass and then breaks every connection.
  func cut(afterBytes bytes: Int) { budget.withLock { $0 = bytes } }

  /// The network is back.
  func restore() { budget.withLock { $0 = -1 } }

  /// Ends the relay.
  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  private static func loopback(port: Int) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = UInt16(port).bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return address
  }

  private func acceptConnections() {
    while true {
      let client = accept(listener, nil, nil)
      guard client >= 0 else { return }
      let server = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var address = CutRelay.loopback(port: target)
      let connected = withUnsafePointer(to: &address) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(server, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
        }
      }
      guard connected else {
        close(client)
        close(server)
        continue
      }
      let pair = Pair(client: client, server: server)
      Thread { [self] in forward(from: client, to: server, pair, counts: true) }.start()
      Thread { [self] in forward(from: server, to: client, pair, counts: false) }.start()
    }
  }

  private func forward(from source: Int32, to sink: Int32, _ pair: Pair, counts: Bool) {
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(source, &buffer, buffer.count)
      guard count > 0, !counts || pass(count), CutRelay.send(buffer, count, to: sink) else { break }
    }
    pair.end()
  }

  private static func send(_ buffer: [UInt8], _ count: Int, to sink: Int32) -> Bool {
    var sent = 0
    while sent < count {
      let written = buffer.withUnsafeBytes {
        Glibc.send(sink, $0.baseAddress.map { $0 + sent }, count - sent, Int32(MSG_NOSIGNAL))
      }
      guard written > 0 else { return false }
      sent += written
    }
    return true
  }

  private func pass(_ count: Int) -> Bool {
    budget.withLock { budget in
      guard budget >= 0 else { return true }
      budget = max(0, budget - count)
      return budget > 0
    }
  }

  /// Two sockets that end together, once.
  private final class Pair: Sendable {
    private let sockets: Mutex<(client: Int32, server: Int32)?>
    private let ended = Mutex(0)

    init(client: Int32, server: Int32) { sockets = Mutex((client: client, server: server)) }

    func end() {
      let isLast = ended.withLock { count in
        count += 1
        return count == 2
      }
      sockets.withLock { pair in
        guard let open = pair else { return }
        shutdown(open.client, Int32(SHUT_RDWR))
        shutdown(open.server, Int32(SHUT_RDWR))
        // Closed only when both directions have left, or a number in use could be given away.
        guard isLast else { return }
        close(open.client)
        close(open.server)
        pair = nil
      }
    }
  }
}
