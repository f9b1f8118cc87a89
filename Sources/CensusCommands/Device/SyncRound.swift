import CensusAPI
import CensusCurl
import CensusDomain
import CensusStore
import CensusSync

/// One sync of the command line: opens the store, syncs, and lets the store go again.
struct SyncRound: Sendable {
  let global: GlobalOptions
  let central: String?
  let tokenFile: String?
  let batch: Int
  let policy: RetryPolicy
  let voice: SyncVoice

  /// Syncs and returns what was done; nil where only unsent work counts and there is none.
  ///
  /// - Throws: ``CensusError`` once the sync is given up, after it was said what is safe.
  func run(onlyIfUnsent: Bool = false) async throws -> SyncReport? {
    let store = try Stores.device(global)
    if onlyIfUnsent, try store.unsent().count == 0 { return nil }
    let address = try SyncCommand.address(central, of: store)
    let token = try TokenSource.read(
      file: tokenFile, folder: store.folder, device: store.identity.device)
    let transport = try CentralLink.transport(to: address, token: token) { [voice] in
      voice.uploaded($0, of: $1)
    }
    // Typed once is enough, whether or not there is a network yet.
    try store.rememberCentral(address)
    let engine = SyncEngine(
      store: store, forms: try Stores.forms(of: store, global.language), transport: transport,
      central: address, policy: policy,
      bounds: BatchBounds(count: batch, bytes: ProtocolLimits.targetBatchBytes),
      environment: SyncEngine.Environment(report: { [voice] in voice.tell($0) }))
    do {
      let report = try await engine.run()
      voice.line.end()
      try TokenSource.keep(token, folder: store.folder)
      try SyncTalk.tellRefusals(store, global.language)
      return report
    } catch {
      voice.line.end()
      if voice.isConnected { try TokenSource.keep(token, folder: store.folder) }
      try SyncTalk.tellWhatIsSafe(store, global.language)
      throw error
    }
  }
}
