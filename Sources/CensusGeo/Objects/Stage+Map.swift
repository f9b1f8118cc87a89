import CensusDomain

extension Stage {
  /// The stage that bears this stable name.
  init?(code: String) {
    guard let stage = Stage.allCases.first(where: { $0.code == code }) else { return nil }
    self = stage
  }

  /// What a map calls objects that stand at this stage, in the words of the reports' funnel.
  var mapName: LocalizedText {
    switch self {
    case .none: LocalizedText(zh: "未录入", en: "Not recorded")
    case .recorded: LocalizedText(zh: "已录入", en: "Recorded")
    case .received: LocalizedText(zh: "已接收", en: "Received")
    case .countyPassed: LocalizedText(zh: "县级通过", en: "County passed")
    case .cityPassed: LocalizedText(zh: "市级通过", en: "City passed")
    }
  }

  /// Its colour on a map: grey before any work, from orange over blue to green with it.
  private var color: LayerStyle.Color {
    switch self {
    case .none: LayerStyle.Color(189, 189, 189)
    case .recorded: LayerStyle.Color(253, 174, 97)
    case .received: LayerStyle.Color(67, 147, 195)
    case .countyPassed: LayerStyle.Color(127, 188, 65)
    case .cityPassed: LayerStyle.Color(0, 104, 55)
    }
  }

  /// A style that colours by stage, and shows apart what need not be surveyed.
  static let style = LayerStyle(
    name: "按阶段 by stage",
    expression: "CASE WHEN \"shouldSurvey\" THEN \"stage\" ELSE 'excluded' END",
    categories: Stage.allCases.map { .init($0.code, $0.mapName, $0.color) } + [
      .init(
        "excluded", LocalizedText(zh: "不需调查", en: "Not to be surveyed"),
        LayerStyle.Color(255, 255, 255))
    ])
}
