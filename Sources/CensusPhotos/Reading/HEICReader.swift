/// Reads the boxes of a HEIC (ISO/IEC 14496-12 and 23008-12) down to the primary picture's size.
struct HEICReader {
  let source: PhotoSource

  private static let mostBoxes = 1000
  /// A phone's box `meta` has a few kilobytes.
  private static let longestMeta = 1 << 20

  /// Whether the first box names HEVC pictures: as the major brand, or as a compatible one of `mif1`.
  static func isHEIC(_ head: [UInt8]) -> Bool {
    var box = ByteCursor(head)
    guard let length = try? box.bigEndian(4), (16...4096).contains(length) else { return false }
    let brands = stride(from: 8, to: min(length, head.count) - 3, by: 4).filter { $0 != 12 }
      .map { String(decoding: head[$0..<$0 + 4], as: UTF8.self) }
    let pictures: Set = ["heic", "heix", "heim", "heis", "hevc", "hevx"]
    guard let major = brands.first else { return false }
    let isGeneral = major == "mif1" || major == "msf1"
    return pictures.contains(major) || (isGeneral && !pictures.isDisjoint(with: brands))
  }

  func layout() throws(PhotoFault) -> PhotoLayout {
    var layout = PhotoLayout()
    var offset: Int64 = 0
    for _ in 0..<HEICReader.mostBoxes where offset < source.size {
      guard var head = try source.bytes(at: offset, 8) else {
        layout.isCutShort = true
        break
      }
      var length = Int64(try head.bigEndian(4))
      let name = try head.name()
      var headLength: Int64 = 8
      if length == 1 {
        var long = try source.required(at: offset + 8, 8)
        // No file has a box over 4 GB; its upper half must be zero.
        guard try long.bigEndian(4) == 0 else { throw .malformed }
        length = Int64(try long.bigEndian(4))
        headLength = 16
      } else if length == 0 {
        length = source.size - offset
      }
      guard length >= headLength else { throw .malformed }
      if name == "meta", layout.pixels == nil {
        let count = length - headLength
        guard count <= HEICReader.longestMeta else { throw .malformed }
        let meta = try source.required(at: offset + headLength, Int(count))
        let items = try HEICMeta(meta)
        layout.pixels = try items.primarySize()
        layout.exif =
          try items.exif.map { (place) throws(PhotoFault) in try exif(at: place) } ?? .none
      }
      offset += length
    }
    guard layout.pixels != nil else { throw .malformed }
    layout.isCutShort = layout.isCutShort || offset > source.size
    return layout
  }

  /// The EXIF data, before which stands how far the TIFF header is (ISO/IEC 23008-12, A.2.1).
  private func exif(at place: HEICMeta.Extent) throws(PhotoFault) -> PhotoLayout.Exif {
    guard place.length <= PhotoLayout.longestExif else { return .tooLong }
    guard place.length > 4, var item = try source.bytes(at: place.offset, place.length) else {
      return .block([])
    }
    let distance = try item.bigEndian(4)
    let bytes = item.remaining
    return .block(distance <= bytes.count ? Array(bytes.dropFirst(distance)) : [])
  }
}
