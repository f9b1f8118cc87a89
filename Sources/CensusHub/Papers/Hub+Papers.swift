import CensusAPI
import CensusDomain
import CensusReports
import Foundation

extension Hub {
  /// Makes a paper; one that is no draft gets a number and is kept.
  func makePaper(_ request: PaperRequest, by caller: Caller) throws(CensusError) -> PaperDocument {
    try caller.require(request.isDraft ? .readReports : .coordinate)
    try caller.require(reaching: district)
    let now = clock.now()
    if let asOf = request.asOf { try requireNoFuture(asOf) }
    guard !request.isDraft else {
      return try fetch { records in
        let maker = try PaperMaker(records, self, now: now, mayKeep: false)
        return PaperDocument(
          number: nil, json: try JSONOutput.encode(try maker.paper(request)))
      }
    }
    return try commit { records in
      var paper = try PaperMaker(records, self, now: now, mayKeep: true).paper(request)
      paper.office = try Hub.office(request.office, records)
      let number = try nextNumber(records, on: now.officeDay)
      paper.number = number
      let json = try JSONOutput.encode(paper)
      let hash = ContentHash.sha256(of: Array(json.utf8))
      try records.papers.add(
        StoredPaper(
          head: PaperHead(
            number: number, kind: request.kind, asOf: paper.asOf, issuedAt: now,
            author: caller.name, hash: hash), json: Array(json.utf8)))
      _ = try log(
        records, by: caller, "paper.issued", number,
        "kind=\(request.kind.rawValue) asOf=\(paper.asOf) hash=\(hash)")
      return PaperDocument(number: number, json: json)
    }
  }

  /// Lists the papers that were handed over.
  func listPapers(_ query: PaperQuery, by caller: Caller) throws(CensusError) -> PaperList {
    try caller.require(.readReports)
    try caller.require(reaching: district)
    return try fetch { records in
      PaperList(
        papers: try records.papers.list(query.kind).map { paper in
          PaperList.Item(
            number: paper.number, kind: paper.kind, asOf: paper.asOf,
            issuedAt: paper.issuedAt.iso8601, author: paper.author, hash: paper.hash)
        })
    }
  }

  /// Gives a paper as it was handed over.
  func showPaper(_ reference: PaperReference, by caller: Caller) throws(CensusError)
    -> PaperDocument
  {
    try caller.require(.readReports)
    try caller.require(reaching: district)
    return try fetch { records in
      let stored = try Hub.stored(reference.number, records)
      return PaperDocument(
        number: stored.head.number, json: String(decoding: stored.json, as: UTF8.self))
    }
  }

  /// Keeps the counts of the last day that is over, if that was not done yet.
  ///
  /// A served central calls it from time to time, so that a report of last week costs nothing.
  /// - Throws: ``CensusError``, what the store said.
  public func closeYesterday() throws(CensusError) {
    let today = clock.now().officeDay
    let yesterday = CivilDate(dayNumber: today.dayNumber - 1)
    guard try fetch({ records in try records.papers.day(yesterday) == nil }) else { return }
    try commit { records in
      _ = try DayKeeper(records, today: today, mayKeep: true).state(yesterday)
    }
  }

  /// The paper called `number`.
  ///
  /// - Throws: ``CensusError``: `notFound`, or `damaged` where its bytes do not agree with their hash.
  static func stored(
    _ number: String, _ records: any CentralTransaction
  ) throws -> StoredPaper {
    guard let paper = try records.papers.find(number) else {
      throw CensusError(
        .notFound, zh: "没有编号为 \(number) 的报表。", en: "There is no report with the number \(number).",
        remedy: LocalizedText(
          zh: "用 hazcensus report list 查看已出的报表。", en: "See hazcensus report list."))
    }
    guard ContentHash.sha256(of: paper.json) == paper.head.hash else {
      throw CensusError(
        .invalidData, zh: "报表 \(number) 在存储中已损坏。",
        en: "The report \(number) is damaged in the store.",
        remedy: LocalizedText(zh: "请运行 hazcensus doctor。", en: "Run hazcensus doctor."))
    }
    return paper
  }

  /// The office's lines; what was left out is taken from the last paper, but for the day.
  private static func office(
    _ given: PaperOffice, _ records: any CentralTransaction
  ) throws -> PaperOffice {
    guard let last = try records.papers.newest() else { return given }
    let former = try JSONDecoder().decode(Paper.self, from: Data(last.json)).office
    func filled(_ line: KeyPath<PaperOffice, String>) -> String {
      given[keyPath: line].isEmpty ? former[keyPath: line] : given[keyPath: line]
    }
    return PaperOffice(
      unit: filled(\.unit), date: given.date, head: filled(\.head), filler: filled(\.filler),
      telephone: filled(\.telephone))
  }

  private func requireNoFuture(_ day: CivilDate) throws(CensusError) {
    guard day > clock.now().officeDay else { return }
    throw CensusError(
      .invalidData, zh: "\(day) 在今天之后，无法出报表。",
      en: "There is no report of \(day), which is after today.",
      remedy: LocalizedText(zh: "请给出今天或更早的日期。", en: "Give today or an earlier day."))
  }

  /// District, year and a running number, such as `130205-2021-0007`.
  private func nextNumber(_ records: any CentralTransaction, on day: CivilDate) throws -> String {
    let prefix = "\(district.digits)-\(day.parts.year)-"
    let serial = String(try records.papers.count(withPrefix: prefix) + 1)
    return prefix + String(repeating: "0", count: max(0, 4 - serial.count)) + serial
  }
}
