import CensusDomain
import Dispatch
import Foundation
import Synchronization

/// Lets Ctrl-C and a request to end stop a command cleanly and at once.
final class Interruption: Sendable {
  private let caught = Atomic<Int32>(0)

  /// Runs `body`, whose task SIGINT and SIGTERM cancel; once it has let everything go, the process ends
  /// with 128 and the signal's number, as a shell would say it.
  ///
  /// - Throws: what `body` throws of itself.
  static func guarding(_ body: @escaping @Sendable () async throws -> Void) async throws {
    let interruption = Interruption()
    let task = Task { try await body() }
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        interruption.caught.store(number, ordering: .releasing)
        task.cancel()
      }
      source.resume()
      return source
    }
    let result = await task.result
    for source in sources { source.cancel() }
    let number = interruption.caught.load(ordering: .acquiring)
    guard number != 0, case .failure = result else { return try result.get() }
    // Not exit: curl's TLS library takes itself down there, and a transfer that was called off may
    // still have its thread.
    _exit(128 + number)
  }
}
