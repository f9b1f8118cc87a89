import CensusAPI
import CensusDomain
import CensusReports
import Foundation

extension Hub {
  /// Lists the records behind a figure of a paper.
  func traceFigure(_ query: FigureQuery, by caller: Caller) throws(CensusError) -> FigureTrace {
    try caller.require(.coordinate)
    try caller.require(reaching: district)
    return try fetch { records in
      let paper = try Hub.paper(query.number, records)
      guard let address = PaperAddress(query.cell), let cell = paper.cell(at: address) else {
        throw Hub.noSuchCell(query.cell, paper)
      }
      let maker = try PaperMaker(records, self, now: clock.now(), mayKeep: false)
      let tracer = FigureTracer(records, paper: paper, maker: maker)
      let found = try tracer.trace(cell, at: address)
      return FigureTrace(
        number: query.number, cell: address.description,
        value: LocalizedText(zh: cell.value.text(.zh), en: cell.value.text(.en)),
        explanation: found.explanation, columns: found.columns,
        rows: Array(found.rows.prefix(max(0, query.limit))), count: found.rows.count)
    }
  }

  /// Makes a paper anew from the records and says in which cells it differs.
  ///
  /// The records are counted from what was received and decided, not from kept sums.
  func verifyPaper(
    _ reference: PaperReference, by caller: Caller
  ) throws(CensusError) -> PaperAgreement {
    try caller.require(.readReports)
    try caller.require(reaching: district)
    return try fetch { records in
      let paper = try Hub.paper(reference.number, records)
      let maker = try PaperMaker(records, self, now: clock.now(), mayKeep: false)
      let recount = try maker.recount(paper)
      return PaperAgreement(
        number: reference.number,
        differences: paper.differences(to: recount).map { difference in
          PaperAgreement.Difference(
            cell: difference.address.description, issued: Hub.text(difference.first),
            recounted: Hub.text(difference.second))
        })
    }
  }

  private static func paper(
    _ number: String, _ records: any CentralTransaction
  ) throws -> Paper {
    let stored = try Hub.stored(number, records)
    return try JSONDecoder().decode(Paper.self, from: Data(stored.json))
  }

  private static func text(_ value: PaperValue?) -> LocalizedText {
    LocalizedText(zh: value?.text(.zh) ?? "", en: value?.text(.en) ?? "")
  }

  private static func noSuchCell(_ cell: String, _ paper: Paper) -> CensusError {
    let sections = paper.sections.map(\.id).joined(separator: ", ")
    return CensusError(
      .notFound, zh: "报表中没有单元格“\(cell)”。", en: "The report has no cell “\(cell)”.",
      remedy: LocalizedText(
        zh: "写作“表名!单元格”，如 \(paper.sections.first?.id ?? "hazards")!C7；表名有：\(sections)。",
        en: """
          Write table!cell, such as \(paper.sections.first?.id ?? "hazards")!C7; the tables are: \
          \(sections).
          """))
  }
}
