/// What the settings of a central are called in its storage.
enum SettingKey: String {
  case district, districtName, budgetFen, targetPercent, publicityLimitPercent
  case surveyStart, deadline, paymentPlan, notApplicable, publicityRules
  case qualityMethod, qualityLimitPercent

  /// Every setting that this program knows; a newer program's are left alone.
  static func all(_ records: any CentralTransaction) throws -> [SettingKey: String] {
    var settings: [SettingKey: String] = [:]
    for (key, value) in try records.settings.all() {
      guard let key = SettingKey(rawValue: key) else { continue }
      settings[key] = value
    }
    return settings
  }

  func set(_ value: String, in records: any CentralTransaction) throws {
    try records.settings.set(rawValue, to: value)
  }
}
