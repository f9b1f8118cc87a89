import CensusDomain
import Mustache

/// Reports as single HTML files that print on A4 and need nothing from outside.
public enum HTMLReport {
  /// The completion report, followed by the cost block where `cost` is given.
  public static func page(
    completion: CompletionReport, cost: CostReport?, language: Language
  ) throws -> String {
    try render(ReportPage(completion: completion, cost: cost, language: language))
  }

  /// The cost report alone.
  public static func page(cost: CostReport, language: Language) throws -> String {
    try render(ReportPage(completion: nil, cost: cost, language: language))
  }

  private static func render(_ page: ReportPage) throws -> String {
    guard let text = try library.get().render(page, withTemplate: "page") else {
      throw CensusError(
        .software, zh: "程序缺少报表页面模板。", en: "The report page has no template.")
    }
    return text
  }

  /// The templates, parsed once.
  private static let library = Result<MustacheLibrary, any Error> {
    MustacheLibrary(templates: [
      "page": try MustacheTemplate(string: PageTemplate.text),
      "section": try MustacheTemplate(string: SectionTemplate.text),
      "table": try MustacheTemplate(string: TableTemplate.text),
      "chart": try MustacheTemplate(string: ChartTemplate.text),
      "stylesheet": try MustacheTemplate(string: StylesheetTemplate.text),
    ])
  }
}
