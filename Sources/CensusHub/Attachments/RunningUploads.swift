import CensusDomain
import Synchronization

/// The uploads that a request is writing to at this moment; one request each.
///
/// A client that comes again has given its earlier request up, whether or not the central has noticed
/// that the connection broke. So the later request takes the upload over instead of being sent away
/// with its part, which would then have to be sent a third time.
final class RunningUploads: Sendable {
  private let turns = Mutex<[UniqueID: UploadTurn]>([:])

  /// Takes the upload; nil where a request has it.
  func take(_ id: UniqueID) -> UploadTurn? {
    turns.withLock { turns in
      guard turns[id] == nil else { return nil }
      let turn = UploadTurn()
      turns[id] = turn
      return turn
    }
  }

  /// Takes the upload from whichever request has it.
  ///
  /// That one is at an end when this returns: what it was writing is written, and it writes no more.
  func takeOver(_ id: UniqueID) -> UploadTurn {
    let turn = UploadTurn()
    let earlier = turns.withLock { turns in
      defer { turns[id] = turn }
      return turns[id]
    }
    earlier?.end()
    return turn
  }

  /// Lets the upload go, unless another request has taken it over.
  func release(_ id: UniqueID, _ turn: UploadTurn) {
    turn.end()
    turns.withLock { turns in
      if turns[id] === turn { turns[id] = nil }
    }
  }
}
