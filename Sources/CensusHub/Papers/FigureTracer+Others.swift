import CensusAPI
import CensusDomain
import CensusReports

extension FigureTracer {
  /// The line is reckoned from dates and target, which are settings, and from no record.
  func line(_ day: CivilDate) -> Found {
    let span = maker.settings.span(around: day)
    return Found(
      explanation: LocalizedText(
        zh: """
          按 \(span.start) 至 \(span.deadline) 的直线、目标 \(maker.settings.targetPercent)% 和应查数推算，\
          不是由记录统计出来的。
          """,
        en: """
          It lies on the line from \(span.start) to \(maker.settings.targetPercent) % on \
          \(span.deadline), for the objects to survey; it counts no records.
          """))
  }

  /// What was done at the end of the days that a pace is taken from.
  func pace(
    _ hazard: Hazard?, _ town: String?, _ from: CivilDate, _ to: CivilDate
  ) throws -> Found {
    var found = Found(
      explanation: LocalizedText(
        zh: "\(from) 至 \(to) 各周末的完成数。", en: "What was done at the week ends from \(from) to \(to)."),
      columns: [LocalizedText(zh: "日期", en: "day"), LocalizedText(zh: "已完成", en: "done")])
    for number in stride(from: to.dayNumber, through: from.dayNumber, by: -7).reversed() {
      let day = CivilDate(dayNumber: number)
      let state = try DayState.past(records, at: moment(day))
      let done = state.cells.filter {
        $0.stage >= .countyPassed && maker.settings.notApplicable[$0.hazard] == nil
          && (hazard ?? $0.hazard) == $0.hazard && (town ?? $0.town) == $0.town
      }
      found.rows.append([day.description, String(done.reduce(0) { $0 + $1.count })])
    }
    return found
  }

  /// The problems that a count means.
  func problems(
    _ form: String?, _ level: ProblemLevel?, _ state: ProblemState.Name?, _ day: CivilDate
  ) throws -> Found {
    var found = Found(
      explanation: LocalizedText(
        zh: "截至 \(day) 发现的问题。", en: "Problems that were found up to \(day)."),
      columns: [
        Self.object, LocalizedText(zh: "调查表", en: "form"), LocalizedText(zh: "问题", en: "problem"),
        LocalizedText(zh: "发现人", en: "found by"), LocalizedText(zh: "发现日期", en: "found on"),
        LocalizedText(zh: "状态", en: "state"),
      ])
    for row in try maker.problemRows(upTo: moment(day)) {
      let standing = row.state(on: day)
      guard form ?? row.form == row.form, level ?? row.level == row.level,
        state ?? standing.name == standing.name
      else { continue }
      let words =
        switch row.finding {
        case .comment(let text): text
        case .rule(let text): text.zh
        }
      found.rows.append([
        row.object, row.form, words, row.foundBy, row.foundOn.description, standing.words.zh,
      ])
    }
    return found
  }

  /// The devices that are in use, with the day of their last sync.
  func syncs(_ device: String?, _ day: CivilDate) throws -> Found {
    var found = Found(
      explanation: LocalizedText(
        zh: "各终端最近一次同步。", en: "The last sync of each device."),
      columns: [
        LocalizedText(zh: "终端", en: "device"), LocalizedText(zh: "调查员", en: "surveyor"),
        LocalizedText(zh: "最近同步", en: "last sync"),
      ])
    for known in try maker.deviceSyncs(upTo: day) where device ?? known.device == known.device {
      found.rows.append([known.device, known.surveyor, known.lastSync?.description ?? "–"])
    }
    return found
  }

  /// The units of a quality sample, with what checks found.
  func sample(_ draw: Int, _ form: String?) throws -> Found {
    var found = Found(
      explanation: LocalizedText(
        zh: "第 \(draw) 次抽样的对象及核查结果。", en: "The units of draw \(draw) and what checks found."),
      columns: [
        LocalizedText(zh: "调查表", en: "form"), Self.town, Self.object, Self.name,
        LocalizedText(zh: "指标数", en: "indicators"), LocalizedText(zh: "错误数", en: "wrong"),
      ])
    let known = try records.quality.list().first { $0.number == draw }
    guard let known else { return found }
    for object in try maker.hub.qualityInput(records, known).objects
    where form ?? object.unit.form == object.unit.form {
      found.rows.append([
        object.unit.form, object.unit.town, object.unit.object, object.name,
        object.finding.map { String($0.indicators) } ?? "–",
        object.finding.map { String($0.faults.count) } ?? "–",
      ])
    }
    return found
  }

  /// What was recorded of a project's indicator.
  func indicator(_ project: String, _ indicator: String, _ day: CivilDate) throws -> Found {
    var found = Found(
      explanation: LocalizedText(
        zh: "项目 \(project) 的指标 \(indicator) 截至 \(day) 的记录。",
        en: "What was recorded of \(indicator) of \(project) up to \(day)."),
      columns: [
        LocalizedText(zh: "日期", en: "day"), LocalizedText(zh: "数值", en: "value"),
        LocalizedText(zh: "说明", en: "note"), LocalizedText(zh: "附件", en: "attachment"),
      ])
    let year = CivilDate(year: day.parts.year, month: 1, day: 1) ?? day
    for record in try records.performance.records(of: project, from: year, to: day)
    where record.indicator == indicator {
      found.rows.append([
        record.date.description, record.value, record.note, record.attachment,
      ])
    }
    return found
  }

  /// A value that a project's file states.
  func project(_ project: String, _ year: Int, _ pointer: String) throws -> Found {
    let file = try records.performance.project(project, year: year)
    return Found(
      explanation: LocalizedText(
        zh: "取自项目 \(project)（\(year) 年）的文件：\(pointer)。",
        en: "It stands in the file of the project \(project), \(year): \(pointer)."),
      columns: [
        LocalizedText(zh: "版本", en: "version"), LocalizedText(zh: "文件摘要", en: "hash"),
      ],
      rows: file.map { [[String($0.version), $0.hash.description]] } ?? [])
  }
}
