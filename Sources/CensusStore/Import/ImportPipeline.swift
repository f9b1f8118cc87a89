import CensusDomain
import Dispatch
import Synchronization

/// The way of a file's rows into the store: while a chunk is read, the one before it is judged and the one
/// before that is saved, each stage on a thread of its own and in the file's order.
final class ImportPipeline: Sendable {
  /// A chunk on its way.
  final class Chunk: Sendable {
    /// How much of the file had been read when the chunk was full.
    let bytesRead: Int
    private let work = DispatchGroup()
    private let result = Mutex<Result<[SettledRow], CensusError>?>(nil)

    fileprivate init(bytesRead: Int) {
      self.bytesRead = bytesRead
      work.enter()
    }

    fileprivate func end(_ rows: Result<[SettledRow], CensusError>) {
      result.withLock { $0 = rows }
      work.leave()
    }

    /// Waits until the chunk is saved.
    ///
    /// - Throws: ``CensusError``, what the store said.
    func rows() throws(CensusError) -> [SettledRow] {
      work.wait()
      return try result.withLock { $0 }?.get() ?? []
    }
  }

  private let judge: Mutex<RowJudge>
  private let saver: ChunkSaver
  private let judging = DispatchQueue(label: "import.judging")
  private let saving = DispatchQueue(label: "import.saving")
  /// What the store said of an earlier chunk; nothing is saved after that.
  private let failure = Mutex<CensusError?>(nil)

  init(judge: sending RowJudge, saver: ChunkSaver) {
    self.judge = Mutex(judge)
    self.saver = saver
  }

  /// Sends rows on their way.
  func send(_ rows: [RawRow], bytesRead: Int) -> Chunk {
    let chunk = Chunk(bytesRead: bytesRead)
    judging.async {
      let judged = Result { () throws(CensusError) in try self.judged(rows) }
      self.saving.async { chunk.end(self.save(judged)) }
    }
    return chunk
  }

  private func judged(
    _ rows: [RawRow]
  ) throws(CensusError) -> [(row: RawRow, verdict: RowJudge.Verdict)] {
    try judge.withLock { (judge) throws(CensusError) in
      var judged: [(row: RawRow, verdict: RowJudge.Verdict)] = []
      judged.reserveCapacity(rows.count)
      for var row in rows {
        let verdict = try judge.judge(&row)
        judged.append((row, verdict))
      }
      return judged
    }
  }

  private func save(
    _ judged: Result<[(row: RawRow, verdict: RowJudge.Verdict)], CensusError>
  ) -> Result<[SettledRow], CensusError> {
    if let earlier = failure.withLock({ $0 }) { return .failure(earlier) }
    let result = Result { () throws(CensusError) in try saver.save(try judged.get()) }
    if case .failure(let error) = result { failure.withLock { $0 = error } }
    return result
  }
}
