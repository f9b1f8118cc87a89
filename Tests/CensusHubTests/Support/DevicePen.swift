import CensusAPI
import CensusDomain
import CensusHub
import CensusJSON

/// Writes revisions as one device does, and remembers its order.
struct DevicePen {
  /// A revision as it travels.
  struct Line {
    let record: RevisionRecord
    let hash: ContentHash
    let bytes: [UInt8]
  }

  let identity: DeviceIdentity
  private(set) var sequence: Int64 = 0

  init(_ identity: DeviceIdentity) { self.identity = identity }

  /// The first revision of a new entry, or a further one of `parent`.
  mutating func write(
    _ content: [UInt8], form: String = SampleContents.fireSource, version: Int = 1,
    after parent: Line? = nil, entry: UniqueID? = nil, author: String? = nil,
    device: UniqueID? = nil, reasons: [String: String] = [:], parentHash: ContentHash? = nil,
    settles: [ContentHash] = []
  ) -> Line {
    sequence += 1
    let own = UniqueID(high: identity.id.low, low: UInt64(sequence))
    let record = RevisionRecord(
      entry: entry ?? parent?.record.entry ?? own,
      number: parent.map { $0.record.number + 1 } ?? (parentHash == nil ? 1 : 2),
      parent: parentHash ?? parent?.hash, device: device ?? identity.id, sequence: sequence,
      author: author ?? identity.surveyor, form: form, formVersion: version,
      recordedAt: Timestamp(milliseconds: 1_630_000_000_000), reasons: reasons,
      settles: settles)
    var writer = JSONWriter()
    record.write(content: content, to: &writer)
    return Line(
      record: record, hash: ContentHash.sha256(of: writer.bytes), bytes: writer.bytes)
  }

  /// Goes back to an earlier place, as a restored backup does.
  mutating func restore(to sequence: Int64) { self.sequence = sequence }

  static func body(_ lines: [Line]) -> [UInt8] {
    var body: [UInt8] = []
    for line in lines {
      line.bytes.withUnsafeBytes { BatchLine.append(hash: line.hash, record: $0, to: &body) }
    }
    return body
  }
}
