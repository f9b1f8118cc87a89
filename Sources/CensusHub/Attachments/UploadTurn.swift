import Synchronization

/// One request's turn at an upload: it may write until it ends, or another closes the upload to it.
final class UploadTurn: Sendable {
  private let isOver = Mutex(false)

  /// Carries out what only a request with a turn may do; nothing ends the turn meanwhile.
  ///
  /// - Throws: ``UploadFailure``: `busy` once the turn is over; what `body` throws.
  func during<Result>(_ body: () throws -> Result) throws -> Result {
    try isOver.withLock { isOver throws -> Result in
      guard !isOver else { throw UploadFailure.busy }
      return try body()
    }
  }

  /// Ends the turn, after what is being carried out.
  func end() { isOver.withLock { $0 = true } }
}
