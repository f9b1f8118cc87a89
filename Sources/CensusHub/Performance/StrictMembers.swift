import CensusDomain
import CensusJSON
import CensusReports

/// The members of a JSON object of a file that people write, read strictly: each fault names its place.
struct StrictMembers {
  private let object: JSONObject
  /// The JSON Pointer of the object.
  let pointer: String

  /// Takes an object whose members are all among `names`.
  init(_ value: JSONValue, at pointer: String, names: Set<String>) throws(CensusError) {
    guard let object = value.object else {
      throw StrictMembers.fault(pointer, "应为对象", "is to be an object")
    }
    if let stranger = object.names.first(where: { !names.contains($0) }) {
      throw StrictMembers.fault(
        "\(pointer)/\(stranger)", "没有这样的成员", "is no member that there is")
    }
    self.object = object
    self.pointer = pointer
  }

  /// The place of a member.
  func place(_ name: String) -> String { "\(pointer)/\(name)" }

  /// Whether a member is there.
  func has(_ name: String) -> Bool { object[name] != nil }

  /// A text of at most 2,000 characters, not blank unless `mayBeEmpty`.
  func text(_ name: String, mayBeEmpty: Bool = false) throws(CensusError) -> String {
    guard let text = object[name]?.string, text.utf8.count <= 8000 else {
      throw StrictMembers.fault(place(name), "应为文字", "is to be a text")
    }
    guard mayBeEmpty || !text.allSatisfy(\.isWhitespace) else {
      throw StrictMembers.fault(place(name), "不能为空", "is empty")
    }
    return text
  }

  /// A text that may be missing.
  func optionalText(_ name: String) throws(CensusError) -> String {
    has(name) ? try text(name, mayBeEmpty: true) : ""
  }

  /// A short name in ASCII: letters, digits and hyphens, at most 40.
  func identifier(_ name: String) throws(CensusError) -> String {
    let text = try text(name)
    guard text.utf8.count <= 40,
      text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
    else {
      throw StrictMembers.fault(
        place(name), "只能用英文字母、数字和连字符，最多 40 个",
        "is to have letters, digits and hyphens only, at most 40")
    }
    return text
  }

  /// A word of a fixed list.
  func word<Word: RawRepresentable<String> & CaseIterable>(_ name: String) throws(CensusError)
    -> Word
  {
    guard let word = Word(rawValue: try text(name)) else {
      let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw StrictMembers.fault(place(name), "应为 \(words) 之一", "is to be one of \(words)")
    }
    return word
  }

  /// A number from 0 with at most six places.
  func quantity(_ name: String) throws(CensusError) -> Quantity {
    guard let text = object[name]?.numberText, let quantity = Quantity(text) else {
      throw StrictMembers.fault(
        place(name), "应为不小于 0、最多六位小数的数", "is to be a number from 0 with at most six places")
    }
    return quantity
  }

  /// Points: a number from 0 with at most two places.
  func points(_ name: String) throws(CensusError) -> Points {
    guard let points = Points(try quantity(name)) else {
      throw StrictMembers.fault(
        place(name), "应为最多两位小数的分值", "is to be points with at most two places")
    }
    return points
  }

  /// A whole number within a range.
  func integer(_ name: String, _ range: ClosedRange<Int64>) throws(CensusError) -> Int64 {
    guard let number = object[name]?.int64, range.contains(number) else {
      throw StrictMembers.fault(
        place(name), "应为 \(range.lowerBound) 至 \(range.upperBound) 的整数",
        "is to be a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// A day.
  func day(_ name: String) throws(CensusError) -> CivilDate {
    guard let day = CivilDate(try text(name)) else {
      throw StrictMembers.fault(
        place(name), "应为 YYYY-MM-DD 的日期", "is to be a day, YYYY-MM-DD")
    }
    return day
  }

  /// A list with its elements' places.
  func list(
    _ name: String, _ counts: ClosedRange<Int>
  ) throws(CensusError) -> [(value: JSONValue, pointer: String)] {
    guard let values = object[name]?.array, counts.contains(values.count) else {
      throw StrictMembers.fault(
        place(name), "应为 \(counts.lowerBound) 至 \(counts.upperBound) 项的列表",
        "is to be a list of \(counts.lowerBound) to \(counts.upperBound)")
    }
    return values.enumerated().map { ($0.element, "\(place(name))/\($0.offset)") }
  }

  /// A list of texts that may be missing.
  func optionalTexts(_ name: String) throws(CensusError) -> [String] {
    guard has(name) else { return [] }
    var texts: [String] = []
    for (value, pointer) in try list(name, 0...50) {
      guard let text = value.string, text.utf8.count <= 8000 else {
        throw StrictMembers.fault(pointer, "应为文字", "is to be a text")
      }
      texts.append(text)
    }
    return texts
  }

  /// The members of a member.
  func members(_ name: String, names: Set<String>) throws(CensusError) -> StrictMembers {
    guard let value = object[name] else {
      throw StrictMembers.fault(place(name), "缺失", "is missing")
    }
    return try StrictMembers(value, at: place(name), names: names)
  }

  /// A fault at a place, in words that follow the place's name.
  static func fault(_ pointer: String, _ zh: String, _ en: String) -> CensusError {
    let place = pointer.isEmpty ? "/" : pointer
    return CensusError(
      .invalidData, zh: "项目文件的 \(place) \(zh)。", en: "\(place) of the project's file \(en).",
      remedy: LocalizedText(
        zh: "参照 SampleData/performance 和 Docs/Performance-sheets.md 改正。",
        en: "Mend it by SampleData/performance and Docs/Performance-sheets.md."))
  }
}
