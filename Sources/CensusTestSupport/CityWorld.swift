import CensusAPI
import CensusCentralSQLite
import CensusDomain
import CensusHub
import CensusRelay
import CensusServer
import CensusStore
import CensusSync

/// A city's central above a district's, on real databases in one process.
public struct CityWorld: Sendable {
  /// The district's central and its devices.
  public let district: CensusWorld
  /// The city's central.
  public let city: Hub
  /// The city's way to its central.
  public let office: LocalCentral
  /// The token of the district's central at the city's.
  public let token: String

  /// Makes both centrals in memory and enrols the lower one.
  ///
  /// - Throws: ``CensusError`` where a store cannot be made.
  public init() async throws {
    district = try CensusWorld()
    guard let code = RegionCode("1302") else {
      throw CensusError(.software, zh: "测试数据无效。", en: "The test's data is not valid.")
    }
    city = try Hub.inMemory(
      district: code, parts: HubParts(forms: district.forms, clock: district.clock))
    office = LocalCentral(hub: city, caller: .localAdministrator)
    token = try await Operations.addDevice.call(
      DeviceEnrolment(
        device: try district.hub.relayState().id, surveyor: "开平区普查办",
        region: district.hub.district, isRelay: true),
      at: office
    ).token
  }

  /// The same district below another city.
  public init(district: CensusWorld, city: Hub, token: String) {
    self.district = district
    self.city = city
    self.token = token
    office = LocalCentral(hub: city, caller: .localAdministrator)
  }

  /// Relays what the district has accepted, through `wrap`.
  ///
  /// - Throws: what the engine throws.
  @discardableResult
  public func relay(
    bounds: BatchBounds = BatchBounds(count: 100, bytes: 1_000_000),
    policy: RetryPolicy = RetryPolicy(attempts: 1),
    environment: RelayEngine.Environment = RelayEngine.Environment(wait: { _ in }),
    through wrap: (any CentralTransport) -> any CentralTransport = { $0 }
  ) async throws -> RelayReport {
    try await RelayEngine(
      hub: district.hub, transport: wrap(InProcessTransport(hub: city, token: token)),
      policy: policy, bounds: bounds, environment: environment
    ).run()
  }

  /// Every entry that the city holds.
  ///
  /// - Throws: ``CensusError`` from the central.
  public func entries() async throws -> [EntrySummary] {
    try await Operations.listEntries.call(EntryQuery(limit: .max), at: office).entries
  }
}
