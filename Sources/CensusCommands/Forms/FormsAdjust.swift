import ArgumentParser
import CensusDomain
import CensusForms
import Foundation

/// `hazcensus forms adjust`.
struct FormsAdjust: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "adjust",
    abstract: "Change a form's thresholds and ranges for the district. 调整阈值和取值范围。",
    discussion: """
      Writes the form's next version with other values of its settings (forms show lists them) or other
      bounds of its numbers. Give the file to the central: `central form add FILE`; every device gets it at
      its next sync, and entries keep the version by which they were judged. What the form marks as
      unverified can so be set as the district's specialists say, without a new program.
      生成该表的下一版本；用 central form add 下发。

      hazcensus forms adjust MET_GALE --set galeFrom=20.8 --output MET_GALE.2.json
      hazcensus forms adjust SEIS_BORE --range depth=1..800 --output SEIS_BORE.2.json
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "The form's code. 调查表代码。")
  var form: String

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("A setting's value. May be repeated. 设置的值。", valueName: "setting=value"))
  var settings: [String] = []

  @Option(
    help: ArgumentHelp(
      "A number field's bounds; either may be left out. May be repeated. 取值范围。",
      valueName: "field=least..most"))
  var range: [String] = []

  @Option(help: ArgumentHelp("The file to be made, .json. 文件。", valueName: "file"))
  var output: String

  func run() throws {
    let form = try FormsCommand.catalogue(global).require(form)
    let text = FormText.render(try adjustment().applied(to: form))
    guard !FileManager.default.fileExists(atPath: output) else {
      throw CensusError(
        .cannotCreate, zh: "已有文件 \(output)，没有改动。",
        en: "There is a file \(output) already; nothing was changed.")
    }
    guard FileManager.default.createFile(atPath: output, contents: Data(text.utf8)) else {
      throw CensusError(
        .cannotCreate, zh: "无法建立文件 \(output)。", en: "The file \(output) cannot be made.")
    }
    Console.say(
      LocalizedText(
        zh:
          "已生成 \(output)：\(form.code) 第 \(form.version + 1) 版；用 hazcensus central form add \(output) 下发。",
        en:
          "\(output) is version \(form.version + 1) of \(form.code); give it out with hazcensus central form add \(output)."
      ), global.language)
  }

  private func adjustment() throws(CensusError) -> FormAdjustment {
    var adjustment = FormAdjustment()
    for word in settings {
      let (name, value) = try FormsAdjust.split(word)
      adjustment.settings[name] = value
    }
    for word in range {
      let (name, value) = try FormsAdjust.split(word)
      guard let dots = value.firstRange(of: "..") else { throw FormsAdjust.malformed(word) }
      let (least, most) = (value[..<dots.lowerBound], value[dots.upperBound...])
      guard !least.isEmpty || !most.isEmpty else { throw FormsAdjust.malformed(word) }
      adjustment.ranges[name] = (
        minimum: least.isEmpty ? nil : String(least), maximum: most.isEmpty ? nil : String(most)
      )
    }
    return adjustment
  }

  private static func split(_ word: String) throws(CensusError) -> (String, String) {
    let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { throw malformed(word) }
    return (parts[0], parts[1])
  }

  private static func malformed(_ word: String) -> CensusError {
    CensusError(
      .usage, zh: "写法是 --set 设置=值 或 --range 字段=下限..上限：“\(word)”。",
      en: "It is written --set setting=value or --range field=least..most: “\(word)”.")
  }
}
