import CensusAPI
import CensusDomain
import Testing

@Suite("Gzip")
struct GzipTests {
  private let limit = 32 * 1024 * 1024

  /// Bytes that do not pack, the same in every run.
  private func noise(_ count: Int) -> [UInt8] {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
  }

  @Test("What is packed unpacks to the same bytes", arguments: [0, 1, 4095, 4096, 4097, 1_000_000])
  func roundTrip(_ count: Int) throws {
    let plain = noise(count)
    for level: Int32 in [1, 6, 12] {
      #expect(try Gzip.decompress(Gzip.compress(plain, level: level), limit: limit) == plain)
    }
  }

  @Test("Text packs to less than it was")
  func packs() throws {
    let plain = Array((0..<500).map { "开平区 \(130_205_000 + $0 * 7919 % 1000), " }.joined().utf8)
    let packed = Gzip.compress(plain)
    #expect(packed.count < plain.count / 4)
    #expect(try Gzip.decompress(packed, limit: limit) == plain)
  }

  @Test("Cutting the data anywhere is noticed")
  func truncated() {
    let packed = Gzip.compress(noise(300))
    for length in 0..<packed.count {
      #expect(throws: CensusError.self) {
        try Gzip.decompress(Array(packed.prefix(length)), limit: limit)
      }
    }
  }

  @Test("A flipped byte in data or trailer is noticed")
  func broken() {
    let packed = Gzip.compress(noise(300))
    for index in 10..<packed.count {
      var damaged = packed
      damaged[index] ^= 0x01
      #expect(throws: CensusError.self) { try Gzip.decompress(damaged, limit: limit) }
    }
  }

  @Test("What follows the data is not dropped without a word", arguments: [1, 8, 100])
  func trailing(_ count: Int) throws {
    let packed = Gzip.compress(noise(300)) + noise(count)
    let error = try #require(throws: CensusError.self) {
      try Gzip.decompress(packed, limit: limit)
    }
    #expect(error.code == .invalidData)
    let twice = Gzip.compress([1, 2, 3]) + Gzip.compress([4])
    #expect(throws: CensusError.self) { try Gzip.decompress(twice, limit: limit) }
  }

  @Test("A bomb is refused by its ratio, though it stays below the limit")
  func ratio() throws {
    let bomb = Gzip.compress([UInt8](repeating: 0, count: 16 * 1024 * 1024), level: 12)
    #expect(bomb.count * Gzip.ratioLimit < 16 * 1024 * 1024)
    let error = try #require(throws: CensusError.self) { try Gzip.decompress(bomb, limit: limit) }
    #expect(error.code == .tooLarge)
    #expect(error.remedy != nil)
  }

  @Test("The limit is kept to the byte")
  func exactLimit() throws {
    let plain = noise(10_000)
    let packed = Gzip.compress(plain)
    #expect(try Gzip.decompress(packed, limit: 10_000) == plain)
    let error = try #require(throws: CensusError.self) {
      try Gzip.decompress(packed, limit: 9999)
    }
    #expect(error.code == .tooLarge)
  }

  @Test("A trailer that states a wrong size is refused", arguments: [0, 299, 301, 0x00FF_FFFF])
  func lyingTrailer(_ size: UInt32) {
    var packed = Gzip.compress(noise(300))
    for place in 0..<4 {
      packed[packed.count - 4 + place] = UInt8(truncatingIfNeeded: size >> (8 * UInt32(place)))
    }
    #expect(throws: CensusError.self) { try Gzip.decompress(packed, limit: limit) }
  }
}
