import CensusAPI
import CensusDomain
import CensusJSON
import CensusStore
import Testing

@Suite("The central's receipts")
struct ReceiptTests {
  private let store: DeviceStore

  init() throws { store = try Samples.create(nil) }

  private func receipt(
    _ items: [ReceiptItem], device: UniqueID? = nil
  ) -> Receipt {
    Receipt(
      batch: UniqueID(high: 1, low: 1), device: device ?? store.identity.device,
      auditHead: .sha256(of: "head"), receivedAt: Timestamp(milliseconds: 1), items: items)
  }

  private func item(
    _ sequence: Int64, _ hash: ContentHash, _ disposition: Disposition = .accepted,
    faults: [Fault] = []
  ) -> ReceiptItem {
    ReceiptItem(sequence: sequence, hash: hash, disposition: disposition, faults: faults)
  }

  @Test(
    "An answer takes the revision out of the outbox and sets the entry's standing",
    arguments: [
      (Disposition.accepted, EntryState.sent), (.duplicate, .sent), (.superseded, .sent),
      (.conflict, .conflict), (.rejected, .rejected),
    ])
  func dispositions(_ disposition: Disposition, _ state: EntryState) throws {
    let (entry, hash) = try store.finalized("X-1")
    #expect(try store.record(receipt([item(1, hash, disposition)])) == [disposition: 1])
    #expect(try store.state(entry) == state)
    #expect(try store.unsent().count == 0)
    #expect(try store.unsound() == [])
  }

  @Test("The same receipt again changes nothing")
  func again() throws {
    let (entry, hash) = try store.finalized("X-1")
    let receipt = receipt([item(1, hash)])
    #expect(try store.record(receipt) == [.accepted: 1])
    #expect(try store.record(receipt) == [:])
    #expect(try store.state(entry) == .sent)
    // Nor do sequences that this device never used.
    #expect(try store.record(self.receipt([item(77, hash)])) == [:])
  }

  @Test("Another hash under an own number is a breach, and none of the receipt is marked")
  func otherHash() throws {
    let (first, hash) = try store.finalized("X-1")
    let (second, _) = try store.finalized("X-2")
    let error = try #require(throws: CensusError.self) {
      try store.record(receipt([item(1, hash), item(2, .sha256(of: "another"))]))
    }
    #expect(error.code == .restored)
    #expect(error.message.en.contains("2"))
    #expect(try store.unsent().count == 2)
    #expect(try store.state(first) == .ready)
    #expect(try store.state(second) == .ready)
  }

  @Test("A receipt for another device marks nothing")
  func otherDevice() throws {
    let (_, hash) = try store.finalized("X-1")
    let error = try #require(throws: CensusError.self) {
      try store.record(receipt([item(1, hash)], device: UniqueID(high: 9, low: 9)))
    }
    #expect(error.code == .protocolViolation)
    #expect(try store.unsent().count == 1)
  }

  @Test("Why a revision was rejected is shown with its entry, until it is mended")
  func faults() throws {
    let (entry, hash) = try store.finalized("X-1")
    let fault = Fault(
      pointer: "/townCode", rule: "region", message: LocalizedText(zh: "区域外\"", en: "Outside"))
    try store.record(receipt([item(1, hash, .rejected, faults: [fault])]))
    #expect(try store.entry(entry).faults == [fault])
    try store.saveDraft(entry, content: Samples.content(Samples.rain("X-1")))
    _ = try store.revise(entry)
    #expect(try store.entry(entry).faults == [])
  }

  @Test("The answer to an older revision does not settle the one that was made since")
  func older() throws {
    let (entry, first) = try store.finalized("X-1")
    var object = try Samples.rain("X-1")
    object["remark"] = "改"
    try store.saveDraft(entry, content: Samples.content(object))
    let second = try store.revise(entry)
    try store.record(receipt([item(1, first)]))
    #expect(try store.state(entry) == .ready)
    #expect(try store.firstUnanswered() == 2)
    try store.record(receipt([item(2, second)]))
    #expect(try store.state(entry) == .sent)
  }

  @Test("Half an answered batch stays open under its key, a whole one is forgotten")
  func openBatch() throws {
    let hashes = try (1...4).map { try store.finalized("X-\($0)").hash }
    let bounds = BatchBounds(count: 3, bytes: 1 << 20)
    let batch = try #require(try store.prepareBatch(after: 0, bounds))
    #expect(batch.items.map(\.sequence) == [1, 2, 3])
    try store.begin(batch)
    let repeated = try #require(try store.openBatch())
    #expect(repeated.key == batch.key)
    #expect(repeated.body == batch.body)
    try store.record(receipt([item(1, hashes[0])]))
    #expect(try store.openBatch()?.key == batch.key)
    #expect(try store.openBatch()?.items.map(\.sequence) == [2, 3])
    try store.record(receipt([item(2, hashes[1]), item(3, hashes[2])]))
    #expect(try store.openBatch() == nil)
    #expect(try store.prepareBatch(after: 0, bounds)?.items.map(\.sequence) == [4])
  }

  @Test("A dissolved batch is cut anew, and a batch closes at its bytes but never empty")
  func bounds() throws {
    for number in 1...3 { try store.finalized("X-\(number)") }
    let all = try #require(try store.prepareBatch(after: 0, BatchBounds(count: 9, bytes: 1 << 20)))
    try store.begin(all)
    try store.dissolveBatch()
    #expect(try store.openBatch() == nil)
    #expect(try store.unsent().count == 3)
    let one = try #require(try store.prepareBatch(after: 0, BatchBounds(count: 9, bytes: 1)))
    #expect(one.items.map(\.sequence) == [1])
    let line = all.body.count / 3
    let two = try #require(
      try store.prepareBatch(after: 1, BatchBounds(count: 9, bytes: line * 2 + line / 2)))
    #expect(two.items.map(\.sequence) == [2, 3])
    #expect(try store.prepareBatch(after: 3, BatchBounds(count: 9, bytes: 9)) == nil)
    let lines = try all.body.withUnsafeBytes { bytes in
      try LineSplitter(bytes).map { line in
        try JSONParser().withDocument(Array(line)) { try BatchLine.read($0).hash }
      }
    }
    #expect(lines == all.items.map(\.hash))
  }
}
