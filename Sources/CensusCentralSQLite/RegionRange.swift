import CensusDomain

/// The codes that begin with a region's, as a range for an index to walk.
struct RegionRange {
  let from: String
  let below: String

  /// The codes within `region`; nil for all.
  init(_ region: RegionCode?) { self.init(prefix: region?.digits ?? "") }

  /// The codes that begin with `prefix`.
  init(prefix: String) {
    from = prefix
    // ":" is the character after "9".
    below = prefix + ":"
  }
}
