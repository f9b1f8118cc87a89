import CensusDomain
import CensusForms

extension Hub {
  /// Takes up the central that `storage` holds; nil where none was begun in it.
  ///
  /// - Throws: ``CensusError``, what the storage said.
  public static func resume(
    on storage: any CentralStorage, parts: HubParts
  ) throws(CensusError) -> Hub? {
    let (settings, forms) = try storage.read { records in
      (try SettingKey.all(records), try records.forms.list())
    }
    guard let district = settings[.district].flatMap({ RegionCode($0) }) else { return nil }
    var parts = parts
    parts.forms = try parts.forms.adding(documents: forms.map(\.json))
    return Hub(
      storage: storage, district: district,
      districtName: settings[.districtName] ?? district.digits, parts: parts)
  }

  /// Begins a central in `storage`.
  ///
  /// - Parameters:
  ///   - district: the survey's district, six digits, or the city of an upper central, four.
  ///   - towns: names of townships by code, shown in reports.
  ///   - notApplicable: hazards that do not occur in the district, with the reasons.
  /// - Throws: ``CensusError``: `conflict` where a central is there already.
  public static func begin(
    on storage: any CentralStorage, district: RegionCode, districtName: String,
    towns: [String: String] = [:], notApplicable: [Hazard: LocalizedText] = [:], parts: HubParts
  ) throws(CensusError) -> Hub {
    try require(district: district)
    let hub = Hub(
      storage: storage, district: district, districtName: districtName, parts: parts)
    try hub.commit { records in
      guard try SettingKey.all(records)[.district] == nil else {
        throw CensusError(
          .conflict, zh: "\(storage.place) 已经是一个普查中心。",
          en: "\(storage.place) is a central already.",
          remedy: LocalizedText(zh: "直接使用，或换一个文件夹。", en: "Use it, or choose another folder."))
      }
      try SettingKey.district.set(district.digits, in: records)
      try SettingKey.districtName.set(districtName, in: records)
      try Hub.name(towns, in: records)
      var settings = SurveySettings()
      settings.notApplicable = notApplicable
      try settings.save(records)
      try hub.log(
        records, by: .localAdministrator, "central.created", district.digits, districtName)
    }
    return hub
  }

  /// Refuses a code that is not a district's, before anything is made for it.
  ///
  /// - Throws: ``CensusError`` with code `usage`.
  public static func require(district: RegionCode) throws(CensusError) {
    guard district.digits.utf8.count == 6 || district.digits.utf8.count == 4 else {
      throw CensusError(
        .usage, zh: "区县代码应为 6 位数字（市级中心为 4 位），得到 \(district)。",
        en: "A district's code has 6 digits, a city's 4; got \(district).",
        remedy: LocalizedText(zh: "例如 130205。", en: "For example 130205."))
    }
  }

  static func name(_ towns: [String: String], in records: any CentralTransaction) throws {
    for (code, name) in towns.sorted(by: { $0.key < $1.key }) {
      try records.settings.name(town: code, name)
    }
  }
}
