import CensusAPI
import CensusDomain
import CensusHub

/// An old copy of the central.
struct CentralBackup {
  let folder: String
  let identities: [UniqueID: Oracle.Identity]
  let inventory: Set<String>
}

extension Simulation {
  /// Copies the central's folder.
  func backUpCentral() throws {
    let folder = try folders.copy(centralFolder, to: "central-backup")
    centralBackup = CentralBackup(
      folder: folder, identities: oracle.identities, inventory: oracle.inventory)
    note("central-backup")
  }

  /// Puts an old copy in the central's place; the coordinator lets in again whom it has forgotten.
  func restoreCentral() async throws {
    guard let backup = centralBackup else { return }
    note("central-restore")
    let before = try witness()
    moveCentral(to: backup.folder, "restore")
    let after = try witness()
    oracle.inventory = backup.inventory
    forget(before, after)
    for (id, now) in oracle.identities.sorted(by: { $0.value.name < $1.value.name }) {
      let then = backup.identities[id]?.token
      guard then != now.token else { continue }
      if then != nil {
        _ = try await Operations.revokeDevice.call(DeviceReference(device: id), at: coordinator)
      }
      guard now.token != nil else { continue }
      let issued = try await Operations.addDevice.call(
        DeviceEnrolment(device: id, surveyor: now.surveyor, region: now.region), at: coordinator)
      oracle.renewed(id, token: issued.token)
    }
  }

  /// What the central has lost comes again only from a device that made it under its present identity;
  /// that the rest is gone is the documented limit of a backup that is older than a rejoin.
  private func forget(_ before: CentralWitness, _ after: CentralWitness) {
    let kept = Set(after.revisions.map(\.revision.hash))
    for (place, revision) in before.revisions where !kept.contains(revision.hash) {
      let comesAgain = devices.contains {
        $0.id == place.device && $0.memory.finals.contains(revision.hash)
      }
      if !comesAgain { oracle.forgotten.insert(revision.hash) }
    }
  }
}
