import CensusAPI
import CensusDomain
import CensusForms
import Foundation

/// Cuts a batch's body into lines and has each judged by all that can be judged without the store.
struct BatchReader: Sendable {
  let device: DeviceIdentity
  let forms: FormCatalogue
  let today: CivilDate
  /// The most threads that judge beside the one that stores.
  var width = max(1, min(4, ProcessInfo.processInfo.activeProcessorCount - 1))

  /// Begins to judge every line of `body`, which must stay until the lines were ended.
  ///
  /// A line whose place in the device's order cannot be read fails the whole batch, so that a batch
  /// that was cut off never takes effect in part.
  ///
  /// - Throws: ``CensusError``: `tooLarge` for more lines than a batch may have, `invalidData` for none.
  func judge(_ body: UnsafeRawBufferPointer) throws(CensusError) -> JudgedLines {
    let lines = try BatchReader.lines(of: body)
    // The threads only read the bytes, which the caller keeps until it has called `end`.
    nonisolated(unsafe) let bytes = body
    return JudgedLines(count: lines.count, width: width) { (share) throws(CensusError) in
      try read(lines, share, bytes)
    }
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
