import CensusDomain
import CensusHub
import Synchronization

/// A seeded source of identifiers and tokens.
final class SimulatedEntropy: Sendable {
  private let random: Mutex<SimulationRandom>

  init(seed: UInt64) { random = Mutex(SimulationRandom(seed: seed)) }

  /// Identifiers of version 7.
  var identifiers: IdentifierSource {
    IdentifierSource { moment in
      self.random.withLock { UniqueID.version7(at: moment, using: &$0) }
    }
  }

  /// Tokens.
  var tokens: TokenSource {
    TokenSource {
      self.random.withLock { random in
        (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
      }
    }
  }
}
