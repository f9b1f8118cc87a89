import CensusAPI
import CensusDomain
import CensusForms
import CensusHub

/// What the coordinator does at the central.
extension Simulation {
  /// Passes or returns an entry.
  func review() async throws {
    let list = try await Operations.listEntries.call(EntryQuery(limit: .max), at: coordinator)
    let entries = list.entries.sorted { oracle.label($0.entry) < oracle.label($1.entry) }
    guard let entry = random.pick(entries) else { return }
    let verdict: ReviewVerdict = random.chance(60) ? .pass : .return
    let outcome = try await Operations.review.call(
      ReviewRequest(
        entries: [entry.entry], level: .county, verdict: verdict, comment: "请核对", fields: []),
      at: coordinator)
    note(
      "review",
      "entry \(oracle.label(entry.entry)) \(verdict.rawValue) \(outcome.reviewed.count)")
    if !outcome.reviewed.isEmpty { note("county-\(verdict.rawValue)") }
  }

  /// Freezes a further version of the inventory.
  func importInventory() async throws {
    let numbers = (0..<12).filter { _ in random.chance(70) }
    guard !numbers.isEmpty else { return }
    let excluded = random.below(12)
    let objects = numbers.map { number in
      InventoryObject(
        objectCode: settings.object(number), hazard: .forestGrasslandFire,
        forms: [form.code], name: "对象\(number)", townCode: settings.town(of: number),
        longitude: nil, latitude: nil, shouldSurvey: number != excluded,
        excludeReason: number == excluded ? "不存在" : nil)
    }
    do {
      _ = try await Operations.importInventory.call(
        InventoryImport(objects: objects, reason: "更正", isTrial: false), at: coordinator)
    } catch {
      guard error.code == .conflict || error.code == .invalidData else { throw error }
      return note("inventory-refused", "\(error.code)")
    }
    oracle.inventory = Set(objects.filter(\.shouldSurvey).map(\.objectCode))
    oracle.inventoryVersions += 1
    note("inventory", "\(numbers.count) objects")
  }

  /// Withdraws a device's token.
  func revoke(_ slot: Int) async throws {
    let id = devices[slot].id
    guard oracle.identities[id]?.token != nil else { return }
    _ = try await Operations.revokeDevice.call(DeviceReference(device: id), at: coordinator)
    oracle.identified(id, of: devices[slot], token: nil)
    note("revoke", "\(slot)")
  }

  /// Gives a device whose token was withdrawn, or was lost, a new one.
  func renew(_ slot: Int) async throws {
    let device = devices[slot]
    guard let known = oracle.identities[device.id], known.token != device.token else { return }
    guard known.token == nil else {
      // A copy of the store was given one meanwhile; its user has it from there.
      devices[slot].token = known.token ?? ""
      return
    }
    let issued = try await Operations.addDevice.call(
      DeviceEnrolment(device: device.id, surveyor: device.surveyor, region: device.region),
      at: coordinator)
    devices[slot].token = issued.token
    oracle.identified(device.id, of: device, token: issued.token)
    note("renew", "\(slot)")
  }
}
