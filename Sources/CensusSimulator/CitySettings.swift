import CensusAPI

/// What a simulated city is made from; the same settings give the same run, to the last byte.
public struct CitySettings: Sendable {
  /// The seed of all chance.
  public var seed: UInt64
  /// How many districts there are, 1 to 4.
  public var districts: Int
  /// How many devices each district has.
  public var devices: Int
  /// How many random steps are taken before everything heals.
  public var steps: Int
  /// Stands between the districts' centrals and the city's, so that a test can plant a fault.
  public var sabotage: @Sendable (any CentralTransport) -> any CentralTransport

  /// Makes settings.
  public init(
    seed: UInt64, districts: Int = 2, devices: Int = 2, steps: Int = 100,
    sabotage: @escaping @Sendable (any CentralTransport) -> any CentralTransport = { $0 }
  ) {
    self.seed = seed
    self.districts = districts
    self.devices = devices
    self.steps = steps
    self.sabotage = sabotage
  }
}
