import ArgumentParser
import CensusDomain
import CensusForms
import CensusJSON
import CensusStore

/// The ways to give an entry's values: a JSON file, then single fields.
struct ContentOptions: ParsableArguments {
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "A field's value; an empty value removes it. May be repeated. position= sets lon and lat, written in any way. 字段的值。",
      valueName: "field=value"))
  var assignments: [String] = []

  @Option(
    help: ArgumentHelp("File with the content as a JSON object. JSON 文件。", valueName: "file"))
  var json: String?

  @Option(
    help: ArgumentHelp(
      "A photo's file; it is copied into the store. May be repeated. 照片文件。", valueName: "file"))
  var photo: [String] = []

  /// Whether no value was given, so that a person must be asked.
  var isEmpty: Bool { assignments.isEmpty && json == nil && photo.isEmpty }

  /// Applies the values to `object`.
  ///
  /// - Throws: ``CensusError`` naming the word or file that cannot be used.
  func apply(
    to object: inout JSONObject, form: Form, _ language: Language
  ) throws(CensusError) {
    if let json {
      for member in try ContentOptions.read(json) { object[member.name] = member.value }
    }
    for assignment in assignments {
      let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else {
        throw CensusError(
          .usage, zh: "--set 的写法是 字段=值：“\(assignment)”。",
          en: "--set is written field=value: “\(assignment)”.")
      }
      let name = String(parts[0])
      guard let field = form.fields.first(where: { $0.name == name || $0.label.zh == name }) else {
        if name == PositionTalk.name {
          try PositionTalk.setPosition(&object, of: form, to: String(parts[1]), language)
          continue
        }
        throw CensusError(
          .usage, zh: "\(form.code) 没有字段“\(name)”。", en: "\(form.code) has no field “\(name)”.",
          remedy: LocalizedText(
            zh: "用 hazcensus forms show \(form.code) 查看字段。",
            en: "See the fields with hazcensus forms show \(form.code)."))
      }
      PositionTalk.set(&object, field, of: form, to: String(parts[1]), language)
    }
  }

  private static func read(_ path: String) throws(CensusError) -> JSONObject {
    let bytes = try InputFile.read(path)
    let value: JSONValue
    do {
      value = try JSONValue.parse(bytes)
    } catch {
      throw CensusError(
        .invalidData, zh: "\(path)：\(error.message.zh)", en: "\(path): \(error.message.en)")
    }
    guard case .object(let object) = value else {
      throw CensusError(
        .invalidData, zh: "\(path) 的内容应为 JSON 对象。", en: "\(path) must hold a JSON object.")
    }
    // A line of an NDJSON export names its form beside the content.
    if let content = object["content"], case .object(let inner) = content, object["form"] != nil {
      return inner
    }
    return object
  }
}

/// Reasons for accepting warnings.
struct ReasonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Why a warning is accepted; * for all. May be repeated. 接受提醒的理由。",
      valueName: "rule=text"))
  var reason: [String] = []

  /// The reasons by rule.
  ///
  /// - Throws: ``CensusError`` with code `usage`.
  func byRule() throws(CensusError) -> [String: String] {
    var reasons: [String: String] = [:]
    for word in reason {
      let parts = word.split(separator: "=", maxSplits: 1)
      guard parts.count == 2 else {
        throw CensusError(
          .usage, zh: "--reason 的写法是 规则=理由：“\(word)”。",
          en: "--reason is written rule=text: “\(word)”.")
      }
      reasons[String(parts[0])] = String(parts[1])
    }
    return reasons
  }
}
