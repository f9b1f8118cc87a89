import CensusDomain
import Dispatch
import Foundation
import Synchronization

/// The lines of one batch, judged on several threads ahead of the one that stores them.
///
/// A line's judgement depends on nothing but the line, so chunks are judged in any order and handed
/// out in theirs. Who needs a chunk that nobody has begun judges it himself, so that storing never
/// waits for a thread that is not to be had.
final class JudgedLines: Sendable {
  /// Judges some lines, each time anew on the thread that calls it.
  typealias Judge = @Sendable (Range<Int>) throws(CensusError) -> [PreparedRevision]

  /// Few enough that storing begins soon, enough that handing over costs nothing.
  private static let chunk = 256

  private struct Part {
    var isBegun = false
    var result: Result<[PreparedRevision], CensusError>?
  }

  let count: Int
  private let judge: Judge
  private let parts: Mutex<[Part]>
  private let ready: [DispatchGroup]

  /// Begins to judge `count` lines on up to `width` threads beside the caller's.
  init(count: Int, width: Int, judge: @escaping Judge) {
    self.count = count
    self.judge = judge
    let parts = max(1, (count + JudgedLines.chunk - 1) / JudgedLines.chunk)
    self.parts = Mutex([Part](repeating: Part(), count: parts))
    ready = (0..<parts).map { _ in DispatchGroup() }
    for group in ready { group.enter() }
    for _ in 0..<min(width, parts) {
      DispatchQueue.global().async { self.work() }
    }
  }

  /// Hands out every revision in the order of the lines; may be called again.
  ///
  /// - Throws: ``CensusError`` of the first line that cannot be read at all, or what `body` throws.
  func forEach(_ body: (PreparedRevision) throws -> Void) throws {
    for part in ready.indices {
      if begin(part) { finish(part) }
      ready[part].wait()
      guard let result = parts.withLock({ $0[part].result }) else { throw JudgedLines.ended }
      for revision in try result.get() { try body(revision) }
    }
  }

  /// Lets nobody begin a further chunk and waits until no thread reads the lines any more.
  ///
  /// Only chunks that were begun are waited for: a thread that the system has not started yet finds
  /// nothing left to begin, and to wait for it could take as long as this thread is in its way.
  func end() {
    for part in ready.indices {
      if begin(part) { ready[part].leave() } else { ready[part].wait() }
    }
  }

  private static let ended = CensusError(
    .software, zh: "批次的行已不可读取。", en: "The lines of the batch were let go already.")

  private func work() {
    for part in ready.indices where begin(part) { finish(part) }
  }

  /// Takes a chunk for the calling thread; false where another one has it.
  private func begin(_ part: Int) -> Bool {
    parts.withLock { parts in
      if parts[part].isBegun { return false }
      parts[part].isBegun = true
      return true
    }
  }

  private func finish(_ part: Int) {
    let first = part * JudgedLines.chunk
    let lines = first..<min(count, first + JudgedLines.chunk)
    let result = Result { () throws(CensusError) in try judge(lines) }
    parts.withLock { $0[part].result = result }
    ready[part].leave()
  }
}
