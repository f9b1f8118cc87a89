import CensusDomain
import CensusFiles
import CensusPhotos

/// What became of a file that was taken into the store for an entry.
public struct TakenFile: Sendable {
  /// The file in the store.
  public let stored: StoredAttachment
  /// What the photo's own file says of it; nil for a file that need not be a photo.
  public let facts: PhotoFacts?
  /// Whether the entry named the file before.
  public let wasNamed: Bool
  /// Whether the form wants to know when the photo was taken and nothing says it.
  public let lacksTime: Bool
  /// The SHA-256 of the file that the field named before and names no more; nil where there is none.
  public let replaced: String?
}
