import CensusAPI

/// What a simulated run is made from; the same settings give the same run, to the last byte.
public struct SimulationSettings: Sendable {
  /// How far clocks jump; it may change no result of a merge.
  public enum Clocks: Sendable {
    /// All clocks stand still.
    case still
    /// Clocks jump up to ten years to either side.
    case jumping
  }

  /// The seed of all chance.
  public var seed: UInt64
  /// How many devices there are, 1 to 50.
  public var devices: Int
  /// How many random steps are taken before everything heals.
  public var steps: Int
  /// How the clocks go.
  public var clocks: Clocks
  /// The district's code.
  public var district = "130205"
  /// Whether the central may be put back to an old copy of itself.
  public var losesCentral = true
  /// A fault that is planted in the files before they are checked.
  public var storeSabotage: StoreSabotage?
  /// Stands between devices and central, so that a test can plant a fault; given the honest way.
  public var sabotage: @Sendable (any CentralTransport) -> any CentralTransport

  /// Makes settings; small worlds find most faults in the least time.
  public init(
    seed: UInt64, devices: Int? = nil, steps: Int = 40, clocks: Clocks = .jumping,
    sabotage: @escaping @Sendable (any CentralTransport) -> any CentralTransport = { $0 }
  ) {
    self.seed = seed
    self.devices = devices ?? SimulationSettings.usualDevices(seed)
    self.steps = steps
    self.clocks = clocks
    self.sabotage = sabotage
  }

  /// The two townships of the district.
  var towns: [String] { [district + "002", district + "101"] }

  /// The township of an object of the inventory.
  func town(of number: Int) -> String { towns[number % 2] }

  /// The code of an object of the inventory.
  func object(_ number: Int) -> String { "SIM-\(district.suffix(1))-\(number)" }

  /// Two to four devices, and ten in one of twenty-five worlds.
  private static func usualDevices(_ seed: UInt64) -> Int {
    var random = SimulationRandom(seed: seed ^ 0xD1CE)
    return random.chance(4) ? 10 : 2 + random.below(3)
  }
}
