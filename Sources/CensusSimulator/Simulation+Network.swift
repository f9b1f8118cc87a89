import CensusAPI
import CensusServer

extension Simulation {
  func isCutOff(_ slot: Int) -> Bool { devices[slot].isClogged }

  func deliver(
    _ call: HTTPCall, for slot: Int
  ) async -> Result<HTTPReply, TransportFailure> {
    let token = devices[slot].token
    let transport: any CentralTransport
    if let known = transports[token] {
      transport = known
    } else {
      transport = settings.sabotage(InProcessTransport(hub: hub, token: token))
      transports[token] = transport
    }
    do {
      return .success(try await transport.send(call))
    } catch {
      return .failure(error)
    }
  }

  func interlude() async {
    guard depth == 0 else { return }
    depth += 1
    defer { depth -= 1 }
    note("interlude")
    do {
      switch random.below(4) {
      case 0: try await review()
      case 1: try await importInventory()
      default:
        let idle = devices.indices.filter { !devices[$0].isBusy }
        if let other = random.pick(idle) { await sync(other, isFaulty: random.chance(30)) }
      }
    } catch {
      violate(.knownErrors, "meanwhile: \(error)")
    }
  }
}
