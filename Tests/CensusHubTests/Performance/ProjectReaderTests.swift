import CensusDomain
import CensusHub
import CensusReports
import Foundation
import Testing

@Suite struct ProjectReaderTests {
  @Test(arguments: [
    (#""name": "自然灾害风险普查","#, #""name": "自然灾害风险普查", "naem": 1,"#, "/naem"),
    (#""id": "census""#, #""id": "普查""#, "/id"),
    (#""fen": 0"#, #""fen": 1"#, "/budget"),
    (#""operator": "<=""#, #""operator": "≤""#, "/indicators/4/target/operator"),
    (#""value": 15"#, #""value": "15""#, "/indicators/4/target/value"),
    (#""date": "2021-10-31""#, #""date": "2021-09-31""#, "/plan/2/date"),
    (#""date": "2021-10-31""#, #""date": "2021-06-30""#, "/plan"),
    (#""percent": 75"#, #""percent": 45"#, "/plan"),
    (#""points": 15"#, #""points": 14"#, "/indicators"),
    (#""points": 15"#, #""points": 15.001"#, "/indicators/2/points"),
    (
      #""evidence": "completionByDeadline""#, #""evidence": "completionRate""#,
      "/indicators/3/evidence"
    ),
    (#""id": "information""#, #""id": "execution""#, "/indicators/5/id"),
    (#""goals": ["#, #""goals": [1, "#, "/goals/0"),
    (#""group": "effect""#, #""group": "benefit""#, "/indicators/5/group"),
  ])
  func `a mistake is named by its place`(old: String, new: String, place: String) throws {
    let text = try ProjectFiles.text("census")
    let range = try #require(text.range(of: old))
    let wrong = text.replacingCharacters(in: range, with: new)
    let error = #expect(throws: CensusError.self) { try ProjectReader.read(Array(wrong.utf8)) }
    #expect(error?.code == .invalidData)
    #expect(error?.message.en.hasPrefix("\(place) ") == true, "\(String(describing: error))")
  }

  @Test func `what is no JSON, or too long, is refused`() {
    #expect(throws: CensusError.self) { try ProjectReader.read(Array("{".utf8)) }
    let error = #expect(throws: CensusError.self) {
      try ProjectReader.read([UInt8](repeating: 0x20, count: ProjectReader.maximumBytes + 1))
    }
    #expect(error?.code == .tooLarge)
  }

  @Test func `another bureau sets points, bands and grades in its file`() throws {
    let text = try ProjectFiles.text("appraisal").replacing(
      #""indicators": ["#,
      with: #"""
        "scoring": {"points": {"budget": 20, "output": 40}, "bands": {"achieved": 85, "partly": 50},
          "overFulfilment": 10, "satisfactionZeroBelow": 60.5,
          "grades": {"excellent": 95, "good": 85, "medium": 70}},
        "indicators": [
        """#)
    let project = try ProjectReader.read(Array(text.utf8))
    #expect(project.scoring.total.text == "100")
    #expect(project.weights.first?.text == "8")
    #expect(project.scoring.achievedFrom.text == "85")
    #expect(project.scoring.satisfactionZeroBelow?.text == "60.5")
    #expect(project.scoring.grades[.medium]?.text == "70")
  }
}
