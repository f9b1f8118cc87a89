import CensusDomain

/// Reads the positions that people type: degrees, degrees with minutes and seconds, or metres of the
/// Gauss-Krüger projection.
///
/// All are taken as CGCS2000. Only positions around China are read (73° to 136° E, 3° to 54° N), and
/// nothing is guessed: what can be read in two ways is refused with the reason.
public enum PositionReader {
  /// Reads a position from one text, such as `118.2614,39.6712`, `东经118°15′41″ 北纬39°40′16″` or
  /// `39523456.78, 4392345.67`.
  ///
  /// - Throws: ``CensusError`` with code `invalidData`, saying what was expected, with examples.
  public static func read(_ text: String) throws(CensusError) -> PositionReading {
    let refusal = PositionRefusal(text: text)
    guard text.unicodeScalars.count <= longest else {
      throw refusal(zh: "文字太长", en: "the text is too long")
    }
    var tokens: [PositionToken]
    do {
      tokens = try PositionLexer.tokens(of: text)
    } catch {
      throw refusal(
        zh: "“\(error.text)”在这里没有意义", en: "“\(error.text)” means nothing here")
    }
    let zones = try ZoneWords.take(from: &tokens, refusal)
    let parts = PositionPart.split(tokens)
    let isGrid = !zones.isEmpty || parts.contains { $0.items.contains { isMetres($0.number) } }
    return isGrid
      ? try GridReader(refusal: refusal, zones: zones).read(parts)
      : try DegreeReader(refusal: refusal).read(parts)
  }

  /// Reads a position from two texts, such as two columns of a table, in the order of one text.
  ///
  /// - Throws: ``CensusError`` with code `invalidData`, saying what was expected, with examples.
  public static func read(
    _ first: String, _ second: String
  ) throws(CensusError) -> PositionReading {
    try read(first + ";" + second)
  }

  private static let longest = 200

  private static func isMetres(_ number: PositionNumber) -> Bool { number.value.magnitude > 180 }
}
