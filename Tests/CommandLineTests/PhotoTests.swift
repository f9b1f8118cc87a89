import CensusTestSupport
import Foundation
import Testing

/// Photos that a surveyor brings to an entry, over the built program.
@Suite struct PhotoTests {
  private let program: BuiltProgram
  private let store: String

  init() throws {
    program = try BuiltProgram()
    store = try SmallForm.device(program)
  }

  private func file(_ name: String, _ bytes: [UInt8]) throws -> String {
    let path = program.folder + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return path
  }

  private func run(_ words: [String], typing: [String]? = nil) throws -> BuiltProgram.Outcome {
    let all = ["entry"] + words + ["--store", store, "--lang", "en", "--format", "json"]
    return try typing.map { try program.run(all, typing: $0) } ?? program.run(all)
  }

  private func photos(_ entry: String) throws -> [[String: Any]] {
    let shown = try program.object(try run(["show", entry]).output)
    let content = try #require(shown["content"] as? [String: Any])
    return content["photos"] as? [[String: Any]] ?? []
  }

  @Test func `a refused photo is told and the others are taken`() throws {
    defer { program.remove() }
    let made = try run(["new", "X_SMALL", "--set", "objectCode=P-1"])
    let entry = try program.member("entry", of: made.output)
    let good = try file("good.jpg", Pictures.jpeg(exif: TIFF.phone().bytes()))
    let short = try file("short.jpg", Pictures.jpeg(data: [1, 2, 3], end: []))
    let text = try file("text.jpg", Array("no photo".utf8))
    let outcome = try run(["attach", entry, text, good, good, short, program.folder + "/none"])
    #expect(outcome.status == 66, "\(outcome.talk)")
    for words in [
      "text.jpg is by its content no JPEG", "ends before the picture does", "2 file(s)",
      "at 118.26138889,39.67119444", "named already",
    ] {
      #expect(outcome.talk.contains(words), "\(words) in \(outcome.talk)")
    }
    let photos = try photos(entry)
    #expect(photos.count == 2)
    // The form's photos have no time and no place, so that none is written.
    #expect(photos.map { $0.keys.sorted() } == [["azimuth", "sha256"], ["sha256"]])
    #expect(photos.first?["azimuth"] as? Double == 123.45)
  }

  @Test func `a photo without a time is asked about, or told with --taken-at`() throws {
    defer { program.remove() }
    let bare = try file("bare.jpg", Pictures.jpeg())
    let made = try run(["new", "MET_RAIN", "--set", "objectCode=P-2", "--photo", bare])
    #expect(made.status == 0, "\(made.talk)")
    #expect(made.talk.contains("does not say when it was taken"))
    #expect(made.talk.contains("--taken-at '2021-06-13 08:30'"))
    let entry = try program.member("entry", of: made.output)
    #expect(try photos(entry).map { $0.keys.sorted() } == [["sha256"]])

    let other = try file("other.jpg", Pictures.jpeg(width: 320))
    let asked = try run(["attach", entry, other], typing: ["then", "2021-06-13 08:30"])
    #expect(asked.status == 0, "\(asked.talk)")
    #expect(asked.talk.contains("“then” is no whole date"), "\(asked.talk)")
    let told = try run(["attach", entry, bare, "--taken-at", "2021-06-14 09:00"])
    #expect(told.status == 0, "\(told.talk)")
    #expect(
      try photos(entry).map { $0["takenAt"] as? String }
        == ["2021-06-14T09:00:00+08:00", "2021-06-13T08:30:00+08:00"])
  }

  @Test func `China's offset is taken for photos that state none, and said once`() throws {
    defer { program.remove() }
    var tiff = TIFF()
    tiff.photo = [tiff.ascii(0x9003, "2021:05:12 09:30:15")]
    let files = try [320, 640].map {
      try file("\($0).jpg", Pictures.jpeg(exif: tiff.bytes(), width: $0))
    }
    let made = try run([
      "new", "MET_RAIN", "--set", "objectCode=P-3", "--photo", files[0], "--photo", files[1],
    ])
    #expect(made.status == 0, "\(made.talk)")
    #expect(made.talk.split(separator: "China's time").count == 2, "\(made.talk)")
    let entry = try program.member("entry", of: made.output)
    #expect(
      try photos(entry).allSatisfy { $0["takenAt"] as? String == "2021-05-12T09:30:15+08:00" })
  }

  @Test func `a photo that is refused keeps the entry a draft`() throws {
    defer { program.remove() }
    let text = try file("text.jpg", Array("no photo".utf8))
    let made = try run([
      "new", "X_SMALL", "--set", "objectCode=P-4", "--set", "lon=118", "--set", "lat=39",
      "--set", #"geometry={"type":"Point","coordinates":[118,39]}"#, "--set", "wet=false",
      "--photo", text, "--finalize",
    ])
    #expect(made.status == 65, "\(made.talk)")
    #expect(try program.object(made.output)["state"] as? String == "draft")
    let entry = try program.member("entry", of: made.output)
    #expect(made.talk.contains("entry attach \(entry)"))
    #expect(try run(["finalize", entry]).status == 0, "only the photo stood in the way")
  }
}
