import CensusDomain
import CensusPhotos
import CensusTestSupport
import Foundation
import Testing

@Suite("Photos that were made to do harm")
struct HostilePhotoTests {
  private let folder: PhotoFolder

  init() throws { folder = try PhotoFolder() }

  private func read(_ tiff: [UInt8]) throws -> PhotoFacts {
    try folder.read(Pictures.jpeg(exif: tiff))
  }

  @Test("What is no TIFF, is empty or has no readable directory is told")
  func unreadable() throws {
    let empty: [UInt8] = TIFF().number(UInt16(42)) + TIFF().number(UInt32(8)) + [0, 0, 0, 0, 0, 0]
    for tiff in [[0], Array("II".utf8), Array("XX".utf8) + empty, Array("II".utf8) + empty] {
      #expect(try read(tiff).problems == [.exifUnreadable], "\(tiff)")
    }
  }

  @Test("Offsets and counts of up to 4 GB in any entry are neither followed nor allocated")
  func wildOffsets() throws {
    let whole = TIFF.phone().bytes()
    for place in stride(from: 4, to: whole.count - 3, by: 1) {
      for value in [UInt32.max, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFF0, 0, 8] {
        var tiff = whole
        tiff.replaceSubrange(place..<place + 4, with: TIFF().number(value))
        let facts = try read(tiff)
        #expect(facts.pixels == PixelSize(width: 640, height: 480))
      }
    }
  }

  @Test("Directories that name each other or themselves end")
  func loops() throws {
    let tiff = TIFF()
    func directory(_ entries: [(UInt16, UInt32)], next: UInt32) -> [UInt8] {
      tiff.number(UInt16(entries.count))
        + entries.flatMap {
          tiff.number($0.0) + tiff.number(UInt16(4)) + tiff.number(UInt32(1)) + tiff.number($0.1)
        } + tiff.number(next)
    }
    let head = Array("II".utf8) + tiff.number(UInt16(42)) + tiff.number(UInt32(8))
    // Every pointer there is leads back to the first directory.
    let pointers: [(UInt16, UInt32)] = [(0x8769, 8), (0x8825, 8), (0xA005, 8), (0x014A, 8)]
    #expect(try read(head + directory(pointers, next: 8)).time == nil)
    // A hundred directories, each leading to each other.
    let tags: [UInt16] = [0x8769, 0x8825, 0xA005, 0x014A]
    func place(_ number: Int) -> UInt32 { UInt32(8 + number % 100 * 54) }
    var many = head
    for number in 0..<100 {
      let entries = tags.enumerated().map { ($1, place(number + $0)) }
      many += directory(entries, next: place(number + 7))
    }
    #expect(try read(many).time == nil)
  }

  @Test("Thousands of damaged photos of each kind are read or refused, and nothing crashes")
  func noise() throws {
    let tiff = TIFF.phone().bytes()
    let canvas: [UInt8] = [8, 0, 0, 0, 8, 0, 0, 8, 0, 0]
    let photos = [
      Pictures.jpeg(exif: tiff),
      Pictures.png(width: 9, height: 9, chunks: Pictures.chunk("eXIf", tiff)),
      Pictures.webp([("VP8X", canvas), ("EXIF", tiff)]), HEICPicture(exif: [(tiff, 49)]).bytes(),
    ]
    var state: UInt64 = 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    var (taken, refused) = (0, 0)
    for photo in photos {
      for _ in 0..<1_000 {
        var bytes = photo
        for _ in 0...next(6) {
          bytes[next(bytes.count)] = UInt8([0, 1, 0x7F, 0x80, 0xFF, next(256)][next(6)])
        }
        if next(4) == 0 { bytes.removeLast(next(bytes.count)) }
        if let refusal = try folder.refusal(bytes) {
          #expect([.invalidData, .tooLarge].contains(refusal.code))
          refused += 1
        } else {
          taken += 1
        }
      }
    }
    // The damage is neither all harmless nor all fatal.
    #expect(taken > 400 && refused > 400, "\(taken) taken, \(refused) refused")
  }

  @Test("A PNG and a WebP with chunks without end or of 4 GB are refused or told")
  func chunks() throws {
    let tiny = (0..<100_001).flatMap { _ in Pictures.chunk("tEXt", []) }
    #expect(
      try folder.refusal(Pictures.png(width: 1, height: 1, chunks: tiny))?.code == .invalidData)
    let huge = [0xFF, 0xFF, 0xFF, 0xFF] + Array("eXIf".utf8)
    #expect(
      try folder.read(Pictures.png(width: 1, height: 1, chunks: huge)).problems
        == [.cutShort, .exifUnreadable])
    let long = Pictures.chunk("eXIf", [UInt8](repeating: 0x49, count: 70_000))
    #expect(
      try folder.read(Pictures.png(width: 1, height: 1, chunks: long)).problems == [.exifUnreadable]
    )
    var webp = Pictures.webp([("VP8X", [8, 0, 0, 0, 8, 0, 0, 8, 0, 0]), ("EXIF", [1, 2])])
    webp.replaceSubrange(34..<38, with: [0xFF, 0xFF, 0xFF, 0xFF])
    #expect(try folder.read(webp).problems == [.exifUnreadable])
  }

  @Test("Boxes of a HEIC with wild lengths are refused")
  func boxes() throws {
    let whole = HEICPicture().bytes()
    let meta = 24
    for length in [1, 7, 9, 0x7FFF_FFFF, 0xFFFF_FFFF] {
      var bytes = whole
      bytes.replaceSubrange(meta..<meta + 4, with: Pictures.big(length, 4))
      #expect(try folder.refusal(bytes)?.code == .invalidData, "\(length)")
    }
  }

  @Test("A JPEG of nothing but segments is refused")
  func segments() throws {
    let many = (0..<3000).flatMap { _ in Pictures.segment(0xE2, []) }
    #expect(
      try folder.refusal([0xFF, 0xD8] + many + Pictures.jpeg().dropFirst(2))?.code == .invalidData)
    #expect(
      try folder.refusal([0xFF, 0xD8] + [UInt8](repeating: 0xFF, count: 100))?.code == .invalidData)
    #expect(try folder.refusal([0xFF, 0xD8, 0xFF, 0xE0, 0, 1, 0, 0])?.code == .invalidData)
    #expect(try folder.refusal([0xFF, 0xD8, 0xFF, 0xD9])?.code == .invalidData)
  }
}
