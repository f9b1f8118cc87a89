import CensusDomain
import CensusJSON

extension AnnotationReader {
  /// Reads `hc:settings`; expressions that are read afterwards know them.
  mutating func readSettings() {
    guard let value = root?["hc:settings"] else { return }
    guard case .array(let members) = value else {
      return collector.add(
        "/hc:settings", zh: "hc:settings 须为列表。", en: "hc:settings must be a list.")
    }
    var names = Set<String>()
    for (index, member) in members.enumerated() {
      let place = "/hc:settings/\(index)"
      let name = member[member: "name"]?.string ?? ""
      if name.isEmpty || !names.insert(name).inserted {
        collector.add(
          place + "/name", zh: "设置须有名称，且不重复。",
          en: "A setting needs a name that no other has.")
      }
      let value = member[member: "value"]?.numberText ?? ""
      guard Expression.ExactNumberLiteral(value) != nil else {
        collector.add(
          place + "/value", zh: "设置的值须为数字，至多 18 位，不用指数。",
          en: "A setting's value is a number of at most 18 digits without an exponent.")
        continue
      }
      settings.append(
        FormSetting(
          name: name, value: value, label: text(member, at: place),
          unit: member[member: "unit"]?.string,
          isUnverified: member[member: "status"]?.string == "unverified"))
    }
  }
}

extension Expression.ExactNumberLiteral {
  /// Reads a plain decimal number, such as `-0.05`; nil for anything else.
  init?(_ text: String) {
    guard text.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil,
      let mantissa = Int(text.replacing(".", with: "")),
      text.utf8.count(where: { (0x30...0x39).contains($0) }) <= 18
    else { return nil }
    let places = text.split(separator: ".").dropFirst().first.map(\.utf8.count) ?? 0
    self.init(mantissa: mantissa, scale: places)
  }
}
