import CensusAPI
import CensusDomain
import CensusHub

/// Budget projects and what was found of their indicators.
enum PerformanceChecks {
  /// Of each project and year the newest file counts, word for word; none is replaced.
  static func projects(_ bench: ContractBench) throws {
    let files = [file("a", 2021, 1), file("b", 2021, 1), file("a", 2021, 2), file("a", 2022, 1)]
    try bench.write { records in for file in files { try records.performance.add(file) } }
    bench.reopen()
    try bench.requireRefusal("a version a second time") { try $0.performance.add(files[0]) }
    try bench.read { records in
      let performance = records.performance
      try bench.require(
        try performance.projects(), is: [files[2], files[3], files[1]], "the newest files")
      try bench.require(try performance.project("a", year: 2021), is: files[2], "the newest of a")
      try bench.require(try performance.project("b", year: 2022), is: nil, "a year without a file")
    }
  }

  /// Records come by day and then as they were entered; one that repeats another is kept as well.
  static func indicators(_ bench: ContractBench) throws {
    var records = try ["2021-05-01", "2021-04-01", "2021-05-01", "2021-05-01"].map { day in
      IndicatorRecord(
        project: "a", indicator: "x", date: try ContractSamples.day(day), value: "“7”",
        forecast: "9", reason: .staff, likelihood: .possible, note: "说明",
        attachment: "签到表.pdf", attachmentHash: ContractSamples.hash("签到表"))
    }
    records[2].value = ""
    records[2].reason = nil
    records[2].likelihood = nil
    records[2].attachmentHash = nil
    try bench.write { store in
      for record in records { try store.performance.add(record, at: ContractSamples.noon) }
      var other = records[0]
      other.project = "b"
      try store.performance.add(other, at: ContractSamples.noon)
    }
    let first = try ContractSamples.day("2021-01-01")
    let last = try ContractSamples.day("2021-05-01")
    try bench.read { store in
      try bench.require(
        try store.performance.records(of: "a", from: first, to: last),
        is: [records[1], records[0], records[2], records[3]], "what was recorded")
      let april = try ContractSamples.day("2021-04-30")
      try bench.require(
        try store.performance.records(of: "a", from: first, to: april), is: [records[1]],
        "what was recorded up to April")
      try bench.require(
        try store.performance.records(of: "a", from: last, to: last).count, is: 3,
        "what was recorded of May the first")
    }
  }

  private static func file(_ id: String, _ year: Int, _ version: Int) -> StoredProject {
    let json = Array("{ \"name\": \"\(id) \(version)\" }\n".utf8)
    return StoredProject(
      id: id, year: year, version: version, hash: ContentHash.sha256(of: json), json: json,
      addedAt: ContractSamples.noon)
  }
}
