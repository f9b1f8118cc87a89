import CensusDomain
import CensusJSON

/// Reads the annotations of our vocabulary from a form's document.
struct AnnotationReader {
  let document: JSONValue
  let slots: [String: Int]
  var collector: DiagnosticCollector
  /// The form's settings, once they are read.
  var settings: [FormSetting] = []
  private lazy var names = ExpressionNames(
    document: document, slots: slots,
    settings: Dictionary(
      settings.compactMap { setting in
        Expression.ExactNumberLiteral(setting.value).map { (setting.name, $0) }
      }
    ) { first, _ in first })

  init(document: JSONValue, slots: [String: Int], collector: DiagnosticCollector) {
    self.document = document
    self.slots = slots
    self.collector = collector
  }

  struct Heading {
    let code: String
    let version: Int
    let subject: FormSubject
    let title: LocalizedText
    let status: String
    let source: String
  }

  var root: JSONObject? { if case .object(let object) = document { object } else { nil } }

  mutating func heading() -> Heading? {
    guard case .object(let heading)? = root?["hc:form"] else {
      collector.add(
        "/hc:form", zh: "缺少 hc:form（表的代码、版本、灾种、名称）。",
        en: "hc:form is missing (the form's code, version, hazard and title).")
      return nil
    }
    let code = heading["code"]?.string ?? ""
    if code.wholeMatch(of: /[A-Z][A-Z0-9]*(_[A-Z0-9]+)*/) == nil
      || !(2...40).contains(code.utf8.count)
    {
      collector.add(
        "/hc:form/code", zh: "表代码为 2 至 40 个大写字母和数字，可用单个下划线分隔。",
        en: "A form's code is 2 to 40 capital letters and digits, with single underscores between.")
    }
    let version = heading["version"].flatMap(\.int64).map(Int.init) ?? 0
    if version < 1 {
      collector.add(
        "/hc:form/version", zh: "版本须为不小于 1 的整数。", en: "A version is a whole number from 1.")
    }
    let status = heading["status"]?.string ?? ""
    if !["verified", "partly-verified", "unverified"].contains(status) {
      collector.add(
        "/hc:form/status", zh: "状态须为 verified、partly-verified 或 unverified。",
        en: "The status is verified, partly-verified or unverified.")
    }
    let title = text(heading["title"], at: "/hc:form/title")
    guard let subject = subject(of: heading) else { return nil }
    return Heading(
      code: code, version: version, subject: subject, title: title, status: status,
      source: heading["source"]?.string ?? "")
  }

  /// What the form records: a survey form names its hazard, others have none.
  private mutating func subject(of heading: JSONObject) -> FormSubject? {
    let kind = heading["kind"].map { $0.string ?? "" } ?? "survey"
    switch kind {
    case "inventory", "evidence":
      if heading["hazard"] != nil {
        collector.add(
          "/hc:form/hazard", zh: "只有调查表（kind 为 survey）才有灾种。",
          en: "Only a survey form (kind survey) has a hazard.")
      }
      return FormSubject(rawValue: kind)
    case "survey":
      guard let hazard = heading["hazard"]?.string.flatMap(Hazard.init) else {
        let known = Hazard.allCases.map(\.rawValue).joined(separator: ", ")
        collector.add(
          "/hc:form/hazard", zh: "灾种须为下列之一：\(known)。",
          en: "The hazard must be one of: \(known).")
        return nil
      }
      return .hazard(hazard)
    default:
      collector.add(
        "/hc:form/kind", zh: "kind 须为 survey、inventory 或 evidence。",
        en: "The kind is survey, inventory or evidence.")
      return nil
    }
  }

  mutating func groups() -> [FieldGroup] {
    guard case .array(let members)? = root?["hc:groups"] else { return [] }
    var groups: [FieldGroup] = []
    for (index, member) in members.enumerated() {
      let key = member[member: "key"]?.string ?? ""
      groups.append(FieldGroup(key: key, title: text(member, at: "/hc:groups/\(index)")))
    }
    return groups
  }

  mutating func fields(groups: [FieldGroup]) -> [Field] {
    guard case .object(let properties)? = root?["properties"] else {
      collector.add("/properties", zh: "表没有字段。", en: "The form has no fields.")
      return []
    }
    let required = requiredNames
    let keys = Set(groups.map(\.key))
    var fields: [Field] = []
    for (name, value) in properties {
      let place = "/properties/" + JSONPointer.escape(name)
      if let group = value[member: "hc:group"]?.string, !keys.isEmpty, !keys.contains(group) {
        collector.add(
          place + "/hc:group", zh: "分组“\(group)”未在 hc:groups 中声明。",
          en: "The group “\(group)” is not declared in hc:groups.")
      }
      fields.append(field(name, value, isRequired: required.contains(name), at: place))
    }
    return fields
  }

  private var requiredNames: Set<String> {
    Set(strings(root?["required"]))
  }

  private mutating func field(
    _ name: String, _ value: JSONValue, isRequired: Bool, at place: String,
    scope: ExpressionNames.Scope = .form
  ) -> Field {
    let relevance = value[member: "hc:relevance"]?.string.flatMap {
      expression($0, at: place + "/hc:relevance", scope: scope)
    }
    let hint = value[member: "hc:hint"].map { text($0, at: place + "/hc:hint") }
    return Field(
      name: name, label: text(value[member: "hc:label"], at: place + "/hc:label"),
      kind: kind(of: value),
      unit: value[member: "hc:unit"]?.string, group: value[member: "hc:group"]?.string, hint: hint,
      choices: choices(of: value, at: place), isRequired: isRequired, relevance: relevance,
      isUnverified: value[member: "hc:status"]?.string == "unverified",
      members: members(of: value, at: place),
      isCode: value[member: "pattern"]?.string.map { !BlankText.isPattern($0) } ?? false)
  }

  /// The fields of a list's rows or of an object.
  private mutating func members(of value: JSONValue, at place: String) -> [Field] {
    let holder = value[member: "items"] ?? value
    let inner = value[member: "items"] == nil ? place : place + "/items"
    guard kind(of: value) != .geometry, case .object(let properties)? = holder[member: "properties"]
    else { return [] }
    let required = Set(strings(holder[member: "required"]))
    let scope = ExpressionNames.Scope.row(fields: Set(properties.names), hasNext: false)
    return properties.compactMap { name, member in
      guard member.object != nil else { return nil }
      return field(
        name, member, isRequired: required.contains(name),
        at: inner + "/properties/" + JSONPointer.escape(name), scope: scope)
    }
  }

  private func kind(of value: JSONValue) -> Field.Kind {
    if value[member: "enum"] != nil { return .choice }
    switch value[member: "type"]?.string {
    case "integer": return .integer
    case "number": return .number
    case "boolean": return .boolean
    case "array": return value[member: "items"]?[member: "enum"] != nil ? .multiChoice : .list
    case "object":
      return value[member: "properties"]?[member: "coordinates"] != nil ? .geometry : .object
    case "string":
      switch value[member: "format"]?.string {
      case "date": return .date
      case "date-time": return .dateTime
      default: return .text
      }
    default:
      return value[member: "$ref"] != nil || value[member: "oneOf"] != nil ? .geometry : .text
    }
  }

  /// The kinds of geometry that the first geometry field's schema names.
  func geometryKinds() -> [String] {
    guard case .object(let properties)? = root?["properties"],
      let field = properties.first(where: { kind(of: $0.value) == .geometry })?.value
    else { return [] }
    let schema =
      field[member: "$ref"]?.string.flatMap { JSONPointer.target(of: $0, in: document) } ?? field
    let type = schema[member: "properties"]?[member: "type"]
    return type?[member: "const"]?.string.map { [$0] } ?? strings(type?[member: "enum"])
  }

  private mutating func choices(of value: JSONValue, at place: String) -> [Choice] {
    var holder = value
    var holderPlace = place
    if value[member: "hc:choices"] == nil, let items = value[member: "items"] {
      holder = items
      holderPlace += "/items"
    }
    guard case .array(let members)? = holder[member: "hc:choices"] else { return [] }
    var choices: [Choice] = []
    for (index, member) in members.enumerated() {
      let label = text(member, at: "\(holderPlace)/hc:choices/\(index)")
      choices.append(Choice(value: member[member: "value"]?.string ?? "", label: label))
    }
    return choices
  }

  mutating func rules() -> [Rule] {
    guard case .array(let members)? = root?["hc:rules"] else { return [] }
    var names = Set<String>()
    var rules: [Rule] = []
    for (index, member) in members.enumerated() {
      let place = "/hc:rules/\(index)"
      guard let (name, level) = ruleHead(member, at: place, others: &names) else { continue }
      let condition = member[member: "when"]?.string.flatMap { expression($0, at: place + "/when") }
      guard let check = expression(member[member: "check"]?.string ?? "", at: place + "/check")
      else {
        continue
      }
      rules.append(
        Rule(
          name: name, level: level, condition: condition, check: check,
          places: strings(member[member: "at"]),
          message: message(of: member, at: place),
          isUnverified: member[member: "status"]?.string == "unverified",
          counterexample: member[member: "counterexample"].map {
            Counterexample(patch: $0, breaksAlso: strings(member[member: "breaksAlso"]))
          }))
    }
    return rules
  }

  /// A rule's message, in which the settings' values stand already.
  mutating func message(of rule: JSONValue, at place: String) -> LocalizedText {
    let message = text(rule[member: "message"], at: place + "/message")
    return LocalizedText(zh: withSettings(message.zh), en: withSettings(message.en))
  }

  private func withSettings(_ text: String) -> String {
    settings.reduce(text) { $0.replacing("{$\($1.name)}", with: $1.value) }
  }

  /// What every rule begins with; `names` holds those that are taken.
  mutating func ruleHead(
    _ member: JSONValue, at place: String, others names: inout Set<String>
  ) -> (name: String, level: Finding.Level)? {
    let name = member[member: "name"]?.string ?? ""
    if name.isEmpty || !names.insert(name).inserted {
      collector.add(
        place + "/name", zh: "规则须有名称，且在本表内不重复。",
        en: "A rule needs a name that no other rule of the form has.")
    }
    guard let level = member[member: "level"]?.string.flatMap(Finding.Level.init) else {
      collector.add(
        place + "/level", zh: "级别须为 error、warning 或 note。",
        en: "The level is error, warning or note.")
      return nil
    }
    return (name, level)
  }

  /// The strings of a list; empty where there is none.
  func strings(_ value: JSONValue?) -> [String] {
    guard case .array(let members)? = value else { return [] }
    return members.compactMap(\.string)
  }

  private mutating func expression(
    _ source: String, at place: String, scope: ExpressionNames.Scope = .form
  ) -> Expression? {
    do {
      return try ExpressionParser.compile(source, names: names, scope: scope)
    } catch {
      collector.add(place, error.message)
      return nil
    }
  }

  mutating func text(_ value: JSONValue?, at place: String) -> LocalizedText {
    guard let zh = value?[member: "zh"]?.string, let en = value?[member: "en"]?.string, !zh.isEmpty,
      !en.isEmpty
    else {
      collector.add(
        place, zh: "须同时给出中文（zh）和英文（en）。", en: "Both Chinese (zh) and English (en) are needed.")
      return LocalizedText(verbatim: "")
    }
    return LocalizedText(zh: zh, en: en)
  }
}
