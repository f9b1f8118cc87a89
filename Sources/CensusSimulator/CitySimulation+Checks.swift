import CensusAPI
import CensusDomain
import CensusHub
import CensusRelay

extension CitySimulation {
  /// More rounds than any history needs: reviews go down, corrections come up.
  private static let rounds = 6

  func heal() async throws {
    for round in 1...CitySimulation.rounds {
      note("round", "\(round)")
      var isQuiet = true
      for number in districts.indices {
        try await districts[number].heal()
        let report = await relay(number, isFaulty: false)
        let isIdle = report.map { $0.answered.isEmpty && $0.reviews == 0 } ?? false
        isQuiet = isQuiet && isIdle
      }
      // What came up is decided here, so that decisions have to go down as well.
      if round <= 2 {
        for _ in 0..<4 { try await review() }
        isQuiet = false
      }
      if isQuiet { return }
    }
    violate(.liveness, "after \(CitySimulation.rounds) rounds there is still work to relay")
  }

  func judge() async throws -> SimulationOutcome {
    let city = try CentralWitness(copy: try folders.copy(folder, to: "witness"))
    do {
      let inspection = try hub.inspect()
      if !inspection.isSound { violate(.audit, "the city's inspection: \(inspection)") }
    } catch {
      violate(.audit, "the city's central cannot be inspected: \(error)")
    }
    var held: [CentralWitness.Place: CentralWitness.Revision] = [:]
    for (place, revision) in city.revisions where revision.disposition != "rejected" {
      held[place] = revision
      if ContentHash.sha256(of: revision.record) != revision.hash {
        violate(.durability, "a record at the city does not agree with its hash")
      }
    }
    var merges: [String: String] = [:]
    var known = 0
    var entries = 0
    for (number, district) in districts.enumerated() {
      let outcome = try await district.judge()
      for found in outcome.violations {
        violate(found.invariant, "district \(number): \(found.detail)")
      }
      trace += outcome.trace
      coverage.merge(outcome.coverage, uniquingKeysWith: +)
      for (name, fate) in outcome.merges { merges["\(number) \(name)"] = fate }
      let central = try await district.witness()
      for (place, revision) in central.revisions where revision.disposition != "rejected" {
        known += 1
        compare(held[place], revision, "district \(number) sequence \(place.sequence)")
      }
      entries += central.entries.count
      for (id, entry) in central.entries { compare(city.entries[id], entry, "district \(number)") }
    }
    if held.count != known || city.entries.count != entries {
      violate(.relay, "the city holds \(held.count) revisions, its districts \(known)")
    }
    let hash = ContentHash.sha256(
      of: (trace + ["audit \(city.auditHead)"]).joined(separator: "\n"))
    return SimulationOutcome(
      seed: settings.seed, traceHash: hash, violations: violations, trace: trace, merges: merges,
      coverage: coverage)
  }

  private func compare(
    _ above: CentralWitness.Revision?, _ below: CentralWitness.Revision, _ name: String
  ) {
    guard let above else { return violate(.relay, "\(name) is not at the city") }
    if above.hash != below.hash || above.disposition != below.disposition {
      violate(.relay, "\(name) is \(below.disposition), at the city \(above.disposition)")
    }
  }

  private func compare(
    _ above: CentralWitness.Entry?, _ below: CentralWitness.Entry, _ name: String
  ) {
    guard let above else { return violate(.relay, "an entry of \(name) is not at the city") }
    if above.head != below.head || above.standing != below.standing {
      violate(
        .relay,
        "an entry of \(name) is \(below.standing), at the city \(above.standing)"
          + (above.head == below.head ? "" : ", in another revision"))
    }
  }
}
