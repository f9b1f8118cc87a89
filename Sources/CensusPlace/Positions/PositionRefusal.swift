import CensusDomain

/// Says why a text is not read as a position, always with examples of what is.
struct PositionRefusal {
  /// The text as it was typed.
  let text: String

  func callAsFunction(zh: String, en: String) -> CensusError {
    let shown = text.unicodeScalars.count > 60 ? String(text.prefix(60)) + "…" : text
    return CensusError(
      .invalidData, zh: "“\(shown)”不能读作位置：\(zh)。",
      en: "“\(shown)” is not read as a position: \(en).",
      remedy: PositionRefusal.examples)
  }

  private static let examples = LocalizedText(
    zh: """
      写成十进制度（118.2614,39.6712，经度在前）、度分秒（118°15′41.0″E 39°40′16.3″N），\
      或带号的高斯-克吕格坐标（39523456.78, 4392345.67，或 Y=523456.78 X=4392345.67 CM=117）。
      """,
    en: """
      Write decimal degrees (118.2614,39.6712, longitude first), degrees, minutes and seconds \
      (118°15′41.0″E 39°40′16.3″N), or Gauss-Krüger coordinates with their zone \
      (39523456.78, 4392345.67, or Y=523456.78 X=4392345.67 CM=117).
      """)
}
