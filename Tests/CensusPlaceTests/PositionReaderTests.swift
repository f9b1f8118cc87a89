import CensusDomain
import CensusPlace
import Testing

@Suite("Positions that people type")
struct PositionReaderTests {
  private typealias Kind = PositionReading.Kind

  @Test(
    "Decimal degrees are read with letters, words and full-width characters",
    arguments: [
      "118.2614,39.6712", "118.2614 39.6712", " 118.2614 , 39.6712 ", "118.2614，39.6712",
      "１１８．２６１４，３９．６７１２", "１１８．２６１４　３９．６７１２", "118.2614°E 39.6712°N",
      "39.6712N 118.2614E", "E118.2614 N39.6712", "N39.6712°, E118.2614°",
      "东经118.2614 北纬39.6712", "北纬39.6712度，东经118.2614度", "经度：118.2614；纬度：39.6712",
      "lon=118.2614 lat=39.6712", "lat: 39.6712, lng: 118.2614", "118.2614\n39.6712",
      "118.2614E,39.6712", "118.2614°，39.6712°", "X=118.2614 Y=39.6712", "118.2614-39.6712",
      "CGCS2000 118.2614/39.6712",
    ])
  func decimal(_ text: String) throws {
    let reading = try PositionReader.read(text)
    #expect(reading.position.text == "118.2614,39.6712")
    #expect(reading.kind == .decimalDegrees)
    #expect(!reading.isLatitudeFirst)
  }

  @Test(
    "Degrees, minutes and seconds are read in all their spellings",
    arguments: [
      "118°15′41.0″E 39°40′16.3″N", "118 15 41 39 40 16.3", "118-15-41.0, 39-40-16.3",
      "118°15'41\"E 39°40'16.3\"N", "118°15'41'' 39°40'16.3''", "东经118度15分41秒，北纬39度40分16.3秒",
      "１１８°１５′４１″，３９°４０′１６．３″", "N39°40′16.3″ E118°15′41″", "118，15，41，39，40，16.3",
      "118d15'41\"E,39d40'16.3\"N", "118°15’41”E 39°40’16.3”N",
    ])
  func sexagesimal(_ text: String) throws {
    let reading = try PositionReader.read(text)
    // 118 + 15/60 + 41/3600 and 39 + 40/60 + 16.3/3600.
    #expect(reading.position.text == "118.26138889,39.67119444")
    #expect(reading.kind == .degreesMinutesSeconds)
  }

  @Test("Two texts are read as one, and minutes may have the decimals")
  func pairs() throws {
    #expect(try PositionReader.read("118.2614", "39.6712").position.text == "118.2614,39.6712")
    #expect(
      try PositionReader.read("118度15分41秒", "39度40分16.3秒").position.text
        == "118.26138889,39.67119444")
    #expect(
      try PositionReader.read("118 15.5", "39 40.25").position.text == "118.25833333,39.67083333")
    #expect(
      try PositionReader.read("39523456.78", "4392345.67").kind
        == .gaussKruger(#require(ThreeDegreeZone(39))))
  }

  @Test(
    "Gauss-Krüger metres are told apart by their size, whatever X and Y are called",
    arguments: [
      "39523456.78, 4392345.67", "4392345.67 39523456.78", "y=523456.78 x=4392345.67 zone=39",
      "X=523456.78, Y=4392345.67, CM=117", "Y=523456.78 X=4392345.67 CM=117°",
      "X=4392345.67 Y=39523456.78 带号39", "4392345.67，523456.78，39带",
      "523456.78E 4392345.67N zone 39",
      "N=4392345.67 E=523456.78 中央经线117度", "X坐标4392345.67米，Y坐标523456.78米，第39带",
      "X 4392345.67 Y 523456.78 中央子午线：117 三度带", "x=4392345.67m y=39523456.78m L0=117",
    ])
  func grid(_ text: String) throws {
    let reading = try PositionReader.read(text)
    let zone = try #require(ThreeDegreeZone(39))
    #expect(reading.kind == .gaussKruger(zone))
    // cs2cs EPSG:4527 EPSG:4490 of 4392345.67 39523456.78
    #expect(abs(reading.position.longitude - 117.273357147) < 1e-8)
    #expect(abs(reading.position.latitude - 39.664787870) < 1e-8)
  }

  @Test("A latitude that stands first is taken where it cannot be a longitude, and that is said")
  func latitudeFirst() throws {
    let reading = try PositionReader.read("39.6712, 118.2614")
    #expect(reading.position.text == "118.2614,39.6712")
    #expect(reading.isLatitudeFirst)
  }

  @Test(
    "What has two readings or none is refused with its reason and examples",
    arguments: [
      ("39.47,75.99", "latitude seems to stand first"),
      ("39.6712E 118.2614N", "each other's name"),
      ("18.2614,39.6712", "not around China"), ("118.2614 -39.6712", "not around China"),
      ("118.2614W 39.6712N", "not around China"), ("118.2614E 39.6712S", "not around China"),
      ("118.2614", "one coordinate"), ("118度15分41秒", "one coordinate"), ("", "one coordinate"),
      ("118 15 41", "one coordinate"), ("118E 39N 50N", "more than two"),
      ("118.2614E 39.6712E", "named the same"),
      ("118°75′41″E 39°40′16″N", "less than 60"), ("118°15′60″E 39°40′16″N", "less than 60"),
      ("118.5°15′E 39°40′N", "only the last"), ("118°15″, 39°40′", "degrees, then minutes"),
      ("北京站", "北京站"), ("118.2614,39.6712,Foo", "Foo"), ("118..2,39", "."),
      ("523456.78 4392345.67", "no zone"), ("1182614, 396712", "no zone"),
      ("20523456.78, 4392345.67", "six degrees"),
      ("523456.78 4392345.67 六度带 20带", "six degrees"),
      ("46523456.78, 4392345.67", "25 to 45"), ("523456 4392345 CM=118", "25 to 45"),
      ("523456 4392345 CM=60", "25 to 45"),
      ("39523456.78, 4392345.67 zone=40", "contradict"),
      ("39523456.78, 4392345.67 CM=120", "contradict"),
      ("523456.78, 523456.78 zone=39", "either number"),
      ("523456.78, 9392345.67 zone=39", "a northing lies"),
      ("4392345.67E 523456.78N zone=39", "names do not fit"),
      ("890000, 4392345.67 zone=39", "too far"), ("4392345.67 zone=39", "two numbers"),
      ("523456.78 4392345.67 zone", "no whole number"),
    ])
  func refuses(_ text: String, _ reason: String) throws {
    let error = #expect(throws: CensusError.self) { try PositionReader.read(text) }
    #expect(error?.code == .invalidData)
    #expect(error?.message.en.contains(reason) == true, "\(error?.message.en ?? "")")
    #expect(error?.message.zh.contains("“\(text)”") == true)
    #expect(error?.remedy?.zh.contains("118.2614,39.6712") == true)
  }

  @Test("Names decide between two numbers that could both be northings, as on southern islands")
  func islands() throws {
    let reading = try PositionReader.read("N=600000 E=500000 zone=38")
    #expect(abs(reading.position.longitude - 114) < 1e-9)
    #expect((5...6).contains(reading.position.latitude))
  }

  @Test("A text without end is refused and not repeated in the message")
  func long() {
    let text = String(repeating: "118", count: 1000)
    let error = #expect(throws: CensusError.self) { try PositionReader.read(text) }
    #expect((error?.message.en.utf8.count ?? 0) < 200)
  }

  @Test("Random bytes and cut or mixed texts are read or refused, and what is read is around China")
  func noise() throws {
    let alphabet = Array("0123456789. ,-+°′″'\"ENSWenswxy=带度分秒东经北纬zonecmL０１．，　\u{301}\u{0}🙂")
    var dice = Dice(9)
    for _ in 0..<5_000 {
      let length = Int(dice.next(0...30))
      let text = String(
        (0..<length).map { _ in alphabet[Int(dice.next() * Double(alphabet.count))] })
      do throws(CensusError) {
        #expect(try PositionReader.read(text).position.isAroundChina, "\(text)")
      } catch {
        #expect(error.code == .invalidData)
      }
    }
  }
}
