import CensusAPI
import CensusDomain

extension Hub {
  /// Tells what counts as publicity, after a new list where one is given.
  ///
  /// Lines that are in the ledger keep their tags: what was decided then was decided with a reason.
  func costRules(_ change: CostRulesChange, by caller: Caller) throws(CensusError) -> CostRules {
    try caller.require(.coordinate)
    try caller.require(reaching: district)
    guard let rules = change.rules else { return try fetch { try CostRules($0) } }
    let words = rules.map(\.word)
    let isBlank = rules.contains { rule in
      [rule.word, rule.reason].contains { $0.allSatisfy(\.isWhitespace) }
    }
    guard !isBlank, Set(words).count == words.count, words.count <= 1000 else {
      throw CensusError(
        .invalidData, zh: "清单中有空白或重复的用途，或没有理由；没有保存。",
        en:
          "The list has a word that is blank or there twice, or lacks a reason; it was not saved.",
        remedy: LocalizedText(zh: "请逐行写明用途、是否计入和理由。", en: "Give each word once, with a reason."))
    }
    let json = String(decoding: try OperationCoding.encode(rules), as: UTF8.self)
    return try commit { records in
      try SettingKey.publicityRules.set(json, in: records)
      try log(records, by: caller, "costRules.changed", String(rules.count), json)
      return try CostRules(records)
    }
  }
}
