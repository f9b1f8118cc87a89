import CensusDomain
import CensusForms
import CensusJSON

/// What is said before a field is asked for.
struct FieldPrompt {
  /// What Enter takes for a field that has no value yet.
  let offer: JSONValue?
  private let heading: LocalizedText
  private let options: [ChoiceFinder.Option]
  private let lines: [LocalizedText]

  /// - Parameters:
  ///   - field: the field of the form, or of an object or a row.
  ///   - mark: where the interview is, such as `[12/46 空间位置]`.
  ///   - value: its value so far.
  ///   - proposal: what is proposed for it.
  ///   - geometry: what is offered for a geometry; nil for other fields.
  ///   - shape: how the JSON of a list or an object looks that cannot be asked for piece by piece.
  ///   - options: its choices, numbered.
  init(
    _ field: Field, mark: LocalizedText, value: JSONValue?, proposal: Proposals.Proposal?,
    geometry: GeometryOffer?, shape: FieldShape?, options: [ChoiceFinder.Option]
  ) {
    heading = FieldPrompt.heading(field, mark, value)
    self.options = options
    var lines: [LocalizedText] = []
    if let hint = field.hint { lines.append(hint) }
    switch field.kind {
    case .boolean: lines.append(LocalizedText(zh: "y 是 / n 否", en: "y yes / n no"))
    case .date: lines.append(LocalizedText(verbatim: "YYYY-MM-DD"))
    case .dateTime: lines.append(LocalizedText(verbatim: "YYYY-MM-DD HH:MM"))
    case .multiChoice:
      lines.append(
        LocalizedText(
          zh: "可多选，用空格、逗号或分号分开",
          en: "several may be given, with blanks, commas or semicolons between"))
    case .geometry, .list, .object, .text, .integer, .number, .choice: break
    }
    if let shape { lines.append(FieldPrompt.words(on: shape)) }
    var offer: JSONValue?
    if value == nil {
      if let point = geometry?.point, field.isRequired {
        offer = point
        lines.append(
          LocalizedText(zh: "回车采用 \(point.encoded)", en: "Enter takes \(point.encoded)"))
      } else if let proposal {
        offer = proposal.value
        lines.append(FieldPrompt.words(on: proposal, for: field))
      }
    }
    if offer == nil, let samples = geometry?.samples, !samples.isEmpty {
      lines.append(
        LocalizedText(
          zh: "写法：\(samples.joined(separator: " 或 "))",
          en: "written: \(samples.joined(separator: " or "))"))
    }
    self.offer = offer
    self.lines = lines
  }

  /// Shows the heading, the choices and the lines on how to answer.
  func show(on screen: Screen) {
    screen.say(heading)
    if !options.isEmpty {
      screen.show(
        ColumnLayout.lines(
          options.map { $0.text(screen.language) }, width: screen.columns, indent: 4))
    }
    for line in lines {
      screen.say(LocalizedText(zh: "    \(line.zh)", en: "    \(line.en)"), hanging: 4)
    }
  }

  /// The mark, whether it must be answered, the label with name and unit, and the value so far.
  static func heading(
    _ field: Field, _ mark: LocalizedText, _ value: JSONValue?
  ) -> LocalizedText {
    let star = field.isRequired ? "* " : ""
    let unit = field.unit.map { " [\($0)]" } ?? ""
    let label = FieldText.label(field)
    func line(_ language: Language) -> String {
      let value = value.map { " = " + FieldText.value($0, of: field, language) } ?? ""
      return "\(mark[language]) \(star)\(label[language])\(unit)\(value)"
    }
    return LocalizedText(zh: line(.zh), en: line(.en))
  }

  private static func words(on proposal: Proposals.Proposal, for field: Field) -> LocalizedText {
    let zh = FieldText.value(proposal.value, of: field, .zh)
    let en = FieldText.value(proposal.value, of: field, .en)
    return LocalizedText(
      zh: "[\(zh)] 回车采用（\(proposal.source.zh)），输入 - 留空",
      en: "[\(en)] Enter takes it (\(proposal.source.en)), - leaves it empty")
  }

  private static func words(on shape: FieldShape) -> LocalizedText {
    let names = shape.optional.joined(separator: ", ")
    let optional =
      names.isEmpty
      ? LocalizedText(verbatim: "")
      : LocalizedText(zh: "（可不填：\(names)）", en: " (may be left out: \(names))")
    return LocalizedText(
      zh: "写法：\(shape.json)\(optional.zh)", en: "written: \(shape.json)\(optional.en)")
  }
}
