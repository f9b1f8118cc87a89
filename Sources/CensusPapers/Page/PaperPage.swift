import CensusDomain
import CensusReports
import Mustache

/// A paper in the shape that the page template reads.
///
/// No property is optional, because the template engine looks a missing name up in the enclosing section and would
/// print that instead. What stands in attributes comes from the program and never from data.
struct PaperPage {
  struct Line {
    let label: String
    let value: String
  }

  struct Chart {
    let title: String
    /// A whole SVG element.
    let picture: String
  }

  struct Section {
    let heading: String
    let table: PageTable
    let remarks: [String]
    let charts: [Chart]
  }

  let languageTag: String
  let mark: String
  let title: String
  let subtitle: String
  let number: String
  let drafts: [String]
  let office: [Line]
  let sections: [Section]
  let notes: [String]
  /// Contents of the pages' margins, as style sheets write them.
  let pageNumbers: String
  let pageMark: String

  private init(_ paper: Paper, _ frame: PaperFrame) {
    let language = frame.language
    languageTag = language == .zh ? "zh-CN" : "en"
    mark = frame.mark.text
    title = frame.title
    subtitle = frame.subtitle
    number = frame.number
    drafts = frame.draft.map { [$0] } ?? []
    office = frame.office.map { Line(label: $0.label, value: $0.value) }
    sections = paper.sections.map { section in
      Section(
        heading: PaperText.shown(section.title[language]), table: PageTable(section, language),
        remarks: section.remarks.map { PaperText.shown($0[language]) },
        charts: section.charts.compactMap { chart in
          chart.drawing(language).map { drawing in
            Chart(title: drawing.title, picture: SVGText(drawing, language).text)
          }
        })
    }
    notes = frame.notes
    // Nothing that a style sheet would read otherwise; the page's head says the number in any case.
    let isPlain = (paper.number ?? "").utf8.allSatisfy(PaperCheck.isPlain)
    pageMark = isPlain ? "\"\(frame.number)\"" : "none"
    pageNumbers = "\"" + frame.pages("\" counter(page) \"", of: "\" counter(pages) \"") + "\""
  }

  /// The paper as one page that needs nothing from outside.
  ///
  /// - Throws: ``CensusError`` with code `software` where the program's own template is broken.
  static func html(_ paper: Paper, _ frame: PaperFrame) throws(CensusError) -> [UInt8] {
    do {
      guard let text = try library.get().render(PaperPage(paper, frame), withTemplate: "page")
      else {
        throw CensusError(.software, zh: "程序缺少报表页面模板。", en: "The paper's page has no template.")
      }
      return Array(text.utf8)
    } catch {
      throw (error as? CensusError)
        ?? CensusError(
          .software, zh: "报表页面模板有误。", en: "The paper's page template is broken.", cause: error)
    }
  }

  /// The templates, parsed once.
  private static let library = Result<MustacheLibrary, any Error> {
    MustacheLibrary(templates: [
      "page": try MustacheTemplate(string: PaperTemplate.page),
      "table": try MustacheTemplate(string: PaperTemplate.table),
      "stylesheet": try MustacheTemplate(string: PaperStylesheet.text),
    ])
  }
}
