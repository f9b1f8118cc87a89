import Foundation

/// Reads a JPEG's segments up to the picture's data (ITU-T T.81, annex B).
struct JPEGReader {
  let source: PhotoSource

  /// More segments than any camera writes before the picture.
  private static let mostSegments = 2000
  private static let pieceSize: Int64 = 64 << 10

  func layout() throws(PhotoFault) -> PhotoLayout {
    var layout = PhotoLayout()
    var offset: Int64 = 2
    for _ in 0..<JPEGReader.mostSegments {
      guard let marker = try nextMarker(&offset) else {
        return try cut(layout)
      }
      // TEM, RST and SOI stand alone.
      if marker == 0x01 || (0xD0...0xD8).contains(marker) { continue }
      guard marker != 0xD9, var field = try source.bytes(at: offset, 2) else {
        return try cut(layout)
      }
      let length = try field.bigEndian(2)
      guard length >= 2 else { throw .malformed }
      if JPEGReader.isFrame(marker), layout.pixels == nil {
        layout.pixels = try frame(at: offset + 2, length - 2)
      } else if marker == 0xE1, case .none = layout.exif {
        layout.exif = try exif(at: offset + 2, length - 2)
      }
      offset += Int64(length)
      if marker == 0xDA {
        guard layout.pixels != nil else { throw .malformed }
        layout.isCutShort = try !hasEnd(after: offset)
        return layout
      }
    }
    throw .malformed
  }

  /// A file that ends before the picture's data has a size only if the frame was met.
  private func cut(_ layout: PhotoLayout) throws(PhotoFault) -> PhotoLayout {
    guard layout.pixels != nil else { throw .malformed }
    var layout = layout
    layout.isCutShort = true
    return layout
  }

  /// The next marker, and the place after it; any number of fill bytes may stand before it.
  private func nextMarker(_ offset: inout Int64) throws(PhotoFault) -> Int? {
    for _ in 0..<64 {
      guard var pair = try source.bytes(at: offset, 2) else { return nil }
      let (first, second) = (try pair.bigEndian(1), try pair.bigEndian(1))
      guard first == 0xFF, second != 0 else { throw .malformed }
      offset += second == 0xFF ? 1 : 2
      if second != 0xFF { return second }
    }
    throw .malformed
  }

  /// SOF0 to SOF15, among whose numbers stand DHT, JPG and DAC.
  private static func isFrame(_ marker: Int) -> Bool {
    (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
  }

  private func frame(at offset: Int64, _ length: Int) throws(PhotoFault) -> PixelSize {
    guard length >= 6 else { throw .malformed }
    var header = try source.required(at: offset, 5)
    try header.skip(1)
    let (height, width) = (try header.bigEndian(2), try header.bigEndian(2))
    return try PhotoLayout.pixels(width, height)
  }

  private func exif(at offset: Int64, _ length: Int) throws(PhotoFault) -> PhotoLayout.Exif {
    let mark = PhotoLayout.exifMark
    // Other users of this segment, such as XMP, may have hundreds of them.
    guard length > mark.count, try source.bytes(at: offset, mark.count)?.remaining == mark,
      let bytes = try source.bytes(at: offset, length)
    else { return .none }
    return .block(PhotoLayout.unmarked(bytes.remaining))
  }

  /// Whether an end marker stands in the picture's data, where FF D9 means nothing else.
  ///
  /// Searched from behind, since phones put films and further pictures after the end.
  private func hasEnd(after start: Int64) throws(PhotoFault) -> Bool {
    var end = source.size
    while end - start >= 2 {
      let begin = max(start, end - JPEGReader.pieceSize)
      let piece = try source.required(at: begin, Int(end - begin)).remaining
      if Data(piece).range(of: Data([0xFF, 0xD9])) != nil { return true }
      if begin == start { return false }
      // One byte twice, because a marker may lie across two pieces.
      end = begin + 1
    }
    return false
  }
}
