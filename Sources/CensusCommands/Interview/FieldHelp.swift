import CensusDomain
import CensusForms

/// Everything that a form says of a field, for who asks with `?`.
enum FieldHelp {
  /// Its hint, kind, unit, limits, condition, whether it is unverified, and the rules that name it.
  ///
  /// - Parameters:
  ///   - field: a field of the form, or a member of one.
  ///   - holder: the list or object that it is a member of; nil for a field of the form.
  ///   - form: the form.
  static func lines(on field: Field, in holder: Field?, of form: Form) -> [LocalizedText] {
    var lines: [LocalizedText] = []
    if let hint = field.hint { lines.append(hint) }
    let kind = name(of: field.kind)
    let unit = field.unit.map { LocalizedText(zh: "，单位 \($0)", en: ", in \($0)") }
    lines.append(
      LocalizedText(zh: "类型：\(kind.zh)\(unit?.zh ?? "")", en: "kind: \(kind.en)\(unit?.en ?? "")"))
    let limits = LimitRow(holder.map { form.limits(of: field, in: $0) } ?? form.limits(of: field))
    if !limits.text(.zh).isEmpty {
      lines.append(
        LocalizedText(zh: "允许：\(limits.text(.zh))", en: "allowed: \(limits.text(.en))"))
    }
    lines.append(
      field.isRequired
        ? LocalizedText(zh: "必填。", en: "Must be filled in.")
        : LocalizedText(zh: "可不填。", en: "May be left empty."))
    if let relevance = field.relevance {
      lines.append(
        LocalizedText(
          zh: "仅在此条件下填写：\(relevance.source)", en: "applies only where: \(relevance.source)"))
    }
    if field.isUnverified {
      lines.append(
        LocalizedText(
          zh: "此项的范围或选项未经官方文件核实。",
          en: "Its range or list is not confirmed by an official document."))
    }
    let top = holder ?? field
    lines += form.rules.filter { rule in
      rule.places.contains { form.field(at: $0)?.name == top.name }
    }
    .map { words(on: $0, of: form) }
    return lines
  }

  private static func words(on rule: Rule, of form: Form) -> LocalizedText {
    let level = Findings.name(of: rule.level)
    let mark = rule.isUnverified ? "?" : ""
    return LocalizedText(
      zh: "\(level.zh) [\(rule.name)\(mark)] \(fill(rule.message.zh, of: form, .zh))",
      en: "\(level.en) [\(rule.name)\(mark)] \(fill(rule.message.en, of: form, .en))")
  }

  /// A rule's message with the fields' labels and the settings' numbers where values would stand.
  private static func fill(_ message: String, of form: Form, _ language: Language) -> String {
    message.replacing(/\{(\$?)([A-Za-z_][A-Za-z0-9_]*)[A-Za-z0-9_.]*\}/) { match in
      let name = String(match.output.2)
      if !match.output.1.isEmpty {
        return form.settings.first { $0.name == name }?.value ?? String(match.output.0)
      }
      return form.field(name).map { "〔\($0.label[language])〕" } ?? String(match.output.0)
    }
  }

  private static func name(of kind: Field.Kind) -> LocalizedText {
    switch kind {
    case .text: LocalizedText(zh: "文字", en: "text")
    case .integer: LocalizedText(zh: "整数", en: "whole number")
    case .number: LocalizedText(zh: "数", en: "number")
    case .boolean: LocalizedText(zh: "是或否", en: "yes or no")
    case .date: LocalizedText(zh: "日期", en: "date")
    case .dateTime: LocalizedText(zh: "日期和时间", en: "date and time")
    case .choice: LocalizedText(zh: "单选", en: "one choice")
    case .multiChoice: LocalizedText(zh: "多选", en: "one or several choices")
    case .geometry: LocalizedText(zh: "图形（GeoJSON）", en: "geometry (GeoJSON)")
    case .list: LocalizedText(zh: "多行", en: "rows")
    case .object: LocalizedText(zh: "一组", en: "a group of answers")
    }
  }
}
