import Foundation

/// Tells the time; a parameter everywhere, so that tests set it and nothing depends on the machine's.
public protocol WallClock: Sendable {
  /// The present moment.
  func now() -> Timestamp
}

/// The machine's own clock.
public struct SystemClock: WallClock {
  /// Makes the clock.
  public init() {}

  /// The present moment by the machine.
  public func now() -> Timestamp {
    Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
  }
}
