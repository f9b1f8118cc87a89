import CensusAPI
import CensusCentralSQLite
import CensusDomain
import CensusForms
import CensusHub
import Foundation

/// Papers over a million objects, made from the records and laid out; each must take less than a second.
struct PaperBenchmark {
  private static let target = 1.0
  private static let kinds: [PaperKind] = [.completion, .cost, .weekly, .monthly, .problems]

  private let setting: Setting
  private let folder: String

  /// Measures on the store in `folder`, which holds as many objects as the setting says.
  init(_ setting: Setting, folder: String) {
    self.setting = setting
    self.folder = folder
  }

  func run() async throws -> [Figure] {
    let hub = try Hub.open(folder: folder, forms: FormCatalogue.builtIn())
    // The first of its kind plays the past days back and keeps them, as a served central does day by day.
    for kind in PaperBenchmark.kinds { _ = try await make(kind, hub, isDraft: false) }
    var figures: [Figure] = []
    for kind in PaperBenchmark.kinds {
      var times = Times()
      for _ in 0..<setting.rounds {
        let start = ContinuousClock.now
        let json = try await make(kind, hub, isDraft: true)
        times.add(ContinuousClock.now - start)
        guard json.utf8.count > 500 else { throw BenchError("The paper \(kind) is empty.") }
      }
      figures.append(
        Figure(
          name: "paper \(kind.rawValue) over \(setting.reportItems)",
          ours: Wording.milliseconds(times.median), baseline: "-", ratio: nil, target: "≤ 1 s",
          verdict: times.median <= PaperBenchmark.target ? .reached : .short))
    }
    return figures
  }

  private func make(_ kind: PaperKind, _ hub: Hub, isDraft: Bool) async throws -> String {
    let central = LocalCentral(hub: hub, caller: .localAdministrator)
    return try await Operations.makePaper.call(
      PaperRequest(kind: kind, isDraft: isDraft), at: central
    ).json
  }
}
