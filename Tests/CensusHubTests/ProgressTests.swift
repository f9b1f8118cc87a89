import CensusAPI
import CensusDomain
import CensusHub
import Testing

@Suite struct ProgressTests {
  /// A world that random steps change: entries, reviews and inventory versions.
  private struct Play {
    let fixture: HubFixture
    var pens: [DevicePen]
    var heads: [DevicePen.Line] = []
    var random: SeededRandom
    var version = 0

    mutating func object() -> String { "LC-\(Int.random(in: 1...12, using: &random))" }

    mutating func step() async throws {
      switch Int.random(in: 0..<10, using: &random) {
      case 0...3: try begin()
      case 4...5: try revise()
      case 6: try reject()
      case 7...8: try await review()
      default: try await freeze()
      }
    }

    private mutating func begin() throws {
      let pen = Int.random(in: 0..<pens.count, using: &random)
      let isCollapse = Bool.random(using: &random)
      let form = isCollapse ? SampleContents.collapse : SampleContents.fireSource
      let line = pens[pen].write(
        try fixture.contents.content(form, object: object()), form: form)
      try fixture.send([line], by: pens[pen])
      heads.append(line)
    }

    private mutating func revise() throws {
      guard let parent = heads.randomElement(using: &random) else { return }
      let pen = Int.random(in: 0..<pens.count, using: &random)
      let content = try fixture.contents.content(
        parent.record.form, object: object(), remark: "\(pens[pen].sequence)")
      let line = pens[pen].write(content, form: parent.record.form, after: parent)
      try fixture.send([line], by: pens[pen])
      heads.append(line)
    }

    private mutating func reject() throws {
      let pen = Int.random(in: 0..<pens.count, using: &random)
      let content = #"{"objectCode":"\#(object())","townCode":"130205103"}"#
      try fixture.send([pens[pen].write(Array(content.utf8))], by: pens[pen])
    }

    private mutating func review() async throws {
      guard let entry = heads.randomElement(using: &random)?.record.entry else { return }
      let verdict: ReviewVerdict = Int.random(in: 0..<3, using: &random) == 0 ? .return : .pass
      let level: ReviewLevel = Bool.random(using: &random) ? .county : .city
      try await fixture.review([entry], level, verdict)
    }

    private mutating func freeze() async throws {
      version += 1
      var objects: [InventoryObject] = []
      for number in 1...12 where Int.random(in: 0..<4, using: &random) > 0 {
        objects.append(HubFixture.object("LC-\(number)", shouldSurvey: number % 5 != 0))
        guard number % 3 == 0 else { continue }
        objects.append(
          HubFixture.object(
            "LC-\(number)", forms: [SampleContents.collapse], hazard: .groundCollapse))
      }
      // The name changes with each version, so that no two are the same.
      objects.append(HubFixture.object("LC-99", town: "130205\(100 + version % 3)"))
      try await fixture.freeze(objects, reason: "第 \(version) 次调整")
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
  func `the kept counts agree with a recount after any steps`(seed: UInt64) async throws {
    let fixture = try HubFixture()
    let pens = [
      try await fixture.device("李娜").pen, try await fixture.device("王强").pen,
      try await fixture.device("张伟").pen,
    ]
    var play = Play(fixture: fixture, pens: pens, random: SeededRandom(seed: seed))
    for step in 1...60 {
      try await play.step()
      #expect(try fixture.hub.recount().isEmpty, "seed \(seed), step \(step)")
    }
    #expect(try fixture.hub.inspect().isSound)
  }

  @Test func `the best of an object's entries counts`() async throws {
    let fixture = try HubFixture()
    try await fixture.freeze([HubFixture.object("LC-1")])
    var (pen, _) = try await fixture.device("李娜")
    let lines = try (1...2).map {
      pen.write(try fixture.contents.content(object: "LC-1", remark: "\($0)"))
    }
    try fixture.send(lines, by: pen)
    try await fixture.review([lines[0].record.entry], .county, .pass)
    try await fixture.review([lines[1].record.entry], .county, .return)
    #expect(try await fixture.funnel() == [1, 1, 1, 1, 0])
    #expect(try fixture.hub.recount().isEmpty)
  }

  @Test func `entries count once the inventory names their object`() async throws {
    let fixture = try HubFixture()
    var (pen, _) = try await fixture.device("李娜")
    try fixture.send([pen.write(try fixture.contents.content(object: "LC-1"))], by: pen)
    try await fixture.freeze([HubFixture.object("LC-2")])
    #expect(try await fixture.funnel() == [1, 0, 0, 0, 0])
    try await fixture.freeze(
      [HubFixture.object("LC-1"), HubFixture.object("LC-2")], reason: "补充")
    #expect(try await fixture.funnel() == [2, 1, 1, 0, 0])
  }
}
