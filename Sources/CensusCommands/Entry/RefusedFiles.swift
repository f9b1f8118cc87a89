import CensusDomain

/// The files of one call that were not taken, each told with its reason.
struct RefusedFiles {
  private var last: CensusError?
  private var count = 0

  /// Whether every file was taken.
  var isEmpty: Bool { count == 0 }

  /// Whether an error is about the file that was given, so that the next one may still be taken.
  static func isRefusal(_ error: CensusError) -> Bool {
    let codes: [CensusError.Code] = [.notFound, .invalidData, .tooLarge, .permission]
    return codes.contains(error.code)
  }

  mutating func add(_ error: CensusError, _ language: Language) {
    count += 1
    last = error
    Screen(language).say(
      LocalizedText(
        zh: "未收下：\(error.message.zh)\(error.remedy?.zh ?? "")",
        en: "not taken: \(error.message.en) \(error.remedy?.en ?? "")"))
  }

  /// Ends a call in which files were refused.
  ///
  /// - Throws: ``CensusError`` with the code of the last refusal.
  func end(_ entry: UniqueID) throws(CensusError) {
    guard let last else { return }
    throw CensusError(
      last.code, zh: "有 \(count) 个文件未收下，原因见上；其余均已保存，记录 \(entry) 没有定稿。",
      en: """
        \(count) file(s) were not taken, for the reasons above; all else is saved, and the entry \
        \(entry) was not finalised.
        """,
      remedy: LocalizedText(
        zh: "改正后补上：hazcensus entry attach \(entry) 文件。",
        en: "Mend them and add them: hazcensus entry attach \(entry) FILE."))
  }
}
