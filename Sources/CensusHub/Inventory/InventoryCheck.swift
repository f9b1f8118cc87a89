import CensusAPI
import CensusDomain
import CensusForms

/// Finds everything that is wrong with an inventory before it is frozen.
struct InventoryCheck {
  let district: RegionCode
  let forms: FormCatalogue
  /// The codes of the district's townships; empty where they were not given to the central.
  let towns: Set<String>

  /// At most so many faults are spelled out; a longer list helps nobody.
  private static let shown = 50

  /// Refuses `objects` with a list of the bad ones.
  func require(_ objects: [InventoryObject]) throws(CensusError) {
    var faults: [LocalizedText] = []
    var seen = Set<InventoryKey>()
    var required = Set<[String]>()
    for (index, object) in objects.enumerated() {
      var found = faultsWithin(object)
      if !seen.insert(object.key).inserted {
        found.append(
          LocalizedText(zh: "对象编码与灾种重复", en: "the code and hazard appear twice"))
      }
      for form in object.forms where !required.insert([object.objectCode, form]).inserted {
        found.append(
          LocalizedText(zh: "调查表 \(form) 重复要求", en: "the form \(form) is asked for twice"))
      }
      for fault in found {
        faults.append(
          LocalizedText(
            zh: "第 \(index + 1) 个对象（\(object.objectCode)）：\(fault.zh)",
            en: "object \(index + 1) (\(object.objectCode)): \(fault.en)"))
      }
    }
    guard faults.isEmpty else { throw InventoryCheck.refusal(faults) }
  }

  private func faultsWithin(_ object: InventoryObject) -> [LocalizedText] {
    var faults: [LocalizedText] = []
    func add(_ isWrong: Bool, zh: String, en: String) {
      if isWrong { faults.append(LocalizedText(zh: zh, en: en)) }
    }
    add(
      !(1...24).contains(object.objectCode.unicodeScalars.count),
      zh: "对象编码应为 1 至 24 个字符", en: "a code has 1 to 24 characters")
    let town = RegionCode(object.townCode)
    add(
      object.townCode.utf8.count != 9 || !(town.map(district.contains) ?? false),
      zh: "乡镇代码 \(object.townCode) 不在本区 \(district) 之内",
      en: "the town \(object.townCode) is not within the district \(district)")
    add(
      !towns.isEmpty && town.map(district.contains) == true && !towns.contains(object.townCode),
      zh: "乡镇代码 \(object.townCode) 不在本区乡镇代码表中",
      en: "the town \(object.townCode) is not in the district's table of townships")
    for form in object.forms {
      let subject = forms.subject(of: form)
      add(subject == nil, zh: "没有调查表 \(form)", en: "there is no form \(form)")
      if let subject, subject != .hazard(object.hazard) {
        add(
          true, zh: "调查表 \(form) 属于\(subject.name.zh)，不属于\(object.hazard.name.zh)",
          en: "the form \(form) surveys \(subject.rawValue), not \(object.hazard.rawValue)")
      }
    }
    add(
      object.shouldSurvey && object.forms.isEmpty, zh: "应查对象没有列出调查表",
      en: "an object to be surveyed names no form")
    add(
      !object.shouldSurvey && (object.excludeReason ?? "").isEmpty, zh: "不应查的对象没有写明原因",
      en: "an object that is not to be surveyed gives no reason")
    add(
      !(object.longitude.map { (-180...180).contains($0) } ?? true)
        || !(object.latitude.map { (-90...90).contains($0) } ?? true),
      zh: "经纬度超出范围", en: "the position is not on the globe")
    return faults
  }

  private static func refusal(_ faults: [LocalizedText]) -> CensusError {
    let more = faults.count - min(faults.count, shown)
    let zh = faults.prefix(shown).map(\.zh).joined(separator: "\n")
    let en = faults.prefix(shown).map(\.en).joined(separator: "\n")
    return CensusError(
      .invalidData,
      zh: "清查底册有 \(faults.count) 处错误，未作任何改动：\n\(zh)" + (more > 0 ? "\n……另有 \(more) 处" : ""),
      en: "The inventory has \(faults.count) faults; nothing was changed:\n\(en)"
        + (more > 0 ? "\n… and \(more) more" : ""),
      remedy: LocalizedText(zh: "请改正后整册重新导入。", en: "Correct them and import the whole again."))
  }
}
