import CensusTestSupport

/// A HEIC as phones write it: tiles of 512 pixels, the whole picture of them, a thumbnail and perhaps
/// EXIF data.
struct HEICPicture {
  var width = 4032
  var height = 3024
  var major = "heic"
  /// EXIF data with the item that they describe, which is 49 for the picture; nil where it is not said.
  var exif: [(tiff: [UInt8], item: Int?)] = []

  private static let picture = [UInt8](repeating: 7, count: 100)

  func bytes() -> [UInt8] {
    let head = Pictures.box("ftyp", Array(major.utf8) + [0, 0, 0, 0] + Array("mif1heic".utf8))
    // The places of the items do not change how long the box is.
    let data = head.count + meta(data: 0).count + 8
    let items = exif.flatMap { Pictures.big(6, 4) + Array("Exif\0\0".utf8) + $0.tiff }
    return head + meta(data: data) + Pictures.box("mdat", Self.picture + items)
  }

  private func meta(data: Int) -> [UInt8] {
    let handler =
      [UInt8](repeating: 0, count: 8) + Array("pict".utf8) + [UInt8](repeating: 0, count: 13)
    let content: [[UInt8]] = [
      [0, 0, 0, 0], Pictures.box("hdlr", handler),
      Pictures.box("pitm", [0, 0, 0, 0] + Pictures.big(49, 2)), items(), locations(data),
      references(),
      Pictures.box("iprp", properties() + associations()),
    ]
    return Pictures.box("meta", content.flatMap { $0 })
  }

  private func size(_ width: Int, _ height: Int) -> [UInt8] {
    Pictures.box("ispe", [0, 0, 0, 0] + Pictures.big(width, 4) + Pictures.big(height, 4))
  }

  private func properties() -> [UInt8] {
    let all = [
      size(512, 512), Pictures.box("irot", [3]), size(width, height),
      Pictures.box("pixi", [0, 0, 0, 0, 1, 8]), size(320, 240),
    ]
    return Pictures.box("ipco", all.flatMap { $0 })
  }

  /// Item 1 is a tile, 49 the picture, 50 the thumbnail, and 51 is the first of the EXIF data.
  private func associations() -> [UInt8] {
    let all: [[UInt8]] = [
      [0, 0, 0, 0], Pictures.big(3, 4), Pictures.big(1, 2), [1, 0x81], Pictures.big(49, 2),
      [3, 0x82, 0x03, 0x04], Pictures.big(50, 2), [1, 0x05],
    ]
    return Pictures.box("ipma", all.flatMap { $0 })
  }

  private func items() -> [UInt8] {
    var all = [(1, "hvc1"), (49, "grid"), (50, "hvc1")]
    all += exif.indices.map { (51 + $0, "Exif") }
    let entries = all.flatMap { item, type -> [UInt8] in
      Pictures.box(
        "infe", [2, 0, 0, 0] + Pictures.big(item, 2) + [0, 0] + Array(type.utf8) + [0])
    }
    return Pictures.box("iinf", [0, 0, 0, 0] + Pictures.big(all.count, 2) + entries)
  }

  private func references() -> [UInt8] {
    let all = exif.enumerated().flatMap { index, one -> [UInt8] in
      guard let item = one.item else { return [] }
      return Pictures.box(
        "cdsc", Pictures.big(51 + index, 2) + Pictures.big(1, 2) + Pictures.big(item, 2))
    }
    return all.isEmpty ? [] : Pictures.box("iref", [0, 0, 0, 0] + all)
  }

  private func locations(_ data: Int) -> [UInt8] {
    var all = [(1, data, 50), (50, data + 50, 50)]
    var offset = data + Self.picture.count
    for (index, one) in exif.enumerated() {
      all.append((51 + index, offset, one.tiff.count + 10))
      offset += one.tiff.count + 10
    }
    let entries = all.flatMap { item, offset, length -> [UInt8] in
      Pictures.big(item, 2) + [0, 0, 0, 0, 0, 1] + Pictures.big(offset, 4) + Pictures.big(length, 4)
    }
    return Pictures.box("iloc", [1, 0, 0, 0, 0x44, 0] + Pictures.big(all.count, 2) + entries)
  }
}
