import CensusForms
import CensusJSON
import Testing

@Suite("Three-way merge")
struct ContentMergeTests {
  private static func object(_ json: String) throws -> JSONObject {
    try #require(try JSONValue.parse(json).object)
  }

  private static func merge(
    _ base: String, _ mine: String, _ theirs: String
  ) throws -> ContentMerge {
    ContentMerge(base: try object(base), mine: try object(mine), theirs: try object(theirs))
  }

  @Test func `each side's own changes are taken, and it is said from where`() throws {
    let merge = try Self.merge(
      #"{"a":1,"b":1,"c":1}"#, #"{"a":2,"b":1,"c":1,"m":5}"#, #"{"a":1,"c":3}"#)
    #expect(merge.content == (try Self.object(#"{"a":2,"c":3,"m":5}"#)))
    #expect(merge.fromMine == ["/a", "/m"])
    #expect(Set(merge.fromTheirs) == ["/b", "/c"])
    #expect(merge.conflicts.isEmpty)
  }

  @Test func `what both changed differently is a conflict, and theirs stands meanwhile`() throws {
    let merge = try Self.merge(#"{"a":1,"b":1}"#, #"{"a":2}"#, #"{"a":3,"b":2}"#)
    #expect(merge.content == (try Self.object(#"{"a":3,"b":2}"#)))
    #expect(
      merge.conflicts == [
        FieldConflict(
          pointer: "/a", base: JSONValue(integer: 1), mine: JSONValue(integer: 2),
          theirs: JSONValue(integer: 3)),
        FieldConflict(
          pointer: "/b", base: JSONValue(integer: 1), mine: nil, theirs: JSONValue(integer: 2)),
      ])
  }

  @Test func `objects are merged by member, geometries and plain arrays are whole`() throws {
    let nested = try Self.merge(
      #"{"o":{"x/y":1,"z":1}}"#, #"{"o":{"x/y":2,"z":1}}"#, #"{"o":{"x/y":3,"z":2}}"#)
    #expect(nested.conflicts.map(\.pointer) == ["/o/x~1y"])
    #expect(nested.content == (try Self.object(#"{"o":{"x/y":3,"z":2}}"#)))
    let place = try Self.merge(
      #"{"g":{"type":"Point","coordinates":[1,2]}}"#,
      #"{"g":{"type":"Point","coordinates":[3,4]}}"#,
      #"{"g":{"type":"MultiPoint","coordinates":[1,2]}}"#)
    #expect(place.conflicts.map(\.pointer) == ["/g"])
    let list = try Self.merge(#"{"l":[1]}"#, #"{"l":[1,2]}"#, #"{"l":[1,3]}"#)
    #expect(list.conflicts.map(\.pointer) == ["/l"])
  }

  @Test func `photos are united, and what one side took away stays away`() throws {
    func photos(_ hashes: String) -> String {
      let list = hashes.map { #"{"sha256":"\#($0)"}"# }.joined(separator: ",")
      return #"{"photos":[\#(list)]}"#
    }
    let merge = try Self.merge(photos("abc"), photos("acd"), photos("abe"))
    #expect(merge.content == (try Self.object(photos("aed"))))
    #expect(merge.conflicts.isEmpty)
    let fresh = try Self.merge("{}", photos("a"), photos("b"))
    #expect(fresh.content == (try Self.object(photos("ba"))))
  }

  @Test func `one photo described in two ways is a conflict`() throws {
    let merge = try Self.merge(
      #"{"photos":[{"sha256":"a"}]}"#, #"{"photos":[{"sha256":"a","azimuth":1}]}"#,
      #"{"photos":[{"sha256":"a","azimuth":2}]}"#)
    #expect(merge.conflicts.map(\.pointer) == ["/photos"])
  }

  @Test func `a decided value is put in its place, and nothing removes it`() throws {
    var content = try Self.object(#"{"o":{"x":1},"b":1}"#)
    ContentChoice.set(.string("v"), at: "/o/x", in: &content)
    ContentChoice.set(nil, at: "/b", in: &content)
    #expect(content == (try Self.object(#"{"o":{"x":"v"}}"#)))
  }

  @Test(arguments: 0..<20)
  func `merges obey their laws`(seed: Int) {
    var random = SeededBits(state: UInt64(seed) &+ 1)
    for _ in 0..<200 {
      let base = Self.anyObject(&random, depth: 2)
      let mine = Self.changed(base, &random, depth: 2)
      let theirs = Self.changed(base, &random, depth: 2)
      #expect(ContentMerge(base: base, mine: mine, theirs: base).content == mine)
      #expect(ContentMerge(base: base, mine: base, theirs: theirs).content == theirs)
      let same = ContentMerge(base: base, mine: mine, theirs: mine)
      #expect(same.content == mine && same.conflicts.isEmpty)
      let there = ContentMerge(base: base, mine: mine, theirs: theirs)
      let back = ContentMerge(base: base, mine: theirs, theirs: mine)
      #expect(Set(there.conflicts.map(\.pointer)) == Set(back.conflicts.map(\.pointer)))
      #expect(Set(there.fromMine) == Set(back.fromTheirs))
    }
  }

  private static func anyValue(_ random: inout SeededBits, depth: Int) -> JSONValue {
    switch random.below(depth > 0 ? 4 : 2) {
    case 0: JSONValue(integer: random.below(3))
    case 1: .string("s\(random.below(3))")
    case 2: .array((0..<random.below(3)).map { _ in JSONValue(integer: random.below(3)) })
    default: .object(anyObject(&random, depth: depth - 1))
    }
  }

  private static func anyObject(_ random: inout SeededBits, depth: Int) -> JSONObject {
    var object = JSONObject()
    for name in ["a", "b", "c", "d"] where random.below(4) > 0 {
      object[name] = anyValue(&random, depth: depth)
    }
    return object
  }

  private static func changed(
    _ object: JSONObject, _ random: inout SeededBits, depth: Int
  ) -> JSONObject {
    var result = object
    for name in ["a", "b", "c", "d"] {
      switch random.below(6) {
      case 0: result[name] = nil
      case 1: result[name] = anyValue(&random, depth: depth)
      case 2:
        guard depth > 0, let inner = result[name]?.object else { continue }
        result[name] = .object(changed(inner, &random, depth: depth - 1))
      default: continue
      }
    }
    return result
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same seed gives the same numbers.
private struct SeededBits {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) % UInt64(bound))
  }
}
