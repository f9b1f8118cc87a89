import CensusJSON
import Testing

@Suite("Reading values off the tape")
struct NodeTests {
  private func read<Result>(_ text: String, _ body: (JSONNode) throws -> Result) throws -> Result {
    try JSONParser().withDocument(Array(text.utf8), body)
  }

  @Test("Kinds and accessors")
  func kinds() throws {
    let text = #" {"n":null,"t":true,"f":false,"i":-7,"d":2.5,"s":"x","a":[1,[2]],"o":{}} "#
    try read(text) { root in
      #expect(root.kind == .object)
      #expect(root.count == 8)
      #expect(root[member: "n"]?.isNull == true)
      #expect(root[member: "t"]?.boolean == true)
      #expect(root[member: "f"]?.boolean == false)
      #expect(root[member: "i"]?.int64 == -7)
      #expect(root[member: "i"]?.double == -7)
      #expect(root[member: "d"]?.int64 == nil)
      #expect(root[member: "d"]?.double == 2.5)
      #expect(root[member: "s"]?.string == "x")
      #expect(root[member: "s"]?.double == nil)
      #expect(root[member: "a"]?.elements.map(\.count) == [0, 1])
      #expect(root[member: "o"]?.members.underestimatedCount == 0)
      #expect(root[member: "absent"] == nil)
      #expect(root[member: "a"]?[member: "s"] == nil)
      #expect(root.members.map { $0.key.string ?? "" } == ["n", "t", "f", "i", "d", "s", "a", "o"])
    }
  }

  @Test(
    "Scalars stand at the root, with space around them",
    arguments: ["null", "true", "false", "0", "-1", "1.5e3", "\"x\"", "\"\\\"\"", "[]", "{}"])
  func roots(_ text: String) throws {
    try read(" \r\n\t\(text)\n ") { #expect($0.raw.elementsEqual(text.utf8)) }
  }

  @Test("Raw bytes are exactly the value's own")
  func raw() throws {
    let text = #"{ "a" : [ 1.50 , { "b" : "\u0041" } ] , "c" : { "d" : [ ] } }"#
    try read(" " + text + " ") { root in
      #expect(root.raw.elementsEqual(text.utf8))
      let array = try #require(root[member: "a"])
      #expect(array.raw.elementsEqual(#"[ 1.50 , { "b" : "\u0041" } ]"#.utf8))
      #expect(
        array.elements.map { String(decoding: $0.raw, as: UTF8.self) }
          == ["1.50", #"{ "b" : "\u0041" }"#])
      #expect(root[member: "c"]?.raw.elementsEqual(#"{ "d" : [ ] }"#.utf8) == true)
      let inner = array.elements.compactMap { $0[member: "b"] }
      #expect(inner.first?.raw.elementsEqual(#""\u0041""#.utf8) == true)
      #expect(inner.first?.string == "A")
    }
  }

  @Test(
    "Escapes are resolved in values and keys",
    arguments: [
      (#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{c}\n\r\t"), (#"\u4f60\u597d"#, "你好"),
      (#"\ud83c\udfda"#, "🏚"), (#"\u0000"#, "\u{0}"), ("", ""), (#"é\u0301"#, "é\u{301}"),
      ("农村房屋" + #"\n"#, "农村房屋\n"),
    ])
  func escapes(_ source: String, _ expected: String) throws {
    try read("{\"\(source)\":\"\(source)\"}") { root in
      let member = try #require(root.members.first { _ in true })
      #expect(member.key.utf8.elementsEqual(expected.utf8))
      #expect(member.value.utf8.elementsEqual(expected.utf8))
      #expect(root[member: expected] != nil)
    }
  }

  @Test(
    "Integers are exact to the ends of their range",
    arguments: [.min, .min + 1, -1, 0, 1, (1 << 53) + 1, .max - 1, .max] as [Int64])
  func integers(_ value: Int64) throws {
    try read("[\(value)]") { #expect($0.elements.map(\.int64) == [value]) }
  }

  @Test(
    "Doubles are the nearest, whatever the number of digits",
    arguments: [
      "9223372036854775808", "-9223372036854775809", "123456789012345678901234567890",
      "0.1234567890123456789012", "0.12345678901234567890123456789012345678901234567890",
      "113.12345678901234567890123", "0.00000000000000000000000012345678901234567890123",
      "1.7976931348623157e308", "2.2250738585072014e-308", "5e-324", "1E-5", "1e+2", "-0.0", "1.0",
      "0.30000000000000004", "9007199254740993.0", "1e22", "1e23", "100000000000000000000000e-10",
    ])
  func doubles(_ text: String) throws {
    try read(text) { node in
      #expect(node.kind == .number)
      #expect(node.double == Double(text))
      #expect(node.numberText == text)
      #expect(node.int64 == nil)
    }
  }

  @Test("A number below the smallest double reads as zero and keeps its text")
  func underflow() throws {
    try read("1e-400") { node in
      #expect(node.double == 0)
      #expect(node.numberText == "1e-400")
    }
  }

  @Test("Growing documents through one parser read right")
  func growth() throws {
    let parser = JSONParser()
    for count in [0, 1, 10, 1000, 50_000, 3] {
      let text = "[" + (0..<count).map { "\"s\\n\($0)\"" }.joined(separator: ",") + "]"
      let node = try parser.parse(Array(text.utf8))
      #expect(node.count == count)
      let isRight = node.elements.enumerated().allSatisfy { $1.string == "s\n\($0)" }
      #expect(isRight)
    }
  }
}
