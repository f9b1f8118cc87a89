import CensusAPI

/// A world in which requests travel from senders, which have numbers, to one central.
protocol FaultyWorld: Actor {
  var random: SimulationRandom { get set }
  /// What happened, in order.
  var trace: [String] { get set }
  /// How often each kind of thing happened.
  var coverage: [String: Int] { get set }
  /// What was found broken.
  var violations: [Violation] { get set }
  /// Whether the sender has no network.
  func isCutOff(_ slot: Int) -> Bool
  /// Takes a request to the central as it runs now.
  func deliver(_ call: HTTPCall, for slot: Int) async -> Result<HTTPReply, TransportFailure>
  /// Ends the central's process and starts it anew.
  func restartCentral()
  /// Something that happens elsewhere while a request is on its way.
  func interlude() async
}

extension FaultyWorld {
  /// Writes down what happened; nothing in it may depend on the machine.
  func note(_ kind: String, _ detail: String = "") {
    trace.append(detail.isEmpty ? kind : kind + " " + detail)
    coverage[kind, default: 0] += 1
  }

  func violate(_ invariant: Violation.Invariant, _ detail: String) {
    violations.append(Violation(invariant: invariant, detail: detail))
    trace.append("! \(invariant.rawValue): \(detail)")
  }

  /// Carries a request to the central, or does to it what networks do.
  func carry(
    _ call: HTTPCall, for slot: Int, isFaulty: Bool
  ) async -> Result<HTTPReply, TransportFailure> {
    guard !isCutOff(slot) else {
      return .failure(TransportFailure(.unreachable, detail: "no network"))
    }
    let fault = isFaulty ? NetworkFault.draw(&random) : .none
    if fault != .none {
      note("network", "\(slot) \(fault.rawValue) \(call.path.prefix { $0 != "?" })")
    }
    switch fault {
    case .none: return await deliver(call, for: slot)
    case .requestLost: return lost
    case .answerLost:
      _ = await deliver(call, for: slot)
      return lost
    case .requestCut:
      guard let body = call.body else { return lost }
      var cut = call
      cut.body = Array(body.prefix(body.count / 2))
      _ = await deliver(cut, for: slot)
      return lost
    case .duplicated: return await deliverTwice(call, for: slot)
    case .delayed:
      await interlude()
      return await deliver(call, for: slot)
    case .overtaken:
      let reply = await deliver(call, for: slot)
      await interlude()
      return reply
    case .requestCorrupt:
      // Where a request has no digest of its body, the link itself must find the damage.
      guard call.headers.contains(where: { $0.name == ContentDigest.field }) else { return lost }
      var corrupt = call
      if let body = call.body { corrupt.body = flipped(body) }
      return await deliver(corrupt, for: slot)
    case .answerCorrupt:
      return await deliver(call, for: slot).map { reply in
        var corrupt = reply
        corrupt.body = flipped(reply.body)
        return corrupt
      }
    case .answerCut:
      return await deliver(call, for: slot).map { reply in
        var cut = reply
        cut.body = Array(reply.body.prefix(random.below(reply.body.count)))
        return cut
      }
    case .portal:
      return page(200, "<html><body>Please log in</body></html>")
    case .tooMany: return page(429, "slow down", ["retry-after": "7"])
    case .unavailable: return page(503, "busy", ["retry-after": "5"])
    case .badGateway: return page(502, "<html><body>Bad gateway</body></html>")
    case .centralStopsBefore:
      restartCentral()
      return lost
    case .centralStopsAfter:
      _ = await deliver(call, for: slot)
      restartCentral()
      return lost
    }
  }

  private var lost: Result<HTTPReply, TransportFailure> {
    .failure(TransportFailure(.interrupted, detail: "the line was cut"))
  }

  private func page(
    _ status: Int, _ text: String, _ headers: [String: String] = [:]
  ) -> Result<HTTPReply, TransportFailure> {
    .success(
      HTTPReply(
        status: status, headers: headers.merging(["content-type": "text/html"]) { $1 },
        body: Array(text.utf8)))
  }

  private func flipped(_ bytes: [UInt8]) -> [UInt8] {
    guard !bytes.isEmpty else { return bytes }
    var copy = bytes
    copy[random.below(bytes.count)] ^= 1 << UInt8(random.below(8))
    return copy
  }

  /// The same request twice has one effect, and a batch the same receipt byte for byte.
  private func deliverTwice(
    _ call: HTTPCall, for slot: Int
  ) async -> Result<HTTPReply, TransportFailure> {
    let first = await deliver(call, for: slot)
    let second = await deliver(call, for: slot)
    if call.path == "/v1/batches", case .success(let one) = first, case .success(let two) = second,
      one.status == 200, one.body != two.body
    {
      violate(.exactlyOnce, "sender \(slot): the same batch sent twice has two receipts")
    }
    return second
  }
}
