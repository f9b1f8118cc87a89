import CensusAPI
import CensusDomain
import CensusHub
import Foundation
import Testing

@Suite struct QualityTests {
  private func draw(
    _ fixture: HubFixture, share: Int = 1_000, seed: String? = "2021", forms: [String] = [],
    follows: Int? = nil
  ) async throws -> SampleDraw {
    try await Operations.drawSample.call(
      SampleOrder(
        level: .county, shareHundredths: share, seed: seed, forms: forms, follows: follows),
      at: fixture.local)
  }

  private func show(_ fixture: HubFixture, _ draw: Int? = nil) async throws -> SampleDetail {
    try await Operations.showSample.call(
      SampleQuery(draw: draw, withFrame: true), at: fixture.local)
  }

  private func record(
    _ fixture: HubFixture, _ checks: [SampleCheck], draw: Int = 1
  ) async throws -> SampleCheckOutcome {
    try await Operations.recordCheck.call(
      SampleCheckRequest(draw: draw, checks: checks), at: fixture.local)
  }

  private struct Report: Decodable {
    struct Part: Decodable {
      let form: String?
      let total, sampled, checked, indicators, wrong: Int
      let pooledPercent, verdict: String?
    }
    let verdict: String
    let total: Part
    let forms: [Part]
  }

  private func report(_ fixture: HubFixture, _ draw: Int? = nil) async throws -> Report {
    let document = try await Operations.reportQuality.call(
      QualityReportRequest(draw: draw, format: .json, language: .en), at: fixture.local)
    return try OperationCoding.decode(Report.self, from: Array(document.text.utf8))
  }

  @Test func `what has passed the county is drawn from, and nothing else`() async throws {
    let fixture = try HubFixture()
    try await fixture.passed(12, besides: ["LC-X", "LC-Y"])
    let draw = try await draw(fixture, share: 5_000)
    #expect(draw.number == 1 && draw.frameSize == 12 && draw.inventoryVersion == 1)
    let detail = try await show(fixture)
    #expect(detail.draw == draw)
    let frame = try #require(detail.frame)
    #expect(ContentHash.sha256(of: frame) == draw.frameHash)
    #expect(!frame.contains("LC-X") && !frame.contains("LC-Y"))
    // Three townships of four objects each, of which each gives a half.
    #expect(detail.objects.count == 6 && draw.sampleSize == 6)
    #expect(
      Dictionary(grouping: detail.objects, by: \.townCode).values.allSatisfy { $0.count == 2 })
    for object in detail.objects {
      let entry = try await fixture.detail(object.entry).summary
      #expect(entry.objectCode == object.objectCode && entry.revision == object.revision)
      #expect(entry.standing == .countyPassed)
      #expect(object.name == "对象 \(object.objectCode)" && object.hasPosition && object.filled > 5)
    }
  }

  @Test func `a sample depends on seed and frame alone`() async throws {
    let (first, second) = (try HubFixture(), try HubFixture())
    try await first.passed(20)
    try await second.passed(20, reversed: true)
    var samples: [[String]] = []
    for fixture in [first, second, first] {
      let draw = try await draw(fixture, share: 2_000)
      samples.append(try await show(fixture, draw.number).objects.map(\.objectCode))
      #expect(try await show(fixture, draw.number).draw.frameHash == draw.frameHash)
    }
    #expect(samples[0] == samples[1] && samples[0] == samples[2])
    _ = try await draw(first, share: 2_000, seed: "2022")
    #expect(try await show(first).objects.map(\.objectCode) != samples[0])
    // Without a seed one is made, another each time, and told.
    let made = [try await draw(first, seed: nil), try await draw(first, seed: nil)]
    #expect(made[0].seed != made[1].seed && !made[0].seed.isEmpty)
    #expect(try first.hub.inspect().isSound)
  }

  @Test func `a script that shares no code with the program draws the same`() async throws {
    let fixture = try HubFixture()
    try await fixture.passed(47)
    var random = SeededRandom(seed: 5)
    try await withFolder { folder in
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for _ in 0..<25 {
        let share = Int.random(in: 1...10_000, using: &random)
        let seed = String(random.next(), radix: 36)
        let draw = try await draw(fixture, share: share, seed: seed)
        let detail = try await show(fixture, draw.number)
        let frame = folder + "/frame"
        try #require(detail.frame).write(toFile: frame, atomically: true, encoding: .utf8)
        let lines = try Self.python([
          "--seed", seed, "--share", "\(share / 100).\(String(100 + share % 100).dropFirst())",
          frame,
        ])
        #expect(
          lines == detail.objects.map { "\($0.form)\t\($0.townCode)\t\($0.objectCode)" },
          "seed \(seed), share \(share)")
      }
    }
  }

  /// The lines that scripts/redraw-sample.py prints.
  private static func python(_ arguments: [String]) throws -> [String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/python3")
    process.arguments = [root.appending(path: "scripts/redraw-sample.py").path] + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  @Test func `recording twice adds nothing, and a correction counts and stays`() async throws {
    let fixture = try HubFixture()
    try await fixture.passed(6)
    _ = try await draw(fixture)
    let checks = try await show(fixture).objects.map { $0.checked(wrong: ["remark"]) }
    #expect(try await record(fixture, [checks[0]]).pending == checks.count - 1)
    let rest = try await record(fixture, checks)
    #expect(rest.saved == checks.count - 1 && rest.alreadyThere == 1 && rest.pending == 0)
    #expect(try await record(fixture, checks).saved == 0)
    #expect(try await report(fixture).total.wrong == checks.count)
    var correction = checks[0]
    correction.faults = []
    let corrected = try await record(fixture, [correction])
    #expect(corrected.saved == 1 && corrected.corrected == 1)
    #expect(try await report(fixture).total.wrong == checks.count - 1)
    // The first file again does not undo it.
    let again = try await record(fixture, checks)
    #expect(again.saved == 0 && again.overtaken == [1])
    #expect(try await report(fixture).total.wrong == checks.count - 1)
  }

  @Test func `a check that makes no sense is refused with its reason, and the others are taken`()
    async throws
  {
    let fixture = try HubFixture()
    try await fixture.passed(6)
    let draw = try await draw(fixture, share: 1_000)
    let detail = try await show(fixture)
    let good = try #require(detail.objects.first).checked()
    func bad(_ change: (inout SampleCheck) -> Void) -> SampleCheck {
      var check = good
      change(&check)
      return check
    }
    let fault = IndicatorFault(field: "remark", recorded: "1", correct: "2")
    let outcome = try await record(
      fixture,
      [
        bad { $0.objectCode = "LC-404" }, bad { $0.form = SampleContents.rain },
        bad { $0.indicators = 0 },
        bad {
          $0.indicators = 1
          $0.faults = [fault, fault]
        }, bad { $0.checkedBy = " " },
        bad { $0.day = CivilDate(dayNumber: draw.day.dayNumber - 1) },
        bad { $0.day = CivilDate(dayNumber: draw.day.dayNumber + 1) },
        bad { $0.faults = [IndicatorFault(field: "nosuch", recorded: "1", correct: "2")] },
        bad { $0.faults = [IndicatorFault(field: "remark", recorded: "1", correct: "1")] },
        bad { $0.faults = [fault, fault] }, good,
      ])
    #expect(outcome.refused.map(\.row) == Array(1...10))
    #expect(outcome.refused[0].message.en.contains("not in the sample"))
    #expect(outcome.refused[7].message.zh.contains("nosuch"))
    #expect(outcome.saved == 1)
  }

  @Test func `a field may be named by its label`() async throws {
    let fixture = try HubFixture()
    try await fixture.passed(1)
    _ = try await draw(fixture)
    let object = try #require(try await show(fixture).objects.first)
    #expect(try await record(fixture, [object.checked(wrong: ["备注"])]).saved == 1)
    #expect(try await record(fixture, [object.checked(wrong: ["remark"])]).alreadyThere == 1)
  }

  @Test func `a failed draw is followed by one of what did not pass`() async throws {
    let fixture = try HubFixture()
    try await fixture.passed(8, forms: [SampleContents.fireSource, SampleContents.collapse])
    _ = try await draw(fixture, share: 2_500)
    let unfinished = await #expect(throws: CensusError.self) { try await draw(fixture, follows: 1) }
    #expect(unfinished?.code == .conflict)
    #expect(try await report(fixture).verdict == "incomplete")

    let objects = try await show(fixture).objects
    let town = "130205104"
    _ = try await record(
      fixture,
      objects.map { object in
        let isBad = object.form == SampleContents.collapse && object.townCode == town
        return object.checked(wrong: isBad ? ["lon", "lat"] : [])
      })
    // 2 of 30 indicators of the collapses are wrong, 2 of 20 in their township, 2 of 60 in all.
    let first = try await report(fixture)
    #expect(first.forms.map(\.verdict) == ["passed", "failed"])
    #expect(first.verdict == "passed")
    let detail = try await show(fixture)
    #expect(detail.rework.allSatisfy { $0.form == SampleContents.collapse || $0.townCode == town })
    #expect(detail.rework.map(\.objectCode) == ["LC-1", "LC-7", "LC-3", "LC-4", "LC-5"])

    let second = try await draw(fixture, share: 10_000, follows: 1)
    #expect(second.number == 2 && second.follows == 1)
    let frame = try #require(try await show(fixture, 2).frame)
    let rework = detail.rework.map { "\($0.form)\t\($0.townCode)\t\($0.objectCode)\n" }
    #expect(frame == rework.joined())
    _ = try await record(fixture, try await show(fixture, 2).objects.map { $0.checked() }, draw: 2)
    #expect(try await report(fixture).verdict == "passed")
    let passed = await #expect(throws: CensusError.self) { try await draw(fixture, follows: 2) }
    #expect(passed?.code == .conflict)
    // The first draw stays as it was.
    #expect(try await report(fixture, 1).forms.map(\.verdict) == ["passed", "failed"])
  }

  @Test func `method and limit are settings, and say so`() async throws {
    let fixture = try HubFixture()
    try await fixture.passed(4)
    _ = try await draw(fixture, share: 10_000)
    let objects = try await show(fixture).objects
    var checks = objects.map { $0.checked() }
    checks[0].indicators = 90
    checks[1] = objects[1].checked(wrong: ["remark"])
    _ = try await record(fixture, checks)
    #expect(try await report(fixture).verdict == "passed")
    for (method, limit, verdict) in [
      (QualityMethod.pooled, 1, "passed"), (.perObjectMean, 2, "failed"),
      (.perObjectMean, 3, "passed"),
    ] {
      _ = try await Operations.settings.call(
        SettingsChange(qualityMethod: method, qualityLimitPercent: limit), at: fixture.local)
      #expect(try await report(fixture).verdict == verdict, "\(method) \(limit)")
    }
  }

  @Test func `a region bounds what is drawn and seen, and a city's check is the city's`()
    async throws
  {
    let fixture = try HubFixture()
    try await fixture.passed(6)
    func access(_ region: String) -> LocalCentral {
      LocalCentral(
        hub: fixture.hub,
        caller: Caller(name: region, role: .coordinator, region: RegionCode(region)))
    }
    let order = SampleOrder(level: .county, shareHundredths: 10_000)
    let own = try await Operations.drawSample.call(order, at: access("130205103"))
    #expect(own.frameSize == 2 && own.sampleSize == 2)
    let whole = try await Operations.drawSample.call(order, at: access("130205"))
    #expect(whole.frameSize == 6)
    let list = try await Operations.listSamples.call(SampleListQuery(), at: access("130205103"))
    #expect(list.draws.map(\.number) == [1])
    let hidden = await #expect(throws: CensusError.self) {
      try await Operations.showSample.call(SampleQuery(draw: 2), at: access("130205103"))
    }
    #expect(hidden?.code == .notFound)
    let byCity = SampleOrder(level: .city, shareHundredths: 10_000)
    let refused = await #expect(throws: CensusError.self) {
      try await Operations.drawSample.call(byCity, at: access("130205"))
    }
    #expect(refused?.code == .permission)
    let city = try await Operations.drawSample.call(byCity, at: access("1302"))
    #expect(city.level == .city && city.region.digits == "130205")
    let check = try #require(try await show(fixture, city.number).objects.first).checked()
    let other = await #expect(throws: CensusError.self) {
      try await Operations.recordCheck.call(
        SampleCheckRequest(draw: city.number, checks: [check]), at: access("130205"))
    }
    #expect(other?.code == .permission)
  }

  @Test(arguments: [
    SampleOrder(level: .county, shareHundredths: 0),
    SampleOrder(level: .county, shareHundredths: 10_001),
    SampleOrder(level: .county, shareHundredths: 1_000, seed: ""),
    SampleOrder(level: .county, shareHundredths: 1_000, seed: "a b"),
    SampleOrder(level: .county, shareHundredths: 1_000, forms: ["NO_SUCH"]),
    SampleOrder(level: .county, shareHundredths: 1_000, forms: [SampleContents.rain]),
    SampleOrder(level: .county, shareHundredths: 1_000, follows: 9),
  ])
  func `an order that cannot be kept draws nothing`(_ order: SampleOrder) async throws {
    let fixture = try HubFixture()
    try await fixture.passed(1)
    await #expect(throws: CensusError.self) {
      try await Operations.drawSample.call(order, at: fixture.local)
    }
    #expect(
      try await Operations.listSamples.call(SampleListQuery(), at: fixture.local).draws.isEmpty)
  }
}

extension SampledObject {
  /// A check of ten indicators, of which the named fields are wrong.
  fileprivate func checked(wrong fields: [String] = []) -> SampleCheck {
    SampleCheck(
      objectCode: objectCode, form: form, position: .right, geometry: .unchecked, indicators: 10,
      faults: fields.map { IndicatorFault(field: $0, recorded: "甲", correct: "乙") }, note: "",
      attachments: [], checkedBy: "王强", day: CivilDate("2026-01-01") ?? CivilDate(dayNumber: 0))
  }
}

extension HubFixture {
  /// Freezes an inventory of `count` objects over three townships, whose entries pass the county's review.
  ///
  /// Objects named in `besides` have an entry each that waits. The forms take turns, three objects at a time.
  fileprivate func passed(
    _ count: Int, forms: [String] = [SampleContents.fireSource], besides waiting: [String] = [],
    reversed: Bool = false
  ) async throws {
    let towns = ["130205103", "130205104", "130205105"]
    var objects = (0..<count).map { number in
      let form = forms[number / towns.count % forms.count]
      return HubFixture.object(
        "LC-\(number)", forms: [form],
        hazard: form == SampleContents.fireSource ? .forestGrasslandFire : .groundCollapse,
        town: towns[number % towns.count])
    }
    if reversed { objects.reverse() }
    try await freeze(objects + waiting.map { HubFixture.object($0) })
    var (pen, _) = try await device("李娜")
    let lines = try objects.map { object in
      pen.write(
        try contents.content(
          object.forms[0], object: object.objectCode, town: object.townCode), form: object.forms[0])
    }
    let others = try waiting.map { pen.write(try contents.content(object: $0)) }
    try send(lines + others, by: pen)
    let outcome = try await review(lines.map(\.record.entry), .county, .pass)
    try #require(outcome.refused.isEmpty, "\(outcome.refused)")
  }
}
