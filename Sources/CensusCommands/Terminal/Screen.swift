import CensusDomain
import CensusReports
import Foundation

/// Talk with a person on a terminal: nothing wider than it, and plain text only, so that any will do.
struct Screen {
  let language: Language
  /// The columns at which lines are wrapped; nil where no terminal is written to.
  private let width: Int?

  init(_ language: Language) {
    self.language = language
    width = Console.canRewrite ? Terminal.columns : nil
  }

  /// The columns that a table or a list of choices may take.
  var columns: Int { width ?? 80 }

  /// Says a text; what does not fit on a line goes on below it, indented by `hanging` columns.
  func say(_ text: LocalizedText, hanging: Int = 4) {
    let lines = DisplayWidth.printable(text[language])
    show(width.map { TextWrap.lines(lines, width: $0, hanging: hanging) } ?? [lines])
  }

  /// Says `text`, and after it a command, which is not broken: it is there to be copied.
  func say(_ text: LocalizedText, command: String) {
    let line = text[language] + command
    guard let width, DisplayWidth.of(line) > width else { return show([line]) }
    show(TextWrap.lines(text[language], width: width, hanging: 4) + ["  " + command])
  }

  /// Shows lines that were laid out for ``columns``.
  func show(_ lines: [String]) {
    Console.write(lines.map { $0 + "\n" }.joined(), to: .standardError)
  }

  /// What the person answers, without blanks at its ends; nil where the input has ended.
  func read() -> String? {
    Console.write("> ", to: .standardError)
    guard let line = readLine(strippingNewline: true) else {
      show([""])
      return nil
    }
    return line.trimmingCharacters(in: .whitespacesAndNewlines)
  }
}
