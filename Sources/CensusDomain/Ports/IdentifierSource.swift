/// Makes new identifiers; a parameter, so that tests and simulations repeat themselves.
public struct IdentifierSource: Sendable {
  private let make: @Sendable (Timestamp) -> UniqueID

  /// Wraps a way of making identifiers.
  public init(_ make: @escaping @Sendable (Timestamp) -> UniqueID) { self.make = make }

  /// A new identifier for the moment `at`.
  public func next(at: Timestamp) -> UniqueID { make(at) }

  /// Identifiers of version 7 from the system's random numbers.
  public static let system = IdentifierSource { moment in
    var random = SystemRandomNumberGenerator()
    return UniqueID.version7(at: moment, using: &random)
  }
}
