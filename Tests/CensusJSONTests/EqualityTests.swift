import CensusJSON
import Testing

@Suite("Equality goes by meaning")
struct EqualityTests {
  private static func document(_ members: Int, reversed: Bool) -> String {
    let names = (0..<members).map { "\"k\($0)\":[\($0)]" }
    return "{" + (reversed ? names.reversed() : names).joined(separator: ",") + "}"
  }

  static let equal: [(String, String)] = [
    ("1", "1.0"), ("1", "1e0"), ("100", "1E2"), ("0", "-0"), ("0.0", "0e9"), ("10.50", "1.05e1"),
    ("9007199254740993", "9007199254740993.0"), ("1e-400", "10e-401"), ("null", " null "),
    ("\"A\"", #""\u0041""#), ("[1,2]", "[1.0, 2]"), (#"{"a":1,"b":2}"#, #"{"b":2.0,"a":1}"#),
    ("{}", "{ }"), (document(200, reversed: false), document(200, reversed: true)),
  ]

  static let unequal: [(String, String)] = [
    ("1", "-1"), ("1", "\"1\""), ("0", "null"), ("false", "null"), ("true", "false"),
    ("0", "false"),
    ("9007199254740993", "9007199254740992.0"), ("[1,2]", "[2,1]"), ("[1]", "[1,1]"), ("[]", "{}"),
    ("12345678901234567890123", "12345678901234567890124"), ("0.1", "0.10000000000000001"),
    (#"{"a":1}"#, #"{"a":2}"#), (#"{"a":1}"#, #"{"b":1}"#), (#"{"a":1}"#, #"{"a":1,"b":1}"#),
    ("\"a\"", "\"b\""), ("\"\"", "\"a\""), (#""\u00e9""#, #""e\u0301""#),
    (#"{"\u00e9":1}"#, #"{"e\u0301":1}"#),
  ]

  private func compare(_ pair: (String, String)) throws -> (nodes: Bool, values: Bool) {
    let parsers = (JSONParser(), JSONParser())
    return try parsers.0.withDocument(Array(pair.0.utf8)) { left in
      try parsers.1.withDocument(Array(pair.1.utf8)) { right in
        #expect(left.equals(right) == right.equals(left))
        return (left.equals(right), JSONValue(left) == JSONValue(right))
      }
    }
  }

  @Test("Equal", arguments: equal)
  func equals(_ left: String, _ right: String) throws {
    let answer = try compare((left, right))
    #expect(answer.nodes)
    #expect(answer.values)
    #expect(try JSONValue.parse(left).hashValue == JSONValue.parse(right).hashValue)
  }

  @Test("Not equal", arguments: unequal)
  func differs(_ left: String, _ right: String) throws {
    let answer = try compare((left, right))
    #expect(!answer.nodes)
    #expect(!answer.values)
  }
}
