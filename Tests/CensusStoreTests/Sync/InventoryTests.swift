import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON
import CensusStore
import Testing

@Suite("The inventory and the state of work")
struct InventoryTests {
  private let store: DeviceStore

  init() throws { store = try Samples.create(nil) }

  private func object(_ code: String, _ hazard: Hazard = .rainstorm) -> InventoryObject {
    InventoryObject(
      objectCode: code, hazard: hazard, forms: ["MET_RAIN"], name: "对象\(code)",
      townCode: "130205002", longitude: 118.2, latitude: nil, shouldSurvey: true,
      excludeReason: nil)
  }

  private func page(_ version: Int, _ codes: [String]) -> InventoryPage {
    InventoryPage(version: version, objects: codes.map { object($0) }, next: nil)
  }

  @Test("A version counts once its last page is there, and what is gone in it goes here")
  func pages() throws {
    try store.take(page(1, ["A", "B"]), isLast: false)
    #expect(try store.inventoryVersion() == 0)
    try store.take(page(1, ["C"]), isLast: true)
    #expect(try store.inventoryVersion() == 1)
    #expect(try store.inventoryObjects().map(\.objectCode) == ["A", "B", "C"])
    // A second version that is cut after its first page takes nothing away.
    try store.take(page(2, ["B"]), isLast: false)
    #expect(try store.inventoryVersion() == 1)
    #expect(try store.inventoryObjects().map(\.objectCode) == ["A", "B", "C"])
    try store.take(page(2, ["B", "D"]), isLast: true)
    #expect(try store.inventoryVersion() == 2)
    #expect(try store.inventoryObjects().map(\.objectCode) == ["B", "D"])
  }

  @Test("An object reads back as it came, for its own hazard only")
  func objects() throws {
    try store.take(InventoryPage(version: 1, objects: [object("A")], next: nil), isLast: true)
    #expect(try store.inventoryObject("A", hazard: .rainstorm) == object("A"))
    #expect(try store.inventoryObject("A", hazard: .earthquake) == nil)
    #expect(try store.inventoryObject("B", hazard: .rainstorm) == nil)
  }

  @Test("An object outside the inventory needs a reason once there is an inventory")
  func unlisted() throws {
    try store.finalized("X-1")
    try store.take(page(1, ["A"]), isLast: true)
    let form = try Samples.form()
    let entry = try store.newDraft(form: form, content: Samples.content(Samples.rain("X-2")))
    guard case .blocked(let findings) = try store.finalize(entry, form: form, reasons: [:]) else {
      Issue.record("The entry became final without a reason.")
      return
    }
    #expect(findings.map(\.rule) == ["objectInInventory"])
    #expect(findings.map(\.level) == [.warning])
    let outcome = try store.finalize(entry, form: form, reasons: ["objectInInventory": "新发现"])
    guard case .finalized = outcome else {
      Issue.record("A reason was given: \(outcome)")
      return
    }
    try store.finalized("A") { $0["townCode"] = "130205002" }
  }

  @Test("An entry of another township than the inventory's needs a reason")
  func elsewhere() throws {
    try store.take(page(1, ["A"]), isLast: true)
    let form = try Samples.form()
    var object = try Samples.rain("A")
    object["townCode"] = "130205100"
    let entry = try store.newDraft(form: form, content: Samples.content(object))
    guard case .blocked(let findings) = try store.finalize(entry, form: form, reasons: [:]) else {
      Issue.record("The entry became final without a reason.")
      return
    }
    #expect(findings.map(\.rule) == ["townOfInventory"])
    #expect(findings.map(\.pointer) == ["/townCode"])
    #expect(findings.allSatisfy { $0.level == .warning && $0.message.en.contains("130205002") })
  }

  @Test("The status counts what there is and advises what is most urgent first")
  func status() throws {
    let fresh = try store.status()
    #expect(fresh.advice.map(\.en).map { $0.prefix(12) } == ["Never synced"])
    #expect(fresh.surveyor == "李娜")
    #expect(fresh.lastSyncAt == nil && fresh.central == nil)
    // Given one entry of each standing, a draft among them and one on a returned entry.
    let dispositions: [Disposition?] = [nil, .accepted, .rejected, .conflict, .accepted, .accepted]
    var items: [ReceiptItem] = []
    var made: [(entry: UniqueID, hash: ContentHash)] = []
    for (index, disposition) in dispositions.enumerated() {
      let one = try store.finalized("X-\(index)")
      made.append(one)
      guard let disposition else { continue }
      items.append(
        ReceiptItem(sequence: Int64(index + 1), hash: one.hash, disposition: disposition))
    }
    try store.record(
      Receipt(
        batch: UniqueID(high: 1, low: 1), device: store.identity.device, auditHead: .zero,
        receivedAt: Timestamp(milliseconds: 0), items: items))
    let verdicts: [(Int, ReviewVerdict)] = [(4, .return), (5, .pass)]
    try store.apply(
      ChangePage(
        changes: verdicts.map { index, verdict in
          Change(
            cursor: Int64(index),
            kind: .review(
              ReviewRecord(
                id: UniqueID(high: 2, low: UInt64(index)), entry: made[index].entry,
                revision: made[index].hash, level: .county, verdict: verdict, comment: "",
                fields: [], reviewer: "协调员", at: 1)))
        }, next: 9, hasMore: false), forms: FormCatalogue.builtIn())
    let content = try Samples.content(Samples.rain("X-4"))
    try store.saveDraft(made[4].entry, content: content)
    _ = try store.newDraft(form: Samples.form("GEO_COLLAPSE"), content: content)
    try store.noteSync(with: "https://central.example")
    // Then each is counted once, and a sync is not advised for want of one.
    let status = try store.status()
    #expect(status.ready == 1 && status.sent == 1 && status.accepted == 1)
    #expect(status.returned == 1 && status.rejected == 1 && status.conflicts == 1)
    #expect(status.drafted == 2)
    #expect(status.lastSyncAt == "2021-11-30T16:00:00Z")
    #expect(status.central == "https://central.example")
    #expect(status.advice.map { $0.en.prefix(1) } == ["2", "1", "2", "1"])
    #expect(status.advice.allSatisfy { !$0.zh.isEmpty && $0.zh != $0.en })
  }

  @Test("Nothing is advised where nothing is to be done")
  func quiet() throws {
    try store.noteSync(with: "https://central.example")
    #expect(try store.status().advice.isEmpty)
  }
}
