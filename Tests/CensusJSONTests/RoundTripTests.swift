import CensusJSON
import Testing

@Suite("What is written reads back")
struct RoundTripTests {
  @Test(
    "Compact documents come back byte by byte",
    arguments: [
      "null", "true", "false", "0", "-12", "1.50", "1E30",
      #""""#, #""你好 🏚""#, #""\"\\""#, #""\u0000\u001f\u000a\u0009""#, "[]", "{}", "[[],{},[[]]]",
      #"{"b":1,"a":[true,false,null],"c":{"d":"e"}}"#, #"[12345678901234567890123,0.10]"#,
      "\"\u{7f}/\"",
    ])
  func documents(_ text: String) throws {
    let value = try JSONValue.parse(text)
    #expect(value.encoded == text)
    #expect(value.encodedBytes == Array(text.utf8))
  }

  @Test("Every code unit below 256 survives at every place of a word", arguments: 0..<17)
  func everyByte(_ lead: Int) throws {
    for scalar in (UInt8.min...UInt8.max).map(Unicode.Scalar.init) {
      let text = String(repeating: "x", count: lead) + String(Character(scalar)) + "y\u{4e2d}"
      let value = JSONValue.string(text)
      #expect(try JSONValue.parse(value.encodedBytes) == value)
    }
  }

  @Test("The writer sets commas")
  func commas() {
    var writer = JSONWriter(capacity: 100)
    writer.beginObject()
    writer.key("a")
    writer.beginArray()
    writer.integer(1)
    writer.beginObject()
    writer.endObject()
    writer.string("x")
    writer.endArray()
    let name = "名\n"
    writer.key(name)
    writer.null()
    writer.key("r")
    writer.raw(Array("[0]".utf8))
    writer.key("b")
    writer.bool(true)
    writer.key("n")
    writer.numberText("1.50")
    writer.endObject()
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == #"{"a":[1,{},"x"],"名\u000a":null,"r":[0],"b":true,"n":1.50}"#)
    writer.reset()
    writer.integer(0)
    #expect(writer.bytes == [UInt8(ascii: "0")])
  }

  @Test("Integers of every width are written", arguments: [0, 7, 10, -1, 99, -100, 1 << 40])
  func integers(_ value: Int) {
    var writer = JSONWriter()
    writer.beginArray()
    writer.integer(value)
    writer.integer(Int64.min)
    writer.integer(UInt64.max)
    writer.integer(Int8.min)
    writer.endArray()
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "[\(value),-9223372036854775808,18446744073709551615,-128]")
  }

  @Test("Objects keep their order through changes")
  func objects() {
    var object: JSONObject = ["b": 1, "a": "x", "c": nil]
    object["a"] = 2.5
    object["d"] = [true, ["e": 0]]
    #expect(object.remove("b") == 1)
    #expect(object.remove("b") == nil)
    #expect(object["c"] == .null)
    #expect(object.names == ["a", "c", "d"])
    #expect(JSONValue.object(object).encoded == #"{"a":2.5,"c":null,"d":[true,{"e":0}]}"#)
    object["c"] = nil
    #expect(object.names == ["a", "d"])
    let twice: [JSONObject.Member] = [("x", 1), ("x", 2)]
    #expect(JSONObject(twice).map(\.value) == [2])
  }

  @Test("Accessors answer for their own kind only")
  func accessors() throws {
    let value = try JSONValue.parse(#"{"i":3,"d":0.5,"s":"x","b":false,"a":[1],"n":null}"#)
    #expect(value[member: "i"]?.int64 == 3)
    #expect(value[member: "d"]?.double == 0.5)
    #expect(value[member: "d"]?.int64 == nil)
    #expect(value[member: "d"]?.numberText == "0.5")
    #expect(value[member: "s"]?.string == "x")
    #expect(value[member: "b"]?.boolean == false)
    #expect(value[member: "a"]?.array == [1])
    #expect(value[member: "n"]?.isNull == true)
    #expect(value.object?.count == 6)
    #expect(value.array == nil)
    #expect(JSONValue(integer: UInt64.max).numberText == "18446744073709551615")
    #expect(JSONValue(double: .infinity) == nil)
    #expect(JSONValue(double: 0.25) == 0.25)
  }
}
