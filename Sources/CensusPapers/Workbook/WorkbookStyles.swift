import CXlsxWriter
import CensusDomain
import CensusReports
import CensusSheets

/// How the cells of a paper's workbook look; each look is made once.
final class WorkbookStyles {
  /// What cells with one format have in common.
  struct Look: Hashable {
    enum Part: Hashable {
      case title, subtitle, office, heading, note
      case cell(PaperCell.Style)
    }

    var part: Part
    var alignment = PaperAlignment.leading
    var numberFormat = "General"
  }

  private let file: XlsxFile
  private var formats: [Look: XlsxFile.Format] = [:]

  init(_ file: XlsxFile) { self.file = file }

  /// The format of a look.
  func format(_ look: Look) throws(CensusError) -> XlsxFile.Format {
    if let format = formats[look] { return format }
    let format = try file.addFormat { format in
      format_set_font_size(format, WorkbookStyles.size(look.part))
      format_set_align(format, WorkbookStyles.horizontal(look))
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
      format_set_text_wrap(format)
      if case .cell = look.part, look.alignment == .leading { format_set_indent(format, 1) }
      format_set_num_format(format, look.numberFormat)
      switch look.part {
      // Names only: a machine without them takes what it has.
      case .title: format_set_font_name(format, "方正小标宋简体")
      case .heading: format_set_font_name(format, "黑体")
      case .subtitle, .office, .note: break
      case .cell(let style): WorkbookStyles.set(style, format)
      }
    }
    formats[look] = format
    return format
  }

  private static func set(_ style: PaperCell.Style, _ format: XlsxFile.Format) {
    format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    switch style {
    case .heading:
      format_set_font_name(format, "黑体")
      format_set_bg_color(format, 0xF2_F2F2)
    case .total:
      format_set_bold(format)
      format_set_bg_color(format, 0xF7_F7F4)
    case .alarm:
      format_set_bold(format)
      format_set_font_color(format, ChartColor.mark.rawValue)
    case .label, .plain: break
    }
  }

  /// The size of a part's letters, points.
  static func size(_ part: Look.Part) -> Double {
    switch part {
    case .title: 18
    case .subtitle: 11
    case .heading: 12
    case .office, .cell: 10
    case .note: 9
    }
  }

  private static func horizontal(_ look: Look) -> UInt8 {
    let alignment =
      switch (look.part, look.alignment) {
      case (.title, _), (.subtitle, _), (_, .center): LXW_ALIGN_CENTER
      case (_, .leading): LXW_ALIGN_LEFT
      case (_, .trailing): LXW_ALIGN_RIGHT
      }
    return UInt8(alignment.rawValue)
  }
}
