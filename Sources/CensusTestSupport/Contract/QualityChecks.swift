import CensusAPI
import CensusDomain
import CensusHub

/// Quality samples are kept as they were drawn, and checks in their order, each once.
enum QualityChecks {
  static func kept(_ bench: ContractBench) throws {
    let frame = "A\t130205103\tB-1\nA\t130205103\t对象“2”\n"
    let objects = [try object("B-1"), try object("对象“2”")]
    let first = try draw(1, follows: nil, frame: frame, size: 2)
    let second = try draw(2, follows: 1, frame: frame, size: 1)
    try bench.write { records in
      try records.quality.add(first, frame: frame, objects: objects.reversed())
      try records.quality.add(second, frame: frame, objects: [objects[1]])
    }
    try bench.requireRefusal("a draw's number used before") { records in
      try records.quality.add(first, frame: frame, objects: [])
    }
    bench.reopen()
    try bench.read { records in
      let quality = records.quality
      try bench.require(try quality.list(), is: [first, second], "the draws")
      try bench.require(try quality.find(2), is: second, "the second draw")
      try bench.require(try quality.find(3) == nil, "a draw was invented")
      try bench.require(try quality.frame(of: 1), is: frame, "the frame")
      try bench.require(try quality.objects(of: 1), is: objects, "the sample, in order")
    }
    try checks(bench)
  }

  private static func checks(_ bench: ContractBench) throws {
    let check = SampleCheck(
      objectCode: "对象“2”", form: "A", position: .wrong, geometry: .unchecked, indicators: 3,
      faults: [IndicatorFault(field: "x", recorded: "\"1\n", correct: "2")], note: "=1+1",
      attachments: [ContractSamples.hash("photo")], checkedBy: "王强",
      day: try ContractSamples.day("2021-11-20"))
    var correction = check
    correction.faults = []
    let taken = try bench.write { records in
      try [(check, 1), (correction, 1), (check, 1), (check, 2)].map { check, draw in
        try records.quality.add(check, of: draw, by: "县", at: ContractSamples.noon)
      }
    }
    try bench.require(taken, is: [true, true, false, true], "what was taken")
    bench.reopen()
    try bench.read { records in
      try bench.require(
        try records.quality.checks(of: 1), is: [check, correction], "the checks in order")
      try bench.require(try records.quality.checks(of: 2), is: [check], "the second draw's")
    }
    var other = check
    other.objectCode = "B-1"
    try bench.requireRefusal("a check of what was not drawn") { records in
      _ = try records.quality.add(other, of: 2, by: "县", at: ContractSamples.noon)
    }
    other = check
    other.indicators = 0
    try bench.requireRefusal("a check of nothing") { records in
      _ = try records.quality.add(other, of: 1, by: "县", at: ContractSamples.noon)
    }
  }

  private static func object(_ code: String) throws -> DrawnObject {
    DrawnObject(
      object: code, form: "A", town: ContractSamples.town, name: "名称 \(code)",
      entry: ContractSamples.id(1), revision: ContractSamples.hash(code))
  }

  private static func draw(
    _ number: Int, follows: Int?, frame: String, size: Int
  ) throws -> SampleDraw {
    SampleDraw(
      number: number, level: number == 1 ? .county : .city,
      day: try ContractSamples.day("2021-11-13"), seed: "seed \(number)", shareHundredths: 1_000,
      follows: follows, region: try ContractSamples.region("130205"), inventoryVersion: 3,
      cursor: 17, auditHead: ContractSamples.hash("head"), at: ContractSamples.noon.milliseconds,
      drawnBy: "县", frameHash: ContentHash.sha256(of: frame), frameSize: 2, sampleSize: size)
  }
}
