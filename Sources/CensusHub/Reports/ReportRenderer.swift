import CensusAPI
import CensusDomain
import CensusReports

/// Writes a report in the form that was asked for.
struct ReportRenderer {
  private let format: ReportRequest.Format
  private let language: Language

  init(_ request: ReportRequest) {
    format = request.format
    language = request.language
  }

  func document(
    _ report: CompletionReport, cost: CostReport?
  ) throws(CensusError) -> ReportDocument {
    try make(
      table: { report.text(language: language) },
      json: { try JSONOutput.encode(report) },
      csv: { report.csv(language: language, byteOrderMark: true) },
      html: { try HTMLReport.page(completion: report, cost: cost, language: language) })
  }

  func document(_ report: CostReport) throws(CensusError) -> ReportDocument {
    try make(
      table: { report.text(language: language) },
      json: { try JSONOutput.encode(report) },
      csv: { report.csv(byteOrderMark: true) },
      html: { try HTMLReport.page(cost: report, language: language) })
  }

  private func make(
    table: () throws -> String, json: () throws -> String, csv: () throws -> String,
    html: () throws -> String
  ) throws(CensusError) -> ReportDocument {
    do {
      switch format {
      case .table:
        return ReportDocument(mediaType: "text/plain; charset=utf-8", text: try table())
      case .json: return ReportDocument(mediaType: "application/json", text: try json())
      case .csv: return ReportDocument(mediaType: "text/csv; charset=utf-8", text: try csv())
      case .html: return ReportDocument(mediaType: "text/html; charset=utf-8", text: try html())
      }
    } catch let error as CensusError {
      throw error
    } catch {
      throw CensusError(
        .software, zh: "无法写出报表：\(error)。", en: "The report could not be written: \(error).",
        cause: error)
    }
  }
}
