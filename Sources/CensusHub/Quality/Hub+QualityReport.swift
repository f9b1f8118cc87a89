import CensusAPI
import CensusDomain
import CensusForms
import CensusReports

extension Hub {
  /// Makes the check table of a draw.
  func reportQuality(
    _ request: QualityReportRequest, by caller: Caller
  ) throws(CensusError) -> ReportDocument {
    try caller.require(.readReports)
    let report = try fetch { records in
      let draw = try Hub.draw(request.draw, in: records, for: caller)
      return QualityReport(try qualityInput(records, draw))
    }
    switch request.format {
    case .table:
      return ReportDocument(
        mediaType: "text/plain; charset=utf-8", text: report.text(language: request.language))
    case .csv:
      return ReportDocument(
        mediaType: "text/csv; charset=utf-8",
        text: report.csv(language: request.language, byteOrderMark: true))
    case .json:
      do {
        return ReportDocument(mediaType: "application/json", text: try JSONOutput.encode(report))
      } catch {
        throw CensusError(
          .software, zh: "无法写出报表：\(error)。", en: "The report could not be written: \(error).",
          cause: error)
      }
    }
  }

  /// The sections and notes of the paper of a draw, the newest for nil.
  ///
  /// Whoever calls it has made sure that the reader may see the draw's region.
  /// - Throws: ``CensusError`` with code `notFound` where there is no such draw, or what the store said.
  func qualityPaper(
    _ records: any CentralTransaction, draw: Int?
  ) throws -> (sections: [PaperSection], notes: [LocalizedText]) {
    let found = try Hub.draw(draw, in: records, for: .localAdministrator)
    let report = QualityReport(try qualityInput(records, found))
    return (report.sections, report.notes)
  }

  /// What a report of `draw` is made from.
  ///
  /// Method and limit are those in force now: which hold is for a superior office to say, also after a draw.
  func qualityInput(
    _ records: any CentralTransaction, _ draw: SampleDraw
  ) throws -> QualityInput {
    guard let share = SampleShare(hundredths: draw.shareHundredths),
      let text = try records.quality.frame(of: draw.number), let frame = SampleFrame(text: text)
    else { throw Hub.damagedDraw(draw.number) }
    let settings = try SurveySettings(records)
    let checks = Hub.standing(try records.quality.checks(of: draw.number))
    var titles: [String: LocalizedText] = [:]
    for code in Set(frame.units.map(\.form)) { titles[code] = try forms.newest(code)?.title }
    return QualityInput(
      draw: draw.number, level: draw.level, day: draw.day, seed: draw.seed, share: share,
      follows: draw.follows, inventoryVersion: draw.inventoryVersion, frameHash: draw.frameHash,
      frame: frame,
      objects: try records.quality.objects(of: draw.number).map { object in
        QualityInput.Object(
          unit: SampleUnit(form: object.form, town: object.town, object: object.object),
          name: object.name, finding: checks[object.unit].map { QualityFinding($0) })
      }, formTitles: titles, townNames: try records.settings.townNames(),
      method: settings.qualityMethod, limit: settings.qualityLimit)
  }

  private static func damagedDraw(_ number: Int) -> CensusError {
    CensusError(
      .inputOutput, zh: "第 \(number) 次抽样的抽样框已损坏。", en: "The frame of draw \(number) is damaged.",
      remedy: LocalizedText(
        zh: "请中心管理员先复制整个存储文件夹，再运行 hazcensus verify。",
        en:
          "The central's keeper copies the whole store's folder first, then runs hazcensus verify."
      ))
  }
}

extension QualityFinding {
  /// What the figures need of a check.
  init(_ check: SampleCheck) {
    self.init(
      position: check.position, geometry: check.geometry, indicators: check.indicators,
      faults: check.faults.map {
        Fault(field: $0.field, recorded: $0.recorded, correct: $0.correct)
      }, checker: check.checkedBy, day: check.day, note: check.note)
  }
}
