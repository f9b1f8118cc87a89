import CensusDomain
import Synchronization
import Testing

@testable import CensusHub

/// Lines that are judged on other threads, ahead of the one that stores them.
@Suite struct JudgedLinesTests {
  private static func revision(_ line: Int) -> PreparedRevision {
    PreparedRevision(
      sequence: Int64(line), hash: .zero, bytes: 0..<0, record: nil, faults: [])
  }

  private static let unreadable = CensusError(.invalidData, zh: "无法读取", en: "unreadable")

  private func sequences(_ lines: JudgedLines) throws -> [Int64] {
    var found: [Int64] = []
    try lines.forEach { found.append($0.sequence) }
    return found
  }

  @Test(arguments: [1, 2, 255, 256, 257, 5000], [0, 1, 4])
  func `every line comes once and in order, also the second time`(_ count: Int, _ width: Int) throws
  {
    let judged = Atomic<Int>(0)
    let lines = JudgedLines(count: count, width: width) { share in
      judged.add(share.count, ordering: .relaxed)
      return share.map(Self.revision)
    }
    defer { lines.end() }
    let all = (0..<count).map(Int64.init)
    #expect(try sequences(lines) == all)
    #expect(try sequences(lines) == all)
    #expect(judged.load(ordering: .relaxed) == count)
  }

  @Test func `the first line that cannot be read ends it, whatever was judged after it`() throws {
    let lines = JudgedLines(count: 2000, width: 4) { (share) throws(CensusError) in
      if share.contains(700) { throw Self.unreadable }
      return share.map(Self.revision)
    }
    defer { lines.end() }
    var seen = 0
    #expect(throws: Self.unreadable) { try lines.forEach { _ in seen += 1 } }
    #expect(seen == 512)
  }

  @Test func `after the end nobody reads the lines any more`() {
    let isOver = Atomic<Bool>(false)
    let late = Atomic<Int>(0)
    for _ in 0..<200 {
      isOver.store(false, ordering: .sequentiallyConsistent)
      let lines = JudgedLines(count: 3000, width: 4) { share in
        if isOver.load(ordering: .sequentiallyConsistent) { late.add(1, ordering: .relaxed) }
        return share.map(Self.revision)
      }
      lines.end()
      isOver.store(true, ordering: .sequentiallyConsistent)
    }
    #expect(late.load(ordering: .relaxed) == 0)
  }
}
