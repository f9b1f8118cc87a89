import CensusDomain
import CensusPhotos
import CensusTestSupport
import Foundation
import Testing

@Suite("Kinds and sizes of photos")
struct PhotoKindTests {
  private let folder: PhotoFolder

  init() throws { folder = try PhotoFolder() }

  @Test(
    "A JPEG's size is that of its frame, of whichever coding", arguments: [0xC0, 0xC1, 0xC2, 0xCF])
  func jpeg(_ frame: Int) throws {
    let bytes = Pictures.jpeg(width: 4000, height: 3000, frame: UInt8(frame))
    let facts = try folder.read(bytes)
    #expect(facts.kind == .jpeg)
    #expect(facts.pixels == PixelSize(width: 4000, height: 3000))
    #expect(facts.byteCount == Int64(bytes.count))
    #expect(facts.problems.isEmpty)
    #expect(facts.time == nil && facts.position == nil && facts.direction == nil)
  }

  @Test("Tables are no frame, and fill bytes before a marker do not count")
  func segments() throws {
    let whole = Pictures.jpeg()
    let table = Pictures.segment(0xC4, [0, 0, 9, 0, 9, 0, 9, 0])
    #expect(
      try folder.read(whole[..<2] + table + [0xFF, 0xFF, 0xFF] + whole[3...]).pixels
        == PixelSize(width: 640, height: 480))
  }

  @Test("A JPEG that is cut off says so, wherever it is cut, or is refused before its size")
  func truncated() throws {
    let bytes = Pictures.jpeg(exif: TIFF.phone().bytes())
    // Behind the size stand four bytes of the frame, the scan's header (10), data (4) and the end (2).
    let sized = bytes.count - 20
    for count in 3..<bytes.count {
      let part = Array(bytes[..<count])
      if count < sized {
        #expect(try folder.refusal(part)?.code == .invalidData)
      } else {
        #expect(try folder.read(part).problems == [.cutShort])
      }
    }
    #expect(try folder.read(bytes).problems.isEmpty)
  }

  @Test("What phones put behind the end marker does not hide it, even megabytes")
  func trailer() throws {
    let film = [UInt8](repeating: 0x55, count: 3_000_000)
    #expect(try folder.read(Pictures.jpeg() + film).problems.isEmpty)
    #expect(try folder.read(Pictures.jpeg(end: []) + film).problems == [.cutShort])
    // The marker lies across two of the pieces that are searched.
    let split = [UInt8](repeating: 0x55, count: (64 << 10) - 1)
    #expect(try folder.read(Pictures.jpeg() + split).problems.isEmpty)
  }

  @Test("A PNG's size is that of its first chunk, and its end is looked for")
  func png() throws {
    let bytes = Pictures.png(width: 70_000, height: 12)
    let facts = try folder.read(bytes)
    #expect(facts.kind == .png)
    #expect(facts.pixels == PixelSize(width: 70_000, height: 12))
    #expect(facts.problems.isEmpty)
    #expect(try folder.read(bytes.dropLast(1)).problems == [.cutShort])
    #expect(try folder.read(Array(bytes[..<40])).problems == [.cutShort])
    #expect(try folder.refusal(Array(bytes[..<20]))?.code == .invalidData)
    #expect(try folder.refusal(Pictures.png(width: 0, height: 5))?.code == .invalidData)
  }

  @Test("A WebP states its size in three ways")
  func webp() throws {
    let lossy: [UInt8] =
      [0x30, 1, 0, 0x9D, 1, 0x2A] + Pictures.little(640 | 0x4000, 2) + Pictures.little(480, 2)
    let lossless: [UInt8] = [0x2F] + Pictures.little(639 | 479 << 14, 4)
    let extended: [UInt8] = [8, 0, 0, 0] + Pictures.little(639, 3) + Pictures.little(479, 3)
    for (name, content) in [("VP8 ", lossy), ("VP8L", lossless), ("VP8X", extended)] {
      let bytes = Pictures.webp([(name, content)])
      let facts = try folder.read(bytes)
      #expect(facts.kind == .webp)
      #expect(facts.pixels == PixelSize(width: 640, height: 480), "\(name)")
      #expect(facts.problems.isEmpty)
    }
    let whole = Pictures.webp([("VP8X", extended), ("VP8 ", lossy + [1, 2, 3, 4])])
    #expect(try folder.read(whole.dropLast(2)).problems == [.cutShort])
    #expect(try folder.refusal(Pictures.webp([("ALPH", [1, 2, 3])]))?.code == .invalidData)
    #expect(try folder.refusal(Pictures.webp([]))?.code == .invalidData)
  }

  @Test("A HEIC's size is that of its primary picture, not of a tile or a thumbnail")
  func heic() throws {
    let bytes = HEICPicture().bytes()
    let facts = try folder.read(bytes)
    #expect(facts.kind == .heic)
    #expect(facts.pixels == PixelSize(width: 4032, height: 3024))
    #expect(facts.problems.isEmpty)
    #expect(try folder.read(HEICPicture(major: "mif1").bytes()).kind == .heic)
    #expect(try folder.read(bytes.dropLast(50)).problems == [.cutShort])
    // AVIF shares the container and is not taken.
    #expect(try folder.refusal(HEICPicture(major: "avif").bytes())?.code == .invalidData)
    // exiftool reads the same size from what was written here.
    let said = try folder.run(
      "/usr/bin/exiftool", ["-s3", "-ImageWidth", "-ImageHeight", folder.file(bytes, "a.heic")])
    #expect(said.split(separator: "\n") == ["4032", "3024"])
  }

  @Test("A PDF has no size in pixels, and its end is looked for")
  func pdf() throws {
    let facts = try folder.read(Array("%PDF-1.7\n1 0 obj\nendobj\n%%EOF\n".utf8))
    #expect(facts.kind == .pdf)
    #expect(facts.pixels == nil)
    #expect(facts.problems.isEmpty)
    #expect(try folder.read(Array("%PDF-1.7\n1 0 obj\n".utf8)).problems == [.cutShort])
  }

  @Test(
    "Every other content is refused, whatever the file is called",
    arguments: [
      "", "G", "GIF89a............", "<svg xmlns=\"a\"/>", "MZ..............", "PK\u{3}\u{4}",
    ])
  func others(_ text: String) throws {
    let file = try folder.file(Array(text.utf8), "photo.jpg")
    let error = #expect(throws: CensusError.self) { try PhotoFacts.read(path: file) }
    #expect(error?.code == .invalidData)
    #expect(error?.message.zh.contains("photo.jpg") == true)
    #expect(error?.remedy != nil)
  }

  @Test("Files over 50 MB and pictures over 200 million pixels are refused with the limit")
  func limits() throws {
    let file = try folder.file(Pictures.jpeg(), "large.jpg")
    #expect(truncate(file, 50_000_000) == 0)
    #expect(try PhotoFacts.read(path: file).pixels != nil)
    #expect(truncate(file, 50_000_001) == 0)
    let error = #expect(throws: CensusError.self) { try PhotoFacts.read(path: file) }
    #expect(error?.code == .tooLarge)
    #expect(error?.message.en.contains("50000000") == true)
    #expect(try folder.refusal(Pictures.png(width: 20_000, height: 10_000)) == nil)
    #expect(try folder.refusal(Pictures.png(width: 20_001, height: 10_000))?.code == .tooLarge)
    // Sides whose product no integer holds.
    #expect(
      try folder.refusal(Pictures.png(width: 0xFFFF_FFFF, height: 0xFFFF_FFFF))?.code == .tooLarge)
  }

  @Test("Links and missing files are refused, and reading changes nothing")
  func files() throws {
    let bytes = Pictures.jpeg(exif: TIFF.phone().bytes())
    let file = try folder.file(bytes, "a.jpg")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/link", withDestinationPath: file)
    #expect(throws: CensusError.self) { try PhotoFacts.read(path: folder.path + "/link") }
    #expect(throws: CensusError.self) { try PhotoFacts.read(path: folder.path + "/none") }
    #expect(chmod(file, 0o400) == 0)
    _ = try PhotoFacts.read(path: file)
    #expect(FileManager.default.contents(atPath: file) == Data(bytes))
  }
}
