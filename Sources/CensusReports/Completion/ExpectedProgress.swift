import CensusDomain

/// What a straight line from the survey's start to the target on the deadline says of today.
///
/// The line is at nothing on `surveyStart` and at the target on `deadline`; days worked are counted
/// from the start to `asOf`, days left from `asOf` to the deadline.
public struct ExpectedProgress: Sendable, Hashable {
  /// The rate that the line has on `asOf`.
  public let rate: Ratio?
  /// Objects still to be done until the pooled rate reaches the target.
  public let doneNeeded: Int
  /// Objects still to be done until each hazard reaches the target; a surplus in one hazard does not
  /// help another.
  public let doneNeededEachHazard: Int
  /// Hundredths of objects a day, rounded up, that bring the pooled rate to the target in time; nil
  /// where objects are missing and no day is left.
  public let neededPerDayHundredths: Int?
  /// The day on which the pooled rate reaches the target at the pace so far, or `asOf` where it
  /// already has; nil where no pace can be computed.
  public let projectedDate: CivilDate?

  /// Draws the line for the dates of `input`.
  init(_ input: CompletionInput, pooled: CompletionRate, hazards: [CompletionRate]) {
    let line = ExpectedLine(
      start: input.surveyStart, deadline: input.deadline, target: input.targetRate)
    rate = line.rate(on: input.asOf)
    let worked = input.asOf.dayNumber - input.surveyStart.dayNumber

    let goal = input.targetRate.ceiling(of: pooled.shouldSurvey)
    doneNeeded = max(0, goal - pooled.done)
    doneNeededEachHazard = hazards.reduce(0) { sum, hazard in
      sum + max(0, input.targetRate.ceiling(of: hazard.shouldSurvey) - hazard.done)
    }
    let left = input.deadline.dayNumber - input.asOf.dayNumber
    if doneNeeded == 0 {
      neededPerDayHundredths = 0
    } else {
      neededPerDayHundredths = left > 0 ? (doneNeeded * 100 + left - 1) / left : nil
    }

    if pooled.shouldSurvey == 0 {
      projectedDate = nil
    } else if doneNeeded == 0 {
      projectedDate = input.asOf
    } else if pooled.done > 0, worked > 0 {
      let days = (Int128(goal) * Int128(worked) + Int128(pooled.done) - 1) / Int128(pooled.done)
      let day = Int(clamping: Int128(input.surveyStart.dayNumber) + days)
      // A date needs a year of four digits; what lies beyond is no plan anyway.
      projectedDate = day <= ExpectedProgress.lastDay ? CivilDate(dayNumber: day) : nil
    } else {
      projectedDate = nil
    }
  }

  /// The pace needed as a decimal with two places.
  var neededPerDay: String? {
    neededPerDayHundredths.map { hundredths in
      let rest = hundredths % 100
      return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
  }

  /// 9999-12-31.
  private static let lastDay = 2_932_896
}

extension ExpectedProgress: Encodable {
  enum CodingKeys: String, CodingKey {
    case rate, percent, doneNeeded, doneNeededEachHazard, doneNeededPerDay, projectedDate
  }

  /// Writes rates and paces as numbers, and null where there is none.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rate?.value, forKey: .rate)
    try container.encode(rate?.percent(), forKey: .percent)
    try container.encode(doneNeeded, forKey: .doneNeeded)
    try container.encode(doneNeededEachHazard, forKey: .doneNeededEachHazard)
    try container.encode(neededPerDayHundredths.map { Double($0) / 100 }, forKey: .doneNeededPerDay)
    try container.encode(projectedDate, forKey: .projectedDate)
  }
}
