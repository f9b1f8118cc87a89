/// A seeded source of chance (SplitMix64): the same seed gives the same numbers on every machine.
public struct SimulationRandom: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// Begins a sequence.
  public init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number in 0..<`bound`; 0 where `bound` is not positive.
  mutating func below(_ bound: Int) -> Int {
    bound > 0 ? Int.random(in: 0..<bound, using: &self) : 0
  }

  /// True in `percent` of 100 cases.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of several things; nil where there are none.
  mutating func pick<Element>(_ things: [Element]) -> Element? {
    things.isEmpty ? nil : things[below(things.count)]
  }

  /// One of several things, each as often as its weight says.
  mutating func pick<Element>(weighted things: [(Element, weight: Int)]) -> Element? {
    var rest = below(things.reduce(0) { $0 + $1.weight })
    for (thing, weight) in things {
      if rest < weight { return thing }
      rest -= weight
    }
    return nil
  }
}
