import CensusDomain
import CensusPlace
import Foundation
import Testing

@Suite("Gauss-Krüger")
struct GaussKrugerTests {
  @Test("Zones are 25 to 45, and their central meridians three times as much")
  func zones() {
    for number in -5...150 {
      let zone = ThreeDegreeZone(number)
      #expect((zone != nil) == (25...45).contains(number))
      #expect(zone.map { $0.centralMeridian == 3 * number } ?? true)
      let isMeridian = number % 3 == 0 && (75...135).contains(number)
      #expect((ThreeDegreeZone(centralMeridian: number) != nil) == isMeridian)
    }
    #expect(ThreeDegreeZone(longitude: 118.49)?.number == 39)
    #expect(ThreeDegreeZone(longitude: 118.51)?.number == 40)
    #expect(ThreeDegreeZone(longitude: 73.4) == nil)
    #expect(ThreeDegreeZone(longitude: 136.5) == nil)
  }

  @Test(
    "A thousand points each agree with cs2cs both ways: EPSG:4527 and 4528 are zones 39 and 40",
    arguments: [(39, 4527), (40, 4528)])
  func oracle(_ number: Int, _ code: Int) throws {
    let zone = try #require(ThreeDegreeZone(number))
    let projection = try GaussKruger(zone: zone)
    var dice = Dice(UInt64(code))
    let meridian = Double(zone.centralMeridian)
    let places = try (0..<1000).map { _ in
      try place(dice.next(meridian - 2.5...meridian + 2.5), dice.next(3...54))
    }
    // EPSG's order of axes: latitude and longitude, northing and easting.
    let lines = places.map { "\($0.latitude) \($0.longitude)" }
    let expected = try answers("cs2cs", ["-d", "10", "EPSG:4490", "EPSG:\(code)"], lines)
    try #require(expected.count == places.count)
    for (place, answer) in zip(places, expected) {
      let projected = projection.grid(of: place)
      let grid = try #require(projected)
      #expect(abs(grid.northing - answer[0]) < 1e-4)
      #expect(abs(grid.prefixedEasting - answer[1]) < 1e-4)
    }
    let metres = expected.map { "\($0[0]) \($0[1])" }
    let back = try answers("cs2cs", ["-d", "12", "EPSG:\(code)", "EPSG:4490"], metres)
    for (answer, degrees) in zip(expected, back) {
      let unprojected = projection.position(
        northing: answer[0], easting: answer[1] - Double(number) * 1e6)
      let found = try #require(unprojected)
      #expect(abs(found.latitude - degrees[0]) < 1e-8)
      #expect(abs(found.longitude - degrees[1]) < 1e-8)
    }
  }

  @Test("What is no point of the projection gives none")
  func nowhere() throws {
    let projection = try GaussKruger(zone: #require(ThreeDegreeZone(39)))
    let nowhere = [
      projection.position(northing: .infinity, easting: 500_000),
      projection.position(northing: 4e6, easting: 1e12),
    ]
    #expect(nowhere == [nil, nil])
    let antipode = projection.grid(of: try place(-153, 0))
    #expect(antipode == nil)
  }
}
