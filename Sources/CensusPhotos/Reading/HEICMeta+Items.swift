extension HEICMeta {
  /// Looks for the items of EXIF data in the box `iinf` (ISO/IEC 14496-12, 8.11.6).
  mutating func takeItems(_ content: inout ByteCursor) throws(PhotoFault) {
    let version = try content.bigEndian(4) >> 24
    try content.skip(version == 0 ? 2 : 4)
    while var entry = try HEICMeta.next(&content) {
      // Entries below version 2 have no type.
      let version = try entry.content.bigEndian(4) >> 24
      guard version >= 2 else { continue }
      let item = try entry.content.bigEndian(version == 2 ? 2 : 4)
      try entry.content.skip(2)
      if try entry.content.name() == "Exif" { exifItems.append(item) }
    }
  }

  /// Takes what describes what from the box `iref` (ISO/IEC 14496-12, 8.11.12).
  mutating func takeReferences(_ content: inout ByteCursor) throws(PhotoFault) {
    let width = try content.bigEndian(4) >> 24 == 0 ? 2 : 4
    while var reference = try HEICMeta.next(&content) {
      guard reference.name == "cdsc" else { continue }
      let item = try reference.content.bigEndian(width)
      for _ in 0..<(try reference.content.bigEndian(2)) {
        described[item, default: []].append(try reference.content.bigEndian(width))
      }
    }
  }

  /// Takes where items lie from the box `iloc` (ISO/IEC 14496-12, 8.11.3): those in one piece, at
  /// places of this file.
  mutating func takeLocations(_ content: inout ByteCursor) throws(PhotoFault) {
    let version = try content.bigEndian(4) >> 24
    let sizes = try content.bigEndian(2)
    let (offsetSize, lengthSize) = (sizes >> 12, sizes >> 8 & 15)
    let (baseSize, indexSize) = (sizes >> 4 & 15, version > 0 ? sizes & 15 : 0)
    // A wrong count ends where the box does, since each turn reads bytes.
    for _ in 0..<(try content.bigEndian(version < 2 ? 2 : 4)) {
      let item = try content.bigEndian(version < 2 ? 2 : 4)
      let method = version > 0 ? try content.bigEndian(2) & 15 : 0
      let reference = try content.bigEndian(2)
      let base = try HEICMeta.place(&content, baseSize)
      let count = try content.bigEndian(2)
      for _ in 0..<count {
        _ = try HEICMeta.place(&content, indexSize)
        let offset = try HEICMeta.place(&content, offsetSize)
        let length = try HEICMeta.place(&content, lengthSize)
        guard count == 1, method == 0, reference == 0 else { continue }
        extents[item] = Extent(offset: Int64(base + offset), length: length)
      }
    }
  }

  /// A number of 0, 4 or 8 bytes; over 4 GB lies in no file that is taken.
  private static func place(_ content: inout ByteCursor, _ size: Int) throws(PhotoFault) -> Int {
    switch size {
    case 0: return 0
    case 4: return try content.bigEndian(4)
    case 8:
      guard try content.bigEndian(4) == 0 else { throw .malformed }
      return try content.bigEndian(4)
    default: throw .malformed
    }
  }
}
