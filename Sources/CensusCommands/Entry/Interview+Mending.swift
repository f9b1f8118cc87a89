import CensusDomain
import CensusForms
import CensusStore
import Foundation

extension Interview {
  /// Asks again for what stands in the way of finalising, until nothing does or the surveyor leaves.
  mutating func mend() throws -> End {
    while true {
      let obstacles = try desk.store.obstacles(to: entry, form: form, reasons: reasons)
      guard !obstacles.isEmpty else { return .complete }
      Console.say(
        LocalizedText(zh: "定稿前还须处理：", en: "Before it can be finalised:"), desk.language)
      Findings.tell(obstacles, desk.language)
      let errors = obstacles.filter { $0.level == .error }
      let fields = form.fields(of: errors)
      // Errors that no field can mend are left to finalising, which says them again.
      guard errors.isEmpty || !fields.isEmpty else { return .complete }
      let end =
        errors.isEmpty
        ? try askReasons(for: obstacles) : try ask(fields, onlyWhatApplies: false)
      guard end == .complete else { return .left }
    }
  }

  /// Asks why each warning is accepted; without a reason its fields are asked for again.
  private mutating func askReasons(for warnings: [Finding]) throws -> End {
    for rule in Set(warnings.map(\.rule)).sorted() {
      Console.say(
        LocalizedText(
          zh: "如确属实，请说明 [\(rule)] 的理由；回车则重填有关各项，输入 . 存为草稿并离开。",
          en: """
            If it is so, give the reason for [\(rule)]; Enter asks for its fields again, . saves the \
            draft and leaves.
            """),
        desk.language)
      guard let line = readLine(strippingNewline: true) else { return .left }
      switch line.trimmingCharacters(in: .whitespaces) {
      case ".": return .left
      case "":
        let fields = form.fields(of: warnings.filter { $0.rule == rule })
        guard try ask(fields, onlyWhatApplies: false) == .complete else { return .left }
      case let reason: reasons[rule] = reason
      }
    }
    return .complete
  }
}
