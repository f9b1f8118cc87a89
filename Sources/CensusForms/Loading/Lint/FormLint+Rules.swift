import CensusJSON

/// The rules across fields and across records.
extension FormLint {
  /// The members that both kinds of rule have.
  private static let shared: Set<String> = ["name", "level", "at", "message", "status"]

  mutating func checkRules() {
    if root["hc:rules"] == nil {
      add("/hc:rules", zh: "须有 hc:rules，没有规则时为空列表。", en: "hc:rules is missing; it may be empty.")
    }
    for (place, rule) in rules(in: "hc:rules") {
      refuseOthers(
        in: rule,
        than: FormLint.shared.union([
          "check", "when", "counterexample", "breaksAlso",
        ]), at: place)
      for name in ["check", "when"] {
        guard let value = rule[name], !isFilled(value) else { continue }
        add(
          place + "/" + name, zh: "\(name) 须为表达式，写成文本。",
          en: "\(name) must be an expression, written as a text.")
      }
      checkCounterexample(rule, at: place)
      checkRule(rule, at: place, placeholders: settingPlaceholders)
    }
    for (place, rule) in rules(in: "hc:distinct") {
      refuseOthers(in: rule, than: FormLint.shared.union(["fields", "span"]), at: place)
      for name in ["fields", "span"] {
        guard let value = rule[name], !isListOfNames(value) else { continue }
        add(
          place + "/" + name, zh: "\(name) 须为字段名的列表，且不重复。",
          en: "\(name) must be a list of field names, none of them twice.")
      }
      checkRule(rule, at: place, placeholders: settingPlaceholders.union(["other"]))
    }
  }

  /// How messages name the form's settings.
  private var settingPlaceholders: Set<String> {
    let names = root["hc:settings"]?.array?.compactMap { $0[member: "name"]?.string } ?? []
    return Set(names.map { "$" + $0 })
  }

  private mutating func checkCounterexample(_ rule: JSONObject, at place: String) {
    if let patch = rule["counterexample"], patch.object == nil {
      add(
        place + "/counterexample", zh: "counterexample 须为对 hc:example 的修改，写成对象。",
        en: "counterexample must be an object with the changes to hc:example.")
    }
    if let also = rule["breaksAlso"], rule["counterexample"] == nil || !isListOfNames(also) {
      add(
        place + "/breaksAlso", zh: "breaksAlso 须为规则名的列表，与 counterexample 同用。",
        en: "breaksAlso must be a list of names of rules, beside a counterexample.")
    }
  }

  /// The rules with their places; of what is no object the reader has spoken.
  private mutating func rules(in name: String) -> [(place: String, rule: JSONObject)] {
    guard let value = root[name] else { return [] }
    guard case .array(let members) = value else {
      add("/" + name, zh: "\(name) 须为规则的列表。", en: "\(name) must be a list of rules.")
      return []
    }
    return members.enumerated().compactMap { index, member in
      member.object.map { (place: "/\(name)/\(index)", rule: $0) }
    }
  }

  private func isListOfNames(_ value: JSONValue) -> Bool {
    guard let values = value.array else { return false }
    let names = values.compactMap(\.string)
    return names.count == values.count && Set(names).count == names.count
  }

  private mutating func checkRule(
    _ rule: JSONObject, at place: String, placeholders: Set<String>
  ) {
    if !isKey(rule["name"]) {
      add(
        place + "/name", zh: "规则名须以小写字母开头，由字母和数字组成。",
        en: "A rule's name is of letters and digits, a small letter first.")
    }
    if let status = rule["status"], status.string != "unverified" {
      add(
        place + "/status", zh: "规则的 status 只能为 unverified；有来源的规则不写。",
        en: "A rule's status can only be unverified; one with a source has none.")
    }
    checkPlaces(rule["at"], at: place + "/at")
    requireText(rule["message"], at: place + "/message")
    for language in ["zh", "en"] {
      guard let text = rule["message"]?[member: language]?.string else { continue }
      checkPlaceholders(in: text, at: "\(place)/message/\(language)", besides: placeholders)
    }
  }

  private mutating func checkPlaces(_ value: JSONValue?, at place: String) {
    guard case .array(let pointers)? = value, !pointers.isEmpty else {
      return add(
        place, zh: "at 须列出有关字段的 JSON Pointer，主要的在前。",
        en: "at must list the JSON Pointers of the fields concerned, the main one first.")
    }
    var seen = Set<String>()
    for (index, pointer) in pointers.enumerated() {
      guard let text = pointer.string, text.hasPrefix("/"), seen.insert(text).inserted,
        isField(JSONPointer.tokens(of: text))
      else {
        add(
          "\(place)/\(index)", zh: "\(pointer.encoded) 不是指向表中字段的 JSON Pointer，或者重复。",
          en: "\(pointer.encoded) is no JSON Pointer to a field of the form, or stands there twice."
        )
        continue
      }
    }
  }

  private mutating func checkPlaceholders(
    in text: String, at place: String, besides others: Set<String>
  ) {
    for part in text.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
      guard let end = part.firstIndex(of: "}") else { continue }
      let name = String(part[..<end])
      let path = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      if others.contains(name) || isField(path) { continue }
      add(
        place, zh: "占位符 {\(name)} 不是表中的字段。", en: "The placeholder {\(name)} names no field.")
    }
  }
}
