import CensusDomain

/// Takes in several bundles: one that fails holds up no other, and one that waits for an earlier bundle
/// is tried again once another was taken in.
struct BundleRound<Outcome> {
  private var waiting: [String]
  private var failures: [(path: String, error: CensusError)] = []
  private let language: Language
  /// What was taken in, in the order of taking.
  private(set) var taken: [Outcome] = []

  init(_ paths: [String], language: Language) {
    waiting = paths
    self.language = language
  }

  mutating func run(
    _ take: (String) async throws(CensusError) -> Outcome
  ) async throws {
    var hasProgress = true
    while hasProgress, !waiting.isEmpty {
      hasProgress = false
      failures = []
      for path in waiting {
        do throws(CensusError) {
          taken.append(try await take(path))
          hasProgress = true
        } catch {
          failures.append((path: path, error: error))
        }
      }
      waiting = failures.filter { $0.error.code == .conflict }.map(\.path)
      if hasProgress, !waiting.isEmpty {
        tell(failures.filter { $0.error.code != .conflict })
        final += failures.filter { $0.error.code != .conflict }
      }
    }
    tell(failures)
    final += failures
  }

  private var final: [(path: String, error: CensusError)] = []

  private func tell(_ failures: [(path: String, error: CensusError)]) {
    for failure in failures {
      Console.say(failure.error.message, language)
      if let remedy = failure.error.remedy { Console.say(remedy, language) }
    }
  }

  /// Ends with the first failure's exit status where there was one.
  ///
  /// - Throws: ``CensusError`` that counts the failures; each was said before.
  func finish() throws(CensusError) {
    guard let first = final.first else { return }
    throw CensusError(
      first.error.code, zh: "\(taken.count) 个离线包已导入，\(final.count) 个没有。",
      en: "\(taken.count) bundles were taken in, \(final.count) were not.",
      remedy: LocalizedText(zh: "原因见上。", en: "The reasons are said above."))
  }
}
