import CensusDomain

extension Hub {
  /// What the survey is measured against.
  public func settings() throws(CensusError) -> SurveySettings {
    try fetch { records in try SurveySettings(records) }
  }

  /// Changes what the survey is measured against.
  ///
  /// - Throws: ``CensusError``: `permission`, or `invalidData` for values that make no sense.
  public func change(
    _ settings: SurveySettings, by caller: Caller
  ) throws(CensusError) {
    try caller.require(.coordinate)
    try caller.require(reaching: district)
    if let fault = settings.fault {
      throw CensusError(
        .invalidData, fault, remedy: LocalizedText(zh: "请改正设置。", en: "Correct the setting."))
    }
    try commit { records in
      try settings.save(records)
      try log(
        records, by: caller, "settings.changed", district.digits,
        "budget=\(settings.budget.yuan) target=\(settings.targetPercent)% "
          + "publicity=\(settings.publicityLimitPercent)%")
    }
  }

  /// Adds or corrects the names of townships, which reports show.
  ///
  /// - Throws: ``CensusError`` with code `permission`, or what the store said.
  public func addTowns(
    _ names: [String: String], by caller: Caller
  ) throws(CensusError) {
    try caller.require(.coordinate)
    try caller.require(reaching: district)
    for code in names.keys where code.utf8.count != 9 || RegionCode(code) == nil {
      throw CensusError(
        .invalidData, zh: "乡镇代码应为 9 位数字，得到“\(code)”。",
        en: "A town's code has nine digits; got “\(code)”.",
        remedy: LocalizedText(zh: "请改正后重试。", en: "Correct it and try again."))
    }
    try commit { records in
      try Hub.name(names, in: records)
      try log(records, by: caller, "towns.named", String(names.count))
    }
  }
}
