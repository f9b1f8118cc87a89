/// Reads a WebP's chunks (RFC 9649; the lossy frame's header by RFC 6386, section 9.1).
struct WebPReader {
  let source: PhotoSource

  private static let mostChunks = 100_000

  func layout() throws(PhotoFault) -> PhotoLayout {
    var layout = PhotoLayout()
    var head = try source.required(at: 0, 12)
    try head.skip(4)
    let end = Int64(try head.littleEndian(4)) + 8
    layout.isCutShort = end > source.size
    var offset: Int64 = 12
    for _ in 0..<WebPReader.mostChunks {
      guard offset < end, var piece = try source.bytes(at: offset, 8) else { break }
      let (name, length) = (try piece.name(), try piece.littleEndian(4))
      if layout.pixels == nil {
        layout.pixels = try pixels(name, at: offset + 8)
      } else if name == "EXIF", case .none = layout.exif {
        layout.exif = try exif(at: offset + 8, length)
      }
      // Chunks begin at even places.
      offset += 8 + Int64(length) + Int64(length & 1)
    }
    guard layout.pixels != nil else { throw .malformed }
    return layout
  }

  /// The size, which the first chunk states, whichever it is.
  private func pixels(_ name: String, at offset: Int64) throws(PhotoFault) -> PixelSize {
    switch name {
    case "VP8X":
      var canvas = try source.required(at: offset, 10)
      try canvas.skip(4)
      return try PhotoLayout.pixels(canvas.littleEndian(3) + 1, canvas.littleEndian(3) + 1)
    case "VP8 ":
      var frame = try source.required(at: offset, 10)
      try frame.skip(3)
      guard try frame.littleEndian(3) == 0x2A019D else { throw .malformed }
      // Two bits above each side tell how to scale it.
      return try PhotoLayout.pixels(
        frame.littleEndian(2) & 0x3FFF, frame.littleEndian(2) & 0x3FFF)
    case "VP8L":
      var header = try source.required(at: offset, 5)
      guard try header.bigEndian(1) == 0x2F else { throw .malformed }
      let bits = try header.littleEndian(4)
      return try PhotoLayout.pixels((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    default: throw .malformed
    }
  }

  private func exif(at offset: Int64, _ length: Int) throws(PhotoFault) -> PhotoLayout.Exif {
    guard length <= PhotoLayout.longestExif else { return .tooLong }
    return try source.bytes(at: offset, length).map { .block(PhotoLayout.unmarked($0.remaining)) }
      ?? .none
  }
}
