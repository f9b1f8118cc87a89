import CensusDomain
import CensusPapers
import CensusReports
import Foundation
import Testing

/// Writes the samples for `scripts/check-papers.py`, which reads them with other people's tools.
@Suite("Papers as files")
struct PaperFilesTests {
  static let folder = ProcessInfo.processInfo.environment["HAZCENSUS_PAPERS"]

  @Test(
    "The samples are written in every language, format and encoding", .enabled(if: folder != nil))
  func files() throws {
    let folder = try #require(PaperFilesTests.folder)
    let papers = [
      "completion": PaperSamples.completion, "cost": PaperSamples.cost,
      "target": PaperSamples.target, "list": PaperSamples.list(rows: 3_000),
    ]
    for (name, paper) in papers {
      for language in Language.allCases {
        for format in PaperFormat.allCases {
          let bytes = try PaperRenderer(language: language).render(paper, as: format)
          let path = "\(folder)/\(name).\(language.rawValue).\(format.rawValue)"
          try Data(bytes).write(to: URL(filePath: path))
        }
        let bytes = try PaperRenderer(language: language, encoding: .gb18030)
          .render(paper, as: .csv)
        try Data(bytes).write(to: URL(filePath: "\(folder)/\(name).\(language.rawValue).gb.csv"))
      }
    }
  }
}
