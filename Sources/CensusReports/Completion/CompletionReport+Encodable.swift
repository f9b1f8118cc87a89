import CensusDomain

extension CompletionReport: Encodable {
  enum CodingKeys: String, CodingKey {
    case asOf, district, districtName, inventoryVersion, inventoryFrozenOn, requiredStage
    case targetRate, targetPercent, surveyStart, deadline, snapshot, verdict, total, pooled, mean
    case lowest, expected, hazards, classes, townships, surveyors, notApplicable, unlisted
    case openConflicts
  }

  /// Writes every key always, with null where there is no value.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(asOf, forKey: .asOf)
    try container.encode(district, forKey: .district)
    try container.encode(districtName, forKey: .districtName)
    try container.encode(inventoryVersion, forKey: .inventoryVersion)
    try container.encode(inventoryFrozenOn, forKey: .inventoryFrozenOn)
    try container.encode(requiredStage.code, forKey: .requiredStage)
    try container.encode(targetRate.value, forKey: .targetRate)
    try container.encode(targetRate.percent(), forKey: .targetPercent)
    try container.encode(surveyStart, forKey: .surveyStart)
    try container.encode(deadline, forKey: .deadline)
    try container.encode(snapshot, forKey: .snapshot)
    try container.encode(verdict, forKey: .verdict)
    try container.encode(total, forKey: .total)
    try container.encode(pooled, forKey: .pooled)
    try container.encode(mean, forKey: .mean)
    try container.encode(lowest, forKey: .lowest)
    try container.encode(expected, forKey: .expected)
    try container.encode(hazards, forKey: .hazards)
    try container.encode(classes, forKey: .classes)
    try container.encode(townships, forKey: .townships)
    try container.encode(surveyors, forKey: .surveyors)
    try container.encode(notApplicable, forKey: .notApplicable)
    try container.encode(unlisted, forKey: .unlisted)
    try container.encode(openConflicts, forKey: .openConflicts)
  }
}
