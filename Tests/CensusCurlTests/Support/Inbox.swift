import Synchronization

/// What a server's thread has read, for the test to look at.
final class Inbox: Sendable {
  private let stored = Mutex<[Peer.Request]>([])

  var requests: [Peer.Request] { stored.withLock { $0 } }

  /// Reads one request off `peer` and keeps it; nil when the client has closed.
  @discardableResult
  func take(from peer: Peer) -> Peer.Request? {
    guard let request = peer.read() else { return nil }
    stored.withLock { $0.append(request) }
    return request
  }
}
