import CensusDomain
import CensusStore
import CensusTestSupport

/// Old copies that come back, and copies of a store beside which it stays in use.
extension Simulation {
  /// Copies a device's folder.
  func backUp(_ slot: Int) throws {
    let folder = try folders.copy(devices[slot].folder, to: "backup-\(slot)")
    let device = devices[slot]
    devices[slot].backup = SimulatedDevice.Backup(
      folder: folder, memory: device.memory, id: device.id, token: device.token)
    note("backup", "\(slot)")
  }

  /// Puts an old copy in the device's place; its user goes on from there.
  func restore(_ slot: Int) async {
    guard let backup = devices[slot].backup else { return }
    note("restore", "\(slot)")
    oracle.forgotten.formUnion(devices[slot].memory.finals.filter { !backup.memory.has($0) })
    devices[slot].memory = backup.memory
    devices[slot].id = backup.id
    devices[slot].token = backup.token
    devices[slot].isDoubtful = true
    devices[slot].mustRejoin = false
    await moveDevice(slot, to: backup.folder, "restore")
  }

  /// Somebody copies a device's folder to another machine, and both go on.
  func copyStore(_ slot: Int) {
    guard devices.count < settings.devices + 2 else { return }
    let copy = devices.count
    note("copy-store", "\(slot) to \(copy)")
    let original = devices[slot]
    do {
      let folder = try folders.copy(original.folder, to: "device-\(copy)-0")
      let entropy = SimulatedEntropy(seed: settings.seed &* 31 &+ UInt64(copy))
      let clock = try SimulatedDay.clock()
      let store = try DeviceStore.open(
        folder: folder, clock: clock, identifiers: entropy.identifiers)
      var device = SimulatedDevice(
        slot: copy, surveyor: original.surveyor, region: original.region, clock: clock,
        entropy: entropy, id: original.id, token: original.token, folder: folder, store: store,
        memory: original.memory)
      device.isDoubtful = true
      devices[slot].isDoubtful = true
      devices.append(device)
    } catch {
      violate(.durability, "a copy of device \(slot) does not open: \(error)")
    }
  }
}
