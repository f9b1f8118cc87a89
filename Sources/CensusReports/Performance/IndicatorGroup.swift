import CensusDomain

/// The group of indicators that shares one number of points.
public enum IndicatorGroup: String, Sendable, CaseIterable {
  /// 产出指标.
  case output
  /// 效果指标, elsewhere 效益指标.
  case effect
  /// 满意度指标.
  case satisfaction
}
