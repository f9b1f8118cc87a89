import CensusAPI
import CensusCentralSQLite
import CensusDomain
import CensusForms
import CensusHub
import Foundation

/// A completion report over a million objects with an entry each, against the grouping that a report
/// without running sums would make.
struct ReportBenchmark {
  private static let repeats = 20
  private static let target = 0.010

  private let setting: Setting

  init(_ setting: Setting) { self.setting = setting }

  func run() async throws -> [Figure] {
    let folder = try setting.workplace.fresh("report")
    guard let district = RegionCode(SampleEntries.district) else {
      throw BenchError("The sample's district is not a region code.")
    }
    _ = try Hub.create(folder: folder, district: district, districtName: "开平区")
    let path = folder + "/" + Hub.fileName
    let now = SystemClock().now().milliseconds
    try ReportData(count: setting.reportItems, now: now).fill(try RawDatabase(path))

    var ours = Times()
    var baseline = Times()
    for _ in 0..<setting.rounds {
      let hub = try Hub.open(folder: folder, forms: FormCatalogue.builtIn())
      var repeats = Times()
      for _ in 0..<ReportBenchmark.repeats {
        let start = ContinuousClock.now
        let text = try await report(hub)
        repeats.add(ContinuousClock.now - start)
        try check(text)
      }
      ours.add(repeats.median)
      let database = try RawDatabase(path)
      let group = try database.prepare(ReportData.grouping)
      try baseline.measure { while try group.step() {} }
    }
    let papers = try await PaperBenchmark(setting, folder: folder).run()
    return [
      Figure(
        name: "completion report over \(setting.reportItems)",
        ours: Wording.milliseconds(ours.median),
        baseline: "GROUP BY " + Wording.milliseconds(baseline.median),
        ratio: baseline.median / ours.median, target: "≤ 10 ms",
        verdict: ours.median <= ReportBenchmark.target ? .reached : .short)
    ] + papers
  }

  private func report(_ hub: Hub) async throws -> String {
    let request = ReportRequest(kind: .completion, asOf: nil, format: .json, language: .zh)
    let central = LocalCentral(hub: hub, caller: .localAdministrator)
    return try await Operations.report.call(request, at: central).text
  }

  /// The report must count every object, or its speed says nothing.
  private func check(_ text: String) throws {
    struct Report: Decodable {
      struct Funnel: Decodable {
        let shouldSurvey: Int
        let recorded: Int
      }
      let total: Funnel
    }
    let report = try JSONDecoder().decode(Report.self, from: Data(text.utf8))
    guard report.total.shouldSurvey == setting.reportItems, report.total.recorded > 0 else {
      throw BenchError("The report counts \(report.total).")
    }
  }
}
