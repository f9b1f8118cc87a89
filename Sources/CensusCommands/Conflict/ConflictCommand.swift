import ArgumentParser

/// `hazcensus conflict`: two people changed one entry.
struct ConflictCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflict",
    abstract: "Decide where two people changed one entry. 处理同一记录的冲突。",
    discussion: """
      The first change to reach the central stands; the other one is kept beside it. Fields that only one
      side changed are merged by themselves during a sync; only fields that both changed wait for a person.
      先到中心的修订有效，另一份同样保留。只有一方改过的字段同步时自动合并；双方都改过的由人决定。
      """,
    subcommands: [ConflictList.self, ConflictShow.self, ConflictResolve.self])
}
