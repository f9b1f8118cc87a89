import CensusJSON

/// Refuses what the meta-schema and the vocabulary forbid, although the engine could do with it.
///
/// Such a form would load and then do less than its author thinks: a rule with a misspelt key, a
/// list of rules that is no list, a condition on a field that does not exist. A place of which
/// something was said already is left alone, so that each mistake is told once.
struct FormLint {
  let document: JSONValue
  let root: JSONObject
  /// The names of the form's fields.
  let fields: [String]
  private var collector: DiagnosticCollector
  private var told: Set<String>

  private init(document: JSONValue, root: JSONObject, collector: DiagnosticCollector) {
    self.document = document
    self.root = root
    self.collector = collector
    fields = root["properties"]?.object?.names ?? []
    told = Set(collector.diagnostics.map(\.pointer))
  }

  /// The mistakes in `collector` and what else is wrong with `document`.
  static func diagnostics(
    of document: JSONValue, besides collector: DiagnosticCollector
  ) -> [Diagnostic] {
    guard case .object(let root) = document else { return collector.diagnostics }
    var lint = FormLint(document: document, root: root, collector: collector)
    lint.checkDocument()
    lint.checkGroups()
    lint.checkFields()
    lint.checkSchemas()
    lint.checkRules()
    lint.checkSettings()
    lint.checkExample()
    return lint.collector.diagnostics
  }

  mutating func add(_ place: String, zh: String, en: String) {
    guard told.insert(place).inserted else { return }
    collector.add(place, zh: zh, en: en)
  }

  /// Whether something was said of `place`.
  func hasTold(_ place: String) -> Bool { told.contains(place) }

  /// Refuses the members of `object` that are not among the `known` ones.
  mutating func refuseOthers(in object: JSONObject, than known: Set<String>, at place: String) {
    let list = known.sorted().joined(separator: ", ")
    for name in object.names where !known.contains(name) {
      add(
        place + "/" + JSONPointer.escape(name), zh: "这里没有“\(name)”这一项；可用：\(list)。",
        en: "There is no member “\(name)” here; known are: \(list).")
    }
  }

  /// Asks for a wording in Chinese and English and nothing beside them.
  mutating func requireText(_ value: JSONValue?, at place: String) {
    if case .object(let text)? = value, Set(text.names) == ["zh", "en"], isFilled(text["zh"]),
      isFilled(text["en"])
    {
      return
    }
    add(
      place, zh: "须给出中文（zh）和英文（en），且不得有其他项。",
      en: "Chinese (zh) and English (en) are needed, and nothing beside them.")
  }

  /// Whether `value` is a text that is not empty.
  func isFilled(_ value: JSONValue?) -> Bool {
    guard let text = value?.string else { return false }
    return !text.isEmpty
  }

  /// Whether `value` is a name as groups, fields and rules have.
  func isKey(_ value: JSONValue?) -> Bool {
    guard let text = value?.string, text.utf8.count <= 40 else { return false }
    return isName(text)
  }

  /// Whether `text` is of ASCII letters and digits, a small letter first.
  func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, (0x61...0x7A).contains(first) else { return false }
    return text.utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
    }
  }
}
