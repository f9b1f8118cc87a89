import CensusAPI
import CensusDomain
import Foundation

/// What proves that a stored batch is as it was written: a hash over its digest, time and receipt.
public enum BatchSeal {
  /// Computes the seal; `receivedAt` is in milliseconds.
  public static func of(
    digest: UnsafeRawBufferPointer, receivedAt: Int64, receipt: UnsafeRawBufferPointer
  ) -> ContentHash {
    var bytes = Array(digest)
    withUnsafeBytes(of: receivedAt.bigEndian) { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: receipt)
    return ContentHash.sha256(of: bytes)
  }
}
