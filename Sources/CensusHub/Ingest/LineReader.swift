import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON

/// Takes one line of a batch after the other apart and judges it; serves one thread.
struct LineReader {
  private let device: DeviceIdentity
  private let parser = JSONParser(
    maximumDepth: ProtocolLimits.maximumDepth, maximumBytes: ProtocolLimits.maximumLineBytes)
  private var judge: ContentJudge

  init(device: DeviceIdentity, forms: FormCatalogue, today: CivilDate) {
    self.device = device
    judge = ContentJudge(forms: forms, region: device.region, today: today)
  }

  /// Reads the line that begins at byte `start` of the body; `number` counts lines from 1.
  ///
  /// - Throws: ``CensusError``: `invalidData` or `tooLarge` where its place in the device's order
  ///   cannot be read; or where a built-in form has a mistake.
  mutating func read(
    _ line: UnsafeRawBufferPointer, at start: Int, number: Int
  ) throws(CensusError) -> PreparedRevision {
    let node: JSONNode
    do {
      node = try parser.parse(line)
    } catch {
      throw LineReader.unreadable(number, error.message, isTooLong: error.reason == .tooLong)
    }
    if let void = node[member: "void"] { return try readVoid(void, in: node, line, start, number) }
    guard let revision = node[member: "revision"], revision.kind == .object,
      let sequence = revision[member: "sequence"]?.int64, sequence > 0,
      let place = LineReader.offset(of: revision, in: node, line)
    else {
      throw LineReader.unreadable(
        number,
        LocalizedText(
          zh: "该行不是 {\"hash\":…,\"revision\":…} 的形式。",
          en: "The line is not of the form {\"hash\":…,\"revision\":…}."))
    }
    let bytes = start + place..<start + place + revision.raw.count
    let hash: ContentHash
    do {
      (hash, _) = try BatchLine.read(node)
    } catch {
      let hash = ContentHash.sha256(of: UnsafeRawBufferPointer(revision.raw))
      return PreparedRevision(
        sequence: sequence, hash: hash, bytes: bytes, record: nil, faults: [.damaged()])
    }
    return try prepare(revision, sequence, hash, bytes)
  }

  /// A void line has its place in the order and is answered like a revision that was rejected.
  private func readVoid(
    _ node: JSONNode, in root: JSONNode, _ line: UnsafeRawBufferPointer, _ start: Int,
    _ number: Int
  ) throws(CensusError) -> PreparedRevision {
    let void: VoidLine
    do {
      void = try VoidLine.read(node)
    } catch {
      throw LineReader.unreadable(number, error.message)
    }
    let place = LineReader.offset(of: node, in: root, line) ?? 0
    var prepared = PreparedRevision(
      sequence: void.sequence, hash: void.hash,
      bytes: start + place..<start + place + node.raw.count, record: nil)
    prepared.link = RevisionLink(entry: void.entry, parent: void.parent)
    prepared.faults = [.undelivered(void)]
    return prepared
  }

  /// The parser works on a copy of the line, so places are counted from the document's first byte.
  private static func offset(
    of revision: JSONNode, in root: JSONNode, _ line: UnsafeRawBufferPointer
  ) -> Int? {
    guard let own = revision.raw.baseAddress, let document = root.raw.baseAddress,
      let margin = line.firstIndex(of: UInt8(ascii: "{"))
    else { return nil }
    return margin + (own - document)
  }

  private mutating func prepare(
    _ revision: JSONNode, _ sequence: Int64, _ hash: ContentHash, _ bytes: Range<Int>
  ) throws(CensusError) -> PreparedRevision {
    let record: RevisionRecord
    let content: JSONNode
    do {
      (record, content) = try RevisionRecord.read(revision)
    } catch {
      let fault = Fault(pointer: "", rule: "envelope", message: error.message)
      return PreparedRevision(
        sequence: sequence, hash: hash, bytes: bytes, record: nil, faults: [fault])
    }
    var prepared = PreparedRevision(sequence: sequence, hash: hash, bytes: bytes, record: record)
    if record.device == device.id || device.isRelay {
      try judge.judge(content, of: record, into: &prepared)
    } else {
      prepared.faults = [.foreignDevice(record.device)]
    }
    return prepared
  }

  private static func unreadable(
    _ number: Int, _ reason: LocalizedText, isTooLong: Bool = false
  ) -> CensusError {
    CensusError(
      isTooLong ? .tooLarge : .invalidData,
      zh: "批次的第 \(number) 行无法读取，整批未接收：\(reason.zh)",
      en:
        "Line \(number) of the batch cannot be read; none of the batch was taken in: \(reason.en)",
      remedy: LocalizedText(
        zh: "请重新同步；如反复出现，请在设备上运行 hazcensus doctor。",
        en: "Sync again; if it happens again, run hazcensus doctor on the device."))
  }
}
