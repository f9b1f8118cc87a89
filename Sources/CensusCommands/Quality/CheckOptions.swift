import ArgumentParser
import CensusAPI
import CensusDomain
import Foundation

/// The check of one object, given by options.
struct CheckOptions: ParsableArguments {
  @Option(help: "The object's code. 对象编码。")
  var object: String?
  @Option(help: "The form's code. 调查表代码。")
  var form = ""
  @Option(help: "Its position: right or wrong. 位置。")
  var position = ""
  @Option(help: "Its shape: right or wrong. 图形。")
  var geometry = ""
  @Option(help: "How many indicators were checked. 核查指标数。")
  var indicators = 0
  @Option(
    help: ArgumentHelp(
      "A wrong indicator; may be repeated. 错误指标。", valueName: "field=recorded=>correct"))
  var wrong: [String] = []
  @Option(help: "Anything else. 说明。")
  var note = ""
  @Option(help: ArgumentHelp("A proof's SHA-256; may be repeated. 佐证附件。", valueName: "hash"))
  var attachment: [String] = []
  @Option(help: "Who checked. 核查人。")
  var by = ""
  @Option(help: "On which day. 核查日期。")
  var day: CivilDate?

  /// The check.
  ///
  /// - Throws: ``CensusError`` with code `usage` naming the option that is missing or wrong.
  func read() throws(CensusError) -> SampleCheck {
    guard let day else { throw CheckOptions.wrong("day", "") }
    guard let position = CheckSheet.mark(position) else {
      throw CheckOptions.wrong("position", position)
    }
    guard let geometry = CheckSheet.mark(geometry) else {
      throw CheckOptions.wrong("geometry", geometry)
    }
    var hashes: [ContentHash] = []
    for word in attachment {
      guard let hash = ContentHash(word) else { throw CheckOptions.wrong("attachment", word) }
      hashes.append(hash)
    }
    var faults: [IndicatorFault] = []
    for word in wrong { faults.append(try CheckOptions.fault(word)) }
    return SampleCheck(
      objectCode: object ?? "", form: form, position: position, geometry: geometry,
      indicators: indicators, faults: faults, note: note, attachments: hashes, checkedBy: by,
      day: day)
  }

  private static func fault(_ word: String) throws(CensusError) -> IndicatorFault {
    guard let arrow = word.range(of: "=>", options: .backwards),
      let equals = word[..<arrow.lowerBound].firstIndex(of: "="), equals != word.startIndex
    else { throw wrong("wrong", word) }
    return IndicatorFault(
      field: String(word[..<equals]),
      recorded: String(word[word.index(after: equals)..<arrow.lowerBound]),
      correct: String(word[arrow.upperBound...]))
  }

  private static func wrong(_ name: String, _ word: String) -> CensusError {
    CensusError(
      .usage, zh: "--\(name) 缺失或不正确：“\(word)”。", en: "--\(name) is missing or wrong: “\(word)”.",
      remedy: LocalizedText(
        zh: "写法见 hazcensus help qc record。", en: "See hazcensus help qc record."))
  }
}
