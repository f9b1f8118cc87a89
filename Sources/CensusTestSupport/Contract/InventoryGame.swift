import CensusAPI
import CensusDomain
import CensusHub

/// Changes an inventory at random and keeps its own simple record of what must be so.
struct InventoryGame {
  /// Thrown by the steps that are to leave nothing behind.
  struct Abandoned: Error {}

  /// An object and how far it has come.
  struct Held {
    var object: InventoryObject
    var since: Int
    var stage = Stage.none
    var author = ""
  }

  private(set) var objects: [String: Held] = [:]
  private(set) var version = 0
  private let seed: UInt64
  private var random: SeededNumbers

  init(seed: UInt64) {
    self.seed = seed
    random = SeededNumbers(seed: seed)
  }

  /// Plays the transaction of this step, a few changes; some steps end by throwing.
  ///
  /// A step draws its numbers anew, so that a storage may run it twice.
  mutating func play(_ step: Int, in records: any CentralTransaction) throws {
    random = SeededNumbers(seed: seed &+ UInt64(step) &* 1000)
    if version == 0 || Int.random(in: 0..<4, using: &random) == 0 {
      version += 1
      _ = try records.inventory.add(ContractSamples.version(version))
      for _ in 0..<6 { try replace(in: records) }
    }
    for _ in 0..<4 { try move(in: records) }
    if Int.random(in: 0..<5, using: &random) == 0 { throw Abandoned() }
  }

  private mutating func replace(in records: any CentralTransaction) throws {
    let code = "OBJ-\(Int.random(in: 10...40, using: &random))"
    if let held = objects[code] {
      // What a version has put in goes only with a later one.
      guard held.since < version else { return }
      objects[code] = nil
      return try records.inventory.retire(held.object, from: version)
    }
    let towns = ["130205101", "130205102", "130205103"]
    let object = ContractSamples.object(
      code, town: towns[Int.random(in: 0..<3, using: &random)],
      shouldSurvey: Int.random(in: 0..<5, using: &random) > 0)
    try records.inventory.enter(object, from: version)
    objects[code] = Held(object: object, since: version)
  }

  private mutating func move(in records: any CentralTransaction) throws {
    guard let code = objects.keys.sorted().randomElement(using: &random),
      let place = try records.stages.place(code, form: ContractSamples.form)
    else { return }
    let stage = Stage(rawValue: Int.random(in: 0...4, using: &random)) ?? .none
    let author = stage == .none ? "" : ["李娜", "张强"][Int.random(in: 0...1, using: &random)]
    try records.stages.set(stage, by: author, object: code, form: ContractSamples.form)
    guard let lowest = try records.stages.lowest(of: place.item) else {
      throw ContractBreach(description: "\(code) requires no form")
    }
    try records.stages.set(lowest.stage, by: lowest.author, item: place.item)
    objects[code]?.stage = stage
    objects[code]?.author = author
  }

  /// The sums, counted object by object.
  func counts() -> [ProgressCount] {
    var counts: [[String]: Int] = [:]
    for held in objects.values where held.object.shouldSurvey {
      counts[[held.object.townCode, held.author, String(held.stage.rawValue)], default: 0] += 1
    }
    let inOrder = counts.sorted { left, right in
      left.key.lexicographicallyPrecedes(right.key) {
        $0.utf8.lexicographicallyPrecedes($1.utf8)
      }
    }
    return inOrder.map { key, count in
      ProgressCount(
        hazard: .forestGrasslandFire, town: key[0], author: key[1],
        stage: Int(key[2]).flatMap { Stage(rawValue: $0) } ?? .none, count: count)
    }
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same seed gives the same numbers.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
