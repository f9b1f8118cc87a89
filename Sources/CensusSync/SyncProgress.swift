/// How far the sending of a sync has come.
public struct SyncProgress: Sendable, Hashable, Codable {
  /// Revisions answered for by now.
  public var entriesDone: Int
  /// Revisions there were to send.
  public var entriesTotal: Int
  /// Bytes of batches answered for, before packing.
  public var bytesDone: Int
  /// Bytes of batches there were to send, before packing.
  public var bytesTotal: Int
  /// Bytes as they travelled, packed.
  public var bytesSent: Int
  /// The link's measured rate: bytes a second as they travelled; absent before the first measurement.
  public var bytesPerSecond: Int64?
  /// Seconds until all is sent if it goes on like this; absent where that cannot be told.
  public var secondsLeft: Int?
}
