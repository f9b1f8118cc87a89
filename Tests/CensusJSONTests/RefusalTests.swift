import CensusDomain
import CensusJSON
import Testing

struct Refusal: Sendable, CustomTestStringConvertible {
  var document: [UInt8]
  var reason: JSONFailure.Reason
  var offset: Int?
  var testDescription: String { String(decoding: document.prefix(60), as: UTF8.self) }

  init(_ text: String, _ reason: JSONFailure.Reason, at offset: Int? = nil) {
    self.init(Array(text.utf8), reason, at: offset)
  }

  init(_ document: [UInt8], _ reason: JSONFailure.Reason, at offset: Int? = nil) {
    self.document = document
    self.reason = reason
    self.offset = offset
  }
}

private func nested(_ depth: Int) -> String {
  String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
}

private func objectWithKeys(_ names: [String]) -> String {
  "{" + names.map { "\"\($0)\":0" }.joined(separator: ",") + "}"
}

@Suite("Documents that are refused")
struct RefusalTests {
  static let structure: [Refusal] = [
    Refusal("", .empty), Refusal(" \n\t ", .empty),
    Refusal("{", .syntax), Refusal("[", .syntax), Refusal("]", .trailingContent, at: 0),
    Refusal("}", .syntax), Refusal("[1", .syntax), Refusal("{\"a\":1", .syntax),
    Refusal("{\"a\":1]", .syntax), Refusal("[1}", .syntax), Refusal("[[1]", .syntax),
    Refusal("[1,]", .syntax), Refusal("[,1]", .syntax), Refusal("[1 2]", .syntax),
    Refusal("{\"a\":1,}", .syntax), Refusal("{\"a\"}", .syntax), Refusal("{\"a\" 1}", .syntax),
    Refusal("{a:1}", .syntax), Refusal("{1:1}", .syntax), Refusal("{'a':1}", .syntax),
    Refusal("{\"a\":}", .syntax), Refusal("{,}", .syntax), Refusal(",", .syntax),
    Refusal("[1,,2]", .syntax), Refusal("{\"a\":1 \"b\":2}", .syntax),
    Refusal("// x\n1", .syntax), Refusal("[1]//", .syntax),
    Refusal("nul", .syntax, at: 0), Refusal("nullx", .syntax), Refusal("TRUE", .syntax),
    Refusal("truee", .syntax), Refusal("[tru]", .syntax, at: 1), Refusal("NaN", .syntax),
    Refusal("Infinity", .syntax), Refusal("\"a\"b", .syntax), Refusal("\"a\"\"b\"", .syntax),
    Refusal("null\u{0}", .syntax), Refusal("1\u{0}", .invalidNumber),
    Refusal("\u{0}", .syntax), Refusal("[1\u{c}]", .invalidNumber), Refusal("\u{a0}1", .syntax),
  ]

  static let trailing: [Refusal] = [
    Refusal("1,", .trailingContent), Refusal("1,2", .trailingContent, at: 2),
    Refusal("1]", .trailingContent, at: 1),
    Refusal("1] ,[2", .trailingContent, at: 1), Refusal("{}]", .trailingContent, at: 2),
    Refusal("[1]]", .trailingContent, at: 3), Refusal("{},{}", .trailingContent, at: 3),
    Refusal("{} {}", .syntax), Refusal("1 2", .syntax), Refusal("{}{}", .syntax),
    Refusal("{}}", .syntax), Refusal("[]x", .syntax), Refusal("null null", .syntax),
  ]

  static let strings: [Refusal] = [
    Refusal("\"abc", .unclosedString), Refusal("\"abc\\\"", .unclosedString),
    Refusal("\"", .unclosedString), Refusal("{\"a", .unclosedString),
    Refusal("\"a\u{1}b\"", .controlCharacter), Refusal("\"a\nb\"", .controlCharacter),
    Refusal("{\"a\tb\":1}", .controlCharacter), Refusal("\"\u{0}\"", .controlCharacter),
    Refusal(#""\x""#, .invalidEscape, at: 0), Refusal(#""\u12""#, .invalidEscape),
    Refusal(#""\u12G4""#, .invalidEscape), Refusal(#"["\'"]"#, .invalidEscape, at: 1),
    Refusal(#"{"\a":1}"#, .invalidEscape, at: 1),
    Refusal(#""\ud800""#, .invalidEscape), Refusal(#""\ud800x""#, .invalidEscape),
    Refusal(#""\udc00""#, .invalidEscape), Refusal(#""\ud800\ud800""#, .invalidEscape),
    Refusal(#""\udc00\ud800""#, .invalidEscape), Refusal(#""\ud83d\n""#, .invalidEscape),
    Refusal(#"{"\udfff":1}"#, .invalidEscape), Refusal(#""\ud800\u0041""#, .invalidEscape),
    Refusal([0x22, 0xFF, 0x22], .invalidUTF8), Refusal([0x22, 0xC0, 0x80, 0x22], .invalidUTF8),
    Refusal([0x22, 0xED, 0xA0, 0x80, 0x22], .invalidUTF8),
    Refusal([0x22, 0xE4, 0xBD, 0x22], .invalidUTF8),
    Refusal([0x22, 0xF5, 0x80, 0x80, 0x80, 0x22], .invalidUTF8),
    Refusal([0xEF, 0xBB, 0xBF, 0x31], .byteOrderMark, at: 0),
    Refusal([0xFF, 0xFE, 0x31, 0x00], .invalidUTF8),
  ]

  static let numbers: [Refusal] = [
    Refusal("-", .invalidNumber, at: 0), Refusal("01", .invalidNumber),
    Refusal("-01", .invalidNumber), Refusal("1.", .invalidNumber), Refusal("1.e1", .invalidNumber),
    Refusal("1e", .invalidNumber), Refusal("1e+", .invalidNumber), Refusal("1.5x", .invalidNumber),
    Refusal("--1", .invalidNumber), Refusal("0x10", .invalidNumber), Refusal("1_0", .invalidNumber),
    Refusal("[1.2.3]", .invalidNumber, at: 1), Refusal("-a", .invalidNumber),
    Refusal("00", .invalidNumber), Refusal("1e1.5", .invalidNumber),
    Refusal("+1", .syntax), Refusal(".5", .syntax),
    Refusal("1e400", .numberOutOfRange, at: 0), Refusal("-1e400", .numberOutOfRange),
    Refusal("[0,1e309]", .numberOutOfRange, at: 3),
    Refusal("1" + String(repeating: "0", count: 400), .numberOutOfRange),
  ]

  static let keys: [Refusal] = [
    Refusal(#"{"a":1,"a":2}"#, .duplicateKey, at: 7),
    Refusal(#"{"a":1,"\u0061":2}"#, .duplicateKey, at: 7),
    Refusal(#"[{"x":{"k":1,"j":2,"k":3}}]"#, .duplicateKey, at: 19),
    Refusal(#"{"":1,"":2}"#, .duplicateKey),
    Refusal(objectWithKeys((0..<15).map { "k\($0)" } + ["k0"]), .duplicateKey),
    Refusal(objectWithKeys((0..<16).map { "k\($0)" } + ["k7"]), .duplicateKey),
    Refusal(objectWithKeys((0..<5000).map { "k\($0)" } + ["k4321"]), .duplicateKey),
  ]

  @Test(
    "Each is refused for its own reason",
    arguments: structure + trailing + strings + numbers + keys)
  func refused(_ refusal: Refusal) {
    let parser = JSONParser()
    let failure = #expect(throws: JSONFailure.self) { _ = try parser.parse(refusal.document) }
    #expect(failure?.reason == refusal.reason)
    if let offset = refusal.offset { #expect(failure?.offset == offset) }
  }

  @Test("Every proper prefix of a document is refused")
  func prefixes() throws {
    let document = Array(#"{"a":[1,-2.5e3,"x\u4f60\n",{"b":null}],"c":true,"d":{}}"#.utf8)
    let parser = JSONParser()
    _ = try parser.parse(document)
    for length in document.indices {
      #expect(throws: JSONFailure.self) { _ = try parser.parse(Array(document.prefix(length))) }
    }
  }

  @Test("Limits hold exactly", arguments: [1, 2, 64, 512])
  func depth(_ depth: Int) throws {
    let parser = JSONParser(maximumDepth: depth)
    _ = try parser.parse(Array(nested(depth).utf8))
    let failure = #expect(throws: JSONFailure.self) {
      _ = try parser.parse(Array(nested(depth + 1).utf8))
    }
    #expect(failure == JSONFailure(.tooDeep, offset: depth))
  }

  @Test("A hundred thousand levels are refused without harm", arguments: ["[", "{\"a\":"])
  func hostileDepth(_ opening: String) {
    let failure = #expect(throws: JSONFailure.self) {
      _ = try JSONValue.parse(String(repeating: opening, count: 100_000))
    }
    #expect(failure?.reason == .tooDeep || failure?.reason == .syntax)
  }

  @Test("Lengths and numbers of values are limited")
  func sizes() throws {
    let parser = JSONParser(maximumBytes: 9, maximumValues: 4)
    _ = try parser.parse(Array("[1,2,3]".utf8))
    let long = #expect(throws: JSONFailure.self) { _ = try parser.parse(Array("[10,20,30]".utf8)) }
    #expect(long?.reason == .tooLong)
    for text in ["[1,2,3,4]", "{\"a\":[0,1]}", "[[],[],[],[]]"] {
      let wide = JSONParser(maximumBytes: 99, maximumValues: 4)
      let many = #expect(throws: JSONFailure.self) { _ = try wide.parse(Array(text.utf8)) }
      #expect(many?.reason == .tooManyValues)
    }
  }

  @Test("Every reason has a sentence in both languages", arguments: JSONFailure.Reason.allCases)
  func sentences(_ reason: JSONFailure.Reason) {
    let message = JSONFailure(reason, offset: 7).message
    #expect(message.en.hasSuffix("(at byte 7)."))
    #expect(message.zh.hasSuffix("（第 7 字节处）。"))
    #expect(JSONFailure(reason).message.zh.hasSuffix("。"))
  }

  @Test("A parser goes on after a refusal")
  func recovers() throws {
    let parser = JSONParser()
    #expect(throws: JSONFailure.self) { _ = try parser.parse(Array("{\"a\":".utf8)) }
    let answer = try parser.withDocument(Array("{\"a\":5}".utf8)) { $0[member: "a"]?.int64 }
    #expect(answer == 5)
  }
}
