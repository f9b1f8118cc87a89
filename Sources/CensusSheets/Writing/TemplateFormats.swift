import CXlsxWriter
import CensusDomain

/// How the cells of a template look.
struct TemplateFormats {
  let header: XlsxFile.Format
  let requiredHeader: XlsxFile.Format
  let key: XlsxFile.Format
  let advice: XlsxFile.Format
  private let cells: [TemplateColumn.Kind: XlsxFile.Format]
  private let examples: [TemplateColumn.Kind: XlsxFile.Format]

  init(_ file: XlsxFile) throws(CensusError) {
    header = try TemplateFormats.header(file, 0xDD_EBF7)
    requiredHeader = try TemplateFormats.header(file, 0xF8_CBAD)
    key = try file.addFormat { format in
      format_set_font_size(format, 8)
      format_set_font_color(format, TemplateFormats.grey)
      format_set_num_format(format, "@")
    }
    advice = try file.addFormat { format in
      format_set_font_size(format, 9)
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
    }
    var cells: [TemplateColumn.Kind: XlsxFile.Format] = [:]
    var examples: [TemplateColumn.Kind: XlsxFile.Format] = [:]
    for kind in TemplateColumn.Kind.allCases {
      let code = TemplateFormats.numberFormat(kind)
      cells[kind] = try file.addFormat { format_set_num_format($0, code) }
      examples[kind] = try file.addFormat { format in
        format_set_num_format(format, code)
        format_set_italic(format)
        format_set_font_color(format, TemplateFormats.grey)
        format_set_bg_color(format, 0xF2_F2F2)
      }
    }
    self.cells = cells
    self.examples = examples
  }

  /// The format of a column's cells.
  func cell(_ kind: TemplateColumn.Kind) -> XlsxFile.Format? { cells[kind] }

  /// The format of a column's example.
  func example(_ kind: TemplateColumn.Kind) -> XlsxFile.Format? { examples[kind] }

  private static let grey: lxw_color_t = 0x80_8080

  private static func numberFormat(_ kind: TemplateColumn.Kind) -> String {
    switch kind {
    case .text, .code, .choice, .multiChoice, .boolean, .json: "@"
    case .integer: "0"
    // Any fixed number of decimals would hide some of a coordinate or pad a length.
    case .number: "General"
    case .date: "yyyy-mm-dd"
    }
  }

  private static func header(
    _ file: XlsxFile, _ color: lxw_color_t
  ) throws(CensusError) -> XlsxFile.Format {
    try file.addFormat { format in
      format_set_bold(format)
      format_set_text_wrap(format)
      format_set_bg_color(format, color)
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    }
  }
}
