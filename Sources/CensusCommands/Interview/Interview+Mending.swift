import CensusDomain
import CensusForms
import CensusJSON
import CensusStore

extension Interview {
  /// Asks again for what stands in the way of finalising, until nothing does or the surveyor leaves.
  mutating func mend() throws -> End {
    while true {
      // Notes stand in nobody's way and are told when the entry is final.
      let obstacles = try desk.store.obstacles(to: entry, form: form, reasons: reasons)
      guard !obstacles.isEmpty else { return .complete }
      screen.say(LocalizedText(zh: "定稿前还须处理：", en: "Before it can be finalised:"))
      tell(obstacles)
      let errors = obstacles.filter { $0.level == .error }
      let fields = form.fields(of: errors)
      // Errors that no field can mend are left to finalising, which says them again.
      guard errors.isEmpty || !fields.isEmpty else { return .complete }
      let isDone = errors.isEmpty ? try askReasons(for: obstacles) : try askAgain(fields)
      guard isDone else { return .left }
    }
  }

  /// Asks for `fields` again; false where the surveyor leaves.
  private mutating func askAgain(_ fields: [Field]) throws -> Bool {
    let path = try walk(fields, in: .entry, from: .beginning, onlyWhatApplies: false)
    guard case .complete = path else { return false }
    return true
  }

  /// Asks why each warning is accepted; false where the surveyor leaves.
  ///
  /// Without a reason its fields are asked for again.
  private mutating func askReasons(for warnings: [Finding]) throws -> Bool {
    for rule in Set(warnings.map(\.rule)).sorted() {
      screen.say(
        LocalizedText(
          zh: "如确属实，请说明 [\(rule)] 的理由；回车则重填有关各项，输入 . 存为草稿并离开。",
          en: """
            If it is so, give the reason for [\(rule)]; Enter asks for its fields again, . saves the \
            draft and leaves.
            """), hanging: 0)
      reading: while true {
        guard let line = screen.read() else { return false }
        switch AnswerCommand(line) {
        case .leave: return false
        case .keep:
          let fields = form.fields(of: warnings.filter { $0.rule == rule })
          guard try askAgain(fields) else { return false }
          break reading
        case .answer(let reason):
          reasons[rule] = reason
          break reading
        case .clear, .back, .help, .faults, .jump:
          screen.say(LocalizedText(zh: "  “\(line)”不是理由。", en: "  “\(line)” is no reason."))
        }
      }
    }
    return true
  }
}
