import CensusReports

/// The room for charts below a sheet's table, as it is printed.
struct SheetRoom {
  /// A place for a chart.
  typealias Place = (row: Int, scale: (x: Double, y: Double), isBroken: Bool)

  private let pixels: Int
  private var row: Int
  /// The height of what stands on the page so far, points before the page is fitted; more than a page where it is
  /// not known.
  private var height: Double
  /// The height of a page, points before it is fitted.
  private let page: Double

  /// - Parameters:
  ///   - row: the first row that is free.
  ///   - height: the height of all rows above, points.
  init(_ columns: [PaperGrid.Column], row: Int, height: Double) {
    // Seven pixels a character and five of margin (ECMA-376 Part 1, 18.3.1.13); 96 pixels are 72 points.
    pixels = columns.reduce(0) { $0 + ($1.width + 1) * 7 + 5 }
    self.row = row
    self.height = height
    // A4 landscape less the margins: 762 by 490 points.
    page = 490 * max(1, Double(pixels) * 0.75 / 762)
  }

  /// Takes the room for a chart, on a new page where it does not fit.
  mutating func take(_ chart: PaperChart) -> Place {
    let lines = chart.shape == .bars ? chart.labels.count * (chart.series.count + 1) : 22
    let most = page / SheetRoom.chartHeight - 0.1
    let scale = (
      x: min(2, max(1, Double(pixels) / 480)),
      y: min(most, max(1.1, Double(90 + lines * 13) / 288))
    )
    let needed = SheetRoom.chartHeight * scale.y
    let isBroken = height + needed > page
    let place = (row: row, scale: scale, isBroken: isBroken)
    // A free row has 15 points.
    let rows = Int(needed / 15) + 2
    row += rows
    height = (isBroken ? 0 : height) + Double(rows) * 15
    return place
  }

  /// A chart of libxlsxwriter has 480 by 288 pixels.
  private static let chartHeight = 216.0
}
