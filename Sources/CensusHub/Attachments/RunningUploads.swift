import CensusDomain
import Synchronization

/// The requests that are writing to uploads at this moment.
///
/// A client that comes again has given its earlier request up, whether or not the central has noticed
/// that the connection broke, and on a busy machine the earlier one may be looked at last. So which of
/// them is the later one cannot be told: they write side by side, the same bytes to the same place, and
/// the first whose part is whole closes the upload to the others. Sent away at once, a part would have to
/// travel a third time.
final class RunningUploads: Sendable {
  private struct Running {
    var turns: [UploadTurn] = []
    /// The one whose part is being confirmed.
    var closing: UploadTurn?
  }

  private let uploads = Mutex<[UniqueID: Running]>([:])

  /// A turn beside those of other requests, once none of them is confirming its part.
  func join(_ id: UniqueID) -> UploadTurn {
    let turn = UploadTurn()
    while true {
      let closing = uploads.withLock { uploads -> UploadTurn? in
        if let closing = uploads[id]?.closing { return closing }
        uploads[id, default: Running()].turns.append(turn)
        return nil
      }
      guard let closing else { return turn }
      closing.end()
      release(id, closing)
    }
  }

  /// The only turn; nil where a request has one.
  func take(_ id: UniqueID) -> UploadTurn? {
    uploads.withLock { uploads in
      guard uploads[id] == nil else { return nil }
      let turn = UploadTurn()
      uploads[id] = Running(turns: [turn])
      return turn
    }
  }

  /// Ends the turns of all others; called within the turn.
  ///
  /// - Parameter isLast: whether to do so only where no other has joined since.
  /// - Returns: false where another request was first, or has joined since.
  func close(_ id: UniqueID, by turn: UploadTurn, isLast: Bool = false) -> Bool {
    let others = uploads.withLock { uploads -> [UploadTurn]? in
      guard var running = uploads[id], running.turns.contains(where: { $0 === turn }) else {
        return nil
      }
      let others = running.turns.filter { $0 !== turn }
      if isLast, running.turns.last !== turn { return nil }
      (running.turns, running.closing) = ([turn], turn)
      uploads[id] = running
      return others
    }
    // Each of them ends after what it is writing; none waits for this one meanwhile.
    others?.forEach { $0.end() }
    return others != nil
  }

  /// Lets a turn go.
  func release(_ id: UniqueID, _ turn: UploadTurn) {
    turn.end()
    uploads.withLock { uploads in
      guard var running = uploads[id] else { return }
      running.turns.removeAll { $0 === turn }
      if running.closing === turn { running.closing = nil }
      uploads[id] = running.turns.isEmpty ? nil : running
    }
  }
}
