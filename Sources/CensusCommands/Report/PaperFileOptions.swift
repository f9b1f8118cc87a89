import ArgumentParser
import CensusAPI
import CensusDomain
import CensusPapers
import CensusReports
import Foundation

/// Where a paper is written, and in which encoding; without a file it is shown as text.
struct PaperFileOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file, .xlsx, .pdf, .html, .csv or .json; may be given again. 输出文件，可多次给出。",
      valueName: "file"))
  var output: [String] = []

  @Option(help: "The encoding of CSV: utf8 or gb18030. CSV 编码。")
  var encoding = CSVEncoding.utf8

  @Option(help: "Without --output: table or json. 无输出文件时的格式。")
  var format = PaperView.table

  /// Refuses files whose format is unknown before anything is made.
  func check() throws {
    for name in output where PaperFormat(fileName: name) == nil {
      throw CensusError(
        .usage, zh: "不认识 \(name) 的格式。", en: "The format of \(name) is unknown.",
        remedy: LocalizedText(
          zh: "文件名须以 .xlsx、.pdf、.html、.csv 或 .json 结尾。",
          en: "Let the name end in .xlsx, .pdf, .html, .csv or .json."))
    }
  }

  /// Writes the paper into each file, or shows it.
  func write(_ document: PaperDocument, _ global: GlobalOptions) throws {
    let paper = try JSONDecoder().decode(Paper.self, from: Data(document.json.utf8))
    guard !output.isEmpty else {
      return Console.data(
        format == .json ? document.json : paper.text(language: global.language))
    }
    let renderer = PaperRenderer(language: global.language, encoding: encoding)
    for name in output {
      guard let format = PaperFormat(fileName: name) else { continue }
      let bytes = try renderer.render(paper, as: format)
      do {
        try Data(bytes).write(to: URL(fileURLWithPath: name), options: .atomic)
      } catch {
        throw CensusError(
          .cannotCreate, zh: "无法写入 \(name)：\(error.localizedDescription)。",
          en: "\(name) cannot be written: \(error.localizedDescription).")
      }
      Console.say(LocalizedText(zh: "已写入 \(name)", en: "written to \(name)"), global.language)
    }
  }
}

/// How a paper is shown where it is not written into a file.
enum PaperView: String, ExpressibleByArgument, CaseIterable { case table, json }

extension CSVEncoding: ExpressibleByArgument {}
