import CensusForms
import CensusJSON

/// Makes wrong entries of right ones, the same in every run of one seed.
struct Mutator {
  private var state: UInt64
  private let form: Form

  init(form: Form, seed: UInt64) {
    self.form = form
    state = seed
  }

  /// A copy of `content` with one to three changes anywhere in it.
  mutating func mutate(_ content: JSONValue) -> JSONValue {
    var result = content
    for _ in 0...below(3) { result = changed(result, depth: 0, field: nil) }
    return result
  }

  /// A copy of `content` in which some fields have other values that their own limits allow.
  mutating func vary(_ content: JSONValue) -> JSONValue {
    guard case .object(var object) = content else { return content }
    for field in form.fields where object[field.name] != nil && below(3) == 0 {
      if let value = allowed(field) { object[field.name] = value }
    }
    return .object(object)
  }

  private mutating func allowed(_ field: Field) -> JSONValue? {
    let limits = form.limits(of: field)
    switch field.kind {
    case .choice: return .string(pick(field.choices).value)
    case .multiChoice:
      let first = below(field.choices.count)
      return .array(field.choices[first...].prefix(1 + below(3)).map { .string($0.value) })
    case .integer, .number:
      guard let least = limits?.minimum.flatMap(Double.init),
        let most = limits?.maximum.flatMap(Double.init)
      else { return nil }
      let value = least + (most - least) * Double(below(1001)) / 1000
      return .number(field.kind == .integer ? "\(Int(value))" : "\((value * 100).rounded() / 100)")
    case .boolean: return .bool(below(2) == 0)
    case .text:
      guard let most = limits?.maxLength else { return nil }
      return .string(String(repeating: "测", count: 1 + below(most)))
    case .date, .dateTime, .geometry, .list, .object: return nil
    }
  }

  /// SplitMix64 (Steele, Lea and Flood, 2014).
  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
    return word ^ word >> 31
  }

  private mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  /// Goes down to some place and changes what is there.
  private mutating func changed(_ value: JSONValue, depth: Int, field: Field?) -> JSONValue {
    switch value {
    case .object(let object):
      // Mostly a member is changed, sometimes the object itself.
      guard below(10) < 7, let name = object.isEmpty ? nil : pick(object.names) else {
        return .object(changedMembers(object, atRoot: depth == 0))
      }
      var copy = object
      let inner = depth == 0 ? form.field(name) : nil
      copy[name] =
        below(8) == 0 ? nil : object[name].map { changed($0, depth: depth + 1, field: inner) }
      return .object(copy)
    case .array(let items):
      if !items.isEmpty, below(2) == 0 {
        var copy = items
        let place = below(items.count)
        copy[place] = changed(items[place], depth: depth + 1, field: field)
        return .array(copy)
      }
      return changedItems(items)
    case .number(let text): return below(4) == 0 ? other() : .number(number(near: text))
    case .string(let text): return below(4) == 0 ? other() : .string(string(near: text, field))
    case .bool(let flag): return below(2) == 0 ? .bool(!flag) : other()
    case .null: return other()
    }
  }

  /// A value of whatever type.
  private mutating func other() -> JSONValue {
    pick([
      .null, true, false, 0, 1, -1, .number("1.5"), "", "1", "9", [], ["1"], [[]], [:],
      ["type": "Point"], ["type": "Point", "coordinates": [118, 39]],
    ])
  }

  private mutating func changedMembers(_ object: JSONObject, atRoot: Bool) -> JSONObject {
    var copy = object
    switch below(4) {
    case 0: copy["unknown"] = other()
    case 1: copy[pick(object.isEmpty ? ["x"] : object.names) + " "] = 1
    default:
      // A field that the entry left out, with a choice of it or with anything.
      let field = pick(form.fields)
      let choice: JSONValue? =
        field.choices.isEmpty ? nil : .string(pick(field.choices).value)
      let value =
        choice.map { field.kind == .multiChoice ? JSONValue.array([$0]) : $0 } ?? other()
      copy[atRoot ? field.name : pick(["lon", "lat", "azimuth", "maxLen", "no"])] = value
    }
    return copy
  }

  private mutating func changedItems(_ items: [JSONValue]) -> JSONValue {
    switch below(5) {
    case 0: .array([])
    case 1: .array(items + items)
    case 2: .array(items + [other()])
    case 3: .array(Array(items.reversed()))
    default: .array(Array(items.dropLast()))
    }
  }

  /// A number at, beside or far from `text`, or the same one in another spelling.
  private mutating func number(near text: String) -> String {
    let isPlain = !text.contains { "eE".contains($0) }
    let whole = isPlain && !text.contains(".")
    let spellings = [
      "0", "-0.0", "-1", "1e2", "1E-1", "359", "360", "361", "0.01", "0.001", "1.005", "19.99",
      "4.35",
      "1e-9", "118.123456789", "118.12345678", "999999999999", "999999999999.01", "1e20", "1e-20",
      "12345678901234567890.5", "2000", "2000.0", "50", "49.999999999999999999", "800.1",
    ]
    switch below(4) {
    case 0 where isPlain: return text.hasPrefix("-") ? String(text.dropFirst()) : "-" + text
    case 1 where isPlain: return whole ? text + ".0" : text + "0"
    case 2 where isPlain: return whole ? text + ".5" : text + "00000001"
    default: return pick(spellings)
    }
  }

  private mutating func string(near text: String, _ field: Field?) -> String {
    if let field, !field.choices.isEmpty, below(3) > 0 { return pick(field.choices).value }
    let lengths = [19, 20, 21, 24, 25, 50, 51, 60, 61, 100, 101, 500, 501]
    switch below(9) {
    case 0: return ""
    case 1: return text + "\n"
    case 2: return " " + text
    case 3: return String(text.dropLast())
    case 4: return text + "0"
    case 5: return String(repeating: pick(["x", "区", "𠮷", "e\u{301}"]), count: pick(lengths))
    case 6:
      return pick(["2021-02-30", "2021-13-01", "2021-00-00", "20210-1-01", "1977", "1977-02"])
    case 7: return pick(["１３０２０５", "130205", "13800138000", "0315-1234567", "2021-05-13T11:33Z"])
    default:
      return pick(["9", "8", "17", "7", "H", "I", "1:50000", "LineString", "Polygon", "Point"])
    }
  }
}
