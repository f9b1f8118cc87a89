import CensusForms
import Testing

@testable import CensusCommands

@Suite("Pinyin")
struct PinyinTests {
  @Test(
    "A text is read syllable by syllable, without tones and with v for ü",
    arguments: [
      ("滑坡", "hua po"), ("森林防火", "sen lin fang huo"), ("植被覆盖率", "zhi bei fu gai lv"),
      ("绿化", "lv hua"), ("GNSS定位", "gnss ding wei"), ("Ⅲ类", "iii lei"),
      ("砂土（中）", "sha tu zhong"), ("6度", "6 du"), ("", ""), ("——", ""),
    ])
  func reads(_ text: String, _ syllables: String) {
    let first = Pinyin(text).syllables.compactMap(\.first)
    #expect(first == syllables.split(separator: " ").map(String.init))
  }

  @Test(
    "A character with several readings is found by each that a form needs",
    arguments: [
      ("重庆", "chongqing"), ("重度", "zhongdu"), ("重复", "chongfu"), ("行业", "hangye"),
      ("场地类别", "changdi"), ("堤防长度", "difangchang"), ("校核洪水位", "jiaohe"),
      ("补给量", "buji"), ("淹没水深", "yanmo"),
    ])
  func polyphones(_ text: String, _ letters: String) {
    #expect(Pinyin(text).fits(letters[...], .beginning))
  }

  @Test(
    "Letters spell the whole, its beginning, or a beginning of each syllable",
    arguments: [
      ("huapo", true, true, true), ("huap", false, true, true), ("hp", false, false, true),
      ("h", false, true, true), ("hpo", false, false, true), ("hua", false, true, true),
      ("ho", false, false, false), ("po", false, false, false), ("huapoa", false, false, false),
    ])
  func ways(_ letters: String, _ isWhole: Bool, _ isBeginning: Bool, _ isAbbreviated: Bool) {
    let pinyin = Pinyin("滑坡")
    #expect(pinyin.fits(letters[...], .whole) == isWhole)
    #expect(pinyin.fits(letters[...], .beginning) == isBeginning)
    #expect(pinyin.fits(letters[...], .abbreviated) == isAbbreviated)
    #expect(pinyin.hasInitials(letters[...]) == ["hp", "h"].contains(letters))
  }

  @Test("A field is found by its name, part of its label, or its pinyin")
  func fields() throws {
    let form = try #require(try FormCatalogue.builtIn().newest("SEIS_BORE"))
    for word in ["siteClass", "场地类", "cdlb", "changdileibie", "site class"] {
      #expect(FieldFinder.find(word, in: form).map(\.name) == ["siteClass"], "\(word)")
    }
    #expect(FieldFinder.find("剪切波速", in: form).map(\.name) == ["vse", "vs20", "vs30"])
  }
}
