import CensusDomain

/// Judges merges by a merge of its own over plain dictionaries of records.
///
/// A field that only one side changed must have that side's value; one that both changed is no matter
/// for a merge without a person.
struct MergeJudge {
  /// What of a record matters here.
  struct Node {
    let parents: [ContentHash]
    let settles: [ContentHash]
    let content: SimulatedContent
  }

  let nodes: [ContentHash: Node]

  /// What is wrong with the merge `hash`; nil where nothing is, or its history is not known.
  func fault(of hash: ContentHash) -> String? {
    guard let merge = nodes[hash], let parent = merge.parents.first,
      let theirs = nodes[parent], !merge.settles.isEmpty
    else { return nil }
    let tips = merge.settles.filter { one in
      !merge.settles.contains { $0 != one && ancestors(of: $0).contains(one) }
    }
    guard tips.count == 1, let tip = tips.first, let mine = nodes[tip] else {
      return "settles \(tips.count) lines at once"
    }
    let common = ancestors(of: tip).intersection(ancestors(of: parent))
    guard common.allSatisfy({ nodes[$0] != nil }) else { return nil }
    let bases = common.filter { one in
      !common.contains { $0 != one && ancestors(of: $0).contains(one) }
    }.compactMap { nodes[$0]?.content }
    for (name, field) in MergeJudge.fields {
      let values = Set(bases.map(field))
      let base = values.count == 1 ? values.first : nil
      let (left, right) = (field(mine.content), field(theirs.content))
      let expected: String
      if left == right || left == base {
        expected = right
      } else if right == base {
        expected = left
      } else {
        return "\(name) was changed on both sides"
      }
      if field(merge.content) != expected { return "\(name) is lost" }
    }
    return nil
  }

  private func ancestors(of hash: ContentHash) -> Set<ContentHash> {
    var found: Set<ContentHash> = [hash]
    var waiting = [hash]
    while let next = waiting.popLast() {
      guard let node = nodes[next] else { continue }
      for further in node.parents + node.settles where found.insert(further).inserted {
        waiting.append(further)
      }
    }
    return found
  }

  private static let fields: [(String, @Sendable (SimulatedContent) -> String)] = [
    ("remark", { $0.remark }), ("manager", { $0.manager }), ("phone", { $0.phone }),
    ("town", { $0.town }), ("object", { $0.object }),
  ]
}
