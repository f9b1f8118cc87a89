import CensusAPI
import CensusDomain
import CensusHub
import CensusPapers
import CensusReports
import Foundation

extension DemoStage {
  /// Hands the week, the month, a quality sample and the census's performance sheets over as papers.
  func papers(_ central: LocalCentral) async throws {
    let folder = data + "/performance"
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    for file in files.sorted() where file.hasSuffix(".json") {
      let json = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
      _ = try await Operations.addProject.call(ProjectUpload(document: json), at: central)
    }
    _ = try await Operations.drawSample.call(
      SampleOrder(level: .county, shareHundredths: 1000, seed: "demo"), at: central)
    for kind in PaperKind.allCases {
      let isSheet = [.target, .monitoring, .evaluation].contains(kind)
      let document = try await Operations.makePaper.call(
        PaperRequest(
          kind: kind, office: PaperOffice(unit: "开平区普查办（示例）"),
          project: isSheet ? "census" : nil), at: central)
      let paper = try JSONDecoder().decode(Paper.self, from: Data(document.json.utf8))
      for format in [PaperFormat.xlsx, .html] {
        let bytes = try PaperRenderer(language: language).render(paper, as: format)
        try Data(bytes).write(
          to: URL(fileURLWithPath: "\(output)/paper-\(kind.rawValue).\(format.rawValue)"))
      }
    }
    say(
      "有编号的报表（周报、月报、核查表、绩效表等）在 \(output)/paper-*.xlsx 和 .html",
      "numbered papers (week, month, quality check, performance sheets) are in \(output)/paper-*.xlsx and .html"
    )
  }
}
