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

  /// Two to four devices, and ten in one of twenty-five worlds.
  private static func usualDevices(_ seed: UInt64) -> Int {
    var random = SimulationRandom(seed: seed ^ 0xD1CE)
    return random.chance(4) ? 10 : 2 + random.below(3)
  }
}
