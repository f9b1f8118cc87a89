import CensusAPI
import CensusCentralSQLite
import CensusDomain
import CensusForms
import CensusHub
import CensusServer
import CensusStore
import CensusSync
import CensusTestSupport

/// A whole census in one process, driven by one seed: devices, a central, people and their troubles.
///
/// Stores, engine, hub and routes are the real ones. Clocks, chance, the network and crashes are made
/// here. Only one thing happens at a time, so the same seed gives the same run.
public actor Simulation: FaultyWorld {
  let settings: SimulationSettings
  let folders: StoreFolders
  let forms: FormCatalogue
  let form: Form
  let district: RegionCode
  let centralClock: ManualClock
  let centralEntropy: SimulatedEntropy
  var hub: Hub
  var centralFolder: String
  var centralMoves = 0
  var centralBackup: CentralBackup?
  var transports: [String: any CentralTransport] = [:]
  var devices: [SimulatedDevice] = []
  var oracle = Oracle()
  var random: SimulationRandom
  var trace: [String] = []
  var coverage: [String: Int] = [:]
  var violations: [Violation] = []
  /// How many things are under way within each other; a request's delay may hold one more.
  var depth = 0

  static let forms = FormCatalogue.builtIn()

  /// Makes a world; `name` tells its folder from those of runs at the same time.
  ///
  /// - Throws: ``CensusError`` where a store cannot be made.
  public init(_ settings: SimulationSettings, name: String) throws {
    self.settings = settings
    random = SimulationRandom(seed: settings.seed)
    folders = try StoreFolders(run: name)
    forms = Simulation.forms
    form = try forms.require("FOR_FIRESOURCE")
    guard let district = RegionCode(settings.district) else {
      throw CensusError(.software, zh: "区县代码无效。", en: "The district's code is not valid.")
    }
    self.district = district
    centralClock = try SimulatedDay.clock()
    centralEntropy = SimulatedEntropy(seed: settings.seed ^ 0xCE27)
    centralFolder = try folders.central(district: district, name: "central")
    hub = try Hub.open(
      folder: centralFolder,
      parts: HubParts(
        forms: forms, clock: centralClock, identifiers: centralEntropy.identifiers,
        tokens: centralEntropy.tokens))
  }

  /// Runs the world to its end: random steps, healing, and the check of every invariant.
  ///
  /// - Throws: What cannot happen in a world that works, such as a full disk.
  public func run() async throws -> SimulationOutcome {
    try await begin()
    for step in 0..<settings.steps {
      note("step", "\(step)")
      try await takeStep()
    }
    try await heal()
    return try await judge()
  }

  /// Makes the devices.
  func begin() async throws {
    for slot in 0..<settings.devices { try await addDevice(slot) }
  }

  /// Checks every invariant and tells what was found.
  func judge() async throws -> SimulationOutcome {
    if let fault = settings.storeSabotage { try await plant(fault) }
    try await check()
    let (final, merges) = try finalState()
    let hash = ContentHash.sha256(of: (trace + final).joined(separator: "\n"))
    for index in devices.indices { devices[index].backup = nil }
    return SimulationOutcome(
      seed: settings.seed, traceHash: hash, violations: violations, trace: trace, merges: merges,
      coverage: coverage)
  }

  /// The coordinator's way to the central.
  var coordinator: LocalCentral { LocalCentral(hub: hub, caller: .localAdministrator) }

  private func addDevice(_ slot: Int) async throws {
    // The second device is the first surveyor's too: the same person's late work is a case of its own.
    let surveyor = "调查员\(slot % 5 == 1 ? slot - 1 : slot)"
    let folder = try folders.device(
      slot, surveyor: surveyor, district: district, name: "device-\(slot)-0")
    let clock = try SimulatedDay.clock()
    let entropy = SimulatedEntropy(seed: settings.seed &* 31 &+ UInt64(slot))
    let store = try DeviceStore.open(
      folder: folder, clock: clock, identifiers: entropy.identifiers)
    let towns = settings.towns.compactMap { RegionCode($0) }
    let region = random.chance(50) ? district : random.pick(towns) ?? district
    let issued = try await Operations.addDevice.call(
      DeviceEnrolment(device: store.identity.device, surveyor: surveyor, region: region),
      at: coordinator)
    let device = SimulatedDevice(
      slot: slot, surveyor: surveyor, region: region, clock: clock, entropy: entropy,
      id: store.identity.device, token: issued.token, folder: folder, store: store)
    oracle.identified(device.id, of: device, token: device.token)
    devices.append(device)
    note("device", "\(slot) in \(region)")
  }
}
