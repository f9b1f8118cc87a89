import CensusDomain

/// The hash of one row of an audit trail, which covers the row before it.
///
/// Every store computes it so, whatever its database, so that a trail can be checked anywhere.
public enum AuditLink {
  /// The hash of the row at `position`.
  ///
  /// - Parameters:
  ///   - previous: the hash of the row before; ``ContentHash/zero`` for the first.
  ///   - event: actor, device, action, subject and detail.
  public static func hash(
    after previous: ContentHash, position: Int64, at time: Timestamp, event: [String]
  ) -> ContentHash {
    var bytes = previous.bytes
    // Each part is preceded by its length, so that no two events share their bytes.
    for part in [String(position), String(time.milliseconds)] + event {
      bytes.append(contentsOf: "\(part.utf8.count):".utf8)
      bytes.append(contentsOf: part.utf8)
    }
    return ContentHash.sha256(of: bytes)
  }
}
