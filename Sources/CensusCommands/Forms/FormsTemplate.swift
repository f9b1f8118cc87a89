import ArgumentParser
import CensusDomain
import CensusForms
import CensusStore

/// `hazcensus forms template`.
struct FormsTemplate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "template",
    abstract: "Make a spreadsheet in which a form's entries are filled in. 制作填报用电子表格。",
    discussion: """
      An XLSX with drop-down lists, required columns marked, units, hints, codes as text and a row as an
      example. Filled in, `entry import` reads it and knows the form by itself.
      生成的表格填好后可直接导入。

      hazcensus forms template MET_RAIN --output 暴雨.xlsx
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: "The form's code. 调查表代码。")
  var form: String

  @Option(help: ArgumentHelp("The file to be made, .xlsx. 文件。", valueName: "file"))
  var output: String

  func validate() throws {
    guard output.lowercased().hasSuffix(".xlsx") else {
      throw ValidationError("The file's name ends with .xlsx. 文件名须以 .xlsx 结尾。")
    }
  }

  func run() throws {
    let form = try FormsCommand.catalogue(global).require(form)
    try FormTemplate.write(form, to: output)
    Console.say(
      LocalizedText(
        zh: "已生成 \(output)：\(form.title.zh)第 \(form.version) 版，\(form.fields.count) 列。",
        en:
          "\(output) was made: \(form.title.en), version \(form.version), \(form.fields.count) columns."
      ), global.language)
  }
}
