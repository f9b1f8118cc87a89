import CensusDomain
import CensusStore
import CensusTestSupport

/// A device of a simulated world: its real store, its user's memory, and its troubles.
struct SimulatedDevice {
  let slot: Int
  let surveyor: String
  let region: RegionCode
  let clock: ManualClock
  let entropy: SimulatedEntropy
  /// As whom the central knows it; changes when it rejoins.
  var id: UniqueID
  /// The token that lies beside its store.
  var token: String
  var folder: String
  var store: DeviceStore
  var memory = DeviceMemory()
  /// An old copy of the folder, with what the user remembered then.
  var backup: Backup?
  /// Its network is down.
  var isClogged = false
  /// It was restored from an old copy, or a copy of it is in use: the central may refuse it.
  var isDoubtful = false
  /// The central refused it as restored, and its user knows.
  var mustRejoin = false
  /// A sync of it is under way, so that no second process can open its store.
  var isBusy = false
  /// How often its folder has moved, for the names of copies.
  var moves = 0

  /// An old copy of a device.
  struct Backup {
    let folder: String
    let memory: DeviceMemory
    let id: UniqueID
    let token: String
  }
}
