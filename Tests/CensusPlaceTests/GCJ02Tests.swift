import CensusPlace
import Testing

@Suite("The shifted coordinates of web maps")
struct GCJ02Tests {
  @Test("Ten thousand random points come back to 1e-9 degrees and were at most 750 m away")
  func roundTrip() throws {
    var dice = Dice(2)
    var (worst, farthest) = (0.0, 0.0)
    for _ in 0..<10_000 {
      let position = try place(dice.next(73...136), dice.next(3...54))
      let shifted = GCJ02.shifted(position)
      let back = GCJ02.truePosition(of: shifted)
      worst = max(
        worst, abs(back.longitude - position.longitude), abs(back.latitude - position.latitude))
      farthest = max(farthest, Geodesic.distance(position, shifted))
    }
    #expect(worst < 1e-9)
    #expect((600...750).contains(farthest), "\(farthest)")
  }

  @Test("Around Tangshan the shift is some 470 to 600 m")
  func tangshan() throws {
    var dice = Dice(5)
    for _ in 0..<1000 {
      let position = try place(dice.next(117...120), dice.next(38.8...40.6))
      #expect((470...602).contains(Geodesic.distance(position, GCJ02.shifted(position))))
    }
  }

  @Test(
    "Shifts are those of two public implementations to a few centimetres",
    arguments: [
      // wandergis/coordtransform, test/app.js
      (116.404, 39.915, 116.41024449916938, 39.91640428150164),
      // googollee/eviltransform, go/transform_test.go, which takes a slightly larger earth
      (121.5272106, 31.1774276, 121.531541859215, 31.17530398364597),
      (113.912316, 22.543847, 113.9171764808363, 22.540796131694766),
      (116.377817, 39.911954, 116.38404722455657, 39.91334545536069),
    ])
  func known(
    _ longitude: Double, _ latitude: Double, _ toLongitude: Double, _ toLatitude: Double
  ) throws {
    let shifted = GCJ02.shifted(try place(longitude, latitude))
    #expect(abs(shifted.longitude - toLongitude) < 3e-7)
    #expect(abs(shifted.latitude - toLatitude) < 3e-7)
  }

  @Test("Outside China nothing is shifted")
  func outside() throws {
    for (longitude, latitude) in [(2.35, 48.86), (139.7, 35.7), (118, -20), (-122.4, 37.8)] {
      let position = try place(longitude, latitude)
      #expect(GCJ02.shifted(position) == position)
      #expect(GCJ02.truePosition(of: position) == position)
    }
  }
}
