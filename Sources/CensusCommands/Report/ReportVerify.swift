import ArgumentParser
import CensusAPI
import CensusDomain
import CensusPapers
import CensusReports
import Foundation

/// `hazcensus report verify`.
struct ReportVerify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Prove that a file is as it was issued and agrees with the records. 核验报表文件。",
    discussion: """
      FILE is a paper in any of the formats; it bears its number. It is written again and compared byte by
      byte, and its figures are counted again from what was received and decided up to its moment. Exit
      status 0: unchanged and in agreement; 65: not.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var place: CentralOptions
  @OptionGroup var output: FormatOptions

  @Argument(help: "The file. 报表文件。")
  var file: String

  /// What was found, for machines.
  private struct Finding: Encodable {
    let number: String
    let isUnchanged: Bool
    let differences: [PaperAgreement.Difference]
  }

  func run() async throws {
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw CensusError(.notFound, zh: "无法打开文件 \(file)。", en: "The file \(file) cannot be opened.")
    }
    guard let mark = PaperMark.read(Array(bytes)), let number = mark.number else {
      throw CensusError(
        .invalidData, zh: "\(file) 不是本程序出具的有编号的报表，或编号已被去掉。",
        en: "\(file) is no numbered paper of this program, or its number was removed.",
        remedy: LocalizedText(
          zh: "草稿没有编号，不能核验；用 report list 查看已出的报表。",
          en: "A draft has no number and cannot be verified; report list shows what was issued."))
    }
    let central = try place.access(global)
    let reference = PaperReference(number: number)
    let document = try await Operations.showPaper.call(reference, at: central)
    let paper = try JSONDecoder().decode(Paper.self, from: Data(document.json.utf8))
    let again = try PaperRenderer(language: mark.language, encoding: mark.encoding)
      .render(paper, as: mark.format)
    let agreement = try await Operations.verifyPaper.call(reference, at: central)
    let finding = Finding(
      number: number, isUnchanged: again == Array(bytes),
      differences: agreement.differences)
    try print(finding)
    guard finding.isUnchanged, finding.differences.isEmpty else { throw ExitCode(65) }
  }

  private func print(_ finding: Finding) throws {
    guard output.format == .table else { return Console.data(try JSONOutput.encode(finding)) }
    let language = global.language
    Console.data(
      (finding.isUnchanged
        ? LocalizedText(
          zh: "\(finding.number)：文件与出具时逐字节相同。",
          en: "\(finding.number): the file is byte for byte as it was issued.")
        : LocalizedText(
          zh: "\(finding.number)：文件与出具时不同，已被改动。",
          en: "\(finding.number): the file is not as it was issued; it was changed."))[language])
    if finding.differences.isEmpty {
      return Console.data(
        LocalizedText(
          zh: "按其时点重新统计，每个数字都一致。",
          en: "Counted again as of its moment, every figure agrees.")[language])
    }
    let table = TextTable(
      title: LocalizedText(zh: "重新统计后不同的单元格", en: "Cells that a recount reads otherwise"),
      columns: [
        .init(LocalizedText(zh: "单元格", en: "cell")),
        .init(LocalizedText(zh: "报表", en: "issued")),
        .init(LocalizedText(zh: "重新统计", en: "recounted")),
      ],
      rows: finding.differences.map { [$0.cell, $0.issued[language], $0.recounted[language]] })
    Console.data(table.render(language: language))
  }
}
