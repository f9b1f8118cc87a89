import CensusAPI
import CensusDomain
import CensusForms
import Dispatch
import Synchronization

/// Takes a batch's body apart and judges each line, before and without the store's transaction.
///
/// A line's judgement depends on nothing but the line, so the processor's cores share them.
struct BatchReader: Sendable {
  let device: DeviceIdentity
  let forms: FormCatalogue
  let today: CivilDate
  /// The most threads.
  var width = 4

  /// Fewer lines than this are not worth another thread.
  private static let leastLines = 64

  /// Reads every line of `body`.
  ///
  /// A line whose place in the device's order cannot be read fails the whole batch, so that a batch
  /// that was cut off never takes effect in part.
  func read(_ body: UnsafeRawBufferPointer) throws(CensusError) -> [PreparedRevision] {
    let lines = try BatchReader.lines(of: body)
    let count = max(1, min(width, lines.count / BatchReader.leastLines))
    if count == 1 { return try read(lines, 0..<lines.count, body) }
    let results = Mutex([Result<[PreparedRevision], CensusError>?](repeating: nil, count: count))
    // The threads only read the bytes, and `concurrentPerform` returns after the last of them ended.
    nonisolated(unsafe) let bytes = body
    DispatchQueue.concurrentPerform(iterations: count) { part in
      let share = lines.count * part / count..<lines.count * (part + 1) / count
      let result = Result { () throws(CensusError) in try read(lines, share, bytes) }
      results.withLock { $0[part] = result }
    }
    // In the order of the lines, so that of several faults the first one is named.
    var revisions: [PreparedRevision] = []
    revisions.reserveCapacity(lines.count)
    for result in results.withLock({ $0 }) {
      if let result { revisions.append(contentsOf: try result.get()) }
    }
    return revisions
  }

  private func read(
    _ lines: [Range<Int>], _ share: Range<Int>, _ body: UnsafeRawBufferPointer
  ) throws(CensusError) -> [PreparedRevision] {
    var reader = LineReader(device: device, forms: forms, today: today)
    var revisions: [PreparedRevision] = []
    revisions.reserveCapacity(share.count)
    for index in share {
      let line = UnsafeRawBufferPointer(rebasing: body[lines[index]])
      revisions.append(try reader.read(line, at: lines[index].lowerBound, number: index + 1))
    }
    return revisions
  }

  private static func lines(
    of body: UnsafeRawBufferPointer
  ) throws(CensusError) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    lines.reserveCapacity(body.count / 700)
    var splitter = LineSplitter(body)
    while let line = splitter.nextRange() {
      guard lines.count < ProtocolLimits.maximumBatchCount else { throw tooMany }
      lines.append(line)
    }
    guard !lines.isEmpty else {
      throw CensusError(
        .invalidData, zh: "批次中没有任何修订。", en: "The batch holds no revision.",
        remedy: LocalizedText(zh: "没有新记录时不必发送。", en: "With nothing new there is nothing to send."))
    }
    return lines
  }

  private static var tooMany: CensusError {
    CensusError(
      .tooLarge, zh: "一个批次最多 \(ProtocolLimits.maximumBatchCount) 条修订。",
      en: "A batch has at most \(ProtocolLimits.maximumBatchCount) revisions.",
      remedy: LocalizedText(zh: "请分成更小的批次。", en: "Send smaller batches."))
  }
}
