import CensusAPI
import CensusDomain
import Synchronization

/// Delivers the call but loses the answer, for the first so many calls that fit.
public final class ReplyLosingTransport: CentralTransport, Sendable {
  private let base: any CentralTransport
  private let path: String
  private let remaining: Mutex<Int>

  /// Wraps `base`; calls whose path begins with `path` lose their answers.
  public init(_ base: any CentralTransport, path: String, count: Int) {
    self.base = base
    self.path = path
    remaining = Mutex(count)
  }

  /// Sends, and perhaps forgets the answer.
  public func send(_ call: HTTPCall) async throws(TransportFailure) -> HTTPReply {
    let reply = try await base.send(call)
    let isLost = remaining.withLock { remaining in
      guard remaining > 0, call.path.hasPrefix(path) else { return false }
      remaining -= 1
      return true
    }
    if isLost { throw TransportFailure(.interrupted, detail: "the answer was lost") }
    return reply
  }
}

/// Sends every call so many times at once and gives back the last answer.
public struct RepeatingTransport: CentralTransport {
  private let base: any CentralTransport
  private let times: Int

  /// Wraps `base`.
  public init(_ base: any CentralTransport, times: Int) {
    self.base = base
    self.times = times
  }

  /// Sends `times` over; all answers must be equal.
  public func send(_ call: HTTPCall) async throws(TransportFailure) -> HTTPReply {
    let base = base
    let replies = await withTaskGroup(of: HTTPReply?.self) { group in
      for _ in 0..<times { group.addTask { try? await base.send(call) } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    guard let first = replies.first ?? nil, replies.allSatisfy({ $0?.status == first.status })
    else { throw TransportFailure(.interrupted, detail: "the answers differ") }
    let isBatch = call.path == "/v1/batches"
    guard !isBatch || replies.allSatisfy({ $0?.body == first.body }) else {
      throw TransportFailure(.interrupted, detail: "the receipts differ")
    }
    return first
  }
}

/// Answers every call itself, as a network's login page does.
public struct CaptivePortalTransport: CentralTransport {
  /// Makes the portal.
  public init() {}

  /// A friendly page with status 200.
  public func send(_ call: HTTPCall) async throws(TransportFailure) -> HTTPReply {
    HTTPReply(
      status: 200, headers: ["content-type": "text/html"],
      body: Array("<html><body>Please log in</body></html>".utf8))
  }
}

/// Counts the calls by path.
public final class CountingTransport: CentralTransport, Sendable {
  private let base: any CentralTransport
  private let counts = Mutex<[String: Int]>([:])

  /// Wraps `base`.
  public init(_ base: any CentralTransport) { self.base = base }

  /// How many calls had this path, without its query.
  public func count(of path: String) -> Int { counts.withLock { $0[path] ?? 0 } }

  /// Counts and sends.
  public func send(_ call: HTTPCall) async throws(TransportFailure) -> HTTPReply {
    let path = String(call.path.prefix { $0 != "?" })
    counts.withLock { $0[path, default: 0] += 1 }
    return try await base.send(call)
  }
}

/// Changes the last digit in the first answer that fits, as a bad link does; all else stays as it was.
public final class DigitChangingTransport: CentralTransport, Sendable {
  private let base: any CentralTransport
  private let path: String
  private let isDone = Mutex(false)

  /// Wraps `base`; the first call whose path begins with `path` gets a changed answer.
  public init(_ base: any CentralTransport, path: String) {
    self.base = base
    self.path = path
  }

  /// Sends, and perhaps changes the answer.
  public func send(_ call: HTTPCall) async throws(TransportFailure) -> HTTPReply {
    var reply = try await base.send(call)
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    guard call.path.hasPrefix(path), let at = reply.body.lastIndex(where: digits.contains),
      isDone.withLock({ isDone in
        defer { isDone = true }
        return !isDone
      })
    else { return reply }
    reply.body[at] = reply.body[at] == digits.upperBound ? digits.lowerBound : digits.upperBound
    return reply
  }
}
