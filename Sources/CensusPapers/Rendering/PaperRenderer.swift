import CensusDomain
import CensusReports

/// Writes papers as files.
///
/// Equal papers give equal bytes on machines with the same libraries and, for PDF, the same fonts.
public struct PaperRenderer: Sendable {
  /// The language of all but JSON, which holds both.
  public var language: Language
  /// How CSV writes its characters.
  public var encoding: CSVEncoding

  /// Makes a renderer.
  public init(language: Language, encoding: CSVEncoding = .utf8) {
    self.language = language
    self.encoding = encoding
  }

  /// Writes a paper in one format.
  ///
  /// - Throws: ``CensusError``: `software` for a paper that contradicts itself, `configuration` where PDF lacks a
  ///   font for its characters, `tooLarge` where a sheet has no room, `invalidData` for a character that the
  ///   encoding lacks, or of the disk, on which a workbook is put together.
  public func render(
    _ paper: Paper, as format: PaperFormat
  ) throws(CensusError) -> [UInt8] {
    try PaperCheck(paper).prove()
    let mark = PaperMark(
      number: paper.number, language: language, format: format,
      encoding: format == .csv ? encoding : .utf8)
    let frame = PaperFrame(paper, language: language, mark: mark)
    switch format {
    case .xlsx: return try PaperWorkbook(paper, frame).bytes()
    case .pdf: return try PrintedPaper(paper, frame).bytes()
    case .html: return try PaperPage.html(paper, frame)
    case .csv: return try PaperCSV(paper, frame).bytes(encoding)
    case .json: return try json(paper)
    }
  }

  private func json(_ paper: Paper) throws(CensusError) -> [UInt8] {
    do {
      return Array((try JSONOutput.encode(paper) + "\n").utf8)
    } catch {
      throw CensusError(
        .software, zh: "报表无法写成 JSON。", en: "The paper cannot be written as JSON.", cause: error)
    }
  }
}
