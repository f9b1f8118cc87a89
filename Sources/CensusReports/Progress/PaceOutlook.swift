import CensusDomain

/// When the target is reached if work goes on as in the last weeks.
public enum PaceOutlook: Sendable, Hashable {
  /// No object is to be surveyed, so that there is nothing to reach.
  case noDenominator
  /// The target is reached.
  case reached
  /// Fewer than two whole weeks have passed since surveying began.
  case tooEarly
  /// The day in question, with four chances in five that it comes no earlier and no later, where each week
  /// to come is like one of the last; nil for a day that does not come within ten years at this pace.
  case days(earliest: CivilDate?, likely: CivilDate?, latest: CivilDate?)
}
