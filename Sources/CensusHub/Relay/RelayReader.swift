import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON

/// One line of a relayed batch, judged by all that can be judged without the store.
struct PreparedRelayLine {
  enum Kind {
    case revision(Disposition, PreparedRevision)
    case review(ReviewRecord)
    /// It could be placed, but not read.
    case damaged(Fault)
  }

  /// Its place in the lower central's commit order.
  let at: Int64
  let hash: ContentHash
  /// Where the line lies in the batch's body.
  let bytes: Range<Int>
  let kind: Kind
}

/// Takes the lines of a relayed batch apart.
struct RelayReader {
  private let parser = JSONParser(
    maximumDepth: ProtocolLimits.maximumDepth,
    maximumBytes: ProtocolLimits.maximumLineBytes + 1024)
  private var lines: LineReader

  init(relay: DeviceIdentity, forms: FormCatalogue, today: CivilDate) {
    lines = LineReader(device: relay, forms: forms, today: today)
  }

  /// Reads every line of `body`.
  ///
  /// - Throws: ``CensusError`` with `invalidData` where a line's place cannot be read: the batch was
  ///   cut off or is no relay's.
  mutating func read(
    _ body: UnsafeRawBufferPointer
  ) throws(CensusError) -> [PreparedRelayLine] {
    var prepared: [PreparedRelayLine] = []
    var splitter = LineSplitter(body)
    var last: Int64 = 0
    while let range = splitter.nextRange() {
      let line = try read(
        UnsafeRawBufferPointer(rebasing: body[range]), at: range, number: prepared.count + 1)
      guard line.at > last, prepared.count < ProtocolLimits.maximumBatchCount else {
        throw RelayReader.unreadable(
          prepared.count + 1,
          LocalizedText(zh: "行的次序不对，或行数过多。", en: "The lines are out of order or too many."))
      }
      last = line.at
      prepared.append(line)
    }
    return prepared
  }

  private mutating func read(
    _ bytes: UnsafeRawBufferPointer, at range: Range<Int>, number: Int
  ) throws(CensusError) -> PreparedRelayLine {
    let node: JSONNode
    do {
      node = try parser.parse(bytes)
    } catch {
      throw RelayReader.unreadable(number, error.message)
    }
    guard let at = node[member: "at"]?.int64, at > 0,
      let hash = node[member: "hash"]?.string.flatMap({ ContentHash($0) })
    else {
      throw RelayReader.unreadable(
        number, LocalizedText(zh: "缺少 at 或 hash。", en: "It has no at or no hash."))
    }
    return PreparedRelayLine(
      at: at, hash: hash, bytes: range, kind: try kind(node, bytes, range, number))
  }

  private mutating func kind(
    _ node: JSONNode, _ bytes: UnsafeRawBufferPointer, _ range: Range<Int>, _ number: Int
  ) throws(CensusError) -> PreparedRelayLine.Kind {
    do {
      switch try RelayLine.read(node).kind {
      case .review(let review): return .review(review)
      case .revision(let disposition):
        let revision = try lines.read(bytes, at: range.lowerBound, number: number)
        return .revision(disposition, revision)
      }
    } catch {
      return .damaged(Fault(pointer: "", rule: "relay", message: error.message))
    }
  }

  private static func unreadable(_ number: Int, _ reason: LocalizedText) -> CensusError {
    CensusError(
      .invalidData,
      zh: "转报批次的第 \(number) 行无法读取，整批未接收：\(reason.zh)",
      en:
        "Line \(number) of the relayed batch cannot be read; none of it was taken in: \(reason.en)",
      remedy: LocalizedText(
        zh: "请再次转报；如反复出现，请在下级中心运行 hazcensus verify。",
        en: "Relay again; if it happens again, run hazcensus verify at the lower central."))
  }
}
