import CensusAPI
import CensusBundles
import CensusDomain
import CensusHub
import CensusStore
import CensusSync
import Foundation

/// A central and devices whose work travels by stick, in folders that are gone afterwards.
public final class BundleScene: Sendable {
  /// The folders, with photos.
  public let photos: PhotoScene
  /// The central and its clock.
  public var world: CensusWorld { photos.world }

  /// Makes the folders.
  ///
  /// - Throws: ``CensusError`` or what the disk said.
  public init() throws {
    photos = try PhotoScene()
  }

  /// A path on the stick.
  public func path(_ name: String) -> String { photos.root + "/" + name }

  /// A device with its store in a folder.
  ///
  /// - Throws: ``CensusError`` from the store or the central.
  public func device(_ surveyor: String) async throws -> CensusWorld.Device {
    try await world.device(surveyor, folder: path(surveyor))
  }

  /// Exports from a device to a new file of the stick; gives its path.
  ///
  /// - Throws: ``CensusError`` as the export does.
  @discardableResult
  public func export(
    _ device: CensusWorld.Device, _ choice: BundleExport.Choice = .unsent, to name: String,
    sealedFor key: String? = nil, most: Int64 = BundleExport.maximumBytes
  ) throws -> (path: String, report: BundleExportReport) {
    let report = try BundleExport(
      store: device.store, token: device.token, sealedFor: key, most: most
    ).write(choice, to: path(name))
    return (path(name), report)
  }

  /// Imports a bundle at the central.
  ///
  /// - Throws: ``CensusError`` as the central does.
  @discardableResult
  public func take(
    _ path: String, evenRevoked reason: String? = nil
  ) throws(CensusError) -> BundleOutcome {
    try world.hub.take(bundle: path, evenRevoked: reason, by: .localAdministrator)
  }

  /// Makes a bundle of receipts for a device; gives its path.
  ///
  /// - Throws: ``CensusError`` as the central does.
  public func receipts(
    for device: CensusWorld.Device, isWhole: Bool = false, to name: String
  ) throws -> String {
    _ = try world.hub.writeReceipts(
      for: device.store.identity.device, isWhole: isWhole, to: path(name),
      by: .localAdministrator)
    return path(name)
  }

  /// Imports a bundle of receipts on a device.
  ///
  /// - Throws: ``CensusError`` as the device does.
  @discardableResult
  public func take(
    _ path: String, on device: CensusWorld.Device
  ) throws(CensusError) -> BundleIntakeReport {
    try BundleIntake(store: device.store, forms: world.forms, token: device.token).take(path)
  }
}
