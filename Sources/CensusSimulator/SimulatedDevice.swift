import CensusDomain
import CensusStore
import CensusTestSupport

/// A device of a simulated world: its real store, its user's memory, and its troubles.
struct SimulatedDevice {
  let slot: Int
  let id: UniqueID
  let surveyor: String
  let region: RegionCode
  let clock: ManualClock
  let entropy: SimulatedEntropy
  var token: String
  var folder: String
  var store: DeviceStore
  var memory = DeviceMemory()
  /// An old copy of the folder, with what the user remembered then.
  var backup: (folder: String, memory: DeviceMemory)?
  /// Its network is down.
  var isClogged = false
  var isRevoked = false
  /// It was restored from an old copy of itself at least once.
  var wasRestored = false
  /// It was recognised as restored, and is kept only for what it holds.
  var isRetired = false
  /// A sync of it is under way, so that no second process can open its store.
  var isBusy = false
  /// How often its folder has moved, for the names of copies.
  var moves = 0
}
