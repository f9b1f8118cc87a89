import CensusAPI
import CensusDomain
import CensusJSON
import Testing

@Suite("A central's answers")
struct AnswerTests {
  private var receipt: Receipt {
    let fault = Fault(
      pointer: "/lon", rule: "maximum", message: LocalizedText(zh: "过大\"", en: "Too large"))
    let hash = ContentHash.sha256(of: "r")
    let items = Disposition.allCases.enumerated().map { index, disposition in
      ReceiptItem(
        sequence: Int64(index + 1), hash: hash, disposition: disposition,
        faults: disposition == .rejected ? [fault] : [])
    }
    return Receipt(
      batch: Samples.batch, device: Samples.device, auditHead: .sha256(of: "head"),
      receivedAt: Timestamp(milliseconds: 1_638_288_000_000), items: items)
  }

  private var page: ChangePage {
    let record = Samples.bytes(Samples.envelope())
    let revision = Change.Kind.revision(
      hash: .sha256(of: record), disposition: .accepted, record: record)
    return ChangePage(
      changes: [
        Change(cursor: 3, kind: .inventory(version: 2)),
        Change(cursor: 4, kind: .review(Samples.review)), Change(cursor: 9, kind: revision),
      ], next: 11, hasMore: true)
  }

  @Test("A receipt reads back with every disposition and fault")
  func receiptRoundTrip() throws {
    #expect(try Receipt.decode(receipt.encoded) == receipt)
    #expect(try Receipt.decode(receipt.encoded).encoded == receipt.encoded)
  }

  @Test("A page of changes reads back, and its record keeps every byte")
  func pageRoundTrip() throws {
    let back = try ChangePage.decode(page.encoded())
    #expect(back == page)
    #expect(try back.encoded() == page.encoded())
  }

  @Test("A page with a record that does not agree with its hash is refused whole")
  func pageMismatch() throws {
    let text = String(decoding: try page.encoded(), as: UTF8.self)
    let changed = text.replacing("118.10000000000000000001", with: "118.10000000000000000002")
    #expect(changed != text)
    #expect(throws: CensusError.self) { try ChangePage.decode(Array(changed.utf8)) }
  }

  static let foreign = [
    "", "<html>登录</html>", "{}", "[]", "null", #"{"changes":{},"next":1,"hasMore":false}"#,
    #"{"changes":[{}],"next":1,"hasMore":false}"#, #"{"changes":[],"next":"1","hasMore":false}"#,
    #"{"changes":[],"next":1}"#, #"{"changes":[{"cursor":1}],"next":1,"hasMore":false}"#,
    #"{"batch":1,"items":[]}"#,
  ]

  @Test("The page of a captive portal is neither a receipt nor a page", arguments: foreign)
  func refuses(_ text: String) throws {
    let noReceipt = try #require(throws: CensusError.self) {
      try Receipt.decode(Array(text.utf8))
    }
    #expect(noReceipt.code == .protocolViolation)
    let noPage = try #require(throws: CensusError.self) { try ChangePage.decode(Array(text.utf8)) }
    #expect(noPage.code == .protocolViolation)
  }

  @Test(
    "A receipt with a wrong item is refused whole",
    arguments: [
      (#""disposition":"accepted""#, #""disposition":"lost""#), (#""sequence":1,"#, ""),
      (#""sequence":2"#, #""sequence":"2""#), (#""receivedAt":1638288000000,"#, ""),
      (#""hash":""#, #""hash":"x"#), (#""auditHead":""#, #""auditHead":"x"#),
    ])
  func wrongItem(_ old: String, _ new: String) throws {
    let text = String(decoding: receipt.encoded, as: UTF8.self)
    let changed = text.replacing(old, with: new, maxReplacements: 1)
    #expect(changed != text)
    #expect(throws: CensusError.self) { try Receipt.decode(Array(changed.utf8)) }
  }

  @Test("Faults that are none are left out when a device reads them")
  func faults() throws {
    let text = #"[{"rule":"a","pointer":"/x","zh":"一","en":"one"},{"zh":"无"},7]"#
    let faults = try JSONParser().withDocument(Array(text.utf8)) { Fault.decode($0) }
    let message = LocalizedText(zh: "一", en: "one")
    #expect(faults == [Fault(pointer: "/x", rule: "a", message: message)])
  }
}
