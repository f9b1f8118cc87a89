import CensusAPI

/// Tells a line that stands twice on a voucher from one that is sent again.
enum Repeats {
  /// The lines that the ledger does not hold yet, each with its number among equal ones, from 1.
  ///
  /// What is held counts against what is given: a file with two equal lines adds two the first time
  /// and none the second.
  static func fresh(
    _ given: [ExpenseLine], beside held: [ExpenseLine]
  ) -> [(line: ExpenseLine, repetition: Int)] {
    numbered(given, beside: held).map { (given[$0.place], $0.repetition) }
  }

  /// The places of those lines among all that are given.
  static func freshPlaces(_ given: [ExpenseLine], beside held: [ExpenseLine]) -> Set<Int> {
    Set(numbered(given, beside: held).map(\.place))
  }

  private static func numbered(
    _ given: [ExpenseLine], beside held: [ExpenseLine]
  ) -> [(place: Int, repetition: Int)] {
    let counts = Dictionary(held.map { ($0, 1) }, uniquingKeysWith: +)
    var met: [ExpenseLine: Int] = [:]
    return given.enumerated().compactMap { place, line in
      met[line, default: 0] += 1
      let repetition = met[line, default: 1]
      return repetition > counts[line, default: 0] ? (place, repetition) : nil
    }
  }
}
