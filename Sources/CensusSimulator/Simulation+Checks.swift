import CensusAPI
import CensusDomain
import CensusHub
import CensusJSON
import CensusStore

/// The invariants, looked at in the stores' files after everything has healed.
extension Simulation {
  func check() async throws {
    let central = try witness()
    checkNumbering(central)
    checkOrigins(central)
    checkInspection()
    for device in devices {
      let witness = try DeviceWitness(copy: try folders.copy(device.folder, to: "witness"))
      checkMemory(device, witness)
      checkAnswers(device, witness, central)
      checkStanding(device, witness, central)
      checkRegion(device, witness)
      for look in try device.store.examine() where !look.isSound {
        violate(.audit, "device \(device.slot): \(look.finding.en)")
      }
    }
    checkNothingLost(central)
    try checkMerges(central)
    try await checkReport(central)
  }

  /// The central's store as it lies on the disk.
  func witness() throws -> CentralWitness {
    try CentralWitness(copy: try folders.copy(centralFolder, to: "witness"))
  }

  /// What a device's user was told is saved is there, byte for byte.
  func checkMemory(_ device: SimulatedDevice, _ witness: DeviceWitness) {
    var bySequence: [Int64: ContentHash] = [:]
    for revision in witness.revisions {
      if ContentHash.sha256(of: revision.record) != revision.hash {
        violate(.durability, "device \(device.slot): a record does not agree with its hash")
      }
      if let sequence = revision.sequence { bySequence[sequence] = revision.hash }
    }
    for (index, hash) in device.memory.finals.enumerated()
    where bySequence[Int64(index + 1)] != hash {
      violate(.durability, "device \(device.slot): revision \(index + 1) is not what was finalised")
    }
    for (entry, content) in device.memory.drafts
    where witness.drafts[entry] != (try? content.json()) {
      violate(
        .durability, "device \(device.slot): the draft of entry \(oracle.label(entry)) is not kept")
    }
  }

  /// The central holds each device's sequences from 1 without gaps, each once.
  private func checkNumbering(_ central: CentralWitness) {
    var first: [UniqueID: Int64] = [:]
    var counts: [UniqueID: Int64] = [:]
    var seen = Set<CentralWitness.Place>()
    for (place, revision) in central.revisions {
      if !seen.insert(place).inserted {
        violate(.exactlyOnce, "\(name(place)) is held twice")
      }
      first[place.device] = min(first[place.device] ?? .max, place.sequence)
      counts[place.device, default: 0] += 1
      if !revision.isVoid, ContentHash.sha256(of: revision.record) != revision.hash {
        violate(.durability, "\(name(place)): the record does not agree with its hash")
      }
    }
    for (device, last) in central.lastSequences {
      let held = counts[device] ?? 0
      // Of an identity that its device never got to know, as it was put back to an old copy during a
      // rejoin, only the central knows where it begins.
      let start =
        oracle.identities[device].map(\.startsAfter) ?? first[device].map { $0 - 1 } ?? last
      // A new identity that has sent nothing may not have said yet where it begins.
      let isWhole = held == 0 ? last == 0 || last == start : last - start == held
      if !isWhole || first[device].map({ $0 != start + 1 }) ?? false {
        violate(.atomicBatch, "\(held) sequences of a device are held from \(start) up to \(last)")
      }
    }
  }

  /// Everything at the central was made by somebody, and within the region of whoever sent it.
  private func checkOrigins(_ central: CentralWitness) {
    for (place, revision) in central.revisions {
      guard let known = oracle.revisions[revision.hash] else {
        violate(.exactlyOnce, "\(name(place)) was made by nobody")
        continue
      }
      if known.sequence != place.sequence || known.device != place.device {
        violate(.exactlyOnce, "\(name(place)) was made in another place")
      }
      let region = devices[known.slot].region
      if revision.disposition != "rejected", !known.content.town.hasPrefix(region.digits) {
        violate(.authority, "\(name(place)) lies in \(known.content.town), outside \(region)")
      }
    }
  }

  private func checkInspection() {
    do {
      let inspection = try hub.inspect()
      if !inspection.isSound { violate(.audit, "the central's inspection: \(inspection)") }
    } catch {
      violate(.audit, "the central cannot be inspected: \(error)")
    }
  }

  /// An answer on a device agrees with what the central holds, and what has none waits.
  private func checkAnswers(
    _ device: SimulatedDevice, _ witness: DeviceWitness, _ central: CentralWitness
  ) {
    var held: [ContentHash: CentralWitness.Revision] = [:]
    for (place, revision) in central.revisions
    where oracle.revisions[revision.hash]?.device == place.device {
      held[revision.hash] = revision
    }
    for revision in witness.revisions {
      guard let sequence = revision.sequence, witness.remade[sequence] == nil,
        !oracle.forgotten.contains(revision.hash)
      else { continue }
      guard let answer = witness.receipts[sequence] else {
        if !witness.waiting.contains(sequence) {
          violate(.atomicBatch, "device \(device.slot): revision \(sequence) was dropped")
        }
        continue
      }
      guard let stored = held[revision.hash] else {
        violate(
          .receiptBeforeMark,
          "device \(device.slot): revision \(sequence) is marked \(answer), and not at the central")
        continue
      }
      if (answer == "rejected") != (stored.disposition == "rejected") {
        violate(
          .atomicBatch,
          "device \(device.slot): revision \(sequence) is \(answer) here, \(stored.disposition) there"
        )
      }
    }
  }

  /// Whoever reaches an entry lets the same revision stand as the central does; but what the central
  /// refused stands with its author until it is corrected.
  private func checkStanding(
    _ device: SimulatedDevice, _ witness: DeviceWitness, _ central: CentralWitness
  ) {
    let refused = Set(
      witness.revisions.filter { $0.sequence.map { witness.receipts[$0] } == "rejected" }.map(
        \.hash))
    for (id, entry) in central.entries where entry.town.hasPrefix(device.region.digits) {
      let head = witness.heads[id]
      guard head != entry.head, !(head.map(refused.contains) ?? false) else { continue }
      // The central has lost it for good, and nobody who is left made it.
      if let head, oracle.forgotten.contains(head) { continue }
      violate(
        .convergence,
        "device \(device.slot): entry \(oracle.label(id)) stands at "
          + "\(name(head)), at the central at \(name(entry.head))")
    }
  }

  /// Nothing of others from outside its region is on a device.
  private func checkRegion(_ device: SimulatedDevice, _ witness: DeviceWitness) {
    for revision in witness.revisions where revision.sequence == nil {
      let town = oracle.revisions[revision.hash]?.content.town ?? ""
      if !town.hasPrefix(device.region.digits) {
        violate(.authority, "device \(device.slot) in \(device.region) holds an entry of “\(town)”")
      }
    }
  }

  /// Every final revision that was ever made is at the central, or what it was made anew as.
  private func checkNothingLost(_ central: CentralWitness) {
    let held = Set(central.revisions.map(\.revision.hash))
    for hash in oracle.revisions.keys where !held.contains(hash) {
      if !held.contains(oracle.newest(hash)), !oracle.forgotten.contains(hash) {
        violate(.noLostUpdate, "\(name(hash)) is not at the central")
      }
    }
  }

  /// The completion report adds up and agrees with a recount from the central's entries.
  private func checkReport(_ central: CentralWitness) async throws {
    let document = try await Operations.report.call(
      ReportRequest(kind: .completion, asOf: nil, format: .json, language: .en),
      at: coordinator)
    let again = try await Operations.report.call(
      ReportRequest(kind: .completion, asOf: nil, format: .json, language: .en),
      at: coordinator)
    if document.text != again.text { violate(.report, "the same snapshot gives two reports") }
    let stages = ["shouldSurvey", "recorded", "received", "countyPassed", "cityPassed"]
    let (total, parts) = try JSONParser().withDocument(Array(document.text.utf8)) { root in
      func funnel(_ node: JSONNode?) -> [Int64] { stages.map { node?[member: $0]?.int64 ?? -1 } }
      func sums(_ list: String) -> [Int64] {
        (root[member: list].map { $0.elements.map { funnel($0) } } ?? []).reduce([0, 0, 0, 0, 0]) {
          zip($0, $1).map(+)
        }
      }
      return (funnel(root[member: "total"]), [sums("hazards"), sums("townships")])
    }
    if parts.contains(where: { $0 != total }) {
      violate(.report, "the parts \(parts) do not sum to \(total)")
    }
    if zip(total, total.dropFirst()).contains(where: <) {
      violate(.report, "the funnel \(total) widens")
    }
    let expected = recount(central)
    if total != expected { violate(.report, "it says \(total), a recount \(expected)") }
  }

  /// The funnel from plain lists: an object is as far as the best of its entries.
  private func recount(_ central: CentralWitness) -> [Int64] {
    var stages: [String: Int] = [:]
    for object in oracle.inventory { stages[object] = 0 }
    func raise(_ object: String, to stage: Int) {
      if let now = stages[object] { stages[object] = max(now, stage) }
    }
    for entry in central.entries.values {
      let stage = ["received": 2, "countyPassed": 3, "cityPassed": 4][entry.standing] ?? 1
      raise(entry.object, to: stage)
    }
    return (0...4).map { stage in Int64(stages.values.count { $0 >= stage }) }
  }

  /// The final state in words that differ wherever the state does; and the merges free of times.
  func finalState() throws -> ([String], [String: String]) {
    let central = try witness()
    var lines = ["audit \(central.auditHead)"]
    var merges: [String: String] = [:]
    for (place, revision) in central.revisions {
      lines.append("\(place.device) \(place.sequence) \(revision.hash) \(revision.disposition)")
      merges[name(place)] = revision.disposition
    }
    for (id, entry) in central.entries.sorted(by: { $0.key < $1.key }) {
      lines.append("\(id) \(entry.head) \(entry.standing)")
      merges["entry \(oracle.label(id))"] = "\(name(entry.head)) \(entry.standing)"
    }
    return (lines, merges)
  }

  func name(_ place: CentralWitness.Place) -> String {
    "device \(oracle.identities[place.device]?.name ?? "?") revision \(place.sequence)"
  }

  func name(_ hash: ContentHash?) -> String {
    guard let hash else { return "nothing" }
    guard let known = oracle.revisions[hash] else { return "an unknown revision" }
    let device = oracle.identities[known.device]?.name ?? "?"
    return "device \(device) revision \(known.sequence)"
  }
}
