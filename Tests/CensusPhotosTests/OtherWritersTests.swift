import CensusDomain
import CensusPhotos
import Foundation
import Testing

/// Photos that Pillow and exiftool write, which know nothing of this project.
@Suite("Photos of other writers")
struct OtherWritersTests {
  private let folder: PhotoFolder

  init() throws { folder = try PhotoFolder() }

  private static let maker = """
    import sys
    from PIL import Image
    folder = sys.argv[1]
    image = Image.effect_noise((613, 407), 60).convert("RGB")
    image.save(folder + "/baseline.jpg")
    image.save(folder + "/progressive.jpg", progressive=True)
    image.save(folder + "/plain.png")
    image.save(folder + "/lossy.webp")
    image.save(folder + "/lossless.webp", lossless=True)
    image.convert("RGBA").save(folder + "/alpha.webp")
    image.save(folder + "/page.pdf")
    """

  private let names = [
    "baseline.jpg", "progressive.jpg", "plain.png", "lossy.webp", "lossless.webp", "alpha.webp",
  ]

  @Test("Sizes, times, places and directions are what was asked of the writers")
  func pillowAndExiftool() throws {
    try folder.run("/usr/bin/python3", ["-c", Self.maker, folder.path])
    for name in names {
      let facts = try PhotoFacts.read(path: folder.path + "/" + name)
      #expect(facts.pixels == PixelSize(width: 613, height: 407), "\(name)")
      #expect(facts.problems.isEmpty, "\(name)")
    }
    try folder.run(
      "/usr/bin/exiftool",
      [
        "-q", "-overwrite_original", "-EXIF:DateTimeOriginal=2021:07:15 14:05:09",
        "-EXIF:OffsetTimeOriginal=+08:00", "-EXIF:GPSLatitude=39.67119444",
        "-EXIF:GPSLatitudeRef=N",
        "-EXIF:GPSLongitude=118.26138889", "-EXIF:GPSLongitudeRef=E", "-EXIF:GPSImgDirection=271.5",
        "-EXIF:GPSImgDirectionRef=T", "-EXIF:GPSMapDatum=WGS-84", "-EXIF:GPSStatus#=A",
      ] + names.map { folder.path + "/" + $0 })
    for name in names {
      let facts = try PhotoFacts.read(path: folder.path + "/" + name)
      #expect(facts.pixels == PixelSize(width: 613, height: 407), "\(name)")
      #expect(facts.problems.isEmpty, "\(name): \(facts.problems)")
      #expect(facts.time?.timestamp.iso8601 == "2021-07-15T06:05:09Z", "\(name)")
      #expect(facts.time?.offsetIsAssumed == false, "\(name)")
      let position = try #require(facts.position, "\(name)")
      #expect(abs(position.latitude - 39.67119444) < 1e-7)
      #expect(abs(position.longitude - 118.26138889) < 1e-7)
      #expect(facts.direction == PhotoDirection(degrees: 271.5, north: .trueNorth), "\(name)")
    }
    #expect(try PhotoFacts.read(path: folder.path + "/page.pdf").kind == .pdf)
  }

  @Test("A real photo that is cut anywhere behind its header says so")
  func cut() throws {
    try folder.run("/usr/bin/python3", ["-c", Self.maker, folder.path])
    for name in ["baseline.jpg", "progressive.jpg", "plain.png", "lossy.webp"] {
      let whole = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + name))
      for share in [0.3, 0.5, 0.9, 0.999] {
        let part = Array(whole.prefix(Int(Double(whole.count) * share)))
        #expect(try folder.read(part).problems == [.cutShort], "\(name) \(share)")
      }
    }
  }
}
