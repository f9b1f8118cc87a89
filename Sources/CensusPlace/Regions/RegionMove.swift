/// Where a town of one edition is in another.
public enum RegionMove: Sendable, Hashable {
  /// The code means the same town there.
  case stays(RegionName)
  /// The town has another code there.
  case moved(RegionName)
  /// The table traces it to several towns there.
  case several([RegionName])
  /// No town there is known to be this one; `sameCode` is the one that has its code now, if any.
  case lost(RegionName, sameCode: RegionName?)
  /// The first edition has no such code, or one of the editions is not known.
  case unknown
}
