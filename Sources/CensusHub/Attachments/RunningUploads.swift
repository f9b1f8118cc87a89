import CensusDomain
import Synchronization

/// The uploads that a request is writing to at this moment; one request each.
final class RunningUploads: Sendable {
  private let ids = Mutex<Set<UniqueID>>([])

  /// Takes the upload for one request; false where another has it.
  func take(_ id: UniqueID) -> Bool { ids.withLock { $0.insert(id).inserted } }

  /// Lets the upload go.
  func release(_ id: UniqueID) { _ = ids.withLock { $0.remove(id) } }
}
