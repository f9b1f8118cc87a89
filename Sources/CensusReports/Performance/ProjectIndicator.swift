import CensusDomain

/// One row of a project's performance sheet.
public struct ProjectIndicator: Sendable, Hashable {
  /// A short name in ASCII, unique within the project, under which values are recorded.
  public var id: String
  /// Whose points it shares.
  public var group: IndicatorGroup
  /// 一级指标, as the sheet writes it.
  public var level1: String
  /// 二级指标.
  public var level2: String
  /// 三级指标.
  public var level3: String
  /// 绩效指标描述.
  public var description: String
  /// 指标值.
  public var target: IndicatorTarget
  /// 指标值确定依据; empty where the sheet leaves it blank.
  public var basis: String
  /// From what the value is worked out; nil where a person records it.
  public var evidence: IndicatorEvidence?
  /// Its points; nil shares the rest of its group evenly.
  public var points: Points?
  /// How peculiarities of the sheet were read.
  public var remarks: [String]

  /// Makes a row.
  public init(
    id: String, group: IndicatorGroup, level1: String, level2: String, level3: String,
    description: String, target: IndicatorTarget, basis: String = "",
    evidence: IndicatorEvidence? = nil, points: Points? = nil, remarks: [String] = []
  ) {
    self.id = id
    self.group = group
    self.level1 = level1
    self.level2 = level2
    self.level3 = level3
    self.description = description
    self.target = target
    self.basis = basis
    self.evidence = evidence
    self.points = points
    self.remarks = remarks
  }
}
