import CensusAPI
import CensusCentralSQLite
import CensusDomain
import CensusFiles
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

  /// Makes a city's central in memory above `district`, a new one without, and enrols the lower one.
  ///
  /// - Parameter attachments: where the city keeps attachments; nil where it keeps none.
  /// - Throws: ``CensusError`` where a store cannot be made.
  public init(above district: CensusWorld? = nil, attachments: AttachmentFolder? = nil) async throws
  {
    let district = try district ?? CensusWorld()
    self.district = district
    guard let code = RegionCode("1302") else {
      throw CensusError(.software, zh: "测试数据无效。", en: "The test's data is not valid.")
    }
    city = try Hub.inMemory(
      district: code,
      parts: HubParts(forms: district.forms, clock: district.clock, attachments: attachments))
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
    again: Bool = false,
    through wrap: (any CentralTransport) -> any CentralTransport = { $0 }
  ) async throws -> RelayReport {
    try await RelayEngine(
      hub: district.hub, transport: wrap(InProcessTransport(hub: city, token: token)),
      policy: policy, bounds: bounds, environment: environment
    ).run(again: again)
  }

  /// What the city's central lacks of attachments.
  ///
  /// - Throws: ``CensusError`` from the central.
  public func missing() async throws -> MissingAttachmentList {
    try await Operations.listMissingAttachments.call(AttachmentQuery(), at: office)
  }

  /// How the district says that it stands with the city.
  ///
  /// - Throws: ``CensusError`` from the central.
  public func status() async throws -> RelayStatus {
    try await Operations.relayStatus.call(LedgerQuery(), at: district.coordinator)
  }

  /// Every entry that the city holds.
  ///
  /// - Throws: ``CensusError`` from the central.
  public func entries() async throws -> [EntrySummary] {
    try await Operations.listEntries.call(EntryQuery(limit: .max), at: office).entries
  }
}
