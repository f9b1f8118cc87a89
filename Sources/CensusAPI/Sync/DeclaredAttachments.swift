import CensusDomain
import CensusJSON

/// Finds the attachments that a content declares: `photos[].sha256`.
public enum DeclaredAttachments {
  /// The hashes, each once, in the content's order; what is not a hash is the form's affair.
  public static func hashes(in content: JSONNode) -> [ContentHash] {
    guard let photos = content[member: "photos"], photos.kind == .array else { return [] }
    var hashes: [ContentHash] = []
    for photo in photos.elements where photo.kind == .object {
      guard let hash = photo[member: "sha256"]?.string.flatMap({ ContentHash($0) }),
        !hashes.contains(hash)
      else { continue }
      hashes.append(hash)
    }
    return hashes
  }
}
