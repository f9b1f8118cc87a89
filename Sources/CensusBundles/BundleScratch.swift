import CensusDomain
import CensusFiles
import Foundation

/// The folder `bundles` of a store, where the parts of a bundle wait while it is being written.
public struct BundleScratch: Sendable {
  /// Where it is.
  public let path: String

  /// Makes the folder in that of `store`, and removes what a process left that did not come to its end.
  ///
  /// Only for the holder of the store's lock, and only one at a time.
  /// - Throws: ``CensusError`` where it cannot be made.
  public init(store: String) throws(CensusError) {
    path = store + "/bundles"
    try Folders.make(path)
    for name in try Folders.names(in: path) {
      try? FileManager.default.removeItem(atPath: path + "/" + name)
    }
  }
}
