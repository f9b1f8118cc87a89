import CensusDomain
import CensusReports
import Testing

@Suite("Impact of an expense")
struct CostImpactTests {
  private let june = Samples.day(6, 30)

  private func impact(
    _ fen: Int64, _ isPublicity: Bool, on date: CivilDate,
    to lines: [(CivilDate, Int64, Bool)]
  ) -> [LocalizedText] {
    CostImpact.of(
      adding: [CostLine(date: date, amount: Fen(fen), isPublicity: isPublicity)],
      to: Samples.cost(june, lines))
  }

  @Test("An expense within all limits gives no sentence")
  func quiet() {
    #expect(impact(10_000, true, on: june, to: [(june, 1_000_000, false)]).isEmpty)
  }

  @Test("Breaking the share of spending names the share and the limit")
  func breaks() {
    let sentences = impact(200_000, true, on: june, to: [(june, 800_000, false)])
    #expect(sentences.count == 2)
    #expect(sentences.first?.zh == "保存后，宣传费用将占已支出总费用的 20.00%，超过 15% 的上限。")
    #expect(sentences.first?.en.contains("20.00%") == true)
  }

  @Test("An expense that improves a broken figure gives no sentence for it")
  func improves() {
    #expect(impact(10_000, false, on: june, to: [(june, 200_000, true)]).isEmpty)
    #expect(!impact(10_000, true, on: june, to: [(june, 200_000, true), (june, 1, false)]).isEmpty)
  }

  @Test("An expense dated after the day of evaluation is judged all the same")
  func later() {
    let sentences = impact(
      500_000, true, on: Samples.day(7, 2), to: [(june, 1_000_000, false)])
    #expect(!sentences.isEmpty)
  }

  @Test("Publicity within its share today that the budget's cap breaks by the end is said")
  func forecast() {
    // By the end of June 12 % is publicity. At that pace it doubles, while the budget caps all spending.
    let sentences = impact(
      2_400_000, true, on: june, to: [(june, 17_600_000, false)])
    #expect(sentences.map(\.zh) == ["保存后，按目前支出进度，年底宣传费用比例预计为 16.13%，超过 15% 的上限。"])
  }

  @Test("Breaking the budget or publicity's share of it is said")
  func budget() {
    let sentences = impact(
      5_000_000, true, on: june, to: [(june, 28_000_000, false)])
    #expect(sentences.contains { $0.en.contains("of the budget") })
    #expect(sentences.contains { $0.en.contains("330000.00 yuan in all") })
  }
}
