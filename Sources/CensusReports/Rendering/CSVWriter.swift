/// Comma-separated values by RFC 4180, made safe for spreadsheets.
public struct CSVWriter: Sendable {
  /// Whether the text begins with a byte-order mark, by which Excel recognises UTF-8.
  public var byteOrderMark: Bool

  /// Makes a writer.
  public init(byteOrderMark: Bool = false) { self.byteOrderMark = byteOrderMark }

  /// Writes one header line and the rows, each ended by CRLF (RFC 4180, section 2).
  public func write(header: [String], rows: [[String]]) -> String {
    var text = byteOrderMark ? "\u{FEFF}" : ""
    for row in [header] + rows {
      text += row.map(CSVWriter.cell).joined(separator: ",")
      text += "\r\n"
    }
    return text
  }

  /// One cell, quoted where it must be and disarmed where a spreadsheet would run it.
  ///
  /// OWASP, "CSV Injection": a cell that begins with one of `= + - @`, a tab or a line break is taken
  /// as a formula. Such a cell gets a single quote before it, unless it is a plain number.
  static func cell(_ text: String) -> String {
    let isArmed = text.unicodeScalars.first.map { triggers.contains($0) } ?? false
    let safe = isArmed && !isPlainNumber(text) ? "'" + text : text
    guard safe.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else {
      return safe
    }
    var quoted = "\""
    for scalar in safe.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  // The full-width forms are what a Chinese input method types; some spreadsheets fold them.
  private static let triggers = Set("=+-@\t\r\n＝＋－＠".unicodeScalars)

  /// Whether `text` is a number or percentage such as `-12.50` or `3%`.
  private static func isPlainNumber(_ text: String) -> Bool {
    var digits = text.utf8[...]
    if let sign = digits.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      digits = digits.dropFirst()
    }
    if digits.last == UInt8(ascii: "%") { digits = digits.dropLast() }
    let parts = digits.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in
        !part.isEmpty && part.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      }
  }
}
