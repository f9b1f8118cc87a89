import Testing

/// A valid sample made wrong by a merge patch, so that exactly the named rules break.
struct Violation: Sendable, CustomTestStringConvertible {
  let form: String
  let rule: String
  let patch: String
  /// Rules that cannot be kept once `rule` is broken.
  var alsoBroken: [String] = []
  var testDescription: String { "\(form) \(rule)" }
}

enum Violations {
  static let common: [(rule: String, patch: String)] = [
    ("townWithinCounty", #"{"townCode":"130207103","villageCode":null}"#),
    ("villageWithinTown", #"{"villageCode":"130207103001"}"#),
    ("surveyedBeforeFilled", #"{"surveyDate":"2021-11-02","fillDate":"2021-11-01"}"#),
    ("filledByToday", #"{"fillDate":"2021-12-02"}"#),
    ("reviewerIsNotSurveyor", #"{"reviewer":"李娜"}"#),
    (
      "photosNearObject",
      """
      {"photos":[{"takenAt":"2021-06-13T12:40:00+08:00","lon":117.5,"lat":39.1,
       "sha256":"a552eba771f1355658b84eb1f40f7b7eb4f2f3df501facb1945a836ec31ac7c2"}]}
      """
    ),
  ]

  static let own: [Violation] = fire + collapse + rain + seawall + fault + reservoir

  private static let fire = [
    Violation(form: "FOR_FIRESOURCE", rule: "fireDateInYear", patch: #"{"year":2018}"#),
    Violation(
      form: "FOR_FIRESOURCE", rule: "noMeasureStandsAlone", patch: #"{"measure":["5","3"]}"#),
  ]

  private static let fault = [
    Violation(form: "SEIS_FAULT", rule: "strikeAcrossDip", patch: #"{"dipDir":40}"#),
    Violation(form: "SEIS_FAULT", rule: "slipRateForYoungFault", patch: #"{"slipRateV":null}"#),
  ]

  private static let seawall = [
    ("warningLevelsInOrder", #"{"yellow":260}"#), ("okLengthWithinLength", #"{"okLen":864.1}"#),
    ("lowestIsLowest", #"{"lowestEl":4.41}"#), ("lowStandardHasDanger", #"{"actualStd":49}"#),
    ("widthsInOrder", #"{"topWidMin":5.6}"#), ("lengthFitsLine", #"{"len":980}"#),
  ].map { Violation(form: "SEA_SEAWALL", rule: $0.0, patch: $0.1) }

  private static let collapse = [
    ("unifiedNumberInCounty", #"{"tybh":"130206040005"}"#), ("threatClassFits", #"{"xqdj":"3"}"#),
    ("disasterClassFits", #"{"zqdj":"0"}"#), ("peopleNeedHouseholds", #"{"wxhs":0}"#),
    ("agesAddUp", #"{"age0to14":24}"#), ("eventBySurvey", #"{"eventDate":"2021-08-06"}"#),
    ("sizeClassFits", #"{"gmdj":"0"}"#), ("diametersInOrder", #"{"minDia":20.8}"#),
    ("depthsInOrder", #"{"minDepth":0.91}"#),
    ("crackLengthsInOrder", #"{"cracks":{"minLen":60.6}}"#),
    ("crackWidthsInOrder", #"{"cracks":{"minWid":0.31}}"#),
    ("crackDepthsInOrder", #"{"cracks":{"minDep":2,"maxDep":1.9}}"#),
    ("pitsWithinCount", #"{"pitCount":1,"pits":[{"no":1},{"no":2}]}"#),
    ("minedWithinSeam", #"{"mineThick":6.1}"#), ("peakAfterStart", #"{"peakFrom":"1999-12-31"}"#),
    ("peakInOrder", #"{"peakFrom":"2001-01-02","peakTo":"2001-01-01"}"#),
    ("stopAfterStart", #"{"developing":false,"stopDate":"1999-12-31"}"#),
    ("startBySurvey", #"{"startDate":"2021-08-06"}"#),
  ].map { Violation(form: "GEO_COLLAPSE", rule: $0.0, patch: $0.1) }

  private static let rain =
    [
      ("durationFits", #"{"durationDays":3}"#),
      ("withinSeries", dates("2020-12-31", "2021-01-01")),
      ("withinDefaultSeries", dates("1977-07-04", "1977-07-05")),
      ("max1hNotAboveLonger", #"{"max1h":40.7}"#), ("max3hNotAboveLonger", #"{"max3h":55.5}"#),
      ("max6hNotAboveLonger", #"{"max6h":68.7}"#), ("max12hNotAboveLonger", #"{"max12h":78.1}"#),
      ("max24hNotAboveLonger", #"{"max24h":91.7}"#), ("dailyWithinTotal", #"{"maxDaily":91.7}"#),
      ("maxDayInProcess", #"{"maxDailyDate":"1982-07-06"}"#), ("gradeFits", #"{"grade":"2"}"#),
      ("stormDaysWithinDuration", #"{"stormDays":3}"#),
      ("rainHoursWithinDuration", #"{"rainHours":49}"#),
    ].map { Violation(form: "MET_RAIN", rule: $0.0, patch: $0.1) } + [
      // A process that ends before it begins has neither a length nor days.
      Violation(
        form: "MET_RAIN", rule: "processInOrder", patch: #"{"startDate":"1982-07-06"}"#,
        alsoBroken: ["durationFits", "maxDayInProcess"])
    ]

  private static let reservoir = [
    ("deadBelowFloodLimit", #"{"deadLev":27.75}"#), ("floodLimitUpToNormal", #"{"flLim":28.3}"#),
    ("normalUpToDesign", #"{"normLev":28.9}"#), ("designUpToCheck", #"{"desFl":29.4}"#),
    ("floodLimitUpToFloodHigh", #"{"flcoLev":27.7}"#),
    ("floodHighUpToDesign", #"{"flcoLev":28.9}"#), ("capacityWithinTotal", #"{"deadCap":36.6}"#),
    ("checkAboveDesignStandard", #"{"chkStd":20}"#), ("scaleFitsCapacity", #"{"engScal":"4"}"#),
    (
      "classThreeNeedsReinforcement",
      #"{"safetyClass":"3","reinforce":"0","hiddenType":["1"]}"#
    ),
    ("classThreeHasDanger", #"{"safetyClass":"3","reinforce":"1","hiddenType":["6"]}"#),
    ("noDangerStandsAlone", #"{"hiddenType":["6","1"]}"#),
    ("assessmentRecent", #"{"safetyTime":"2011-06-12"}"#),
  ].map { Violation(form: "WAT_RESERVOIR", rule: $0.0, patch: $0.1) }

  private static func dates(_ from: String, _ to: String) -> String {
    #"{"startDate":"\#(from)","endDate":"\#(to)","maxDailyDate":"\#(to)"}"#
  }
}
