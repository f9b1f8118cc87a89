import CensusDomain
import CensusFiles
import CensusPlace

/// The boundaries in a device's folder, by which the forms judge positions.
///
/// It may be replaced while the store is open elsewhere; a store reads it when it is opened.
public struct BoundariesFile: Sendable {
  /// Where it is or would be.
  public let path: String

  /// Names the file in a store's folder.
  public init(folder: String) { path = folder + "/" + DeviceStore.boundariesFileName }

  /// Reads the boundaries; nil where none were supplied.
  ///
  /// - Throws: ``CensusError``: `invalidData` naming the feature, or of reading.
  public func read() throws(CensusError) -> RegionBoundaries? {
    guard let bytes = try WholeFile.read(path) else { return nil }
    return try RegionBoundaries(geoJSON: bytes, name: path)
  }

  /// Puts boundaries in place of those that were there, once they were read without a mistake.
  ///
  /// - Parameter name: what messages call them, such as the file from which they come.
  /// - Throws: ``CensusError``: `invalidData` naming the feature, or of writing.
  public func put(_ geoJSON: [UInt8], name: String) throws(CensusError) -> RegionBoundaries {
    let boundaries = try RegionBoundaries(geoJSON: geoJSON, name: name)
    try WholeFile.write(geoJSON, to: path)
    return boundaries
  }

  /// Takes the boundaries away; false where there were none.
  ///
  /// - Throws: ``CensusError`` of the disk.
  public func remove() throws(CensusError) -> Bool { try WholeFile.remove(path) }
}
