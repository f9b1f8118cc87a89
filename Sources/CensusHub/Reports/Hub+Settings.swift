import CensusAPI
import CensusDomain

extension Hub {
  /// Tells what the survey is measured against, after `change` where it gives anything.
  func settings(
    _ change: SettingsChange, by caller: Caller
  ) throws(CensusError) -> SettingsDocument {
    guard change != SettingsChange() else {
      try caller.require(.readReports)
      try caller.require(reaching: district)
      return try fetch { records in try SurveySettings(records).document }
    }
    try caller.require(.coordinate)
    try caller.require(reaching: district)
    return try commit { records in
      var settings = try SurveySettings(records)
      settings.apply(change)
      if let fault = settings.fault {
        throw CensusError(
          .invalidData, fault, remedy: LocalizedText(zh: "请改正设置。", en: "Correct the setting."))
      }
      try settings.save(records)
      let document = settings.document
      // Whole, so that a report of the past can be understood from the trail.
      let json = String(decoding: try OperationCoding.encode(document), as: UTF8.self)
      try log(records, by: caller, "settings.changed", district.digits, json)
      return document
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
