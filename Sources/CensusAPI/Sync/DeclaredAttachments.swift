import CensusDomain
import CensusJSON

/// Finds the attachments that a content declares: the `sha256` of photos, such as `photos[].sha256`, and
/// of single files, such as `planMap.sha256`.
public enum DeclaredAttachments {
  /// The hashes, each once, in the content's order; what is not a hash is the form's affair.
  ///
  /// Looked at are the content's members that are objects, and the rows of those that are lists.
  public static func hashes(in content: JSONNode) -> [ContentHash] {
    guard content.kind == .object else { return [] }
    var hashes: [ContentHash] = []
    func note(_ node: JSONNode) {
      guard node.kind == .object,
        let hash = node[member: "sha256"]?.string.flatMap({ ContentHash($0) }),
        !hashes.contains(hash)
      else { return }
      hashes.append(hash)
    }
    for (_, value) in content.members {
      switch value.kind {
      case .object: note(value)
      case .array: for row in value.elements { note(row) }
      default: break
      }
    }
    return hashes
  }
}
