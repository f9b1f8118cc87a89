import CensusDomain

/// A file of layers that takes features one after the other and gets its name when it is whole.
public protocol GeoSink {
  /// Adds features to the layer of this number, counted from 0.
  /// - Throws: ``CensusError`` where the disk does not take them.
  func add(_ features: [GeoFeature], to layer: Int) throws(CensusError)
  /// Ends the file with what it says of itself, and gives it its name.
  /// - Throws: ``CensusError`` where the disk does not take it.
  func finish(_ about: GeoAbout) throws(CensusError)
}

/// What a file says of itself: of which state it was made.
public struct GeoAbout: Sendable {
  /// The state's time: when the last thing happened that it can tell of.
  public var stateAt: Timestamp
  /// What else there is to say, by names that stay, in order.
  public var facts: [(name: String, value: GeoValue)]

  /// Makes it.
  public init(stateAt: Timestamp, facts: [(name: String, value: GeoValue)]) {
    self.stateAt = stateAt
    self.facts = facts
  }
}
