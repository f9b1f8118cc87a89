import CensusJSON

/// The form's settings, earlier versions and example.
extension FormLint {
  mutating func checkSettings() {
    for (index, setting) in (root["hc:settings"]?.array ?? []).enumerated() {
      let place = "/hc:settings/\(index)"
      guard case .object(let members) = setting else {
        add(place, zh: "设置须为对象。", en: "A setting is an object.")
        continue
      }
      refuseOthers(in: members, than: ["name", "value", "zh", "en", "unit", "status"], at: place)
      if !isKey(members["name"]) {
        add(
          place + "/name", zh: "设置的名称须以小写字母开头，由字母和数字组成。",
          en: "A setting's name is of letters and digits, a small letter first.")
      }
      if let unit = members["unit"], !isFilled(unit) {
        add(place + "/unit", zh: "单位须为文本。", en: "A unit is a text.")
      }
      if let status = members["status"], status.string != "unverified" {
        add(
          place + "/status", zh: "status 只能为 unverified；有来源的不写。",
          en: "The status can only be unverified; a setting with a source has none.")
      }
    }
    for (index, earlier) in (root["hc:earlier"]?.array ?? []).enumerated() {
      guard case .object(let members) = earlier else { continue }
      let place = "/hc:earlier/\(index)"
      refuseOthers(
        in: members, than: ["version", "standing", "zh", "en", "mapping"], at: place)
      for (step, value) in (members["mapping"]?.array ?? []).enumerated() {
        for name in ["to", "fill"] {
          guard let field = value[member: name]?.string, !fields.contains(field) else { continue }
          add(
            "\(place)/mapping/\(step)/\(name)", zh: "没有字段“\(field)”。",
            en: "There is no field “\(field)”.")
        }
      }
    }
  }

  mutating func checkExample() {
    guard let example = root["hc:example"] else {
      guard
        root["hc:rules"]?.array?.contains(where: { $0[member: "counterexample"] != nil }) == true
      else { return }
      return add(
        "/hc:example", zh: "有规则写了 counterexample，须有 hc:example 供其修改。",
        en: "A rule has a counterexample, so there must be an hc:example for it to change.")
    }
    guard case .object(let members) = example else {
      return add(
        "/hc:example", zh: "hc:example 须为一条记录的内容，写成对象。",
        en: "hc:example must be an entry's content, an object.")
    }
    for name in members.names where !fields.contains(name) {
      add(
        "/hc:example/" + JSONPointer.escape(name), zh: "没有字段“\(name)”。",
        en: "There is no field “\(name)”.")
    }
  }
}
