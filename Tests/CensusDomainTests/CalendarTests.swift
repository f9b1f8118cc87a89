import CensusDomain
import Foundation
import Testing

@Suite("Days and moments")
struct CalendarTests {
  @Test("Each day from 1899 to 2101 follows the day before and reads back from its text")
  func roundTrip() throws {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    var expected = try #require(CivilDate(year: 1899, month: 1, day: 1)).dayNumber
    for year in 1899...2101 {
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      for month in 1...12 {
        let length = month == 2 && isLeap ? 29 : lengths[month - 1]
        for day in 1...length {
          let date = try #require(CivilDate(year: year, month: month, day: day))
          #expect(date.dayNumber == expected)
          #expect(date.parts == (year, month, day))
          #expect(CivilDate(date.description) == date)
          expected += 1
        }
        #expect(CivilDate(year: year, month: month, day: length + 1) == nil)
      }
    }
  }

  @Test(
    "Known days have their numbers",
    arguments: [
      ("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("2021-11-30", 18_961),
      ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
    ])
  func known(_ text: String, _ number: Int) {
    #expect(CivilDate(text)?.dayNumber == number)
    #expect(CivilDate(dayNumber: number).description == text)
  }

  @Test(
    "Days that the calendar does not have, and other texts, are refused",
    arguments: [
      "2021-02-30", "2021-02-29", "1900-02-29", "2100-02-29", "2019-04-31", "2021-13-01",
      "2021-00-10", "2021-01-00", "0000-01-01", "2021-1-01", "2021-01-1", "21-01-01", "2021/01/01",
      "2021-01-01T", "+021-01-01", "2021-01-0１", "", " 2021-01-1", "２０２１-01-01", "20210-1-01",
    ])
  func refuses(_ text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test("A day in JSON is its text, and an impossible one is refused")
  func json() throws {
    let day = try #require(CivilDate("2020-02-29"))
    let bytes = try JSONEncoder().encode([day])
    #expect(String(decoding: bytes, as: UTF8.self) == #"["2020-02-29"]"#)
    #expect(try JSONDecoder().decode([CivilDate].self, from: bytes) == [day])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([CivilDate].self, from: Data(#"["2021-02-29"]"#.utf8))
    }
  }

  @Test(
    "A moment is written in UTC, before the epoch too",
    arguments: [
      (0, "1970-01-01T00:00:00Z"), (999, "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
      (-1000, "1969-12-31T23:59:59Z"), (-1001, "1969-12-31T23:59:58Z"),
      (-86_400_000, "1969-12-31T00:00:00Z"), (1_638_287_999_999, "2021-11-30T15:59:59Z"),
      (951_827_696_000, "2000-02-29T12:34:56Z"),
    ])
  func iso8601(_ milliseconds: Int64, _ text: String) {
    #expect(Timestamp(milliseconds: milliseconds).iso8601 == text)
  }

  @Test(
    "The offices' day begins at 16:00 UTC",
    arguments: [
      (0, "1970-01-01"), (57_599_999, "1970-01-01"), (57_600_000, "1970-01-02"),
      (-28_800_000, "1970-01-01"), (-28_800_001, "1969-12-31"), (-115_200_001, "1969-12-30"),
      (1_638_287_999_999, "2021-11-30"), (1_638_288_000_000, "2021-12-01"),
    ])
  func officeDay(_ milliseconds: Int64, _ day: String) {
    #expect(Timestamp(milliseconds: milliseconds).officeDay.description == day)
  }

  @Test(
    "The end of a day is its last millisecond, and the next one is of the day after",
    arguments: ["1969-12-30", "1969-12-31", "1970-01-01", "2020-02-29", "2021-12-31"])
  func end(_ text: String) throws {
    let day = try #require(CivilDate(text))
    let end = Timestamp.end(of: day)
    #expect(end.officeDay == day)
    let next = Timestamp(milliseconds: end.milliseconds + 1)
    #expect(next.officeDay == CivilDate(dayNumber: day.dayNumber + 1))
    #expect(end < next)
  }
}
