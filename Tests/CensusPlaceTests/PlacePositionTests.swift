import CensusPlace
import Testing

@Suite("Positions")
struct PlacePositionTests {
  @Test(
    "The text has at most eight decimals and no exponent",
    arguments: [
      (118.2614, 39.6712, "118.2614,39.6712"), (118, 39, "118,39"),
      (118.123456789, 39.999999999, "118.12345679,40"), (-0.0000000049, 0.000001, "0,0.000001"),
      (-0.00000001, -89.5, "-0.00000001,-89.5"), (180, -90, "180,-90"),
    ])
  func text(_ longitude: Double, _ latitude: Double, _ text: String) throws {
    #expect(try place(longitude, latitude).text == text)
  }

  @Test(
    "Degrees beyond the globe and what is no number are refused",
    arguments: [(180.1, 0), (0, -90.01), (.nan, 0), (0, .nan), (.infinity, 0)])
  func refuses(_ longitude: Double, _ latitude: Double) {
    #expect(PlacePosition(longitude: longitude, latitude: latitude) == nil)
  }
}
