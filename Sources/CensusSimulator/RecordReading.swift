import CensusDomain
import Foundation

extension MergeJudge.Node {
  /// Reads a record by another reader than the program's; nil where it is not an entry.
  init?(record: [UInt8]) {
    guard let content = SimulatedContent(record: record),
      let root = try? JSONSerialization.jsonObject(with: Data(record)) as? [String: Any]
    else { return nil }
    self.content = content
    parents = (root["parent"] as? String).flatMap { ContentHash($0) }.map { [$0] } ?? []
    settles = (root["settles"] as? [String] ?? []).compactMap { ContentHash($0) }
  }
}
