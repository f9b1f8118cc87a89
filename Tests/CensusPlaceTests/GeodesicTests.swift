import CensusPlace
import Foundation
import Testing

@Suite("Lengths and areas on the ellipsoid")
struct GeodesicTests {
  @Test("A degree of the equator and a quarter of a meridian have their known lengths")
  func known() throws {
    // a·π/180, and GRS 80's meridian quadrant (Moritz, “Geodetic Reference System 1980”).
    let degree = Geodesic.distance(try place(117, 0), try place(118, 0))
    #expect(abs(degree - 6_378_137 * .pi / 180) < 1e-6)
    let quadrant = Geodesic.distance(try place(117, 0), try place(117, 90))
    #expect(abs(quadrant - 10_001_965.7293) < 1e-3)
  }

  @Test("The whole northern half has half the ellipsoid's surface")
  func half() throws {
    let equator = try [0.0, 90, 180, -90].map { try place($0, 0) }
    // GRS 80's surface is that of a sphere of radius 6,371,007.1810 m (Moritz).
    let surface = 4 * Double.pi * 6_371_007.1810 * 6_371_007.1810
    let area = Geodesic.area(of: PlacePolygon(outline: equator))
    #expect(abs(area / (surface / 2) - 1) < 1e-9)
  }

  @Test("Two hundred lines agree with geod to a micrometre")
  func oracle() throws {
    var dice = Dice(3)
    let pairs = try (0..<200).map { _ in
      (
        try place(dice.next(73...136), dice.next(3...54)),
        try place(dice.next(73...136), dice.next(3...54))
      )
    }
    let lines = pairs.map { "\($0.latitude) \($0.longitude) \($1.latitude) \($1.longitude)" }
    let expected = try answers(
      "geod", ["+a=6378137", "+rf=298.257222101", "-I", "-f", "%.9f", "-F", "%.7f"], lines)
    try #require(expected.count == pairs.count)
    for ((from, to), answer) in zip(pairs, expected) {
      #expect(abs(Geodesic.distance(from, to) - answer[2]) < 1e-6)
    }
  }

  @Test(
    "A hole is taken from the area and adds to the perimeter; direction and closing do not count")
  func holes() throws {
    func square(_ west: Double, _ south: Double, _ size: Double) throws -> [PlacePosition] {
      [
        try place(west, south), try place(west + size, south),
        try place(west + size, south + size), try place(west, south + size),
      ]
    }
    let outline = try square(118, 39, 0.1)
    let hole = try square(118.04, 39.04, 0.02)
    let whole = PlacePolygon(outline: outline)
    let inner = PlacePolygon(outline: hole)
    let pierced = PlacePolygon(outline: outline + [outline[0]], holes: [hole.reversed()])
    // A tenth of a degree is some 8.65 km by 11.1 km there.
    #expect(abs(Geodesic.area(of: whole) - 8_650 * 11_100) < 1e6)
    #expect(
      abs(Geodesic.area(of: pierced) - (Geodesic.area(of: whole) - Geodesic.area(of: inner))) < 1e-3
    )
    #expect(
      abs(
        Geodesic.perimeter(of: pierced)
          - (Geodesic.perimeter(of: whole) + Geodesic.perimeter(of: inner))) < 1e-6)
    #expect(
      abs(Geodesic.length(of: outline + [outline[0]]) - Geodesic.perimeter(of: whole)) < 1e-6)
    #expect(Geodesic.length(of: [outline[0]]) == 0)
  }
}
