import CensusDomain
import CensusHub
import CensusRelay
import Logging

/// The relay that goes on beside a served central.
enum RelayTask {
  /// Begins to relay until the task is cancelled; what happens goes to the log.
  ///
  /// - Throws: ``CensusError`` where the token or the address cannot be used at all.
  static func start(
    _ hub: Hub, to url: String, tokenFile: String?, everyMinutes: Int, logger: Logger
  ) throws(CensusError) -> Task<Void, Never> {
    let token = try TokenSource.read(file: tokenFile, folder: nil)
    let transport = try CentralLink.transport(to: url, token: token)
    let engine = RelayEngine(
      hub: hub, transport: transport,
      environment: RelayEngine.Environment(report: { note($0, logger) }))
    let loop = RelayLoop(
      engine: engine, interval: Int64(everyMinutes) * 60_000,
      onFailure: { error in
        logger.warning("relay failed", metadata: ["error": "\(error.message.en)"])
      })
    return Task { await loop.run() }
  }

  private static func note(_ event: RelayEvent, _ logger: Logger) {
    switch event {
    case .connected: break
    case .restarted: logger.warning("relay offers everything anew: the two centrals' pasts differ")
    case .reread: logger.warning("relay reads the upper central's feed from the beginning")
    case .sent(let lines): logger.info("relayed", metadata: ["lines": "\(lines)"])
    case .taken(let reviews):
      if reviews > 0 { logger.info("reviews taken", metadata: ["reviews": "\(reviews)"]) }
    case .attachments(let done, let all, _):
      logger.info("attachments relayed", metadata: ["done": "\(done)", "of": "\(all)"])
    case .attachmentFailed(let hash, let error):
      logger.warning(
        "attachment not relayed",
        metadata: ["attachment": "\(hash)", "error": "\(error.message.en)"])
    case .retrying(let error, let milliseconds):
      logger.info(
        "relay waits",
        metadata: ["milliseconds": "\(milliseconds)", "error": "\(error.message.en)"])
    }
  }
}
