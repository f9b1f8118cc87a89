import CensusDomain
import CensusReports

/// Text as every format shows it.
enum PaperText {
  /// The text with its line breaks, without other control characters and without those that turn the direction
  /// of reading.
  static func shown(_ text: String) -> String {
    // Most texts hold nothing of the kind.
    guard
      text.unicodeScalars.contains(where: {
        $0.value < 0x20 || $0.value >= 0x7F && $0.value < 0x3000
      })
    else { return text }
    return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { DisplayWidth.printable(String($0)) }.joined(separator: "\n")
  }

  /// What a cell shows.
  static func of(_ cell: PaperCell, _ language: Language) -> String {
    shown(cell.value.text(language))
  }
}
