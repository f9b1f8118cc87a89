import CensusDomain
import CensusForms
import Foundation

/// Makes the same entries in every run: open-air fire sources of about 800 bytes, no two of one object.
struct SampleEntries {
  static let form = "FOR_FIRESOURCE"
  static let district = "130205"
  static let surveyor = "李娜"

  private var random: SplitMix64
  private let invalidPercent: Int

  init(seed: UInt64 = 1, invalidPercent: Int = 0) {
    random = SplitMix64(state: seed)
    self.invalidPercent = invalidPercent
  }

  static func builtInForm() throws -> Form { try FormCatalogue.builtIn().require(form) }

  /// The contents of entries 1 to `count`.
  static func contents(_ count: Int, invalidPercent: Int = 0) -> [[UInt8]] {
    var entries = SampleEntries(invalidPercent: invalidPercent)
    return (1...count).map { Array(entries.content($0).utf8) }
  }

  /// Writes an NDJSON file as `entry import` reads it.
  static func write(_ count: Int, to path: String) throws {
    var entries = SampleEntries()
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { throw BenchError("No \(path).") }
    defer { try? file.close() }
    for start in stride(from: 1, through: count, by: 1000) {
      let lines = (start...min(count, start + 999)).map { number in
        "{\"form\":\"\(form)\",\"content\":\(entries.content(number))}\n"
      }
      try file.write(contentsOf: Data(lines.joined().utf8))
    }
  }

  mutating func content(_ number: Int) -> String {
    let town = "130205\(100 + random.below(6))"
    let lon = String(format: "%.6f", 118.2 + Double(random.below(150_000)) / 1e6)
    let lat = String(format: "%.6f", 39.6 + Double(random.below(150_000)) / 1e6)
    let day = String(format: "2021-%02d-%02d", 4 + random.below(7), 1 + random.below(28))
    let digest = (0..<4).map { _ in String(format: "%016lx", UInt(random.next())) }.joined()
    let fault = random.below(100) < invalidPercent ? random.below(4) : nil
    let distance = fault == 0 ? 9000 : random.below(50_000) / 10
    let filled = fault == 1 ? "2020-01-01" : day
    let phone = fault == 2 ? "unknown" : "0315-\(1_000_000 + number % 9_000_000)"
    let manager = fault == 3 ? "" : "\"manager\":\"责任人\(number)\","
    return """
      {"objectCode":"130205-LC-\(number)","objectName":"野外火源\(number)","countyCode":"130205",\
      "townCode":"\(town)","address":"唐山市开平区\(number)号","lon":\(lon),"lat":\(lat),\
      "elevation":\(10 + random.below(40)).5,\
      "geometry":{"type":"Point","coordinates":[\(lon),\(lat)]},\
      "posMethod":"\(1 + random.below(2))","posAccuracy":\(2 + random.below(8)).2,\
      \(source(number)),"distForest":\(distance),\(manager)"mgrPhone":"\(phone)",\
      "measure":["\(1 + random.below(2))","\(3 + random.below(2))"],"strict":true,\
      "surveyUnit":"开平区普查办","surveyor":"\(SampleEntries.surveyor)","phone":"0315-0000002",\
      "filler":"\(SampleEntries.surveyor)","surveyDate":"\(day)","fillDate":"\(filled)",\
      "dataSource":["1","5"],"photos":[{"sha256":"\(digest)","takenAt":"\(day)T14:17:00+08:00",\
      "lon":\(lon),"lat":\(lat),"azimuth":\(random.below(360))}]}
      """
  }

  /// The part that depends on the kind: approved use, violation, or important source of fire.
  private mutating func source(_ number: Int) -> String {
    let year = 2010 + random.below(11)
    let use = "\"useType\":\"\(1 + random.below(5))\",\"year\":\(year)"
    switch random.below(10) {
    case 0...1:
      return
        "\"fsKind\":\"1\",\(use),\"times\":2,\"approvedNo\":\"批\(number)\",\"approver\":\"林业局\""
    case 2: return "\"fsKind\":\"2\",\(use),\"fireDate\":\"\(year)-03-05\",\"punished\":1"
    default: return "\"fsKind\":\"3\",\"pointType\":\"\(1 + random.below(8))\""
    }
  }
}

/// Steele, Lea and Flood's generator; small, fast and the same everywhere.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
