import CensusAPI
import CensusDomain
import CensusStore
import Foundation

/// A batch ready to travel: packed, with the digest of what travels (RFC 9530).
package struct PackedBatch: Sendable {
  let outgoing: OutgoingBatch
  /// The batch's idempotency key.
  package var key: UniqueID { outgoing.key }
  package let packed: [UInt8]
  let contentDigest: String

  package init(_ outgoing: OutgoingBatch) {
    self.outgoing = outgoing
    packed = Gzip.compress(outgoing.body)
    contentDigest = ContentDigest.value(of: packed)
  }

  /// What was sent, and in how long.
  package func delivery(milliseconds: Int64) -> Delivery {
    Delivery(
      first: outgoing.firstSequence, last: outgoing.lastSequence, count: outgoing.items.count,
      plain: outgoing.body.count, travelled: packed.count, milliseconds: milliseconds)
  }
}
