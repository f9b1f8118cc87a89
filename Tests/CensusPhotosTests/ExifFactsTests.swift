import CensusDomain
import CensusPhotos
import CensusTestSupport
import Foundation
import Testing

@Suite("When, where and whither, from EXIF")
struct ExifFactsTests {
  private let folder: PhotoFolder

  init() throws { folder = try PhotoFolder() }

  private func read(_ tiff: TIFF) throws -> PhotoFacts {
    try folder.read(Pictures.jpeg(exif: tiff.bytes()))
  }

  private func expectPhone(_ facts: PhotoFacts) throws {
    #expect(facts.problems.isEmpty)
    #expect(facts.time?.day == CivilDate("2021-05-12"))
    #expect(facts.time?.second == 9 * 3600 + 30 * 60 + 15)
    #expect(facts.time?.offsetMinutes == 480)
    #expect(facts.time?.offsetIsAssumed == false)
    #expect(facts.time?.timestamp.iso8601 == "2021-05-12T01:30:15Z")
    let position = try #require(facts.position)
    #expect(abs(position.latitude - (39 + 40.0 / 60 + 16.3 / 3600)) < 1e-12)
    #expect(abs(position.longitude - (118 + 15.0 / 60 + 41.0 / 3600)) < 1e-12)
    #expect(facts.direction == PhotoDirection(degrees: 123.45, north: .magneticNorth))
  }

  @Test("A phone's photo is read in both orders of bytes", arguments: [false, true])
  func phone(_ isBigEndian: Bool) throws {
    try expectPhone(read(TIFF.phone(isBigEndian: isBigEndian)))
  }

  @Test("The same data are read from a PNG's, a WebP's and a HEIC's, with and without the mark")
  func otherFiles() throws {
    let tiff = TIFF.phone().bytes()
    try expectPhone(
      folder.read(Pictures.png(width: 9, height: 9, chunks: Pictures.chunk("eXIf", tiff))))
    try expectPhone(folder.read(HEICPicture(exif: [(tiff, nil)]).bytes()))
    let canvas: [UInt8] = [8, 0, 0, 0, 8, 0, 0, 8, 0, 0]
    for exif in [tiff, Array("Exif\0\0".utf8) + tiff] {
      try expectPhone(
        folder.read(Pictures.webp([("VP8X", canvas), ("ICCP", [1]), ("EXIF", exif)])))
    }
  }

  @Test("Of a HEIC's EXIF data those of its primary picture are read, as exiftool reads them")
  func heic() throws {
    var other = TIFF()
    other.photo = [other.ascii(0x9003, "1999:01:01 00:00:00")]
    let bytes = HEICPicture(exif: [(other.bytes(), 50), (TIFF.phone().bytes(), 49)]).bytes()
    try expectPhone(folder.read(bytes))
    let said = try folder.run(
      "/usr/bin/exiftool", ["-s3", "-DateTimeOriginal", folder.file(bytes, "a.heic")])
    #expect(said == "2021:05:12 09:30:15\n")
  }

  @Test("Without an offset China's is taken, and that is said")
  func assumed() throws {
    var tiff = TIFF()
    tiff.photo = [tiff.ascii(0x9003, "2021:01:01 00:00:00")]
    for zone in [nil, "", "   :  "] {
      var tiff = tiff
      if let zone { tiff.photo.append(tiff.ascii(0x9011, zone)) }
      let facts = try read(tiff)
      #expect(facts.time?.offsetIsAssumed == true)
      #expect(facts.time?.timestamp.iso8601 == "2020-12-31T16:00:00Z")
      #expect(facts.problems.isEmpty)
    }
    tiff.photo.append(tiff.ascii(0x9011, "-03:30"))
    #expect(try read(tiff).time?.timestamp.iso8601 == "2021-01-01T03:30:00Z")
  }

  @Test(
    "An offset that is none is told", arguments: ["+8:00", "08:00", "+15:00", "+08:60", "+08:00x"])
  func badOffset(_ zone: String) throws {
    var tiff = TIFF()
    tiff.photo = [tiff.ascii(0x9003, "2021:01:01 00:00:00"), tiff.ascii(0x9011, zone)]
    let facts = try read(tiff)
    #expect(facts.problems == [.offset(zone)])
    #expect(facts.time?.offsetIsAssumed == true)
  }

  @Test(
    "A time that is none is told",
    arguments: [
      "2021:13:01 00:00:00", "2021:02:29 00:00:00", "2021:01:01 24:00:00", "2021:01:01 00:60:00",
      "2021-01-01 00:00:00", "2021:01:01T00:00:00", "2021:01:01", "yesterday 1",
      "20210:1:01 00:00:00",
    ])
  func badTime(_ text: String) throws {
    var tiff = TIFF()
    tiff.photo = [tiff.ascii(0x9003, text)]
    let facts = try read(tiff)
    #expect(facts.time == nil)
    #expect(facts.problems == [.time(text)])
  }

  @Test(
    "A camera without a clock states no time",
    arguments: ["", "0000:00:00 00:00:00", "    :  :     :  :  "])
  func noClock(_ text: String) throws {
    var tiff = TIFF()
    tiff.photo = [tiff.ascii(0x9003, text)]
    let facts = try read(tiff)
    #expect(facts.time == nil)
    #expect(facts.problems.isEmpty)
  }

  @Test("A photo whose EXIF state neither time nor place has none made up for it")
  func nothing() throws {
    var tiff = TIFF()
    tiff.photo = [tiff.ascii(0x9004, "2021:01:01 00:00:00")]
    let facts = try read(tiff)
    #expect(facts.time == nil && facts.position == nil && facts.direction == nil)
    #expect(facts.problems.isEmpty)
  }

  @Test("South and west are negative")
  func south() throws {
    var tiff = TIFF()
    tiff.gps = [
      tiff.ascii(1, "S"), tiff.rationals(2, [(33, 1), (30, 1), (0, 1)]),
      tiff.ascii(3, "W"), tiff.rationals(4, [(70, 1), (4_550, 100), (0, 1)]),
    ]
    let position = try read(tiff).position
    #expect(position?.latitude == -33.5)
    #expect(position.map { abs($0.longitude + 70 + 45.5 / 60) < 1e-12 } == true)
  }

  @Test("A position that is incomplete or none is told and not used")
  func badPositions() throws {
    func problems(_ change: (TIFF) -> [TIFF.Entry]) throws -> [PhotoProblem] {
      var tiff = TIFF()
      tiff.gps = change(tiff)
      let facts = try read(tiff)
      #expect(facts.position == nil)
      return facts.problems
    }
    func latitude(_ fractions: [(UInt32, UInt32)]) throws -> [PhotoProblem] {
      try problems { $0.place().filter { $0.tag != 2 } + [$0.rationals(2, fractions)] }
    }
    #expect(try latitude([(0, 0), (0, 0), (0, 0)]) == [.position])
    #expect(try latitude([(39, 1), (40, 1), (16, 0)]) == [.position])
    #expect(try latitude([(39, 1), (60, 1), (0, 1)]) == [.position])
    #expect(try latitude([(39, 1), (0, 1), (60, 1)]) == [.position])
    #expect(try latitude([(90, 1), (0, 1), (1, 1)]) == [.position])
    #expect(try latitude([(.max, 1), (0, 1), (0, 1)]) == [.position])
    #expect(try latitude([(39, 1), (40, 1)]) == [.position])
    #expect(try problems { $0.place().filter { $0.tag != 1 } } == [.position])
    #expect(try problems { $0.place().filter { $0.tag != 4 } } == [.position])
    #expect(try problems { $0.place().filter { $0.tag != 3 } + [$0.ascii(3, "N")] } == [.position])
    #expect(try problems { $0.place() + [$0.ascii(9, "V")] } == [.positionVoid])
    #expect(
      try problems {
        [
          $0.ascii(1, "N"), $0.rationals(2, [(0, 1), (0, 1), (0, 1)]), $0.ascii(3, "E"),
          $0.rationals(4, [(0, 1), (0, 1), (0, 1)]),
        ]
      } == [.positionVoid])
    #expect(try problems { $0.place() + [$0.ascii(18, "TOKYO")] } == [.datum("TOKYO")])
    // Signed fractions are another type.
    #expect(
      try problems { tiff in
        tiff.place().filter { $0.tag != 2 } + [
          TIFF.Entry(
            tag: 2, type: 10, count: 3, bytes: tiff.rationals(2, [(39, 1), (1, 1), (1, 1)]).bytes)
        ]
      } == [.position])
  }

  @Test("A direction has its north or none, and is less than a full turn")
  func directions() throws {
    func direction(_ fraction: (UInt32, UInt32), _ north: String?) throws -> PhotoFacts {
      var tiff = TIFF()
      tiff.gps = [tiff.rationals(17, [fraction])] + (north.map { [tiff.ascii(16, $0)] } ?? [])
      return try read(tiff)
    }
    #expect(
      try direction((90, 1), "T").direction == PhotoDirection(degrees: 90, north: .trueNorth))
    #expect(try direction((90, 1), nil).direction == PhotoDirection(degrees: 90, north: .unstated))
    #expect(try direction((360, 1), "T").direction?.degrees == 0)
    #expect(try direction((36_001, 100), "T").problems == [.direction])
    #expect(try direction((1, 0), "T").problems == [.direction])
  }

  @Test("Each problem is a sentence in both languages")
  func sentences() {
    let all: [PhotoProblem] = [
      .cutShort, .exifUnreadable, .time("x"), .offset("x"), .position, .positionVoid, .datum("x"),
      .direction,
    ]
    #expect(Set(all.map(\.message.en)).count == all.count)
    #expect(all.allSatisfy { $0.message.zh.hasSuffix("。") && $0.message.en.hasSuffix(".") })
  }
}
