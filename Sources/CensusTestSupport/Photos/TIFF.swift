/// EXIF data written byte by byte.
package struct TIFF {
  /// One entry of a directory.
  package struct Entry {
    package let tag: UInt16
    package let type: UInt16
    package let count: UInt32
    package let bytes: [UInt8]

    package init(tag: UInt16, type: UInt16, count: UInt32, bytes: [UInt8]) {
      self.tag = tag
      self.type = type
      self.count = count
      self.bytes = bytes
    }
  }

  package var isBigEndian = false
  package var photo: [Entry] = []
  package var gps: [Entry] = []

  package init(isBigEndian: Bool = false) { self.isBigEndian = isBigEndian }

  package func number(_ value: some FixedWidthInteger) -> [UInt8] {
    withUnsafeBytes(of: isBigEndian ? value.bigEndian : value.littleEndian) { Array($0) }
  }

  package func ascii(_ tag: UInt16, _ text: String) -> Entry {
    let bytes = Array(text.utf8) + [0]
    return Entry(tag: tag, type: 2, count: UInt32(bytes.count), bytes: bytes)
  }

  package func rationals(_ tag: UInt16, _ fractions: [(UInt32, UInt32)]) -> Entry {
    Entry(
      tag: tag, type: 5, count: UInt32(fractions.count),
      bytes: fractions.flatMap { number($0.0) + number($0.1) })
  }

  /// The header, the first directory with pointers to the other two, and these.
  package func bytes() -> [UInt8] {
    let head =
      (isBigEndian ? Array("MM".utf8) : Array("II".utf8)) + number(UInt16(42))
      + number(UInt32(8))
    let first = 2 + 2 * 12 + 4
    let photoPlace = 8 + first
    let photoBytes = directory(photo, at: photoPlace)
    let gpsPlace = photoPlace + photoBytes.count
    let pointers = [
      Entry(tag: 0x8769, type: 4, count: 1, bytes: number(UInt32(photoPlace))),
      Entry(tag: 0x8825, type: 4, count: 1, bytes: number(UInt32(gpsPlace))),
    ]
    return head + directory(pointers, at: 8) + photoBytes + directory(gps, at: gpsPlace)
  }

  /// A directory with its longer values behind it.
  private func directory(_ entries: [Entry], at place: Int) -> [UInt8] {
    var table = number(UInt16(entries.count))
    var values: [UInt8] = []
    let valuesPlace = place + 2 + entries.count * 12 + 4
    for entry in entries.sorted(by: { $0.tag < $1.tag }) {
      table += number(entry.tag) + number(entry.type) + number(entry.count)
      if entry.bytes.count <= 4 {
        table += entry.bytes + [UInt8](repeating: 0, count: 4 - entry.bytes.count)
      } else {
        table += number(UInt32(valuesPlace + values.count))
        values += entry.bytes
      }
    }
    return table + number(UInt32(0)) + values
  }
}

extension TIFF {
  /// What a phone writes: a time with its offset, a place in Tangshan, a direction.
  package static func phone(isBigEndian: Bool = false) -> TIFF {
    var tiff = TIFF(isBigEndian: isBigEndian)
    tiff.photo = [
      tiff.ascii(0x9003, "2021:05:12 09:30:15"), tiff.ascii(0x9011, "+08:00"),
    ]
    tiff.gps =
      tiff.place() + [
        tiff.ascii(16, "M"), tiff.rationals(17, [(12_345, 100)]), tiff.ascii(18, "WGS-84"),
      ]
    return tiff
  }

  /// 39°40′16.30″ N, 118°15′41.00″ E.
  package func place() -> [Entry] {
    [
      ascii(1, "N"), rationals(2, [(39, 1), (40, 1), (1630, 100)]),
      ascii(3, "E"), rationals(4, [(118, 1), (15, 1), (4100, 100)]),
    ]
  }
}
