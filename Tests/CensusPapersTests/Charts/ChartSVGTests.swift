import CensusDomain
import CensusReports
import Foundation
import Testing

@testable import CensusPapers

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Charts as SVG")
struct ChartSVGTests {
  private func chart(
    _ shape: PaperChart.Shape, _ values: [Int64?], unit: PaperChart.Unit = .count,
    mark: Int64? = nil
  ) -> PaperChart {
    PaperChart(
      id: "c", title: PaperSamples.text("图<1>", "Chart <1>"), shape: shape, unit: unit,
      labels: values.indices.map { LocalizedText(verbatim: "l\($0)") },
      series: [.init(name: PaperSamples.text("实际", "Actual"), role: .actual, values: values)],
      mark: mark.map { .init(name: PaperSamples.text("目标&", "Target&"), value: $0) })
  }

  private func lines(_ drawing: ChartDrawing?, _ color: ChartColor) -> [[ChartDrawing.Point]] {
    (drawing?.items ?? []).compactMap { item in
      if case .line(let points, let stroke) = item, stroke.color == color { points } else { nil }
    }
  }

  private func boxes(_ drawing: ChartDrawing?) -> [Int] {
    (drawing?.items ?? []).compactMap { item in
      if case .box(_, let width, _, _) = item { width } else { nil }
    }
  }

  @Test("A chart is well-formed XML with its title, whatever its words are")
  func wellFormed() throws {
    let text = PaperSamples.progress.svg(.zh)
    #expect(text.contains("<title>完成对象数与预测 &lt;&amp;&gt;</title>"))
    let document = try XMLDocument(data: Data(text.utf8))
    #expect(document.rootElement()?.name == "svg")
    #expect(text == PaperSamples.progress.svg(.zh))
    #expect(text != PaperSamples.progress.svg(.en))
  }

  @Test("Bars are as long as their values")
  func bars() {
    let drawing = chart(.bars, [1_000, 500, nil, 0], unit: .count, mark: 1_000).drawing(.zh)
    let widths = boxes(drawing)
    #expect(widths.count == 2)
    #expect(abs(widths[0] - 2 * widths[1]) <= 1)
  }

  @Test("A rate beyond the whole is drawn longer than the target, a small share against its limit")
  func scales() {
    let wide = boxes(chart(.bars, [12_000, 6_000], unit: .basisPoints, mark: 6_000).drawing(.zh))
    #expect(abs(wide[0] - 2 * wide[1]) <= 1)
    let small = boxes(chart(.bars, [800], unit: .basisPoints, mark: 1_500).drawing(.zh))
    #expect(small[0] > ChartDrawing.standardWidth / 4)
  }

  @Test("A line is broken where there is no value, and a value alone is a dot")
  func gaps() {
    let drawing = chart(.lines, [1, 2, nil, 4, nil, 5, 6]).drawing(.zh)
    #expect(lines(drawing, .actual).map(\.count).filter { $0 == 2 }.count == 3)
    #expect(boxes(drawing) == [500])
  }

  @Test("The bounds are one band, and no lines")
  func band() {
    let drawing = PaperSamples.progress.drawing(.zh)
    let areas = (drawing?.items ?? []).compactMap { item in
      if case .area(let points, _) = item { points.count } else { nil }
    }
    #expect(areas == [40])
    #expect(lines(drawing, .second).isEmpty)
    #expect(lines(drawing, .mark).count == 2)
  }

  @Test("Nothing is drawn beyond the picture", arguments: [PaperChart.Shape.bars, .lines])
  func within(shape: PaperChart.Shape) throws {
    for seed in 0..<50 {
      let values = (0..<seed % 9 + 1).map { index in
        (seed + index).isMultiple(of: 4) ? nil : Int64((seed * 7_919 + index * 104_729) % 900 - 200)
      }
      let drawing = try #require(chart(shape, values, unit: .fen, mark: 50).drawing(.en))
      for item in drawing.items {
        let points: [ChartDrawing.Point] =
          switch item {
          case .box(let corner, let width, let height, _):
            [corner, .init(x: corner.x + width, y: corner.y + height)]
          case .line(let points, _), .area(let points, _): points
          case .text(_, let point, _, _): [point]
          }
        for point in points {
          #expect((0...drawing.width).contains(point.x) && (0...drawing.height).contains(point.y))
        }
      }
    }
  }

  @Test("A chart without labels is an empty picture")
  func empty() throws {
    #expect(chart(.bars, []).drawing(.zh) == nil)
    _ = try XMLDocument(data: Data(chart(.bars, []).svg(.zh).utf8))
  }
}
