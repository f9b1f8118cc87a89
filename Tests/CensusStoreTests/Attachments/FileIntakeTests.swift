import CensusDomain
import CensusFiles
import CensusForms
import CensusJSON
import CensusPhotos
import CensusTestSupport
import Foundation
import Testing

@testable import CensusStore

@Suite("Photos and files that are taken into a store")
struct FileIntakeTests {
  private let folder: TemporaryFolder
  private let store: DeviceStore

  init() throws {
    folder = try TemporaryFolder()
    store = try Samples.create(folder)
  }

  private func file(_ bytes: [UInt8], _ name: String) throws -> String {
    try Data(bytes).write(to: folder.url.appending(path: name))
    return folder.file(name)
  }

  @Test("A photo's row has the time, place and direction of its EXIF data")
  func rowFromExif() throws {
    let intake = try FileIntake(store, form: Samples.form())
    var content = JSONObject()
    let path = try file(Pictures.jpeg(exif: TIFF.phone().bytes()), "a.jpg")
    let taken = try intake.take(path, into: &content)
    #expect(taken.facts?.kind == .jpeg && !taken.lacksTime && !taken.wasNamed)
    let row: JSONObject = [
      "sha256": .string(taken.stored.hash.description),
      "takenAt": "2021-05-12T09:30:15+08:00", "lon": .number("118.26138889"),
      "lat": .number("39.67119444"), "azimuth": .number("123.45"),
    ]
    #expect(content["photos"] == .array([.object(row)]))
    #expect(try #require(store.attachments).contains(taken.stored.hash))
  }

  @Test("Without a time in the photo none is written, and the file's own is not taken")
  func noTime() throws {
    let intake = try FileIntake(store, form: Samples.form())
    var content = JSONObject()
    let path = try file(Pictures.jpeg(), "a.jpg")
    let taken = try intake.take(path, into: &content)
    #expect(taken.lacksTime)
    #expect(content["photos"]?.array?.first?.object?.names == ["sha256"])
    let time = try intake.time("2021-06-13 8:30")
    let again = try intake.take(path, into: &content, takenAt: time)
    #expect(again.wasNamed && !again.lacksTime)
    let rows = try #require(content["photos"]?.array)
    #expect(rows.map { $0[member: "takenAt"] } == ["2021-06-13T08:30:00+08:00"])
  }

  @Test("The same photo is named and kept once, and what its row says stays")
  func twice() throws {
    let intake = try FileIntake(store, form: Samples.form())
    let path = try file(Pictures.jpeg(exif: TIFF.phone().bytes()), "a.jpg")
    let copy = try file(Pictures.jpeg(exif: TIFF.phone().bytes()), "b.jpg")
    var content = JSONObject()
    let hash = try intake.take(path, into: &content).stored.hash
    content["photos"] = [
      ["sha256": .string(hash.description), "takenAt": "2021-06-13T08:30:00+08:00"]
    ]
    let before = content
    #expect(try intake.take(copy, into: &content).wasNamed)
    #expect(content == before)
    #expect(try #require(store.attachments).all() == [hash])
  }

  @Test("A photo whose frame is too large, or that is none, leaves store and content alone")
  func refused() throws {
    let intake = try FileIntake(store, form: Samples.form())
    var content = JSONObject()
    for (name, bytes) in [
      ("large.jpg", Pictures.jpeg(width: 40_000, height: 40_000)),
      ("text.jpg", Array("no photo".utf8)), ("short.jpg", Array(Pictures.jpeg().prefix(25))),
    ] {
      let path = try file(bytes, name)
      #expect(throws: CensusError.self, "\(name)") { try intake.take(path, into: &content) }
    }
    #expect(content == JSONObject())
    #expect(try #require(store.attachments).all().isEmpty)
  }

  @Test("A field of one file takes a plan with its name, and another plan takes its place")
  func plan() throws {
    let form = try Samples.form("GEO_LANDSLIDE")
    let intake = try FileIntake(store, form: form, field: "planMap")
    var content = JSONObject()
    let first = try intake.take(try file(Array("AC1027".utf8), "平面图.dwg"), into: &content)
    #expect(content["planMap"]?[member: "fileName"] == "平面图.dwg")
    let name = String(repeating: "长", count: 120) + ".pdf"
    let second = try intake.take(try file(Array("%PDF".utf8), "short.pdf"), into: &content)
    #expect(second.replaced == first.stored.hash.description)
    // The name alone: a disk takes none so long in Chinese.
    #expect(FileIntake.name(of: "/somewhere/" + name).count == 100)
    #expect(FileIntake.name(of: "/somewhere/" + name).hasSuffix("长.pdf"))
    let declared = try Samples.content(content).attachments
    #expect(declared == [second.stored.hash], "so that sync sends it")
  }

  @Test("A field that takes no files is refused with those that do")
  func otherField() throws {
    let form = try Samples.form("GEO_LANDSLIDE")
    let error = #expect(throws: CensusError.self) {
      try FileIntake(store, form: form, field: "objectName")
    }
    #expect(error?.remedy?.en.contains("planMap") == true)
    #expect(throws: CensusError.self) {
      try FileIntake(store, form: form).time("yesterday")
    }
  }
}
