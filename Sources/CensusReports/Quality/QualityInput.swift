import CensusDomain

/// A draw with what its checks found, from which a quality report is made.
public struct QualityInput: Sendable, Hashable {
  /// A sampled object.
  public struct Object: Sendable, Hashable {
    /// Which form of which object.
    public var unit: SampleUnit
    /// The object's name.
    public var name: String
    /// The last check; nil before the first.
    public var finding: QualityFinding?

    /// Describes a sampled object.
    public init(unit: SampleUnit, name: String, finding: QualityFinding?) {
      self.unit = unit
      self.name = name
      self.finding = finding
    }
  }

  /// The draw's number.
  public var draw: Int
  /// The level that checks.
  public var level: ReviewLevel
  /// The day of the draw.
  public var day: CivilDate
  /// The seed.
  public var seed: String
  /// The share.
  public var share: SampleShare
  /// The draw that failed before, where this one follows its rework.
  public var follows: Int?
  /// The inventory's version.
  public var inventoryVersion: Int
  /// The SHA-256 of the frame's text.
  public var frameHash: ContentHash
  /// What was drawn from.
  public var frame: SampleFrame
  /// What was drawn.
  public var objects: [Object]
  /// The forms' names by code.
  public var formTitles: [String: LocalizedText]
  /// The townships' names by code.
  public var townNames: [String: String]
  /// By which rate is judged.
  public var method: QualityMethod
  /// The greatest rate that passes.
  public var limit: Ratio

  /// Gathers a draw's facts.
  public init(
    draw: Int, level: ReviewLevel, day: CivilDate, seed: String, share: SampleShare, follows: Int?,
    inventoryVersion: Int, frameHash: ContentHash, frame: SampleFrame, objects: [Object],
    formTitles: [String: LocalizedText], townNames: [String: String], method: QualityMethod,
    limit: Ratio
  ) {
    self.draw = draw
    self.level = level
    self.day = day
    self.seed = seed
    self.share = share
    self.follows = follows
    self.inventoryVersion = inventoryVersion
    self.frameHash = frameHash
    self.frame = frame
    self.objects = objects
    self.formTitles = formTitles
    self.townNames = townNames
    self.method = method
    self.limit = limit
  }
}
