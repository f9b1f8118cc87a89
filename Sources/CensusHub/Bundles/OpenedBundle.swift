import CensusBundles
import CensusDomain
import CensusFiles
import Foundation

/// A bundle ready to be read; of a sealed one, an opened copy that goes when this goes.
final class OpenedBundle {
  let reader: BundleReader
  private let copy: String?

  init(_ path: String, name: String, hub: Hub) throws(CensusError) {
    guard try BundleSeal.isSealed(path) else {
      copy = nil
      reader = try BundleReader(path: path, name: name)
      return
    }
    // Beside the store: what a device sealed is not for a folder that others can read.
    let copy = try hub.attachmentFolder().makeIncoming(named: "bundle-" + UUID().uuidString)
    do throws(CensusError) {
      try BundleSeal.open(path, to: copy, with: try hub.bundleKeys().sealing)
      reader = try BundleReader(path: copy, name: name)
      self.copy = copy
    } catch {
      unlink(copy)
      throw error
    }
  }

  deinit { if let copy { unlink(copy) } }
}
