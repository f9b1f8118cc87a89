import CensusDomain

/// The counts of an input by hazard and township, for the applicable hazards.
struct ProgressTally {
  struct Sum {
    var now = ProgressCount()
    var before = ProgressCount()
    var bridge = ProgressBridge()

    mutating func add(_ other: Sum) {
      now.add(other.now)
      before.add(other.before)
      bridge.add(other.bridge)
    }
  }

  private struct Place: Hashable {
    let hazard: Hazard
    let town: String
  }

  private var sums: [Place: Sum] = [:]

  init(_ input: ProgressInput) {
    let applicable = Set(input.terms.applicable)
    for cell in input.cells where cell.count > 0 && applicable.contains(cell.hazard) {
      sums[Place(hazard: cell.hazard, town: cell.town), default: Sum()]
        .now.add(cell.count, at: cell.stage)
    }
    for cell in input.previousCells where cell.count > 0 && applicable.contains(cell.hazard) {
      sums[Place(hazard: cell.hazard, town: cell.town), default: Sum()]
        .before.add(cell.count, at: cell.stage)
    }
    // After all cells: only then is known how many objects there are to be self-checked.
    for checked in input.checked {
      sums[Place(hazard: checked.hazard, town: checked.town)]?.now.addChecked(checked.count)
    }
    for change in input.changes where change.count > 0 && applicable.contains(change.hazard) {
      sums[Place(hazard: change.hazard, town: change.town), default: Sum()]
        .bridge.add(change.count, of: change.kind)
    }
  }

  /// The townships by code.
  var towns: [String] { Set(sums.keys.map(\.town)).sorted() }

  /// The townships of `hazard` by code.
  func towns(of hazard: Hazard) -> [String] {
    sums.keys.filter { $0.hazard == hazard }.map(\.town).sorted()
  }

  /// The sum over a hazard, a township, both, or all.
  func sum(hazard: Hazard?, town: String?) -> Sum {
    var total = Sum()
    for (place, sum) in sums {
      guard place.hazard == hazard ?? place.hazard, place.town == town ?? place.town else {
        continue
      }
      total.add(sum)
    }
    return total
  }
}
