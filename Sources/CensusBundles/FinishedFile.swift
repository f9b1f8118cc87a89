import CensusDomain
import CensusFiles
import Foundation

/// Gives a file its name once it is whole and on the disk.
public enum FinishedFile {
  /// Renames the synchronised file at `partial` to `target`, unless somebody else took that name.
  ///
  /// - Throws: ``CensusError``: `cannotCreate` where there is a file already, or of the disk.
  public static func place(_ partial: String, at target: String) throws(CensusError) {
    guard !FileManager.default.fileExists(atPath: target) else {
      throw BundleProblem.exists(target)
    }
    guard rename(partial, target) == 0 else {
      throw BundleProblem.system(target, String(cString: strerror(errno)))
    }
    try Folders.synchronize(Folders.above(target))
  }
}
