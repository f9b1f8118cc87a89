import CensusDomain
import CensusJSON

/// Takes an envelope's members off the tape in one pass, in whatever order they come.
struct EnvelopeReader {
  private(set) var content: JSONNode?
  private var members: [(key: UnsafeBufferPointer<UInt8>, value: JSONNode)] = []
  private var next = 0

  init(_ node: JSONNode) {
    guard node.kind == .object else { return }
    members.reserveCapacity(node.count)
    for (key, value) in node.members { members.append((key: key.utf8, value: value)) }
    content = find("content")
  }

  static func wrong(_ name: String) -> CensusError {
    CensusError(
      .invalidData, zh: "修订记录的“\(name)”缺失或不正确。",
      en: "The revision's “\(name)” is missing or wrong.")
  }

  /// The members come in the order in which we ask, unless another program wrote them.
  private mutating func find(_ name: StaticString) -> JSONNode? {
    for offset in 0..<members.count {
      let index = (next + offset) % members.count
      guard isEqual(members[index].key, name) else { continue }
      next = index + 1
      return members[index].value
    }
    return nil
  }

  private func isEqual(_ key: UnsafeBufferPointer<UInt8>, _ name: StaticString) -> Bool {
    name.withUTF8Buffer { $0.count == key.count && $0.elementsEqual(key) }
  }

  mutating func id(_ name: StaticString) throws(CensusError) -> UniqueID {
    guard let node = find(name), node.kind == .string,
      let id = UniqueID(utf8: UnsafeRawBufferPointer(node.utf8))
    else { throw EnvelopeReader.wrong("\(name)") }
    return id
  }

  mutating func optionalHash(_ name: StaticString) throws(CensusError) -> ContentHash? {
    guard let node = find(name), node.kind != .null else { return nil }
    guard node.kind == .string, let hash = ContentHash(hex: UnsafeRawBufferPointer(node.utf8))
    else { throw EnvelopeReader.wrong("\(name)") }
    return hash
  }

  mutating func integer(_ name: StaticString) throws(CensusError) -> Int64 {
    guard let value = find(name)?.int64 else { throw EnvelopeReader.wrong("\(name)") }
    return value
  }

  mutating func positive(_ name: StaticString) throws(CensusError) -> Int {
    let value = try integer(name)
    guard value >= 1 else { throw EnvelopeReader.wrong("\(name)") }
    return Int(value)
  }

  mutating func text(_ name: StaticString) throws(CensusError) -> String {
    guard let text = find(name)?.string, !text.isEmpty, text.utf8.count <= 200 else {
      throw EnvelopeReader.wrong("\(name)")
    }
    return text
  }

  mutating func hashes(_ name: StaticString) throws(CensusError) -> [ContentHash] {
    guard let node = find(name) else { return [] }
    guard node.kind == .array, node.count <= ProtocolLimits.maximumSettled else {
      throw EnvelopeReader.wrong("\(name)")
    }
    var hashes: [ContentHash] = []
    for element in node.elements {
      guard element.kind == .string,
        let hash = ContentHash(hex: UnsafeRawBufferPointer(element.utf8))
      else { throw EnvelopeReader.wrong("\(name)") }
      hashes.append(hash)
    }
    return hashes
  }

  mutating func reasons(_ name: StaticString) throws(CensusError) -> [String: String] {
    guard let node = find(name) else { return [:] }
    guard node.kind == .object else { throw EnvelopeReader.wrong("\(name)") }
    var reasons: [String: String] = [:]
    for (key, value) in node.members {
      guard let rule = key.string, let reason = value.string else {
        throw EnvelopeReader.wrong("\(name)")
      }
      reasons[rule] = reason
    }
    return reasons
  }
}
