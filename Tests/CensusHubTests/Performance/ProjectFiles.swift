import CensusDomain
import CensusHub
import CensusReports
import Foundation

/// The projects of the sample data.
enum ProjectFiles {
  static func text(_ name: String, year: Int = 2021) throws -> String {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../SampleData/performance/\(name).json")
    return try String(contentsOf: file, encoding: .utf8)
      .replacing("2021", with: String(year))
  }

  static func project(_ name: String) throws -> PerformanceProject {
    try ProjectReader.read(Array(try text(name).utf8))
  }
}
