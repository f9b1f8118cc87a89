import CensusAPI
import CensusDomain

/// Judges activities before they are saved.
struct ActivityCheck {
  let today: CivilDate
  let district: RegionCode

  /// Refuses `activities` with a list of the bad ones.
  func require(_ activities: [Activity]) throws(CensusError) {
    let faults = activities.enumerated().compactMap { index, activity in
      fault(activity).map { fault in
        LocalizedText(
          zh: "第 \(index + 1) 行：\(fault.zh)", en: "row \(index + 1): \(fault.en)")
      }
    }
    guard faults.isEmpty else {
      throw CensusError(
        .invalidData, zh: "活动记录有误，未保存：\n" + faults.map(\.zh).joined(separator: "\n"),
        en: "Activities are wrong; none was saved:\n" + faults.map(\.en).joined(separator: "\n"),
        remedy: LocalizedText(zh: "请改正后整批重试。", en: "Correct them and try again with all."))
    }
  }

  private func fault(_ activity: Activity) -> LocalizedText? {
    if activity.title.isEmpty {
      return LocalizedText(zh: "没有标题。", en: "the title is missing.")
    }
    if activity.date > today {
      return LocalizedText(
        zh: "日期 \(activity.date) 在今天之后。", en: "the day, \(activity.date), is after today.")
    }
    if min(activity.count, activity.satisfied, activity.valid) < 0 {
      return LocalizedText(zh: "人数不能为负。", en: "a number of people cannot be negative.")
    }
    if activity.satisfied > activity.valid {
      return LocalizedText(
        zh: "满意数 \(activity.satisfied) 多于有效数 \(activity.valid)。",
        en: "\(activity.satisfied) satisfied of \(activity.valid) valid answers.")
    }
    if activity.kind == .satisfaction, activity.valid == 0 {
      return LocalizedText(
        zh: "满意度调查没有有效答卷。", en: "a satisfaction survey without valid answers.")
    }
    let isInDistrict = RegionCode(activity.townCode).map(district.contains) ?? false
    if !activity.townCode.isEmpty, !isInDistrict {
      return LocalizedText(
        zh: "乡镇代码 \(activity.townCode) 不在本区 \(district) 之内。",
        en: "the town \(activity.townCode) is not within the district \(district).")
    }
    return nil
  }
}
