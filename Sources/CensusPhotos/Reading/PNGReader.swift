/// Reads a PNG's chunks (ISO/IEC 15948; eXIf by its third edition); their sums are not checked.
struct PNGReader {
  let source: PhotoSource

  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  /// At the limit of size, chunks of 500 bytes each.
  private static let mostChunks = 100_000

  func layout() throws(PhotoFault) -> PhotoLayout {
    var layout = PhotoLayout()
    var offset = Int64(PNGReader.signature.count)
    for number in 0..<PNGReader.mostChunks {
      guard var head = try source.bytes(at: offset, 8) else { return try cut(layout) }
      let (length, name) = (try head.bigEndian(4), try head.name())
      guard (number == 0) == (name == "IHDR") else { throw .malformed }
      if name == "IHDR" {
        guard length == 13 else { throw .malformed }
        var sides = try source.required(at: offset + 8, 8)
        layout.pixels = try PhotoLayout.pixels(sides.bigEndian(4), sides.bigEndian(4))
      } else if name == "eXIf", case .none = layout.exif {
        layout.exif = try exif(at: offset + 8, length)
      }
      // Length, name and sum are twelve bytes.
      offset += 12 + Int64(length)
      if name == "IEND" {
        layout.isCutShort = offset > source.size
        return layout
      }
    }
    throw .malformed
  }

  private func cut(_ layout: PhotoLayout) throws(PhotoFault) -> PhotoLayout {
    guard layout.pixels != nil else { throw .malformed }
    var layout = layout
    layout.isCutShort = true
    return layout
  }

  private func exif(at offset: Int64, _ length: Int) throws(PhotoFault) -> PhotoLayout.Exif {
    guard length <= PhotoLayout.longestExif else { return .tooLong }
    return try source.bytes(at: offset, length).map { .block($0.remaining) } ?? .none
  }
}
