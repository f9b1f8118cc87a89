import CensusAPI
import CensusCentralSQLite
import CensusHub
import CensusServer

extension CitySimulation {
  func isCutOff(_ slot: Int) -> Bool { false }

  func deliver(
    _ call: HTTPCall, for slot: Int
  ) async -> Result<HTTPReply, TransportFailure> {
    do {
      let honest = InProcessTransport(hub: hub, token: tokens[slot])
      return .success(try await settings.sabotage(honest).send(call))
    } catch {
      return .failure(error)
    }
  }

  /// Another district goes on while a request is on its way.
  func interlude() async {
    guard let number = random.pick(districts.indices.filter { $0 != relaying }) else { return }
    note("interlude", "\(number)")
    do {
      try await districts[number].takeStep()
    } catch {
      violate(.knownErrors, "meanwhile: \(error)")
    }
  }

  func restartCentral() {
    note("city-restart")
    let old = folder
    moves += 1
    do {
      let next = try folders.copy(old, to: "city-\(moves)")
      hub = try Hub.open(
        folder: next,
        parts: HubParts(
          forms: forms, clock: clock, identifiers: entropy.identifiers, tokens: entropy.tokens))
      folder = next
      try StoreFolders.remove(old)
    } catch {
      violate(.durability, "the city's central does not open after a crash: \(error)")
    }
  }
}
