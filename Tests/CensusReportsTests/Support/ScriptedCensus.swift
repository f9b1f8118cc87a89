import CensusDomain
import CensusReports

/// A census played from a seed day by day: objects are recorded, passed, returned and changed, and the
/// inventory grows, shrinks and corrects townships.
struct ScriptedCensus {
  static let start = Samples.day(1, 1)
  static let hazards: [Hazard] = [.earthquake, .landslide, .rainstorm, .riverFlood]
  static let towns = ["", "130209001", "130209002", "130209100"]
  private static let surveyors = ["张伟", "王芳", "Li"]

  /// The objects as they stood at the end of each day.
  private(set) var days: [CivilDate: [ScriptedObject]] = [:]
  /// What happened to entries: the day, the object then, and what.
  private(set) var events: [(day: CivilDate, object: ScriptedObject, kind: EntryEvents.Kind)] = []
  /// Versions of the inventory: when they were frozen, what they added and took away by object.
  private(set) var versions: [(day: CivilDate, number: Int, added: [Hazard], removed: [Hazard])] =
    []
  private var objects: [ScriptedObject]
  private var random: SeededGenerator

  /// Plays `count` days.
  init(seed: UInt64, days count: Int) {
    random = SeededGenerator(seed: seed)
    objects = []
    for id in 0..<160 {
      objects.append(
        ScriptedObject(
          id: id, hazard: ScriptedCensus.hazards[Int.random(in: 0..<4, using: &random)],
          town: ScriptedCensus.towns[Int.random(in: 0..<4, using: &random)],
          isListed: id < 100))
    }
    days[CivilDate(dayNumber: ScriptedCensus.start.dayNumber - 1)] = objects
    for number in 0..<count {
      let day = CivilDate(dayNumber: ScriptedCensus.start.dayNumber + number)
      for _ in 0..<Int.random(in: 0...3, using: &random) { work(on: day) }
      if number % 17 == 16 { changeInventory(on: day) }
      days[day] = objects
    }
  }

  /// One step of one object.
  private mutating func work(on day: CivilDate) {
    let index = Int.random(in: 0..<objects.count, using: &random)
    var object = objects[index]
    let chance = Int.random(in: 0..<100, using: &random)
    switch object.stage {
    case .none:
      object.surveyor = ScriptedCensus.surveyors[Int.random(in: 0..<3, using: &random)]
      object.stage = chance < 20 ? .recorded : .received
      if chance >= 80 { events.append((day, object, .late)) }
    case .recorded:
      object.stage = .received
      object.isReturned = false
    case .received, .countyPassed, .cityPassed:
      let isReturn = chance < (object.isDone ? 10 : 25)
      if isReturn {
        object.stage = .recorded
        object.isReturned = true
        events.append((day, object, .returned))
      } else if object.isDone && chance < 20 {
        object.stage = .received
      } else {
        object.stage = min(.cityPassed, Stage(rawValue: object.stage.rawValue + 1) ?? .cityPassed)
      }
    }
    objects[index] = object
  }

  private mutating func changeInventory(on day: CivilDate) {
    var added: [Hazard] = []
    var removed: [Hazard] = []
    for _ in 0..<6 {
      let index = Int.random(in: 0..<objects.count, using: &random)
      objects[index].isListed.toggle()
      if objects[index].isListed {
        added.append(objects[index].hazard)
      } else {
        removed.append(objects[index].hazard)
      }
    }
    let moved = Int.random(in: 0..<objects.count, using: &random)
    objects[moved].town = ScriptedCensus.towns[Int.random(in: 0..<4, using: &random)]
    versions.append((day, versions.count + 2, added, removed))
  }

  /// The version of the inventory at the end of `day`.
  func version(on day: CivilDate) -> Int { versions.last { $0.day <= day }?.number ?? 1 }

  /// The listed objects at the end of `day`.
  func listed(on day: CivilDate) -> [ScriptedObject] {
    (days[day] ?? []).filter(\.isListed)
  }
}
