import CensusDomain
import Testing

@Suite("The expression language")
struct ExpressionTests {
  @Test(
    "Operators bind as the grammar says",
    arguments: [
      ("1 + 2 * 3 == 7", true), ("(1 + 2) * 3 == 9", true), ("10 - 2 - 3 == 5", true),
      ("12 / 3 / 2 == 2", true), ("-2 * 3 == -6", true), ("2 - -3 == 5", true),
      ("- - 2 == 2", true), ("true or false and false", true), ("(true or false) and false", false),
      ("false => true => false", true), ("(false => true) => false", false),
      ("true or true => false", false), ("not false and false", false),
      ("not (false and false)", true), ("not true == false", true), ("1 + 1 in [2]", true),
      ("1 in [2, 3] or true", true), ("1 < 2 and 2 < 3", true), ("3 in [1 + 2]", true),
    ])
  func precedence(_ expression: String, _ expected: Bool) throws {
    #expect(try Probe.truth(expression) == expected)
  }

  static let truths: [(String, Bool?)] = [("t", true), ("f", false), ("u", nil)]

  @Test("Missing means unknown, and logic goes on with three values", arguments: truths, truths)
  func threeValues(_ left: (String, Bool?), _ right: (String, Bool?)) throws {
    let content = #"{"t":true,"f":false}"#
    let (a, b) = (left.1, right.1)
    let and: Bool? = a == false || b == false ? false : a == nil || b == nil ? nil : true
    let or: Bool? = a == true || b == true ? true : a == nil || b == nil ? nil : false
    let implies: Bool? = a == false || b == true ? true : a == nil || b == nil ? nil : false
    #expect(try Probe.truth("\(left.0) and \(right.0)", content) == and)
    #expect(try Probe.truth("\(left.0) or \(right.0)", content) == or)
    #expect(try Probe.truth("\(left.0) => \(right.0)", content) == implies)
    #expect(try Probe.truth("not \(left.0)", content) == a.map { !$0 })
  }

  @Test(
    "What is missing, null or of another type makes a result unknown",
    arguments: [
      "u == 1", "u != 1", "u < 1", "u + 1 == 1", "-u == 1", "a == 1", "a < 5", "t < true",
      "t == 1", "list == list", "a / 0 == 1", "1 / 0 == 1", "u in [1]", "1 in [u]", "a + t == 2",
      "nested.missing == 1", "a.b == 1", "abs(a) == 1", "1", "'text'", "-t", "not 1",
    ])
  func unknown(_ expression: String) throws {
    let content = #"{"a":"x","b":null,"t":true,"list":[1],"nested":{}}"#
    #expect(try Probe.truth(expression, content) == nil)
    #expect(try Probe.truth("b == 1", content) == nil)
  }

  @Test(
    "Numbers are decimals, not binary approximations",
    arguments: [
      "0.1 + 0.2 <= 0.3", "0.1 + 0.2 == 0.3", "a + b == 0.3", "0.1 * 3 == 0.3", "1.10 == 1.1",
      "1.005 * 1000 == 1005", "a * 10 == 1", "c == 0.1", "1 - 0.9 == 0.1", "0.7 + 0.1 == 0.8",
    ])
  func exact(_ expression: String) throws {
    #expect(try Probe.truth(expression, #"{"a":0.1,"b":0.20,"c":1e-1}"#) == true)
  }

  @Test("Integers past a double's precision are told apart")
  func largeIntegers() throws {
    let content = #"{"a":9007199254740993,"b":9007199254740992}"#
    #expect(try Probe.truth("a > b", content) == true)
    #expect(try Probe.truth("a - b == 1", content) == true)
    #expect(try Probe.truth("a == b", content) == false)
  }

  @Test("A quotient is approximate but good enough for a share")
  func quotient() throws {
    #expect(try Probe.truth("a / 4 == 0.25", #"{"a":1}"#) == true)
    #expect(try Probe.truth("a / 3 > 0.3333 and a / 3 < 0.3334", #"{"a":1}"#) == true)
  }

  @Test(
    "Texts compare by their characters, and a quote inside one is doubled",
    arguments: [
      ("a == 'it''s'", true), ("a == 'its'", false), ("a != ''''", true), ("b == ''''", true),
      ("'2021-01-31' < '2021-02-01'", true), ("'a' < 'ab'", true), ("'b' >= 'ab'", true),
      ("'' <= 'a'", true), ("c == '开平'", true), ("a in ['x', 'it''s']", true),
      ("'é' == 'e\u{301}'", false), ("'a and b' == 'a and b'", true),
    ])
  func texts(_ expression: String, _ expected: Bool) throws {
    #expect(try Probe.truth(expression, #"{"a":"it's","b":"'","c":"开平"}"#) == expected)
  }

  @Test("Members are reached through objects by their path")
  func paths() throws {
    let content = #"{"nested":{"a":{"b":3}},"a":1}"#
    #expect(try Probe.truth("nested.a.b == 3", content) == true)
    #expect(try Probe.truth("nested.a.b == a", content) == false)
    #expect(try Probe.truth("nested.a == 3", content) == nil)
  }

  static let mistakes: [(String, Int)] = [
    ("", 1), ("a +", 4), ("a b", 3), ("(a", 3), ("a)", 2), ("[1", 3), ("1 in []", 7),
    ("1 in 5", 6), ("a < b < c", 7), ("nope == 1", 1), ("1 + nope", 5), ("nope(a)", 1),
    ("a == abs()", 6), ("abs(1, 2) == 1", 1), ("every(list, 1)", 1), ("every(list)", 1),
    ("today(1) == a", 1), ("a == 'open", 6), ("a # b", 3), ("a = b", 3), ("a && b", 3),
    ("1. == 1", 2), ("99999999999999999999 > a", 1), ("1 > 0.99999999999999999999", 5),
    ("a.", 3), ("a.1", 3), ("and", 1), ("a\tb", 2), ("１ > a", 1), ("a == \"x\"", 6), ("a,b", 2),
  ]

  @Test("A mistake is told in both languages with its place", arguments: mistakes)
  func mistake(_ expression: String, _ place: Int) throws {
    let message = try #require(Probe.mistake(expression))
    #expect(message.en.lowercased().contains("character \(place)"), "\(message.en)")
    #expect(message.zh.contains("第 \(place) 个字符"), "\(message.zh)")
  }

  @Test("A mistake inside the quoted expression of every is found when the form is loaded")
  func innerMistake() throws {
    #expect(Probe.mistake("every(items, 'n +')") != nil)
    #expect(Probe.mistake("every(items, 'n > 0')") == nil)
  }
}
