import CensusReports

/// A typeface of printed papers in one size.
struct PrintFont: Hashable {
  /// What offices call the typefaces; fonts of the machine stand in for them.
  enum Face: String {
    /// 宋体, for text.
    case song = "Noto Serif CJK SC,Source Han Serif SC,SimSun,AR PL UMing CN,serif"
    /// 黑体, for headings.
    case hei = "Noto Sans CJK SC,Source Han Sans SC,SimHei,WenQuanYi Micro Hei,sans-serif"
  }

  var face: Face
  /// The size, tenths of a point.
  var size: Int
  var isBold = false

  /// The font of a cell.
  ///
  /// - Parameter size: tenths of a point.
  static func cell(_ style: PaperCell.Style, size: Int) -> PrintFont {
    switch style {
    case .heading: PrintFont(face: .hei, size: size)
    case .total, .alarm: PrintFont(face: .song, size: size, isBold: true)
    case .label, .plain: PrintFont(face: .song, size: size)
    }
  }

  static let title = PrintFont(face: .song, size: 180, isBold: true)
  static let subtitle = PrintFont(face: .song, size: 110)
  static let office = PrintFont(face: .song, size: 95)
  static let heading = PrintFont(face: .hei, size: 115)
  static let note = PrintFont(face: .song, size: 85)
  static let margin = PrintFont(face: .song, size: 75)
  static let ruler = PrintFont(face: .song, size: 55)
}
