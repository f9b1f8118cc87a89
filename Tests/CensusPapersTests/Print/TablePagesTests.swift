import Testing

@testable import CensusPapers

@Suite("Pages of tables")
struct TablePagesTests {
  private func pages(_ heights: [Int], joined: Set<Int> = []) -> TablePages {
    TablePages(
      heights.enumerated().map { .init(height: $1, isJoined: joined.contains($0)) })
  }

  @Test("Rows fill a page and go on on the next")
  func plain() {
    #expect(pages([4, 4, 4, 4]).ranges(first: 9, full: 10) == [0..<2, 2..<4])
    #expect(pages([4, 4]).ranges(first: 3, full: 10) == [0..<0, 0..<2])
    #expect(pages([]).ranges(first: 3, full: 10) == [0..<0])
  }

  @Test("What is joined stays together where a page holds it, and is divided where none does")
  func joined() {
    #expect(pages([4, 4, 4], joined: [2]).ranges(first: 10, full: 10) == [0..<1, 1..<3])
    #expect(pages([4, 4, 4], joined: [1, 2]).ranges(first: 10, full: 10) == [0..<2, 2..<3])
  }

  @Test("Each strip stands on one page, in order, and no page is overfull", arguments: 0..<300)
  func property(seed: Int) {
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let heights = (0..<next(60)).map { _ in next(12) + 1 }
    let joined = Set(heights.indices.filter { _ in next(3) == 0 })
    let (first, full) = (next(14), 12 + next(30))
    let ranges = pages(heights, joined: joined).ranges(first: first, full: full)
    #expect(ranges.flatMap(Array.init) == Array(heights.indices))
    for (page, range) in ranges.enumerated() {
      #expect(heights[range].reduce(0, +) <= (page == 0 ? first : full))
    }
  }
}
