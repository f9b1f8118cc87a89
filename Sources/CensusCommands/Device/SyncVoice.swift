import CensusDomain
import CensusSync
import Foundation
import Synchronization

/// Tells of a sync while it goes on: to the person, and where wanted to a program, line by line.
final class SyncVoice: Sendable {
  let language: Language
  let line: ProgressLine
  /// Whether each event is also a line of JSON on standard output.
  let printsEvents: Bool
  private let state = Mutex(State())

  private struct State {
    var progress: SyncProgress?
    var lastUpload = Date.distantPast
    var isConnected = false
    var retryAfter: Int?
  }

  init(language: Language, printsEvents: Bool) {
    self.language = language
    self.printsEvents = printsEvents
    line = ProgressLine(language: language)
  }

  /// Whether the central has accepted the token.
  var isConnected: Bool { state.withLock { $0.isConnected } }

  /// The wait in seconds that the central asked for when it ended the sync.
  var retryAfter: Int? { state.withLock { $0.retryAfter } }

  /// Tells of an event.
  func tell(_ event: SyncEvent) {
    state.withLock { state in
      switch event {
      case .connected: (state.isConnected, state.retryAfter) = (true, nil)
      case .pushed(let progress): state.progress = progress
      case .gaveUp(_, let retryAfter): state.retryAfter = retryAfter
      default: break
      }
    }
    SyncTalk.tell(event, on: line)
    print(SyncEventLine(event))
  }

  /// Tells of a part of a batch that has been sent; called often.
  func uploaded(_ sent: Int64, of total: Int64) {
    let (progress, isDue) = state.withLock { state in
      // What goes up before is the device's own declaration.
      let isDue = state.isConnected && Date().timeIntervalSince(state.lastUpload) >= 1
      if isDue { state.lastUpload = Date() }
      return (state.progress, isDue)
    }
    guard isDue, total > 0 else { return }
    let done = progress.map(SyncTalk.text)
    let part = "\(sent / 1024)/\(total / 1024) KB"
    line.show(
      LocalizedText(
        zh: "\(done.map { $0.zh + "；" } ?? "")本批 \(part)",
        en: "\(done.map { $0.en + "; " } ?? "")this batch \(part)"))
    print(SyncEventLine.uploading(sent, of: total))
  }

  /// Prints a line for programs, if they are to have any.
  func print(_ event: some Encodable) {
    guard printsEvents else { return }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(event) else { return }
    Console.data(String(decoding: data, as: UTF8.self))
  }
}
