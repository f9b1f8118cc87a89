import CensusDomain

/// Takes in several bundles: one that fails holds up no other, and one that waits for an earlier bundle
/// is tried again once another was taken in.
struct BundleRound<Outcome> {
  private let paths: [String]
  private let language: Language
  /// What was taken in, in the order of taking.
  private(set) var taken: [Outcome] = []
  /// What was given up, each said when it was.
  private var refused: [CensusError] = []

  init(_ paths: [String], language: Language) {
    self.paths = paths
    self.language = language
  }

  mutating func run(
    _ take: (String) async throws(CensusError) -> Outcome
  ) async throws {
    var waiting = paths
    while !waiting.isEmpty {
      let takenBefore = taken.count
      var conflicts: [(path: String, error: CensusError)] = []
      for path in waiting {
        do throws(CensusError) {
          taken.append(try await take(path))
        } catch {
          if error.code == .conflict {
            conflicts.append((path: path, error: error))
          } else {
            giveUp(error)
          }
        }
      }
      guard taken.count > takenBefore else {
        for conflict in conflicts { giveUp(conflict.error) }
        return
      }
      waiting = conflicts.map(\.path)
    }
  }

  private mutating func giveUp(_ error: CensusError) {
    refused.append(error)
    Console.say(error.message, language)
    if let remedy = error.remedy { Console.say(remedy, language) }
  }

  /// Ends with the first failure's exit status where there was one.
  ///
  /// - Throws: ``CensusError`` that counts the failures.
  func finish() throws(CensusError) {
    guard let first = refused.first else { return }
    throw CensusError(
      first.code, zh: "\(taken.count) 个离线包已导入，\(refused.count) 个没有。",
      en: "\(taken.count) bundles were taken in, \(refused.count) were not.",
      remedy: LocalizedText(zh: "原因见上。", en: "The reasons are said above."))
  }
}
