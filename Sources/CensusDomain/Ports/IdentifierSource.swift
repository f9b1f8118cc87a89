import Glibc
import Synchronization

/// Makes new identifiers; a parameter, so that tests and simulations repeat themselves.
public struct IdentifierSource: Sendable {
  private let make: @Sendable (Timestamp) -> UniqueID

  /// Wraps a way of making identifiers.
  public init(_ make: @escaping @Sendable (Timestamp) -> UniqueID) { self.make = make }

  /// A new identifier for the moment `at`.
  public func next(at: Timestamp) -> UniqueID { make(at) }

  /// Identifiers of version 7 from the system's random numbers.
  public static let system = {
    let random = Mutex(PooledRandom())
    return IdentifierSource { moment in
      random.withLock { UniqueID.version7(at: moment, using: &$0) }
    }
  }()
}

/// The system's random numbers, drawn many at a time: one by one each is a call of the kernel.
private struct PooledRandom: RandomNumberGenerator {
  private var pool = [UInt64](repeating: 0, count: 32)
  private var used = 32

  mutating func next() -> UInt64 {
    if used == pool.count { fill() }
    defer { used += 1 }
    return pool[used]
  }

  private mutating func fill() {
    let isFilled = pool.withUnsafeMutableBytes { getentropy($0.baseAddress, $0.count) == 0 }
    if !isFilled {
      var random = SystemRandomNumberGenerator()
      for index in pool.indices { pool[index] = random.next() }
    }
    used = 0
  }
}
