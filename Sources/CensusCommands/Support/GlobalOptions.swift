import ArgumentParser
import CensusDomain
import CensusReports
import Foundation

/// Options that every command has.
struct GlobalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("Language: zh or en; default from the locale. 语言。", valueName: "zh|en"))
  var lang: String?

  @Option(
    help: ArgumentHelp(
      "The store's folder; default HAZCENSUS_HOME. 存储文件夹。", valueName: "folder"))
  var store: String?

  func validate() throws {
    if let lang, Language(rawValue: lang) == nil {
      throw ValidationError("--lang is zh or en / --lang 只能是 zh 或 en")
    }
  }

  /// The language to speak.
  var language: Language {
    Language.resolve(wish: lang, environment: ProcessInfo.processInfo.environment)
  }

  /// The language before the arguments could be parsed, for errors.
  static func languageOfArguments() -> Language {
    let arguments = CommandLine.arguments
    var wish: String?
    // As in parsing, the last one counts.
    for (index, word) in arguments.enumerated() {
      if word == "--lang", index + 1 < arguments.count {
        wish = arguments[index + 1]
      } else if word.hasPrefix("--lang=") {
        wish = String(word.dropFirst("--lang=".count))
      }
    }
    return Language.resolve(wish: wish, environment: ProcessInfo.processInfo.environment)
  }

  /// The store's folder.
  ///
  /// - Throws: ``CensusError`` with code `usage` where none is named.
  func folder() throws(CensusError) -> String {
    let named = store ?? ProcessInfo.processInfo.environment["HAZCENSUS_HOME"]
    guard let named, !named.isEmpty else {
      throw CensusError(
        .usage, zh: "没有指明存储文件夹。", en: "No store's folder is named.",
        remedy: LocalizedText(
          zh: "用 --store 文件夹，或设置环境变量 HAZCENSUS_HOME。",
          en: "Give --store FOLDER, or set HAZCENSUS_HOME."))
    }
    return named
  }
}

/// The choice of output form, for commands that print data.
struct FormatOptions: ParsableArguments {
  @Option(help: "Output: table, json or csv. 输出格式。")
  var format: OutputFormat = .table
}

extension OutputFormat: ExpressibleByArgument {}
extension CivilDate: ExpressibleByArgument {
  /// Reads `YYYY-MM-DD`.
  public init?(argument: String) { self.init(argument) }
}
extension Hazard: ExpressibleByArgument {}
extension ReviewLevel: ExpressibleByArgument {}
extension QualityMethod: ExpressibleByArgument {}
extension Role: ExpressibleByArgument {}
extension RegionCode: ExpressibleByArgument {
  /// Reads 2, 4, 6, 9 or 12 digits.
  public init?(argument: String) { self.init(argument) }
}
extension UniqueID: ExpressibleByArgument {
  /// Reads the canonical text.
  public init?(argument: String) { self.init(argument) }
}
