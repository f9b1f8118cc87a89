import CensusDomain
import Foundation
import Testing

@Suite("Identifiers and hashes")
struct IdentifierTests {
  /// Gives the same word for ever, so that the identifier's fixed bits stand out.
  private struct Constant: RandomNumberGenerator {
    let word: UInt64
    mutating func next() -> UInt64 { word }
  }

  private func id(_ milliseconds: Int64, _ word: UInt64) -> UniqueID {
    var random = Constant(word: word)
    return UniqueID.version7(at: Timestamp(milliseconds: milliseconds), using: &random)
  }

  @Test("Version, variant and time stand where RFC 9562 puts them", arguments: [0, UInt64.max])
  func layout(_ word: UInt64) {
    let id = id(0x0123_4567_89AB, word)
    #expect(id.description.hasPrefix("01234567-89ab-7"))
    #expect(id.bytes[6] >> 4 == 7)
    #expect(id.bytes[8] >> 6 == 0b10)
    #expect(Array(id.bytes[0..<6]) == [0x01, 0x23, 0x45, 0x67, 0x89, 0xAB])
  }

  @Test("A clock before the epoch or past 48 bits still gives a version 7 identifier")
  func clockOutOfRange() {
    for milliseconds in [Int64.min, -1, 1 << 48, Int64.max] {
      #expect(id(milliseconds, 0).bytes[6] >> 4 == 7)
    }
    #expect(Array(id(-1, 0).bytes[0..<6]) == [0, 0, 0, 0, 0, 0])
  }

  @Test("Later identifiers sort after earlier ones, whatever their random bits")
  func order() {
    let earlier = id(1_638_287_999_999, UInt64.max)
    let later = id(1_638_288_000_000, 0)
    #expect(earlier < later)
    #expect(earlier.description < later.description)
    #expect(earlier.bytes.lexicographicallyPrecedes(later.bytes))
    #expect(UniqueID(high: 1, low: 5) < UniqueID(high: 1, low: 6))
    #expect(!(UniqueID(high: 2, low: 0) < UniqueID(high: 1, low: 9)))
  }

  @Test("The system's identifiers differ and carry the moment")
  func system() {
    let moment = Timestamp(milliseconds: 1_600_000_000_000)
    let made = (0..<1000).map { _ in IdentifierSource.system.next(at: moment) }
    #expect(Set(made).count == 1000)
    #expect(made.allSatisfy { $0.high >> 16 == 1_600_000_000_000 && $0.high >> 12 & 0xF == 7 })
  }

  @Test("Text and bytes read back")
  func roundTrip() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<200 {
      let id = UniqueID(high: random.next(), low: random.next())
      #expect(UniqueID(id.description) == id)
      #expect(UniqueID(id.description.uppercased()) == id)
      #expect(UniqueID(bytes: id.bytes) == id)
      #expect(UUID(uuidString: id.description)?.uuidString.lowercased() == id.description)
    }
    let id = UniqueID(high: 0x0011_2233_4455_6677, low: 0x8899_AABB_CCDD_EEFF)
    #expect(id.description == "00112233-4455-6677-8899-aabbccddeeff")
    let json = try JSONEncoder().encode([id])
    #expect(try JSONDecoder().decode([UniqueID].self, from: json) == [id])
  }

  @Test(
    "Texts that are not of the canonical form are refused",
    arguments: [
      "", "00112233-4455-6677-8899-aabbccddeef", "00112233-4455-6677-8899-aabbccddeefff",
      "0011223344556677-8899-aabbccddeeff--", "g0112233-4455-6677-8899-aabbccddeeff",
      "00112233_4455_6677_8899_aabbccddeeff", "{0112233-4455-6677-8899-aabbccddeef}",
      "001122334-455-6677-8899-aabbccddeeff", "00112233-4455-6677-8899-aabbccddeéf",
    ])
  func refuses(_ text: String) {
    #expect(UniqueID(text) == nil)
  }

  @Test("Identifiers have sixteen bytes and hashes thirty-two", arguments: [0, 15, 17, 31, 33, 64])
  func lengths(_ count: Int) {
    let bytes = [UInt8](repeating: 7, count: count)
    #expect(UniqueID(bytes: bytes) == nil)
    #expect(ContentHash(bytes: bytes) == nil)
  }

  @Test("A hash reads back from its 64 lower-case digits, and from nothing else")
  func hashes() throws {
    let hash = try #require(ContentHash(bytes: (0..<32).map { UInt8($0 * 8) }))
    #expect(hash.description.hasPrefix("0008101820"))
    #expect(ContentHash(hash.description) == hash)
    #expect(hash.hexBytes == Array(hash.description.utf8))
    #expect(ContentHash(hash.description.uppercased()) == nil)
    #expect(ContentHash(String(hash.description.dropLast())) == nil)
    #expect(ContentHash(hash.description + "0") == nil)
    #expect(ContentHash(String(repeating: "0", count: 64)) == ContentHash.zero)
    let json = try JSONEncoder().encode([hash])
    #expect(try JSONDecoder().decode([ContentHash].self, from: json) == [hash])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([ContentHash].self, from: Data(#"["00"]"#.utf8))
    }
  }

  @Test func `a hash fits into the frame of an asynchronous function`() {
    #expect(MemoryLayout<ContentHash>.size == 32)
    #expect(MemoryLayout<ContentHash?>.alignment <= 16)
  }

  @Test func `hashes are ordered as their texts are`() throws {
    let texts = ["00ff", "0100", "7f00", "80aa", "ff01"].map {
      $0 + String(repeating: "5", count: 60)
    }
    let hashes = try texts.map { try #require(ContentHash($0)) }
    #expect(hashes.reversed().sorted() == hashes)
    #expect(texts.sorted() == texts)
  }
}
