import Dispatch
import Foundation
import Synchronization

/// Is raised by Ctrl-C or a request to end, so that long work stops where it is whole.
final class StopSign {
  private final class Flag: Sendable {
    let isRaised = Atomic(false)
  }

  private let flag = Flag()
  private let sources: [any DispatchSourceSignal]

  /// Listens from now on.
  init() {
    let flag = flag
    sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { flag.isRaised.store(true, ordering: .releasing) }
      source.resume()
      return source
    }
  }

  /// Whether it was raised.
  var isRaised: Bool { flag.isRaised.load(ordering: .acquiring) }

  deinit {
    for source in sources { source.cancel() }
  }
}
