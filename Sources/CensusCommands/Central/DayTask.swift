import CensusDomain
import CensusHub
import Logging

/// Keeps each day's counts soon after the day is over, beside a served central.
///
/// A report of last week then need not play the past back.
enum DayTask {
  /// Begins to look once in a quarter of an hour, until the task is cancelled.
  static func start(_ hub: Hub, logger: Logger) -> Task<Void, Never> {
    Task {
      while !Task.isCancelled {
        do throws(CensusError) {
          try hub.closeYesterday()
        } catch {
          logger.warning(
            "yesterday's counts not kept", metadata: ["error": "\(error.message.en)"])
        }
        do {
          try await Task.sleep(for: .seconds(900))
        } catch {
          return
        }
      }
    }
  }
}
