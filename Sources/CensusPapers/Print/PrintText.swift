import CPango
import CensusDomain
import CensusReports

/// Measures and draws text by Pango, with line breaks and fonts for every script.
final class PrintText {
  private let map: UnsafeMutablePointer<PangoFontMap>
  private let context: OpaquePointer
  private let layout: OpaquePointer
  private var measured: [Key: [Int]] = [:]
  private var descriptions: [PrintFont: OpaquePointer] = [:]

  private struct Key: Hashable {
    let text: String
    let font: PrintFont
    let width: Int
  }

  /// - Throws: ``CensusError`` with code `configuration` where no font has Chinese characters.
  init() throws(CensusError) {
    guard let map = pango_cairo_font_map_new(), let context = pango_font_map_create_context(map),
      let layout = pango_layout_new(context)
    else {
      throw CensusError(
        .software, zh: "无法使用字体库 Pango。", en: "The text library Pango does not start.")
    }
    self.map = map
    self.context = context
    self.layout = layout
    // A user's unit is a point, and nothing is fitted to the pixels of a screen.
    pango_cairo_context_set_resolution(context, 72)
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_context_set_round_glyph_positions(context, 0)
    // Of the scripts that share Han characters, the shapes of the mainland are meant.
    pango_context_set_language(context, pango_language_from_string("zh-cn"))
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    pango_layout_set_auto_dir(layout, 0)
    for face in [PrintFont.Face.song, .hei] {
      _ = try lines(of: "灾害普查", PrintFont(face: face, size: 90), width: -1)
    }
  }

  deinit {
    for description in descriptions.values { pango_font_description_free(description) }
    g_object_unref(UnsafeMutableRawPointer(layout))
    g_object_unref(UnsafeMutableRawPointer(context))
    g_object_unref(map)
  }

  /// The heights of the lines that a text takes.
  ///
  /// - Parameter width: where lines break; -1 for nowhere.
  /// - Throws: ``CensusError`` with code `configuration` where no font has one of its characters.
  func lines(of text: String, _ font: PrintFont, width: Int) throws(CensusError) -> [Int] {
    let key = Key(text: text, font: font, width: width)
    if let lines = measured[key] { return lines }
    set(text, font, width: width, .leading)
    guard pango_layout_get_unknown_glyphs_count(layout) == 0 else {
      throw PrintText.missing(text)
    }
    var lines: [Int] = []
    forEachLine { _, top, bottom, _, _ in lines.append(bottom - top) }
    measured[key] = lines
    return lines
  }

  /// The width of a text in one line.
  func width(of text: String, _ font: PrintFont) -> Int {
    set(text, font, width: -1, .leading)
    var extents = PangoRectangle()
    pango_layout_get_extents(layout, nil, &extents)
    return Int(extents.width)
  }

  /// Draws some lines of a text, the first of them with its top at `y`.
  func draw(
    _ text: String, _ font: PrintFont, width: Int, _ alignment: PaperAlignment, lines: Range<Int>,
    x: Int, y: Int, on cairo: OpaquePointer
  ) {
    set(text, font, width: width, alignment)
    var first: Int?
    var index = 0
    forEachLine { line, top, _, baseline, left in
      defer { index += 1 }
      guard lines.contains(index) else { return }
      let start = first ?? top
      first = start
      cairo_move_to(
        cairo, PrintSize.points(x + left), PrintSize.points(y + baseline - start))
      pango_cairo_show_layout_line(cairo, line)
    }
  }

  /// Draws a text of one line with its baseline at `y`.
  func drawOnBaseline(_ text: String, _ font: PrintFont, x: Int, y: Int, on cairo: OpaquePointer) {
    set(text, font, width: -1, .leading)
    cairo_move_to(cairo, PrintSize.points(x), PrintSize.points(y))
    pango_cairo_show_layout_line(cairo, pango_layout_get_line_readonly(layout, 0))
  }

  private func set(_ text: String, _ font: PrintFont, width: Int, _ alignment: PaperAlignment) {
    pango_layout_set_font_description(layout, description(font))
    pango_layout_set_width(layout, Int32(clamping: width))
    pango_layout_set_alignment(layout, alignment.pango)
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        pango_layout_set_text(layout, characters.baseAddress, Int32(clamping: characters.count))
      }
    }
  }

  private func description(_ font: PrintFont) -> OpaquePointer? {
    if let description = descriptions[font] { return description }
    let description = pango_font_description_from_string(font.face.rawValue)
    pango_font_description_set_absolute_size(description, Double(font.size * 1024) / 10)
    if font.isBold { pango_font_description_set_weight(description, PANGO_WEIGHT_BOLD) }
    descriptions[font] = description
    return description
  }

  /// Calls `body` with each line, its top, bottom and baseline, and where it begins at the left.
  private func forEachLine(
    _ body: (
      _ line: UnsafeMutablePointer<PangoLayoutLine>?, _ top: Int, _ bottom: Int, _ baseline: Int,
      _ left: Int
    ) -> Void
  ) {
    let iterator = pango_layout_get_iter(layout)
    defer { pango_layout_iter_free(iterator) }
    repeat {
      var (top, bottom) = (Int32(0), Int32(0))
      pango_layout_iter_get_line_yrange(iterator, &top, &bottom)
      var extents = PangoRectangle()
      pango_layout_iter_get_line_extents(iterator, nil, &extents)
      body(
        pango_layout_iter_get_line_readonly(iterator), Int(top), Int(bottom),
        Int(pango_layout_iter_get_baseline(iterator)), Int(extents.x))
    } while pango_layout_iter_next_line(iterator) != 0
  }

  private static func missing(_ text: String) -> CensusError {
    let excerpt = text.count > 30 ? text.prefix(30) + "…" : text[...]
    return CensusError(
      .configuration, zh: "本机没有字体能显示“\(excerpt)”，无法生成 PDF。",
      en: "No font of this machine shows “\(excerpt)”, so no PDF can be made.",
      remedy: LocalizedText(
        zh: "安装中文字体（Debian 软件包 fonts-noto-cjk）再试；字体都没有的字符请先改正，或改用 XLSX、HTML。",
        en: """
          Install Chinese fonts (the Debian package fonts-noto-cjk) and try again; mend characters \
          that no font has, or use XLSX or HTML.
          """))
  }
}
