import Foundation
import Synchronization

/// Listens on a port of the system's choice and gives each connection to a handler and a thread.
///
/// The handler runs once a connection; the connection is closed when it returns.
final class LoopbackServer: Sendable {
  struct SetupFailure: Error {}

  let port: UInt16
  private let listener: Int32
  private let accepted = Counter()

  /// How many connections came in.
  var acceptCount: Int { accepted.value }

  /// The address of the server.
  var baseURL: String { "http://127.0.0.1:\(port)" }

  init(_ handler: @escaping @Sendable (Peer) -> Void) throws {
    let (listener, port) = try Self.listen()
    self.listener = listener
    self.port = port
    let accepted = accepted
    Thread.detachNewThread {
      while true {
        let descriptor = accept(listener, nil, nil)
        guard descriptor >= 0 else { break }
        accepted.increment()
        Thread.detachNewThread {
          handler(Peer(descriptor: descriptor))
          close(descriptor)
        }
      }
      close(listener)
    }
  }

  /// Stops listening; to be deferred, since the server has to outlive its last mention.
  func stop() {
    // Wakes the thread in accept, which then closes the socket.
    shutdown(listener, Int32(SHUT_RDWR))
  }

  /// A port on which nobody listens.
  static func deadPort() throws -> UInt16 {
    let (listener, port) = try listen()
    close(listener)
    return port
  }

  private static func listen() throws -> (descriptor: Int32, port: UInt16) {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isReady = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        bind(descriptor, generic, length) == 0 && Glibc.listen(descriptor, 16) == 0
          && getsockname(descriptor, generic, &length) == 0
      }
    }
    guard isReady else { throw SetupFailure() }
    return (descriptor, UInt16(bigEndian: address.sin_port))
  }
}

/// A number that several threads raise.
final class Counter: Sendable {
  private let number = Atomic(0)
  var value: Int { number.load(ordering: .acquiring) }
  func increment() { number.add(1, ordering: .acquiringAndReleasing) }
}
