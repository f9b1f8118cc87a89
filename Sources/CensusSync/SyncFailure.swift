import CensusAPI
import CensusDomain

/// A request that did not lead to an answer, with what decides about a repeat.
package struct SyncFailure: Error, Sendable {
  package enum Kind: Sendable {
    /// The network or the central is not there for now.
    case passing
    /// The transfer was cut; a smaller one may pass.
    case cut
    /// The other side takes only smaller batches.
    case tooLarge
    /// The central will not take the batch as it is; one revision may be the cause.
    case refused
    /// A repeat would change nothing.
    case final

    /// Whether the same batch should not be sent again as it is.
    package var isAboutBatch: Bool {
      switch self {
      case .cut, .tooLarge, .refused: true
      case .passing, .final: false
      }
    }

    var mayRepeat: Bool {
      switch self {
      case .passing, .cut, .tooLarge: true
      case .refused, .final: false
      }
    }
  }

  package let error: CensusError
  package let kind: Kind
  /// Seconds for which the central wants to be left alone.
  let retryAfter: Int?
  /// The batch that was under way, if one was.
  var batch: Delivery?

  init(error: CensusError, kind: Kind, retryAfter: Int? = nil, batch: Delivery? = nil) {
    self.error = error
    self.kind = kind
    self.retryAfter = retryAfter
    self.batch = batch
  }

  /// Judges what came, or did not come, for a request.
  package init(_ failure: SyncClient.Failure, batch: Delivery?) {
    switch failure {
    case .transport(let transport):
      let kind: Kind =
        switch transport.kind {
        case .unreachable: .passing
        case .interrupted: .cut
        case .untrusted, .responseTooLarge, .cancelled, .invalidRequest: .final
        }
      self.init(error: transport.asCensusError, kind: kind, batch: batch)
    case .refused(let error, let status, let retryAfter):
      self.init(
        error: error, kind: SyncFailure.kind(status, error.code), retryAfter: retryAfter,
        batch: batch)
    }
  }

  /// These two codes also stand for answers that no central sent (``ProblemDocument/error(in:)``).
  private static func kind(_ status: Int, _ code: CensusError.Code) -> Kind {
    let isCentrals = code != .protocolViolation && code != .temporaryFailure
    switch status {
    case 413: return .tooLarge
    case 429, 502, 503, 504: return .passing
    case 400, 422, 500: return isCentrals ? .refused : status == 500 ? .passing : .final
    case 507: return .final
    case 501...: return isCentrals ? .final : .passing
    default: return .final
    }
  }
}
