import Testing

@Suite("The functions of the expression language")
struct FunctionTests {
  private let content = """
    {"a":-2.5,"b":"2020-02-28","c":"2021-03-01T08:00:00+08:00","t":true,
     "list":["1","5",7],"items":[{"n":0.1,"ok":true},{"n":0.2,"ok":true}],"nested":{"x":1}}
    """

  static let table: [(String, Bool?)] = [
    ("present(a)", true), ("present(u)", false), ("absent(u)", true), ("absent(a)", false),
    ("present(list) and present(nested) and present(t)", true), ("present(nested.y)", false),
    ("contains(list, '5')", true), ("contains(list, '6')", false), ("contains(list, 7)", true),
    ("contains(list, '7')", false), ("contains(u, '1')", nil), ("contains(list, u)", nil),
    ("contains(a, 1)", nil), ("count(list) == 3", true), ("count(u) == 0", nil),
    ("days(b, '2020-03-01') == 2", true), ("days(b, c) == 367", true),
    ("days('2021-01-02', '2021-01-01') == -1", true), ("days(b, u) == 0", nil),
    ("days(b, '2021-02-30') == 0", nil), ("days(b, 5) == 0", nil), ("year(b) == 2020", true),
    ("year(c) == 2021", true), ("year(u) == 1", nil), ("year('2021') == 2021", nil),
    ("today() == '2021-12-01'", true), ("startsWith('130205100', '130205')", true),
    ("startsWith('130205', '130205100')", false), ("startsWith(b, '')", true),
    ("startsWith(b, u)", nil), ("startsWith(a, '1')", nil), ("abs(a) == 2.5", true),
    ("abs(-0) == 0", true), ("abs(u) == 1", nil), ("min(3, 1, 2) == 1", true),
    ("max(3, 1, 2) == 3", true), ("min(a) == -2.5", true), ("max(0.30, 0.3) == 0.3", true),
    ("min(1, u) == 1", nil), ("max(1, 'x') == 1", nil), ("sum(items, 'n') == 0.3", true),
    ("sum(items, 'm') == 0", nil), ("sum(u, 'n') == 0", nil), ("sum(list, 'n') == 0", nil),
    ("angleBetween(10, 350) == 20", true), ("angleBetween(0, 180) == 180", true),
    ("angleBetween(359, 90) == 91", true), ("angleBetween(40, 40) == 0", true),
    ("angleBetween(a, u) == 0", nil), ("every(items, 'n < 0.3')", true),
    ("every(items, 'n < 0.2')", false), ("every(items, 'm > 0')", nil),
    ("every(items, 'n < 0.2 and m > 0')", false), ("every(items, 'n > a')", true),
    ("every(items, 'ok => n > 0')", true), ("every(u, 'n > 0')", nil), ("every(a, 'n > 0')", nil),
    ("lengthKm(nested) == 0", nil), ("photoDistance() < 1", nil),
  ]

  @Test("Each function gives what its description says", arguments: table)
  func result(_ expression: String, _ expected: Bool?) throws {
    #expect(try Probe.truth(expression, content) == expected)
  }

  @Test("Sums of no items and conditions on no items follow the empty list")
  func emptyList() throws {
    #expect(try Probe.truth("sum(items, 'n') == 0", #"{"items":[]}"#) == true)
    #expect(try Probe.truth("every(items, 'n > 0')", #"{"items":[]}"#) == true)
    #expect(try Probe.truth("count(items) == 0", #"{"items":[]}"#) == true)
  }

  @Test(
    "A line's length agrees with known distances to half a per cent",
    arguments: [
      // One degree of the meridian and of the equator on the mean sphere, and a triangle's way.
      ("[[118,39],[118,40]]", 111.195), ("[[118,0],[119,0]]", 111.195),
      ("[[118,39],[118.01,39]]", 0.86415), ("[[118,39],[118,40],[118,39]]", 222.39),
      ("[[118,39],[118,39]]", 0.0),
    ])
  func length(_ coordinates: String, _ kilometres: Double) throws {
    let line = #"{"line":{"type":"LineString","coordinates":\#(coordinates)}}"#
    let (least, most) = (kilometres * 0.995, kilometres * 1.005)
    #expect(
      try Probe.truth("lengthKm(line) >= \(least) and lengthKm(line) <= \(most)", line) == true)
  }

  @Test(
    "Other geometries have no length",
    arguments: [
      #"{"type":"Point","coordinates":[118,39]}"#, #"{"type":"LineString"}"#,
      #"{"type":"LineString","coordinates":[[118],[119]]}"#, "5", #"{"type":7}"#,
    ])
  func noLength(_ geometry: String) throws {
    #expect(try Probe.truth("lengthKm(line) >= 0", #"{"line":\#(geometry)}"#) == nil)
  }

  @Test("The farthest photo with a position counts")
  func photos() throws {
    let near = #"{"lon":118.0,"lat":39.001}"#
    let far = #"{"lon":118.0,"lat":39.01}"#
    func content(_ photos: String) -> String { #"{"lon":118,"lat":39,"photos":[\#(photos)]}"# }
    #expect(try Probe.truth("photoDistance() <= 200", content(near)) == true)
    #expect(try Probe.truth("photoDistance() <= 200", content("\(near),\(far)")) == false)
    #expect(
      try Probe.truth("photoDistance() > 1100 and photoDistance() < 1125", content(far)) == true)
    #expect(try Probe.truth("photoDistance() <= 200", content(#"{"lon":118.0}"#)) == nil)
    #expect(try Probe.truth("photoDistance() <= 200", content("\(near),7,{}")) == true)
    #expect(try Probe.truth("photoDistance() <= 200", #"{"lon":118,"lat":39}"#) == nil)
  }
}
