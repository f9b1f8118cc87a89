import CensusAPI
import CensusDomain
import CensusForms
import CensusHub
import CensusStore
import CensusTestSupport
import Foundation

/// What people do, drawn at random.
extension Simulation {
  private enum Step: CaseIterable {
    case create, edit, finalize, importFile, discard, sync, crash, centralCrash, review, inventory
    case clockJump, clog, unclog, revoke, renew, backup, restore, copyStore, rejoin, contend
    case decide, centralBackup, centralRestore

    var weight: Int {
      switch self {
      case .create, .finalize: 14
      case .edit: 16
      case .sync: 26
      case .review: 5
      case .importFile, .contend, .crash, .inventory, .clockJump: 3
      case .centralCrash, .clog, .unclog, .renew, .decide: 2
      case .backup, .restore, .centralBackup, .centralRestore: 2
      case .discard, .revoke, .copyStore, .rejoin: 1
      }
    }
  }

  /// Takes one random step.
  func takeStep() async throws {
    let step = random.pick(weighted: Step.allCases.map { ($0, weight: $0.weight) }) ?? .sync
    guard let slot = random.pick(Array(devices.indices)) else { return }
    switch step {
    case .create: try create(slot)
    case .edit: try edit(slot)
    case .finalize: try finalize(slot)
    case .importFile: try importFile(slot)
    case .discard: try discard(slot)
    case .sync: await sync(slot, isFaulty: true)
    case .crash:
      note("crash", "\(slot) between commands")
      await restartDevice(slot)
    case .centralCrash: restartCentral()
    case .review: try await review()
    case .inventory: try await importInventory()
    case .clockJump: jump(slot)
    case .clog, .unclog:
      note(step == .clog ? "clog" : "unclog", "\(slot)")
      devices[slot].isClogged = step == .clog
    case .revoke: try await revoke(slot)
    case .renew: try await renew(slot)
    case .backup: try backUp(slot)
    case .restore: await restore(slot)
    case .copyStore: copyStore(slot)
    case .rejoin: await rejoin(slot, isFaulty: true)
    case .contend: try contend(slot)
    case .decide: try decide(slot)
    case .centralBackup: try backUpCentral()
    case .centralRestore where settings.losesCentral: try await restoreCentral()
    case .centralRestore: note("central-kept")
    }
  }

  private func newContent(_ slot: Int) -> SimulatedContent {
    let number = random.below(12)
    let region = devices[slot].region
    let own = region == district ? settings.town(of: number) : region.digits
    // Now and then somebody records what lies in another township.
    let town = random.chance(10) ? settings.towns[random.below(2)] : own
    return SimulatedContent(object: settings.object(number), town: town)
      .changed(&random)
  }

  private func create(_ slot: Int) throws {
    let content = newContent(slot)
    do {
      let id = try devices[slot].store.newDraft(
        form: form, content: try EntryContent(json: try content.json()))
      devices[slot].memory.drafts[id] = content
      note("create", "\(slot) entry \(oracle.label(id)) of \(content.object)")
    } catch let error as CensusError where error.code == .conflict {
      note("create-refused", "\(slot) \(content.object) has an entry")
    }
  }

  private func edit(_ slot: Int) throws {
    let rows = try devices[slot].store.entries()
    if let row = random.pick(rows) { try change(row.entry, on: slot) }
  }

  /// Changes one field of an entry in its working copy.
  func change(_ entry: UniqueID, on slot: Int) throws {
    let known = try known(entry, on: slot)
    guard let content = known?.changed(&random) else {
      return violate(.durability, "device \(slot) shows an entry that nobody wrote: \(entry)")
    }
    try devices[slot].store.saveDraft(entry, content: try EntryContent(json: try content.json()))
    devices[slot].memory.drafts[entry] = content
    note("edit", "\(slot) entry \(oracle.label(entry))")
  }

  /// What the user sees in an entry: the working copy, else the last final revision.
  private func known(_ entry: UniqueID, on slot: Int) throws -> SimulatedContent? {
    if let draft = devices[slot].memory.drafts[entry] { return draft }
    let hash = try devices[slot].store.entry(entry).revision
    return hash.flatMap { oracle.revisions[$0]?.content }
  }

  private func finalize(_ slot: Int) throws {
    let drafts = devices[slot].memory.drafts.keys.sorted {
      oracle.label($0) < oracle.label($1)
    }
    if let id = random.pick(drafts) { try finalize(id, on: slot) }
  }

  /// Makes an entry's working copy final.
  func finalize(_ id: UniqueID, on slot: Int) throws {
    guard let content = devices[slot].memory.drafts[id] else { return }
    switch try devices[slot].store.finalize(id, form: form, reasons: ["*": "test"]) {
    case .finalized(let hash, _):
      devices[slot].memory.drafts[id] = nil
      remember(hash, of: id, content, on: slot)
      note("finalize", "\(slot) entry \(oracle.label(id))")
    case .blocked(let findings):
      note("finalize-blocked", "\(slot) \(findings.first?.rule ?? "")")
    }
  }

  /// Notes a revision that a device has made.
  func remember(
    _ hash: ContentHash, of id: UniqueID, _ content: SimulatedContent, on slot: Int,
    isMerge: Bool = false
  ) {
    devices[slot].memory.finals.append(hash)
    oracle.finalized(
      hash,
      Oracle.Revision(
        entry: id, slot: slot, device: devices[slot].id,
        sequence: Int64(devices[slot].memory.finals.count),
        content: content, isMerge: isMerge))
  }

  /// Imports a few entries from a file, one of them perhaps broken.
  private func importFile(_ slot: Int) throws {
    let contents = (0...random.below(3)).map { _ in newContent(slot) }
    var lines = try contents.map {
      #"{"form":"FOR_FIRESOURCE","content":"# + String(decoding: try $0.json(), as: UTF8.self) + "}"
    }
    if random.chance(30) { lines.append("{not JSON") }
    let path = folders.root + "/import.ndjson"
    try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: path))
    let before = Set(try devices[slot].store.entries().map(\.entry))
    let importer = EntryImporter(
      store: devices[slot].store, catalogue: forms,
      events: EntryImporter.Events(progress: { _, _ in }, refusal: { _ in }))
    let report = try importer.run(path: path, plan: ImportPlan(reasons: ["*": "test"]))
    var saved = 0
    for row in try devices[slot].store.entries() where !before.contains(row.entry) {
      let content = contents.first { $0.object == row.objectCode }
      guard let content, let hash = try devices[slot].store.entry(row.entry).revision else {
        violate(.durability, "device \(slot): an import made an entry that was not in the file")
        continue
      }
      saved += 1
      remember(hash, of: row.entry, content, on: slot)
    }
    note("import", "\(slot) saved \(report.saved) refused \(report.refused)")
    if saved != report.saved {
      violate(
        .durability, "device \(slot): an import said \(report.saved) saved, \(saved) are there")
    }
  }

  private func discard(_ slot: Int) throws {
    let drafts = devices[slot].memory.drafts.keys.sorted { oracle.label($0) < oracle.label($1) }
    guard let id = random.pick(drafts) else { return }
    try devices[slot].store.discardDraft(id)
    devices[slot].memory.drafts[id] = nil
    note("discard", "\(slot) entry \(oracle.label(id))")
  }

  private func jump(_ slot: Int) {
    let days = Int64(random.below(7300)) - 3650
    let clock = random.chance(25) ? centralClock : devices[slot].clock
    note("clock")
    guard case .jumping = settings.clocks else { return }
    guard let noon = try? SimulatedDay.clock().now().milliseconds else { return }
    clock.advance(milliseconds: noon + days * 86_400_000 - clock.now().milliseconds)
  }
}
