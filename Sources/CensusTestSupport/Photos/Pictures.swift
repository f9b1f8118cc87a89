/// Pictures of no content, written byte by byte.
package enum Pictures {
  package static func big(_ value: Int, _ count: Int) -> [UInt8] {
    (0..<count).reversed().map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  package static func little(_ value: Int, _ count: Int) -> [UInt8] { big(value, count).reversed() }

  package static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    [0xFF, marker] + big(content.count + 2, 2) + content
  }

  /// A JPEG with EXIF data, a frame, and picture data that no decoder would take.
  package static func jpeg(
    exif: [UInt8]? = nil, width: Int = 640, height: Int = 480, frame: UInt8 = 0xC0,
    data: [UInt8] = [0x12, 0xFF, 0x00, 0x34], end: [UInt8] = [0xFF, 0xD9]
  ) -> [UInt8] {
    let sides = [8] + big(height, 2) + big(width, 2) + [1, 1, 0x11, 0]
    return [0xFF, 0xD8] + segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0])
      + (exif.map { segment(0xE1, Array("Exif\0\0".utf8) + $0) } ?? [])
      + segment(frame, sides) + segment(0xDA, [1, 1, 0, 0, 63, 0]) + data + end
  }

  package static func chunk(_ name: String, _ content: [UInt8], sum: [UInt8] = [0, 0, 0, 0])
    -> [UInt8]
  {
    big(content.count, 4) + Array(name.utf8) + content + sum
  }

  package static func png(width: Int, height: Int, chunks: [UInt8] = []) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunk("IHDR", big(width, 4) + big(height, 4) + [8, 2, 0, 0, 0]) + chunks
      + chunk("IDAT", [1, 2, 3]) + chunk("IEND", [])
  }

  /// A WebP of the given chunks.
  package static func webp(_ chunks: [(String, [UInt8])]) -> [UInt8] {
    let content = chunks.flatMap { name, bytes in
      Array(name.utf8) + little(bytes.count, 4) + bytes
        + [UInt8](repeating: 0, count: bytes.count % 2)
    }
    return Array("RIFF".utf8) + little(content.count + 4, 4) + Array("WEBP".utf8) + content
  }

  package static func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
    big(content.count + 8, 4) + Array(name.utf8) + content
  }
}
