import CensusAPI
import CensusDomain
import CensusJSON
import Testing

@Suite("Revision records")
struct RevisionRecordTests {
  private func read(_ bytes: [UInt8]) throws -> (record: RevisionRecord, content: [UInt8]) {
    try JSONParser().withDocument(bytes) { node in
      let (record, content) = try RevisionRecord.read(node)
      return (record, Array(content.raw))
    }
  }

  @Test("A record reads back, and its content keeps every byte")
  func roundTrip() throws {
    let parent = ContentHash.sha256(of: "parent")
    for record in [
      Samples.envelope(), Samples.envelope(number: 2, parent: parent),
      Samples.envelope(reasons: ["b": "原因\"", "a": "\n"]),
      Samples.envelope(number: 2, parent: parent, settles: [.sha256(of: "b"), .sha256(of: "a")]),
    ] {
      let bytes = Samples.bytes(record)
      let (back, content) = try read(bytes)
      #expect(back == record)
      #expect(content == Array(Samples.content.utf8))
      #expect(Samples.bytes(back) == bytes)
    }
  }

  @Test("Reasons are written in the order of their rules, so that one record has one hash")
  func reasonOrder() {
    let one = Samples.bytes(Samples.envelope(reasons: ["a": "1", "b": "2", "c": "3"]))
    let other = Samples.bytes(Samples.envelope(reasons: ["c": "3", "b": "2", "a": "1"]))
    #expect(one == other)
  }

  @Test("A record names as many contenders as the protocol allows, and not one more")
  func settles() throws {
    let parent = ContentHash.sha256(of: "parent")
    let most = (1...ProtocolLimits.maximumSettled).map { ContentHash.sha256(of: "\($0)") }
    let full = Samples.envelope(number: 2, parent: parent, settles: most)
    #expect(try read(Samples.bytes(full)).record.settles == most)
    let over = Samples.envelope(number: 2, parent: parent, settles: most + [parent])
    let error = #expect(throws: CensusError.self) { try read(Samples.bytes(over)) }
    #expect(error?.message.en.contains("“settles”") == true)
    // A record that settles nothing says nothing of it: its bytes are those of before.
    let plain = String(decoding: Samples.bytes(Samples.envelope()), as: UTF8.self)
    #expect(!plain.contains("settles"))
  }

  @Test("The members may come in any order, and unknown ones are passed over")
  func anyOrder() throws {
    let text = String(decoding: Samples.bytes(Samples.envelope()), as: UTF8.self)
    guard case .object(let object) = try JSONValue.parse(text) else {
      Issue.record("A record is an object.")
      return
    }
    var reversed = JSONObject(Array(object.reversed()))
    reversed["later"] = 1
    #expect(try read(JSONValue.object(reversed).encodedBytes).record == Samples.envelope())
  }

  @Test("The first revision has no parent, and every later one has")
  func parents() {
    let parent = ContentHash.sha256(of: "parent")
    #expect(throws: CensusError.self) {
      try read(Samples.bytes(Samples.envelope(number: 1, parent: parent)))
    }
    #expect(throws: CensusError.self) { try read(Samples.bytes(Samples.envelope(number: 2))) }
  }

  static let wrongMembers: [(String, JSONValue?)] = [
    ("v", 2), ("v", nil), ("entry", "x"), ("entry", nil), ("number", 0), ("number", -1),
    ("number", 1.5), ("number", "1"), ("parent", 5), ("parent", "00"), ("device", nil),
    ("sequence", 0), ("sequence", nil), ("author", ""), ("author", nil), ("form", 1),
    ("form", .string(String(repeating: "F", count: 201))), ("formVersion", 0),
    ("recordedAt", nil), ("recordedAt", "now"), ("reasons", []), ("reasons", ["a": 1]),
    ("content", nil), ("content", []), ("content", "{}"), ("settles", "x"), ("settles", ["00"]),
    ("settles", [1]), ("settles", .object([:])),
  ]

  @Test("A missing or wrong member is refused by its name", arguments: wrongMembers)
  func wrongMember(_ name: String, _ value: JSONValue?) throws {
    let text = String(decoding: Samples.bytes(Samples.envelope()), as: UTF8.self)
    guard case .object(var object) = try JSONValue.parse(text) else {
      Issue.record("A record is an object.")
      return
    }
    object[name] = value
    let error = try #require(throws: CensusError.self) {
      try read(JSONValue.object(object).encodedBytes)
    }
    #expect(error.code == .invalidData)
    #expect(error.message.en.contains("“\(name)”"))
    #expect(error.message.zh.contains("“\(name)”"))
  }

  @Test("Names that repeat are refused, in the envelope and in the content")
  func duplicateKeys() throws {
    let text = String(decoding: Samples.bytes(Samples.envelope()), as: UTF8.self)
    for (old, new) in [
      (#""v":1,"#, #""v":1,"v":1,"#), (#""objectCode":"#, #""objectCode":"Y","objectCode":"#),
      (#""v":1,"#, #""v":1,"\u0076":1,"#),
    ] {
      let doubled = text.replacing(old, with: new, maxReplacements: 1)
      #expect(doubled != text)
      let error = try #require(throws: JSONFailure.self) { try read(Array(doubled.utf8)) }
      #expect(error.reason == .duplicateKey)
    }
  }
}
