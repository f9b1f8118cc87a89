import CensusAPI
import CensusDomain
import CensusForms

/// One line of a batch, judged by all that can be judged without the store.
struct PreparedRevision {
  /// Its place in the device's order.
  let sequence: Int64
  /// The SHA-256 of the record's bytes, as computed here.
  let hash: ContentHash
  /// Where the record's bytes lie in the batch's body.
  let bytes: Range<Int>
  /// The envelope; nil where it could not be read.
  let record: RevisionRecord?
  /// Where the revision belongs, for one that a void line stands for.
  var link: RevisionLink?
  /// The survey object that the content names; empty where it must not count for one.
  var objectCode = ""
  /// The township that the content names.
  var townCode = ""
  /// What the content claims under the rules across records.
  var claims: [DistinctClaim] = []
  /// The attachments that the content declares.
  var attachments: [ContentHash] = []
  /// What is wrong; empty where the revision may be stored.
  var faults: [Fault] = []
}
