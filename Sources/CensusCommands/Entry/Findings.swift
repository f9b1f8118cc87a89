import CensusDomain
import CensusForms

/// Says findings, each on a line of its own.
enum Findings {
  /// Tells findings with their places as JSON Pointers, or in words where they lie within a row or an
  /// object of `form`.
  static func tell(_ findings: [Finding], of form: Form? = nil, on screen: Screen) {
    for finding in findings {
      let level = name(of: finding.level)
      let place = form.flatMap { words(for: finding.pointer, of: $0) }
      let zh = place?.zh ?? finding.pointer
      let en = place?.en ?? finding.pointer
      screen.say(
        LocalizedText(
          zh: "  \(level.zh) \(zh) [\(finding.rule)] \(finding.message.zh)",
          en: "  \(level.en) \(en) [\(finding.rule)] \(finding.message.en)"))
    }
  }

  /// How much a finding weighs, as people read it.
  static func name(of level: Finding.Level) -> LocalizedText {
    switch level {
    case .error: LocalizedText(zh: "错误", en: "error")
    case .warning: LocalizedText(zh: "提醒", en: "warning")
    case .note: LocalizedText(zh: "提示", en: "note")
    }
  }

  /// The row, counted from 1, and the member that a JSON Pointer leads to; nil where it leads to a field
  /// as a whole, or deeper than a member.
  static func words(for pointer: String, of form: Form) -> LocalizedText? {
    guard let field = form.field(at: pointer) else { return nil }
    var steps = pointer.split(separator: "/").dropFirst()
    var zh: [String] = []
    var en: [String] = []
    if field.kind == .list {
      guard let step = steps.popFirst(), let row = Int(step) else { return nil }
      zh.append("第\(row + 1)行")
      en.append("row \(row + 1)")
    }
    if let step = steps.popFirst() {
      guard let member = field.members.first(where: { $0.name == step }) else { return nil }
      zh.append(member.label.zh)
      en.append(member.label.en)
    }
    guard steps.isEmpty, !zh.isEmpty else { return nil }
    return LocalizedText(zh: zh.joined(separator: " "), en: en.joined(separator: ", "))
  }
}
