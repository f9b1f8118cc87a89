import CensusPlace
import Testing

@Suite("Degrees, minutes and seconds")
struct DegreesTests {
  @Test(
    "Seconds are rounded to hundredths and carry into minutes and degrees",
    arguments: [
      (118.2614, 39.6712, "118°15′41.04″E 39°40′16.32″N"),
      (118.999_999_999, 39.0, "119°00′00.00″E 39°00′00.00″N"),
      (-0.5, -0.25, "0°30′00.00″W 0°15′00.00″S"),
    ])
  func text(longitude: Double, latitude: Double, text: String) throws {
    let position = try #require(PlacePosition(longitude: longitude, latitude: latitude))
    #expect(position.degreesMinutesSeconds == text)
  }

  @Test("What is written is read as the same position, to 30 centimetres")
  func readAgain() throws {
    let position = try #require(PlacePosition(longitude: 118.261_437_2, latitude: 39.671_209_8))
    let again = try PositionReader.read(position.degreesMinutesSeconds).position
    #expect(Geodesic.distance(position, again) < 0.3)
  }
}
