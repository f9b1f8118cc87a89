import CensusDomain

/// What is wrong with a part of a workbook, as a clause without full stop.
///
/// The pure readers know neither the file nor the sheet; ``WorkbookReader`` puts both around it.
struct WorkbookFault: Error {
  let zh: String
  let en: String

  init(_ zh: String, _ en: String) {
    self.zh = zh
    self.en = en
  }

  /// The error that a person reads.
  ///
  /// - Parameter place: the sheet or part, and the row where one is known.
  func error(in path: String, at place: LocalizedText) -> CensusError {
    CensusError(
      .invalidData, zh: "工作簿 \(path) 的\(place.zh)无法读取：\(zh)。",
      en: "The workbook \(path) cannot be read at \(place.en): \(en).",
      remedy: LocalizedText(
        zh: "用 Excel 或 WPS 打开它，另存为新的 .xlsx 文件再试；打不开就请提供者重新发送。",
        en: """
          Open it in Excel or WPS and save it as a new .xlsx file, then try again; if it does not \
          open, ask for it to be sent again.
          """))
  }
}
