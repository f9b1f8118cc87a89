import CensusAPI
import CensusDomain
import CensusStore
import Foundation

/// A batch ready to travel: packed, with the digest of what travels (RFC 9530).
struct PackedBatch: Sendable {
  let outgoing: OutgoingBatch
  let packed: [UInt8]
  let contentDigest: String

  init(_ outgoing: OutgoingBatch) {
    self.outgoing = outgoing
    packed = Gzip.compress(outgoing.body)
    let digest = Data(ContentHash.sha256(of: packed).bytes).base64EncodedString()
    contentDigest = "sha-256=:\(digest):"
  }
}
