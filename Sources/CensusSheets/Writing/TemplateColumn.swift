/// A column of a template.
public struct TemplateColumn: Sendable, Hashable {
  /// What is entered in a column.
  public enum Kind: Sendable, Hashable, CaseIterable {
    /// Text.
    case text
    /// An identifier, whose digits are text.
    case code
    /// A whole number.
    case integer
    /// A number.
    case number
    /// A day.
    case date
    /// One of the choices.
    case choice
    /// Any of the choices, with `；` between them.
    case multiChoice
    /// Yes or no.
    case boolean
    /// JSON, for what a cell cannot say otherwise.
    case json
  }

  /// A choice of a list.
  public struct Choice: Sendable, Hashable {
    /// What is stored.
    public let value: String
    /// What people read.
    public let label: String

    /// Makes a choice.
    public init(value: String, label: String) {
      self.value = value
      self.label = label
    }
  }

  /// The machine's key, in the row below the header.
  public let key: String
  /// What people read above the column.
  public let header: String
  /// What is entered.
  public let kind: Kind
  /// Whether each row needs a value.
  public let isRequired: Bool
  /// The unit of the numbers, such as `米`.
  public let unit: String?
  /// What else helps to fill it in.
  public let hint: String?
  /// The choices of `choice` and `multiChoice`.
  public let choices: [Choice]
  /// The width, characters of the standard font.
  public let width: Double
  /// A value to show how it is done; a date as `YYYY-MM-DD`, a number with a decimal point.
  public let example: String

  /// Makes a column.
  public init(
    key: String, header: String, kind: Kind, isRequired: Bool = false, unit: String? = nil,
    hint: String? = nil, choices: [Choice] = [], width: Double = 14, example: String = ""
  ) {
    self.key = key
    self.header = header
    self.kind = kind
    self.isRequired = isRequired
    self.unit = unit
    self.hint = hint
    self.choices = choices
    self.width = width
    self.example = example
  }

  /// What the list shows for each choice: the label, with the value behind it where labels repeat.
  public var shownChoices: [String] {
    if kind == .boolean { return ["是", "否"] }
    let counts = Dictionary(choices.map { ($0.label, 1) }, uniquingKeysWith: +)
    return choices.map { counts[$0.label] == 1 ? $0.label : "\($0.label)（\($0.value)）" }
  }

  /// What stands below the key and beside the cell while it is filled in.
  var advice: String {
    [
      isRequired ? "必填" : nil, unit.map { "单位：\($0)" },
      kind == .multiChoice ? "可多选，以“；”分隔" : nil, hint,
    ].compactMap(\.self).joined(separator: "；")
  }
}
