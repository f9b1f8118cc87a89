import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON
import CensusReports

extension Hub {
  /// Lists the draws within the caller's region.
  func listSamples(by caller: Caller) throws(CensusError) -> SampleList {
    try caller.require(.coordinate)
    return try fetch { records in
      SampleList(draws: try records.quality.list().filter { caller.reaches($0.region) })
    }
  }

  /// Shows a draw's sample with what was found, and what is to be looked at again.
  func showSample(_ query: SampleQuery, by caller: Caller) throws(CensusError) -> SampleDetail {
    try caller.require(.coordinate)
    return try fetch { records in
      let draw = try Hub.draw(query.draw, in: records, for: caller)
      let input = try qualityInput(records, draw)
      let checks = Hub.standing(try records.quality.checks(of: draw.number))
      let objects = try records.quality.objects(of: draw.number).map { drawn in
        try sampled(drawn, in: records, input, check: checks[drawn.unit])
      }
      return SampleDetail(
        draw: draw, objects: objects, rework: try rework(records, input),
        frame: query.withFrame ? input.frame.text : nil)
    }
  }

  /// The draw `number`, the newest for nil; one outside the caller's region might as well not be there.
  static func draw(
    _ number: Int?, in records: any CentralTransaction, for caller: Caller
  ) throws -> SampleDraw {
    let draws = try records.quality.list().filter { caller.reaches($0.region) }
    let draw = number.map { number in draws.first { $0.number == number } } ?? draws.last
    guard let draw else {
      throw CensusError(
        .notFound, zh: number.map { "没有第 \($0) 次抽样，或它不在您的区域内。" } ?? "您的区域内还没有抽样。",
        en: number.map { "There is no draw \($0), or it is not within your region." }
          ?? "No sample was drawn within your region yet.",
        remedy: LocalizedText(
          zh: "用 hazcensus qc list 查看，用 hazcensus qc draw 抽样。",
          en: "See hazcensus qc list, or draw with hazcensus qc draw."))
    }
    return draw
  }

  /// The last check of each unit.
  static func standing(_ checks: [SampleCheck]) -> [SampleUnit.Key: SampleCheck] {
    Dictionary(
      checks.map { (SampleUnit.Key(object: $0.objectCode, form: $0.form), $0) },
      uniquingKeysWith: { $1 })
  }

  private func sampled(
    _ drawn: DrawnObject, in records: any CentralTransaction, _ input: QualityInput,
    check: SampleCheck?
  ) throws -> SampledObject {
    let record = try records.revisions.all(of: drawn.entry).map(\.record)
      .first { ContentHash.sha256(of: $0) == drawn.revision }
    let extent = try record.map(Hub.extent)
    let filledBy = try extent.flatMap { try forms.form(drawn.form, version: $0.version) }
    let form = try filledBy ?? forms.newest(drawn.form)
    return SampledObject(
      objectCode: drawn.object, name: drawn.name, form: drawn.form,
      formTitle: input.formTitles[drawn.form] ?? LocalizedText(verbatim: drawn.form),
      townCode: drawn.town, townName: input.townNames[drawn.town] ?? "", entry: drawn.entry,
      revision: drawn.revision, filled: extent?.filled ?? 0,
      hasPosition: form?.field("lon") != nil && form?.field("lat") != nil,
      hasGeometry: form.map { !$0.geometryKinds.isEmpty } ?? false, check: check)
  }

  /// By which version of its form a record was filled, and how many of its fields are.
  private static func extent(of record: [UInt8]) throws -> (version: Int, filled: Int) {
    try JSONParser().withDocument(record) { node in
      let (envelope, content) = try RevisionRecord.read(node)
      let filled = content.members.count { key, value in
        key.string != "objectCode" && key.string != "townCode" && !value.isNull
      }
      return (envelope.formVersion, filled)
    }
  }

  private func rework(
    _ records: any CentralTransaction, _ input: QualityInput
  ) throws -> [ReworkObject] {
    let scope = QualityReport(input).rework
    guard !scope.isEmpty else { return [] }
    let names = Dictionary(
      try records.inventory.objects(input.inventoryVersion).map { ($0.objectCode, $0.name) },
      uniquingKeysWith: { first, _ in first })
    return input.frame.units.filter(scope.contains).map { unit in
      ReworkObject(
        objectCode: unit.object, name: names[unit.object] ?? "", form: unit.form,
        townCode: unit.town)
    }
  }
}
