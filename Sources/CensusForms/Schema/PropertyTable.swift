/// The properties of one schema object by name: found by bytes, most often at the expected place.
struct PropertyTable: Sendable {
  private(set) var names: [String] = []
  private(set) var schemas: [Int] = []
  private var bytes: [UInt8] = []
  private var ranges: [Range<Int>] = []
  private var buckets: [Int] = []

  var isEmpty: Bool { names.isEmpty }
  var count: Int { names.count }

  init() {}

  init(_ entries: [(name: String, schema: Int)]) {
    for entry in entries {
      names.append(entry.name)
      schemas.append(entry.schema)
      let start = bytes.count
      bytes.append(contentsOf: entry.name.utf8)
      ranges.append(start..<bytes.count)
    }
    var size = 8
    while size < entries.count * 2 { size *= 2 }
    buckets = [Int](repeating: -1, count: size)
    for index in names.indices {
      var bucket = names[index].utf8.withContiguousStorageIfAvailable(PropertyTable.hash) ?? 0
      bucket &= size - 1
      while buckets[bucket] >= 0 { bucket = (bucket + 1) & (size - 1) }
      buckets[bucket] = index
    }
  }

  /// The index of the property called `name`; `expected` is tried first, since devices write
  /// fields in form order.
  func index(of name: UnsafeBufferPointer<UInt8>, expected: Int) -> Int? {
    if expected < names.count, isEqual(expected, name) { return expected }
    guard !names.isEmpty else { return nil }
    let mask = buckets.count - 1
    var bucket = PropertyTable.hash(name) & mask
    while buckets[bucket] >= 0 {
      if isEqual(buckets[bucket], name) { return buckets[bucket] }
      bucket = (bucket + 1) & mask
    }
    return nil
  }

  private func isEqual(_ index: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = ranges[index]
    guard range.count == name.count else { return false }
    return bytes.withUnsafeBufferPointer { own in
      for offset in 0..<name.count where own[range.lowerBound + offset] != name[offset] {
        return false
      }
      return true
    }
  }

  /// FNV-1a.
  private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return Int(truncatingIfNeeded: value & 0x7FFF_FFFF)
  }
}
