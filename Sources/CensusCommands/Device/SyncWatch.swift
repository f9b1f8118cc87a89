import CensusDomain
import CensusStore
import CensusSync
import Foundation

/// Syncs again and again in the background of a field day, and lets the store go in between.
struct SyncWatch: Sendable {
  let round: SyncRound
  let folder: String
  let every: Int64

  /// Runs until the task is cancelled.
  ///
  /// - Throws: ``CensusError`` that no later round could mend.
  func run() async throws {
    var plan = WatchPlan(every: every)
    // The first round asks for news as well; later ones that new work began only need to send.
    var isNewsDue = true
    var newsAt = ContinuousClock.now
    while true {
      let outcome = try await attempt(onlyIfUnsent: !isNewsDue)
      if case .done = outcome, isNewsDue { newsAt = .now + .milliseconds(every) }
      var rest = plan.rest(after: outcome, fraction: Double.random(in: 0..<1))
      if case .done = outcome {
        rest.milliseconds = max(0, Int64((newsAt - .now) / .milliseconds(1)))
      }
      round.voice.print(SyncEventLine.waiting(milliseconds: rest.milliseconds))
      let hasNewWork = try await wait(rest)
      if case .done = outcome { isNewsDue = !hasNewWork } else { isNewsDue = true }
    }
  }

  private func attempt(onlyIfUnsent: Bool) async throws -> WatchPlan.Outcome {
    do {
      if let report = try await round.run(onlyIfUnsent: onlyIfUnsent) {
        round.voice.print(SyncDoneLine(report: report))
        say(report)
      }
      return .done
    } catch let error as CensusError {
      try Task.checkCancellation()
      if error.code == .locked { return .busy }
      guard WatchPlan.mayPass(error) else { throw error }
      say(error)
      return .failed(retryAfter: round.voice.retryAfter)
    }
  }

  /// Rests; true where new work ended it.
  private func wait(_ rest: WatchPlan.Rest) async throws -> Bool {
    let end = ContinuousClock.now + .milliseconds(rest.milliseconds)
    let before = StoreStamp(folder)
    while ContinuousClock.now < end {
      let look = ContinuousClock.now + .milliseconds(WatchPlan.look)
      // A tolerance lets the system wake once for several timers.
      try await Task.sleep(until: min(end, look), tolerance: .seconds(1), clock: .continuous)
      if rest.endsWithNewWork, StoreStamp(folder) != before { return true }
    }
    return false
  }

  private func say(_ report: SyncReport) {
    let sent = report.answered.values.reduce(0, +)
    Console.say(
      LocalizedText(
        zh: "\(now) 已同步：确认 \(sent) 条，收到更新 \(report.changes) 项",
        en: "\(now) synced: \(sent) confirmed, \(report.changes) changes received"),
      round.voice.language)
  }

  private func say(_ error: CensusError) {
    Console.say(
      LocalizedText(zh: "\(now) \(error.message.zh)", en: "\(now) \(error.message.en)"),
      round.voice.language)
  }

  /// The time of day, for the person.
  private var now: String {
    let parts = Calendar.current.dateComponents([.hour, .minute, .second], from: Date())
    return [parts.hour, parts.minute, parts.second].map { part in
      let text = String(part ?? 0)
      return text.count < 2 ? "0" + text : text
    }.joined(separator: ":")
  }
}

/// What the file system says of a device's store; differs after every write to it.
private struct StoreStamp: Equatable {
  private let parts: [Int]

  init(_ folder: String) {
    let path = folder + "/" + DeviceStore.fileName
    parts = [path, path + "-wal"].flatMap { path in
      var information = stat()
      guard stat(path, &information) == 0 else { return [0, 0, 0] }
      return [
        Int(information.st_size), information.st_mtim.tv_sec, information.st_mtim.tv_nsec,
      ]
    }
  }
}
