import CensusAPI
import CensusCentralSQLite
import CensusDomain
import CensusForms
import CensusHub
import CensusRelay
import CensusServer
import CensusStore
import CensusSync
import CensusTestSupport

/// A city above several districts in one process, driven by one seed.
///
/// Each district is a ``Simulation`` of its own, whose central relays to the city's over a network
/// with faults.
public actor CitySimulation: FaultyWorld {
  let settings: CitySettings
  let folders: StoreFolders
  let forms: FormCatalogue
  let clock: ManualClock
  let entropy: SimulatedEntropy
  var districts: [Simulation] = []
  var tokens: [String] = []
  var hub: Hub
  var folder: String
  var moves = 0
  var random: SimulationRandom
  var trace: [String] = []
  var coverage: [String: Int] = [:]
  var violations: [Violation] = []
  /// The district whose central is relaying just now, so that it does not do anything else.
  var relaying: Int?

  /// Makes a city; `name` tells its folder from those of runs at the same time.
  ///
  /// - Throws: ``CensusError`` where a store cannot be made.
  public init(_ settings: CitySettings, name: String) throws {
    self.settings = settings
    random = SimulationRandom(seed: settings.seed ^ 0xC17)
    folders = try StoreFolders(run: name)
    forms = Simulation.forms
    clock = try SimulatedDay.clock()
    entropy = SimulatedEntropy(seed: settings.seed ^ 0xC175)
    guard let code = RegionCode("1302") else {
      throw CensusError(.software, zh: "城市代码无效。", en: "The city's code is not valid.")
    }
    folder = try folders.central(district: code, name: "city")
    hub = try Hub.open(
      folder: folder,
      parts: HubParts(
        forms: forms, clock: clock, identifiers: entropy.identifiers, tokens: entropy.tokens))
    for number in 0..<settings.districts {
      var district = SimulationSettings(
        seed: settings.seed &* 8 &+ UInt64(number), devices: settings.devices)
      district.district = "13020\(2 + number)"
      // What a district decides anew after a loss, the city has decided already.
      district.losesCentral = false
      districts.append(try Simulation(district, name: "\(name)-\(number)"))
    }
  }

  /// Runs the city to its end: random steps, healing, and the check of every invariant.
  ///
  /// - Throws: What cannot happen in a world that works, such as a full disk.
  public func run() async throws -> SimulationOutcome {
    for district in districts {
      try await district.begin()
      let central = await district.hub
      let issued = try await Operations.addDevice.call(
        DeviceEnrolment(
          device: try central.relayState().id, surveyor: "普查办", region: central.district,
          isRelay: true), at: office)
      tokens.append(issued.token)
    }
    for step in 0..<settings.steps {
      note("step", "\(step)")
      try await takeStep()
    }
    try await heal()
    return try await judge()
  }

  /// The city's way to its central.
  var office: LocalCentral { LocalCentral(hub: hub, caller: .localAdministrator) }

  private func takeStep() async throws {
    let number = random.below(districts.count)
    switch random.below(16) {
    case 0, 1: await relay(number, isFaulty: true)
    case 2, 3: try await review()
    case 4: restartCentral()
    default:
      note("district", "\(number)")
      try await districts[number].takeStep()
    }
  }

  /// The city passes or returns an entry.
  func review() async throws {
    let list = try await Operations.listEntries.call(EntryQuery(limit: .max), at: office)
    // The city decides about what the county has passed; anything else it is refused.
    let passed = list.entries.filter { $0.standing == .countyPassed }.map(\.entry).sorted()
    let entries = random.chance(80) ? passed : list.entries.map(\.entry).sorted()
    guard let entry = random.pick(entries) else { return }
    let verdict: ReviewVerdict = random.chance(60) ? .pass : .return
    let outcome = try await Operations.review.call(
      ReviewRequest(
        entries: [entry], level: .city, verdict: verdict, comment: "请核对", fields: []), at: office)
    note("city-review", "\(verdict.rawValue) \(outcome.reviewed.count)")
    if !outcome.reviewed.isEmpty { note("city-\(verdict.rawValue)") }
  }

  /// Relays a district's central; nil where that failed, which its people are told.
  @discardableResult
  func relay(_ number: Int, isFaulty: Bool) async -> RelayReport? {
    relaying = number
    defer { relaying = nil }
    let bounds = BatchBounds(count: random.pick([1, 3, 100]) ?? 1, bytes: 1_000_000)
    do {
      let engine = RelayEngine(
        hub: await districts[number].hub,
        transport: SimulatedNetwork(world: self, slot: number, isFaulty: isFaulty),
        policy: RetryPolicy(attempts: 3), bounds: bounds,
        environment: RelayEngine.Environment(
          wait: { _ in }, now: { 0 }, randomFraction: { 0.5 }))
      let report = try await engine.run()
      let answers = report.answered.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
      note("relayed", "\(number) [\(answers.joined(separator: ", "))] reviews \(report.reviews)")
      if !answers.isEmpty { note("relay-brought-revisions") }
      if report.reviews > 0 { note("relay-brought-reviews") }
      return report
    } catch let error as CensusError {
      note("relay-failed", "\(number) \(error.code)")
      let everyday: Set<CensusError.Code> = [
        .temporaryFailure, .unavailable, .protocolViolation, .invalidData,
      ]
      if !isFaulty || !everyday.contains(error.code) {
        violate(.knownErrors, "relay \(number): \(error.code): \(error.message.en)")
      }
    } catch {
      violate(.knownErrors, "relay \(number): \(error)")
    }
    if random.chance(50) { await districts[number].restartCentral() }
    return nil
  }
}
