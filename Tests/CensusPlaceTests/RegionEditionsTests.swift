import CensusDomain
import CensusPlace
import Testing

@Suite("Editions of region codes")
struct RegionEditionsTests {
  private let table: RegionEditions

  init() throws { table = try RegionEditions.builtIn() }

  private func read(_ rows: String...) throws(CensusError) -> RegionEditions {
    let csv = "edition,code,name,county_code,county_name,formerly\n" + rows.joined(separator: "\n")
    return try RegionEditions(csv: Array(csv.utf8), name: "t.csv")
  }

  @Test("The built-in table has three editions of 251 townships")
  func builtIn() {
    #expect(table.editions == ["2020-06-30", "2021-10-31", "2022-10-31"])
    #expect(table.editions.map { table.towns(edition: $0).count } == [251, 251, 251])
    #expect(table.town("130205102", edition: "2021-10-31")?.name == "郑庄子镇")
    #expect(table.town("130205102", edition: "2022-10-31")?.name == "越河镇")
    #expect(table.town("130205102", edition: "2022-10-31")?.countyName == "开平区")
    #expect(table.town("130205102", edition: "2023") == nil)
  }

  @Test("A known code says what it means in other editions")
  func known() {
    let check = table.check(code: "130205102", edition: "2021-10-31")
    #expect(check.outcome == .known)
    #expect(check.town?.name == "郑庄子镇")
    #expect(check.otherMeanings.map(\.edition) == ["2022-10-31"])
    #expect(check.otherMeanings.map(\.town.name) == ["越河镇"])
    #expect(check.message == nil)
    #expect(table.check(code: "130205100", name: "开平镇", edition: "2022-10-31").outcome == .known)
  }

  @Test("A name that belongs to another code, or to the code in another edition, is told as both")
  func otherName() {
    let check = table.check(code: "130205102", name: "越河镇", edition: "2021-10-31")
    #expect(check.outcome == .otherName)
    #expect(check.town?.name == "郑庄子镇")
    #expect(check.sameName.map(\.code.digits) == ["130205105"])
    #expect(check.otherMeanings.map(\.town.name) == ["越河镇"])
    #expect(
      check.message?.zh
        == "代码 130205102 在版本 2021-10-31 中是郑庄子镇，不是越河镇。该版本中越河镇的代码是 130205105 (开平区)。该代码在其他版本中是：2022-10-31 越河镇。"
    )
    let nowhere = table.check(code: "130205102", name: "无此镇", edition: "2021-10-31")
    #expect(nowhere.outcome == .otherName)
    #expect(nowhere.sameName.isEmpty)
  }

  @Test("A code of other editions is not read by them")
  func inOtherEditions() {
    let check = table.check(code: "130207113", name: "胥各庄镇", edition: "2022-10-31")
    #expect(check.outcome == .inOtherEditions)
    #expect(check.town == nil)
    #expect(check.otherMeanings.map(\.edition) == ["2020-06-30", "2021-10-31"])
    #expect(check.sameName.map(\.code.digits) == ["130207100"])
    #expect(check.message?.en.contains("has no code 130207113") == true)
  }

  @Test("Codes and editions that do not exist are told apart")
  func unknown() {
    #expect(table.check(code: "130205999", edition: "2021-10-31").outcome == .unknown)
    #expect(table.check(code: "130205102", edition: "2023").outcome == .unknownEdition)
    #expect(table.check(code: "130205102", edition: "2023").message?.en.contains("2023") == true)
  }

  @Test("A town is followed by its name to its new code, forwards and backwards")
  func moved() throws {
    func code(_ move: RegionMove) -> String? {
      if case .moved(let town) = move { town.code.digits } else { nil }
    }
    #expect(code(table.moved("130205102", from: "2021-10-31", to: "2022-10-31")) == "130205104")
    #expect(code(table.moved("130205105", from: "2020-06-30", to: "2022-10-31")) == "130205102")
    #expect(code(table.moved("130205104", from: "2022-10-31", to: "2020-06-30")) == "130205102")
    let same = try #require(table.town("130205100", edition: "2022-10-31"))
    #expect(table.moved("130205100", from: "2020-06-30", to: "2022-10-31") == .stays(same))
    #expect(table.moved("130205999", from: "2020-06-30", to: "2022-10-31") == .unknown)
    #expect(table.moved("130205100", from: "2020-06-30", to: "2023") == .unknown)
  }

  @Test("A new spelling or rank is no known change unless the table declares it")
  func undeclared() throws {
    let old = try #require(table.town("130207110", edition: "2020-06-30"))
    let new = try #require(table.town("130207110", edition: "2021-10-31"))
    #expect(
      table.moved("130207110", from: "2020-06-30", to: "2021-10-31") == .lost(old, sameCode: new))
    // 女织寨乡 became 女织寨镇 under another code.
    let township = try #require(table.town("130202200", edition: "2021-10-31"))
    #expect(
      table.moved("130202200", from: "2021-10-31", to: "2022-10-31")
        == .lost(township, sameCode: nil))
  }

  @Test("Declared changes are followed both ways: a new rank, a merger, a namesake from elsewhere")
  func declared() throws {
    let table = try read(
      "A,130202100,甲镇,130202,路南区,", "A,130202200,乙乡,130202,路南区,",
      "A,130202201,丙乡,130202,路南区,", "B,130202100,丙乡,130202,路南区,130202100",
      "B,130202101,乙镇,130202,路南区,130202200 130202201")
    let first = try #require(table.town("130202100", edition: "B"))
    let merged = try #require(table.town("130202101", edition: "B"))
    #expect(table.moved("130202100", from: "A", to: "B") == .stays(first))
    #expect(table.moved("130202200", from: "A", to: "B") == .moved(merged))
    #expect(table.moved("130202201", from: "A", to: "B") == .moved(merged))
    let parents = ["130202200", "130202201"].compactMap { table.town($0, edition: "A") }
    #expect(table.moved("130202101", from: "B", to: "A") == .several(parents))
  }

  @Test("A namesake that is declared to come from another town is not followed by its name")
  func namesake() throws {
    let table = try read(
      "A,130202100,甲镇,130202,路南区,", "A,130202101,乙镇,130202,路南区,",
      "B,130202103,甲镇,130202,路南区,130202101")
    let old = try #require(table.town("130202100", edition: "A"))
    #expect(table.moved("130202100", from: "A", to: "B") == .lost(old, sameCode: nil))
  }

  @Test("A table with a mistake is refused with its row or code")
  func mistakes() {
    func message(_ rows: String...) -> String? {
      do throws(CensusError) {
        _ = try read(rows.joined(separator: "\n"))
        return nil
      } catch {
        #expect(error.code == .invalidData)
        return error.message.en
      }
    }
    let good = "A,130202100,甲镇,130202,路南区,"
    #expect(message(good) == nil)
    #expect(message(good + "\r\n\r\n") == nil)
    #expect(message("")?.contains("no rows") == true)
    #expect(message(good, "A,130202101,乙镇,130202")?.contains("row 3 should have 6") == true)
    #expect(message(good, "A,1302021,乙镇,130202,路南区,")?.contains("row 3") == true)
    #expect(message(good, "A,130203101,乙镇,130202,路南区,")?.contains("row 3") == true)
    #expect(message("A,130202100,\"甲镇\",130202,路南区,")?.contains("quotes") == true)
    #expect(message(good, good)?.contains("130202100 twice") == true)
    #expect(message(good, "B,130202101,乙镇,130202,路南区,130202999")?.contains("130202999") == true)
    let error = #expect(throws: CensusError.self) {
      try RegionEditions(csv: Array("edition,code\n".utf8), name: "t.csv")
    }
    #expect(error?.message.en.contains("t.csv: a column is missing") == true)
    #expect(throws: CensusError.self) { try RegionEditions(csv: [0xBF, 0xAA], name: "t.csv") }
  }
}
