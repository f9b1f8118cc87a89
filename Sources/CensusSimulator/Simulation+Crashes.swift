import CensusCentralSQLite
import CensusDomain
import CensusHub
import CensusStore

/// Ends of processes: what goes on is what lies in the files at that moment.
extension Simulation {
  /// Ends a device's process and starts it anew; what its user was told must be there.
  func restartDevice(_ slot: Int) async {
    await moveDevice(slot, to: devices[slot].folder, "restart")
    do {
      let copy = try folders.copy(devices[slot].folder, to: "witness")
      let witness = try DeviceWitness(copy: copy)
      checkMemory(devices[slot], witness)
    } catch {
      violate(.durability, "device \(slot) cannot be read after a crash: \(error)")
    }
  }

  /// Goes on with a copy of `source` as the device's folder.
  func moveDevice(_ slot: Int, to source: String, _ why: String) async {
    let old = devices[slot].folder
    devices[slot].moves += 1
    do {
      let folder = try folders.copy(source, to: "device-\(slot)-\(devices[slot].moves)")
      devices[slot].store = try DeviceStore.open(
        folder: folder, clock: devices[slot].clock,
        identifiers: devices[slot].entropy.identifiers)
      devices[slot].folder = folder
      try StoreFolders.remove(old)
    } catch {
      violate(.durability, "device \(slot) does not open after a \(why): \(error)")
    }
  }

  /// Ends the central's process and starts it anew.
  func restartCentral() {
    note("central-restart")
    moveCentral(to: centralFolder, "crash")
  }

  /// Goes on with a copy of `source` as the central's folder.
  func moveCentral(to source: String, _ why: String) {
    let old = centralFolder
    centralMoves += 1
    transports = [:]
    do {
      let folder = try folders.copy(source, to: "central-\(centralMoves)")
      hub = try Hub.open(
        folder: folder,
        parts: HubParts(
          forms: forms, clock: centralClock, identifiers: centralEntropy.identifiers,
          tokens: centralEntropy.tokens))
      centralFolder = folder
      try StoreFolders.remove(old)
    } catch {
      violate(.durability, "the central does not open after a \(why): \(error)")
    }
  }
}
