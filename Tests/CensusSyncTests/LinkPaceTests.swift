import CensusStore
import Testing

@testable import CensusSync

@Suite struct LinkPaceTests {
  private let largest = BatchBounds(count: 8000, bytes: 4 * 1024 * 1024)

  /// A batch that fills the bounds, packed to an eighth, over a link of so many bytes a second.
  private func delivery(_ pace: LinkPace, rate: Int) -> Delivery {
    let travelled = pace.bounds.bytes / 8
    return Delivery(
      first: 1, last: Int64(pace.bounds.count), count: pace.bounds.count, plain: pace.bounds.bytes,
      travelled: travelled, milliseconds: Int64(travelled * 1000 / rate))
  }

  @Test func `a fast network is filled within three batches`() {
    var pace = LinkPace(nil, largest: largest)
    for _ in 0..<3 { pace.passed(delivery(pace, rate: 10_000_000)) }
    #expect(pace.bounds == largest)
    #expect((pace.bytesPerSecond ?? 0) > 1_000_000)
  }

  @Test(arguments: [500, 2_000, 8_000, 64_000])
  func `on a weak link batches settle where they take about the target time`(rate: Int) {
    var pace = LinkPace(nil, largest: largest)
    #expect(delivery(pace, rate: 2_000).milliseconds <= LinkPace.target)
    for _ in 0..<20 { pace.passed(delivery(pace, rate: rate)) }
    let milliseconds = delivery(pace, rate: rate).milliseconds
    #expect(milliseconds <= LinkPace.target * 2)
    #expect(milliseconds * 4 >= LinkPace.target || pace.bounds == largest)
  }

  @Test func `a batch slower than the target does not grow the next, over twice as slow halves it`()
  {
    var pace = LinkPace(nil, largest: largest)
    let first = pace.bounds
    var slow = delivery(pace, rate: 1000)
    slow.milliseconds = LinkPace.target + 1
    pace.passed(slow)
    #expect(pace.bounds == first)
    slow.milliseconds = LinkPace.target * 2 + 1
    pace.passed(slow)
    #expect(pace.bounds == BatchBounds(count: first.count / 2, bytes: first.bytes / 2))
  }

  @Test func `what is cut is halved down to one revision`() {
    var pace = LinkPace(nil, largest: largest)
    for _ in 0..<20 { pace.failed(count: pace.bounds.count, plain: pace.bounds.bytes) }
    #expect(pace.bounds.count == 1)
    #expect(pace.bounds.bytes >= 1)
  }

  @Test func `a cut halves what was sent, not what might have been`() {
    var pace = LinkPace(nil, largest: largest)
    pace.failed(count: 10, plain: 7000)
    #expect(pace.bounds == BatchBounds(count: 5, bytes: 3500))
  }

  @Test func `near the size that was cut, growth is careful`() {
    var pace = LinkPace(nil, largest: largest)
    pace.failed(count: 256, plain: 128 * 1024)
    pace.passed(delivery(pace, rate: 10_000_000))
    #expect(pace.bounds == BatchBounds(count: 160, bytes: 80 * 1024))
  }

  @Test func `a small batch says nothing of a large one`() {
    var pace = LinkPace(nil, largest: largest)
    let first = pace.bounds
    pace.passed(
      Delivery(first: 1, last: 1, count: 1, plain: 700, travelled: 300, milliseconds: 30))
    #expect(pace.bounds == first)
    #expect(pace.bytesPerSecond == 10_000)
  }

  @Test func `the next sync begins where the last one ended, within its own limit`() {
    let kept = LinkState(bounds: BatchBounds(count: 20, bytes: 9000), bytesPerSecond: 700)
    #expect(LinkPace(kept, largest: largest).state == kept)
    #expect(LinkPace(kept, largest: BatchBounds(count: 7, bytes: 1 << 20)).bounds.count == 7)
  }
}
