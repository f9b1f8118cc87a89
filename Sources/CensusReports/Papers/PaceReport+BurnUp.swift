import CensusDomain

extension PaceReport {
  /// Objects done week by week, the line, and where the pace leads, until the deadline or twelve weeks
  /// beyond it.
  var burnUp: PaperChart {
    let days = burnUpDays
    let sample = PaceSample(series, upTo: asOf, since: terms.line.start)
    let objects = total.rate.shouldSurvey
    func projected(_ side: KeyPath<(lower: Int, mean: Int, upper: Int), Int>) -> [Int64?] {
      days.map { day in
        guard let sample, day >= asOf else { return nil }
        let added = sample.added(within: day.dayNumber - asOf.dayNumber)[keyPath: side]
        return Int64(min(max(total.rate.done + added, 0), objects))
      }
    }
    let target = terms.line.target.shortPercent
    return PaperChart(
      id: "burn-up", title: LocalizedText(zh: "完成数、应有进度与预测", en: "Done, expected and projected"),
      shape: .lines, unit: .count, labels: days.map { LocalizedText(verbatim: $0.description) },
      series: [
        .init(
          name: Wording.done, role: .actual,
          values: days.map { $0 <= asOf ? Int64(done(on: $0)) : nil }),
        .init(
          name: Wording.expected, role: .plan,
          values: days.map { Int64(terms.line.expected(of: objects, on: $0)) }),
        .init(
          name: LocalizedText(zh: "按目前速度", en: "At this pace"), role: .projection,
          values: projected(\.mean)),
        .init(
          name: LocalizedText(zh: "80% 区间下限", en: "80 % band, lower"), role: .lowerBound,
          values: projected(\.lower)),
        .init(
          name: LocalizedText(zh: "80% 区间上限", en: "80 % band, upper"), role: .upperBound,
          values: projected(\.upper)),
      ],
      mark: .init(
        name: LocalizedText(
          zh: "目标 \(target)（\(total.goal) 个）", en: "Target \(target) (\(total.goal) objects)"),
        value: Int64(total.goal)))
  }

  /// The summary's own count on the last day, which a history that lags behind must not contradict.
  private func done(on day: CivilDate) -> Int {
    day == asOf ? total.rate.done : series.done(on: day)
  }

  /// A day a week, with the last day counted among them.
  private var burnUpDays: [CivilDate] {
    let weeksBefore = max(0, asOf.dayNumber - terms.line.start.dayNumber) / 7
    let deadline = terms.line.deadline.dayNumber
    var end = deadline
    if case .days(_, _, let latest) = total.outlook {
      end = max(end, min(latest?.dayNumber ?? .max, deadline + 84))
    }
    let weeksAfter = max(0, end - asOf.dayNumber + 6) / 7
    return (-weeksBefore...weeksAfter).map { CivilDate(dayNumber: asOf.dayNumber + 7 * $0) }
  }
}
