import CensusDomain

/// What the figures of a row show to be wrong (存在问题).
public enum ProgressProblem: Sendable, Hashable {
  /// No object is to be surveyed, or no inventory is frozen, so that there is no rate.
  case noDenominator
  /// The count of objects to be surveyed grew, or shrank, by so many.
  case denominatorChanged(Int)
  /// So many objects changed without a reason on record.
  case unexplained(Int)
  /// So many objects fewer are done than the line expects by now.
  case behind(Int)
  /// So many entries were returned.
  case returned(Int)
  /// So many entries came after the period in which they were made final.
  case late(Int)
  /// No device of those who survey there has synchronised for so many days.
  case silent(days: Int)

  /// The problem as a short sentence.
  public var sentence: LocalizedText {
    switch self {
    case .noDenominator: LocalizedText(zh: "底数未确认", en: "denominator not confirmed")
    case .denominatorChanged(let change):
      change > 0
        ? LocalizedText(zh: "底数增加 \(change)", en: "denominator up by \(change)")
        : LocalizedText(zh: "底数减少 \(-change)", en: "denominator down by \(-change)")
    case .unexplained(let count):
      LocalizedText(zh: "\(count) 个对象的变动没有来由", en: "\(count) changed without a reason")
    case .behind(let count):
      LocalizedText(zh: "落后应有进度 \(count) 个", en: "\(count) behind the expected line")
    case .returned(let count): LocalizedText(zh: "退回 \(count) 条", en: "\(count) returned")
    case .late(let count):
      LocalizedText(zh: "\(count) 条为此前填写、本期才收到", en: "\(count) came late")
    case .silent(let days):
      LocalizedText(zh: "已 \(days) 天无设备同步", en: "no sync for \(days) days")
    }
  }
}

extension [ProgressProblem] {
  /// The problems as one line.
  var line: LocalizedText {
    LocalizedText(
      zh: map(\.sentence.zh).joined(separator: "；"), en: map(\.sentence.en).joined(separator: "; "))
  }
}
