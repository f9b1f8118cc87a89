import CensusJSON

/// The form as a whole: what stands at the top of the file.
extension FormLint {
  /// The members of `hc:form`.
  private static let heading: Set<String> = [
    "code", "version", "kind", "hazard", "title", "status", "source",
  ]
  private static let dialect = "https://json-schema.org/draft/2020-12/schema"

  mutating func checkDocument() {
    if root["$schema"]?.string != FormLint.dialect {
      add(
        "/$schema", zh: "$schema 须为 \(FormLint.dialect)。",
        en: "$schema must be \(FormLint.dialect).")
    }
    for name in ["title", "description"] where !isFilled(root[name]) {
      add("/" + name, zh: "须有不为空的 \(name)。", en: "A \(name) that is not empty is needed.")
    }
    if root["type"]?.string != "object" {
      add("/type", zh: "表的 type 须为 object。", en: "The type of a form must be object.")
    }
    if root["additionalProperties"]?.boolean != false {
      add(
        "/additionalProperties", zh: "表须写明 additionalProperties: false，否则写错的字段名会被接受。",
        en: "A form needs additionalProperties: false, or misspelt fields would be accepted.")
    }
    if root["required"] == nil {
      add(
        "/required", zh: "须有 required，列出必填字段。",
        en: "The list required is missing, which names the fields that must be given.")
    }
    checkHeading()
    checkIdentifier()
    checkNeededFields()
  }

  private mutating func checkHeading() {
    guard case .object(let heading)? = root["hc:form"] else { return }
    refuseOthers(in: heading, than: FormLint.heading, at: "/hc:form")
    requireText(heading["title"], at: "/hc:form/title")
    if !isFilled(heading["source"]) {
      add(
        "/hc:form/source", zh: "须写明字段的来源（source）。",
        en: "The source of the fields must be said in words.")
    }
  }

  /// Asks for the `$id` that code and version give, where these two are right.
  private mutating func checkIdentifier() {
    guard case .object(let heading)? = root["hc:form"], let code = heading["code"]?.string,
      let version = heading["version"]?.int64, !hasTold("/hc:form/code"),
      !hasTold("/hc:form/version")
    else { return }
    let expected = "urn:hazardcensus:form:\(code):\(version)"
    guard root["$id"]?.string != expected else { return }
    add("/$id", zh: "$id 须为 \(expected)。", en: "$id must be \(expected).")
  }

  /// The program finds an entry's object and township by these two.
  private mutating func checkNeededFields() {
    guard case .object(let properties)? = root["properties"] else { return }
    for name in ["objectCode", "townCode"]
    where properties[name]?[member: "type"]?.string != "string" {
      add(
        "/properties/" + name, zh: "每张表须有文本字段 \(name)，本软件要用它。",
        en: "Each form needs the text field \(name), which the program uses.")
    }
  }

  mutating func checkGroups() {
    guard case .array(let groups)? = root["hc:groups"], !groups.isEmpty else {
      return add(
        "/hc:groups", zh: "hc:groups 须为分组的列表，至少一组。",
        en: "hc:groups must be a list of groups, at least one.")
    }
    var keys = Set<String>()
    for (index, group) in groups.enumerated() {
      guard case .object(let members) = group else { continue }
      let place = "/hc:groups/\(index)"
      refuseOthers(in: members, than: ["key", "zh", "en"], at: place)
      if !isKey(members["key"]) || !keys.insert(members["key"]?.string ?? "").inserted {
        add(
          place + "/key", zh: "分组的 key 须以小写字母开头，由字母和数字组成，且不重复。",
          en: "A group's key is of letters and digits, a small letter first, and not used twice.")
      }
    }
  }
}
