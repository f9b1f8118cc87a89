import CensusDomain
import CensusStore

/// What is said of a merge.
enum ConflictTalk {
  /// That a conflict was merged without a person, and what was taken from where.
  static func merged(_ resolution: Resolution) -> LocalizedText {
    let mine = places(resolution.fields.fromMine)
    let theirs = places(resolution.fields.fromTheirs)
    return LocalizedText(
      zh: """
        已自动合并 \(resolution.objectCode) \(resolution.form)（\(resolution.entry)）：\
        取 \(resolution.mine)：\(mine.zh)；取 \(resolution.theirs)：\(theirs.zh)
        """,
      en: """
        merged by itself \(resolution.objectCode) \(resolution.form) (\(resolution.entry)): \
        \(mine.en) from \(resolution.mine); \(theirs.en) from \(resolution.theirs)
        """)
  }

  /// Places of fields on one line.
  static func places(_ pointers: [String]) -> LocalizedText {
    guard !pointers.isEmpty else { return LocalizedText(zh: "无", en: "nothing") }
    return LocalizedText(
      zh: pointers.joined(separator: "、"), en: pointers.joined(separator: ", "))
  }
}
