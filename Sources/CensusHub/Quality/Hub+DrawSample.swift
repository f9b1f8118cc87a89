import CensusAPI
import CensusDomain
import CensusForms
import CensusReports

extension Hub {
  /// Draws a sample of what has passed the county's review within the caller's region.
  ///
  /// A draw is never taken back: whoever draws again until a sample pleases leaves all of them on record.
  func drawSample(_ order: SampleOrder, by caller: Caller) throws(CensusError) -> SampleDraw {
    try caller.require(.coordinate)
    guard order.level == .county || caller.isOfTheCity else { throw Hub.checkedByTheCity }
    let share = try order.provedShare()
    try requireForms(of: order)
    return try commit { records in
      let now = clock.now()
      let failed = try order.follows.map { try failedDraw($0, records, by: caller) }
      let region = failed?.region ?? self.region(of: caller)
      let inventory = try records.inventory.newest()
      let passed = try PassedWork(records, inventory: inventory, within: region) { unit in
        (order.forms.isEmpty || order.forms.contains(unit.form))
          && (failed?.rework.contains(unit) ?? true)
      }
      guard !passed.objects.isEmpty else { throw Hub.nothingPassed }
      let frame = try SampleFrame(passed.objects.keys)
      let seed = order.seed ?? identifiers.next(at: now).description
      let drawn = frame.sample(seed: seed, share: share) { ContentHash.sha256(of: $0) }
      let draw = SampleDraw(
        number: (try records.quality.list().last?.number ?? 0) + 1, level: order.level,
        day: now.officeDay, seed: seed, shareHundredths: share.hundredths, follows: order.follows,
        region: region, inventoryVersion: inventory, cursor: try records.feed.newestCursor(),
        auditHead: try records.audit.head(), at: now.milliseconds, drawnBy: caller.name,
        frameHash: ContentHash.sha256(of: frame.text), frameSize: frame.units.count,
        sampleSize: drawn.count)
      try records.quality.add(
        draw, frame: frame.text, objects: drawn.compactMap { passed.objects[$0] })
      try log(
        records, by: caller, "sample.drawn", String(draw.number),
        "\(draw.level.rawValue) \(share.percent) \(draw.sampleSize)/\(draw.frameSize), frame "
          + "\(draw.frameHash), seed \(seed)")
      return draw
    }
  }

  /// The region that a caller's work is bounded by, within the district.
  private func region(of caller: Caller) -> RegionCode {
    caller.region.map { district.contains($0) ? $0 : district } ?? district
  }

  /// What did not pass in a draw that is checked.
  private func failedDraw(
    _ number: Int, _ records: any CentralTransaction, by caller: Caller
  ) throws -> (region: RegionCode, rework: ReworkScope) {
    let draw = try Hub.draw(number, in: records, for: caller)
    let report = QualityReport(try qualityInput(records, draw))
    guard report.total.verdict != .incomplete else {
      throw CensusError(
        .conflict, zh: "第 \(number) 次抽样还有 \(report.pending.count) 个对象未核查，不能据此重新抽样。",
        en: """
          The draw \(number) has \(report.pending.count) objects that are not checked; no other can follow \
          it yet.
          """,
        remedy: LocalizedText(
          zh: "先用 hazcensus qc record 登记全部核查结果。",
          en: "Record all checks with hazcensus qc record first."))
    }
    guard !report.rework.isEmpty else {
      throw CensusError(
        .conflict, zh: "第 \(number) 次抽样已全部通过，没有须整改后重抽的内容。",
        en: "The draw \(number) passed in every form and township; there is nothing to draw again.",
        remedy: LocalizedText(
          zh: "如需另行抽样，去掉 --after。", en: "To draw all the same, leave out --after."))
    }
    return (draw.region, report.rework)
  }

  private func requireForms(of order: SampleOrder) throws(CensusError) {
    for form in order.forms where forms.subject(of: form) == nil { _ = try forms.require(form) }
    guard order.forms.isEmpty || order.follows == nil else {
      throw CensusError(
        .usage, zh: "整改后的重抽自动限于未通过的调查表和乡镇，不能另选调查表。",
        en: "A draw that follows a failed one covers what did not pass; no forms can be chosen.",
        remedy: LocalizedText(zh: "去掉调查表的选择。", en: "Leave the forms out."))
    }
  }

  private static let nothingPassed = CensusError(
    .notFound, zh: "所选范围内没有已通过县级审核的对象，没有抽样。",
    en:
      "No object within the region and the forms has passed the county's review; nothing was drawn.",
    remedy: LocalizedText(
      zh: "先用 hazcensus review pass 审核，并确认已导入清查底册。",
      en: "Review with hazcensus review pass first, and make sure that the inventory was imported.")
  )

  static let checkedByTheCity = CensusError(
    .permission, zh: "市级核查须由市级账号进行。", en: "A city's check is made by an account of the city.",
    remedy: LocalizedText(
      zh: "请使用区域为市级代码（4 位）的账号。", en: "Use an account whose region is the city's, four digits."))
}

extension SampleOrder {
  /// The longest seed, in characters.
  private static let longestSeed = 64

  /// The share, where share and seed are such as anyone can write down and draw with again.
  fileprivate func provedShare() throws(CensusError) -> SampleShare {
    guard let share = SampleShare(hundredths: shareHundredths) else {
      throw CensusError(
        .invalidData, zh: "抽样比例须在 0.01% 至 100% 之间。", en: "A share is from 0.01% to 100%.",
        remedy: LocalizedText(zh: "例如 --share 10。", en: "Such as --share 10."))
    }
    guard let seed else { return share }
    let isPlain = seed.unicodeScalars.allSatisfy { (0x21...0x7E).contains($0.value) }
    guard isPlain, (1...SampleOrder.longestSeed).contains(seed.unicodeScalars.count) else {
      throw CensusError(
        .invalidData, zh: "随机种子须为 1 至 \(SampleOrder.longestSeed) 个可见的 ASCII 字符，不含空格。",
        en: "A seed has 1 to \(SampleOrder.longestSeed) visible ASCII characters and no space.",
        remedy: LocalizedText(
          zh: "改用字母和数字，或去掉 --seed 由系统生成。",
          en: "Use letters and digits, or leave --seed out and one is made."))
    }
    return share
  }
}
