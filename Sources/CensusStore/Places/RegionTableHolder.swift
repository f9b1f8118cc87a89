import CensusDomain
import Synchronization

/// A store's table of region codes, read when it is first needed: a mistake in it must not stand in the
/// way of what needs no codes, such as sending.
final class RegionTableHolder: Sendable {
  private let folder: String
  private let table = Mutex<RegionTable?>(nil)

  init(folder: String) { self.folder = folder }

  /// The table.
  ///
  /// - Throws: ``CensusError`` as ``RegionTable/read(folder:)`` does.
  func get() throws(CensusError) -> RegionTable {
    try table.withLock { held throws(CensusError) in
      if let held { return held }
      let read = try RegionTable.read(folder: folder)
      held = read
      return read
    }
  }
}
