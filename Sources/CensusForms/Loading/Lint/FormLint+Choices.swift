import CensusJSON

/// The names of a choice's values.
extension FormLint {
  /// Checks `hc:choices` wherever it stands: one for each value of the enum, in the same order.
  mutating func checkChoices(of schema: JSONObject, at place: String) {
    guard let value = schema["hc:choices"] else { return }
    let here = place + "/hc:choices"
    guard case .array(let choices) = value, !choices.isEmpty else {
      return add(
        here, zh: "hc:choices 须为选项的列表。", en: "hc:choices must be a list of choices.")
    }
    guard case .array(let allowed)? = schema["enum"] else {
      return add(
        here, zh: "没有 enum，hc:choices 无从对应。",
        en: "There is no enum here whose values hc:choices could name.")
    }
    let values = choices.map { $0[member: "value"]?.string }
    if values != allowed.map(\.string) {
      add(
        here, zh: "hc:choices 与 enum 的取值或次序不一致。",
        en: "hc:choices and enum do not name the same values in the same order.")
    }
    checkEach(choices, at: here)
  }

  private mutating func checkEach(_ choices: [JSONValue], at here: String) {
    var values = Set<String>()
    for (index, choice) in choices.enumerated() {
      let place = "\(here)/\(index)"
      guard case .object(let members) = choice else {
        add(place, zh: "选项须为对象。", en: "A choice is an object.")
        continue
      }
      refuseOthers(in: members, than: ["value", "zh", "en"], at: place)
      if !isFilled(members["zh"]) || !isFilled(members["en"]) {
        add(
          place, zh: "选项须同时有中文（zh）和英文（en）名称。",
          en: "A choice needs a name in Chinese (zh) and English (en).")
      }
      if !isFilled(members["value"]) || !values.insert(members["value"]?.string ?? "").inserted {
        add(
          place + "/value", zh: "选项的值须为文本，且不重复。",
          en: "A choice's value is a text that no other choice has.")
      }
    }
  }
}
