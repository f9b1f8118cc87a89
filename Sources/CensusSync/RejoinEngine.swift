import CensusAPI
import CensusDomain
import CensusStore

/// Gives a device's store a new identity: the way out for one that was restored or copied.
///
/// A cut at any point leaves the old identity or the new one, and a repeat goes on with the identity
/// that was begun. What the central lacks waits in the outbox afterwards; a sync sends it.
public struct RejoinEngine: Sendable {
  private let store: DeviceStore
  private let client: SyncClient
  private let token: @Sendable (UniqueID) throws(CensusError) -> String

  /// Makes an engine.
  ///
  /// - Parameters:
  ///   - transport: reaches the central with the token of the present identity.
  ///   - token: the token of the new identity, the same one for each call; it is on the disk when
  ///     this returns.
  public init(
    store: DeviceStore, transport: any CentralTransport,
    token: @escaping @Sendable (UniqueID) throws(CensusError) -> String
  ) {
    self.store = store
    client = SyncClient(transport: transport)
    self.token = token
  }

  /// Enrols the new identity and takes it on.
  ///
  /// - Throws: ``CensusError`` as the central or the store gave it; the store is then as it was.
  public func run() async throws(CensusError) -> RejoinOutcome {
    let declaration = try store.declaration()
    let state = try await asking { () async throws(SyncClient.Failure) in
      try await client.deviceState(declaration)
    }
    guard state.device == store.identity.device else {
      throw CensusError.foreignToken(state.device)
    }
    let held = try await receipts()
    let (device, startsAfter) = try store.beginRejoin()
    let hash = ContentHash.sha256(of: try token(device))
    let wish = RejoinRequest(device: device, tokenHash: hash, startsAfter: startsAfter)
    let joined = try await asking { () async throws(SyncClient.Failure) in
      try await client.rejoin(wish)
    }
    guard joined.device == device else { throw CensusError.foreignToken(joined.device) }
    return try store.adopt(device, held: held)
  }

  /// Everything that the central answered to the present identity.
  private func receipts() async throws(CensusError) -> [Receipt] {
    var pages: [Receipt] = []
    var after = try store.startsAfter()
    while true {
      let start = after
      let page = try await asking { () async throws(SyncClient.Failure) in
        try await client.receipts(after: start)
      }
      guard page.device == store.identity.device else {
        throw CensusError.foreignToken(page.device)
      }
      guard let last = page.items.last?.sequence else { return pages }
      guard last > after else {
        throw CensusError(
          .protocolViolation, zh: "中心的回执没有按序号前进。",
          en: "The central's receipts do not go forward.")
      }
      pages.append(page)
      after = last
    }
  }

  private func asking<Value: Sendable>(
    _ body: () async throws(SyncClient.Failure) -> Value
  ) async throws(CensusError) -> Value {
    do {
      return try await body()
    } catch {
      throw error.asCensusError
    }
  }
}

extension CensusError {
  /// The token that was used stands for another device than the store is.
  static func foreignToken(_ device: UniqueID) -> CensusError {
    CensusError(
      .permission, zh: "令牌属于另一台设备（\(device)）。",
      en: "The token belongs to another device (\(device)).",
      remedy: LocalizedText(
        zh: "请向协调员要本机的令牌。", en: "Ask the coordinator for this device's own token."))
  }
}
