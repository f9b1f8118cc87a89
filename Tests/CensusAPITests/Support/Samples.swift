import CensusAPI
import CensusDomain
import CensusJSON

/// Small records with nothing random in them.
enum Samples {
  static let device = UniqueID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0001)
  static let entry = UniqueID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0002)
  static let batch = UniqueID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0003)

  /// Content with white space, a long decimal and an escape, which a rewriting would change.
  static let content = #"{ "objectCode":"X-1", "lon":118.10000000000000000001,"note":"\u4e2d/" }"#

  static func envelope(
    number: Int = 1, parent: ContentHash? = nil, reasons: [String: String] = [:],
    settles: [ContentHash] = []
  ) -> RevisionRecord {
    RevisionRecord(
      entry: entry, number: number, parent: parent, device: device, sequence: 7, author: "张伟",
      form: "MET_RAIN", formVersion: 1, recordedAt: Timestamp(milliseconds: 1_638_287_999_999),
      reasons: reasons, settles: settles)
  }

  static func bytes(_ record: RevisionRecord, content: String = content) -> [UInt8] {
    var writer = JSONWriter()
    record.write(content: Array(content.utf8), to: &writer)
    return writer.bytes
  }

  static let review = ReviewRecord(
    id: batch, entry: entry, revision: .sha256(of: "r"), level: .county, verdict: .return,
    comment: "请补照片", fields: [FieldComment(pointer: "/photos", comment: "太暗")], reviewer: "李娜",
    at: 1_638_288_000_000)
}
