import CensusDomain
import Testing

@testable import CensusCommands
@testable import CensusForms

@Suite("Finding a choice")
struct ChoiceFinderTests {
  private func finder(_ choices: KeyValuePairs<String, String>, _ language: Language = .zh)
    -> ChoiceFinder
  {
    ChoiceFinder(
      choices.map { Choice(value: $0.key, label: LocalizedText(zh: $0.value, en: "in English")) },
      language)
  }

  private var hazards: ChoiceFinder {
    finder(["rockfall": "崩塌", "landslide": "滑坡", "debris-flow": "泥石流", "fire": "森林草原火灾"])
  }

  private func value(_ finder: ChoiceFinder, _ answer: String) -> String? {
    if case .one(let choice) = finder.meaning(of: answer) { choice.value } else { nil }
  }

  @Test(
    "One is found by number, value, part of its label, pinyin, initials or their beginnings",
    arguments: [
      "2", "２", "landslide", "滑坡", "坡", "huapo", "hua po", "hp", "hua", "huap", "HP",
    ])
  func one(_ answer: String) {
    #expect(value(hazards, answer) == "landslide")
  }

  @Test(
    "Initials and pinyin of a long label, also from its middle",
    arguments: ["slcyhz", "slc", "senlin", "cyhz"])
  func long(_ answer: String) {
    #expect(value(hazards, answer) == "fire")
  }

  @Test("Several that fit are given, with their numbers")
  func several() {
    let finder = finder(["a": "砂土", "b": "砂砾", "c": "黏土"])
    guard case .several(let options) = finder.meaning(of: "sh") else {
      Issue.record("sh is not ambiguous")
      return
    }
    #expect(options.map(\.number) == ["1", "2"])
    #expect(value(finder, "shal") == "b")
  }

  @Test("A whole name means that one, though it is part of another")
  func whole() {
    let finder = finder(["a": "中", "b": "中等"])
    #expect(value(finder, "中") == "a")
    #expect(value(finder, "zhong") == "a")
  }

  @Test("What fits nothing is nothing", arguments: ["5", "0", "xyz", "地震", "in English", "-1"])
  func none(_ answer: String) {
    #expect(hazards.meaning(of: answer) == .none)
  }

  @Test("Where values are numbers, they are the numbers that are shown")
  func numbered() {
    let finder = finder(["0": "不液化", "3": "严重", "9": "未判别"])
    #expect(finder.options.map(\.number) == ["0", "3", "9"])
    #expect(value(finder, "3") == "3")
    #expect(value(finder, "03") == "3")
    #expect(finder.meaning(of: "1") == .none)
  }

  @Test("A running number is never another choice's value")
  func mixed() {
    let finder = finder(["I0": "Ⅰ0类", "1": "一类", "II": "Ⅱ类"])
    #expect(finder.options.map(\.number) == ["2", "1", "3"])
    #expect(value(finder, "1") == "1")
    #expect(value(finder, "3") == "II")
  }

  @Test("A number is not looked for within labels")
  func numberInLabel() {
    let finder = finder(["1": "小于3米", "2": "其他"])
    #expect(finder.meaning(of: "3") == .none)
    #expect(value(finder, "3米") == "1")
  }

  @Test("A decimal means the value that is equal to it")
  func decimal() {
    let finder = finder(["0.30": "0.30", "0.35": "0.35"])
    #expect(value(finder, "0.3") == "0.30")
    #expect(finder.options[0].text(.zh) == "1) 0.30")
  }

  @Test("English labels count on an English screen only")
  func english() {
    let choices: KeyValuePairs = ["a": "滑坡"]
    #expect(value(finder(choices, .en), "english") == "a")
    #expect(value(finder(choices, .zh), "english") == nil)
  }

  @Test(
    "Several answers are separated by blanks, commas or semicolons of either width",
    arguments: ["1 3", "1,3", "1，3", "1；3", "1;3", "崩塌、nsl", " rockfall  debris-flow "])
  func severalAnswers(_ answer: String) {
    let values = hazards.meanings(of: answer).map { part in
      if case .one(let choice) = part.meaning { choice.value } else { "?" }
    }
    #expect(values == ["rockfall", "debris-flow"])
  }
}
