import CensusDomain
import Foundation
import Testing

@Suite("Money in fen")
struct MoneyTests {
  @Test(
    "A plain decimal in yuan is read exactly",
    arguments: [
      ("0", 0), ("0.00", 0), ("-0", 0), ("-0.00", 0), ("1", 100), ("1.5", 150), ("1.05", 105),
      ("0.29", 29), ("1.10", 110), ("4.35", 435), ("1234.50", 123_450), ("-20.00", -2000),
      ("-0.01", -1), ("007.5", 750), ("300000", 30_000_000),
      ("92233720368547758.07", Int64.max), ("-92233720368547758.07", -Int64.max),
    ])
  func readsExactly(_ text: String, _ fen: Int64) {
    #expect(Fen(yuan: text) == Fen(fen))
  }

  @Test(
    "What is not a plain decimal with at most two places is refused",
    arguments: [
      "", "-", ".", ".5", "1.", "1.005", "1.000", "+1", "--1", "1-", "1,000", "1 ", " 1", "1e2",
      "0x10", "1.2.3", "1..2", "-.5", "NaN", "inf", "１", "٣", "1.５", "¥1", "1元", "1\n",
      "92233720368547758.08", "-92233720368547758.09", "99999999999999999999",
    ])
  func refuses(_ text: String) {
    #expect(Fen(yuan: text) == nil)
  }

  @Test(
    "An amount is written with two places, and reads back",
    arguments: [
      (0, "0.00"), (1, "0.01"), (-1, "-0.01"), (10, "0.10"), (-10, "-0.10"), (100, "1.00"),
      (2_890_440, "28904.40"), (-300_000, "-3000.00"), (Int64.max, "92233720368547758.07"),
    ])
  func writes(_ fen: Int64, _ text: String) {
    #expect(Fen(fen).yuan == text)
    #expect(Fen(yuan: text) == Fen(fen))
  }

  @Test("The smallest amount can be written, although its sign has no positive twin")
  func smallest() {
    #expect(Fen(Int64.min).yuan == "-92233720368547758.08")
  }

  @Test("Amounts add and compare as integers, so ten dimes are a yuan")
  func adds() {
    var sum = Fen.zero
    for _ in 0..<10 { sum += Fen(10) }
    #expect(sum == Fen(100))
    #expect(Fen(150) + Fen(-50) == Fen(100))
    #expect(Fen(-1) < Fen.zero)
    #expect(!(Fen(5) < Fen(5)))
  }

  @Test("In JSON an amount is the bare integer")
  func json() throws {
    let bytes = try JSONEncoder().encode([Fen(-5), Fen(Int64.max)])
    #expect(String(decoding: bytes, as: UTF8.self) == "[-5,9223372036854775807]")
    #expect(try JSONDecoder().decode([Fen].self, from: bytes) == [Fen(-5), Fen(Int64.max)])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([Fen].self, from: Data("[1.5]".utf8))
    }
  }
}
