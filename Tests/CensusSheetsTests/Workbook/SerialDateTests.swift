import Testing

@testable import CensusSheets

@Suite("Days as numbers")
struct SerialDateTests {
  private func text(_ serial: Double, _ form: DateForm, is1904: Bool = false) -> String? {
    SerialDate(is1904: is1904).text(serial, form).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("The 29 February 1900 that never was is no day, and those around it are right")
  func leapYear() {
    #expect(text(1, .date) == "1900-01-01")
    #expect(text(59, .date) == "1900-02-28")
    #expect(text(60, .date) == nil)
    #expect(text(61, .date) == "1900-03-01")
    #expect(text(45_351, .date) == "2024-02-29")
    #expect(text(2_958_465, .date) == "9999-12-31")
    #expect(text(0, .date, is1904: true) == "1904-01-01")
    #expect(text(43_889, .date, is1904: true) == "2024-02-29")
  }

  @Test("What is no day stays a number", arguments: [-1, 0, 2_958_466, 1e300, .infinity, .nan])
  func none(_ serial: Double) {
    #expect(text(serial, .date) == nil)
  }

  @Test("Times are rounded to the second and shown as far as the format does")
  func times() {
    #expect(text(45_351.999_988_425_9, .dateTime) == "2024-02-29T23:59:59")
    #expect(text(45_351.999_999_9, .dateTime) == "2024-03-01T00:00:00")
    #expect(text(45_351.5, .date) == "2024-02-29")
    #expect(text(0.354_166_666_666_666_7, .time) == "08:30")
    #expect(text(0.5 + 1.0 / 86_400, .time) == "12:00:01")
    #expect(text(45_351.25, .time) == "2024-02-29T06:00:00")
  }
}
