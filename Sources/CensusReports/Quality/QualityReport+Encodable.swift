import CensusDomain

extension QualityReport: Encodable {
  enum CodingKeys: String, CodingKey {
    case draw, level, day, seed, share, follows, inventoryVersion, frameHash, method, limit, verdict
    case total, townships, forms, strata, pending, faults, rework
  }

  /// Writes every key always, with null where there is no value.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(input.draw, forKey: .draw)
    try container.encode(input.level, forKey: .level)
    try container.encode(input.day, forKey: .day)
    try container.encode(input.seed, forKey: .seed)
    try container.encode(input.share.percent, forKey: .share)
    try container.encode(input.follows, forKey: .follows)
    try container.encode(input.inventoryVersion, forKey: .inventoryVersion)
    try container.encode(input.frameHash, forKey: .frameHash)
    try container.encode(input.method, forKey: .method)
    try container.encode(input.limit.shortPercent, forKey: .limit)
    try container.encode(total.verdict, forKey: .verdict)
    try container.encode(Part(total, in: self), forKey: .total)
    try container.encode(townships.map { Part($0, in: self) }, forKey: .townships)
    try container.encode(forms.map { Part($0, in: self) }, forKey: .forms)
    try container.encode(strata.map { Part($0, in: self) }, forKey: .strata)
    try container.encode(pending.map { Name($0.unit) }, forKey: .pending)
    try container.encode(
      input.objects.flatMap { object in
        (object.finding?.faults ?? []).map { Wrong(object.unit, $0) }
      }, forKey: .faults)
    try container.encode(
      input.frame.units.filter(rework.contains).map { Name($0) }, forKey: .rework)
  }

  private struct Name: Encodable {
    let objectCode, form, townCode: String

    init(_ unit: SampleUnit) { (objectCode, form, townCode) = (unit.object, unit.form, unit.town) }
  }

  private struct Wrong: Encodable {
    let objectCode, form, townCode, field, recorded, correct: String

    init(_ unit: SampleUnit, _ fault: QualityFinding.Fault) {
      (objectCode, form, townCode) = (unit.object, unit.form, unit.town)
      (field, recorded, correct) = (fault.field, fault.recorded, fault.correct)
    }
  }

  private struct Part: Encodable {
    let row: Row
    let mean: Ratio?
    /// Whether the row is judged; a stratum is not.
    let isJudged: Bool

    enum CodingKeys: String, CodingKey {
      case form, townCode, total, sampled, checked, indicators, wrong, pooledRate, pooledPercent
      case meanRate, meanPercent, positions, wrongPositions, geometries, wrongGeometries, verdict
    }

    init(_ row: Row, in report: QualityReport) {
      self.row = row
      mean = row.tally.perObjectMean(limit: report.input.limit)
      isJudged = row.form == nil || row.town == nil
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(row.form, forKey: .form)
      try container.encode(row.town, forKey: .townCode)
      try container.encode(row.tally.total, forKey: .total)
      try container.encode(row.tally.sampled, forKey: .sampled)
      try container.encode(row.tally.checked, forKey: .checked)
      try container.encode(row.tally.indicators, forKey: .indicators)
      try container.encode(row.tally.wrong, forKey: .wrong)
      try container.encode(row.tally.pooled?.value, forKey: .pooledRate)
      try container.encode(row.tally.pooled?.percent(), forKey: .pooledPercent)
      try container.encode(mean?.value, forKey: .meanRate)
      try container.encode(mean?.percent(), forKey: .meanPercent)
      try container.encode(row.tally.positions, forKey: .positions)
      try container.encode(row.tally.wrongPositions, forKey: .wrongPositions)
      try container.encode(row.tally.geometries, forKey: .geometries)
      try container.encode(row.tally.wrongGeometries, forKey: .wrongGeometries)
      try container.encode(isJudged ? row.verdict : nil, forKey: .verdict)
    }
  }
}
