import CensusDomain
import CensusForms

/// Finds the choice that an answer means: by number, value, part of the label, or pinyin.
struct ChoiceFinder {
  /// A choice and the number that it is shown with.
  struct Option: Hashable {
    let number: String
    let choice: Choice

    /// The option as it stands in the list.
    func text(_ language: Language) -> String {
      let label = choice.label[language]
      let isSaid = [number, label].contains(choice.value)
      return "\(number)) \(label)" + (isSaid ? "" : " [\(choice.value)]")
    }
  }

  /// What an answer means.
  enum Meaning: Hashable {
    case one(Choice)
    case several([Option])
    case none
  }

  let options: [Option]
  private let language: Language

  /// Numbers the choices: one whose value is a number by that, any other by a running number that is no
  /// choice's value, so that a number never means two things.
  init(_ choices: [Choice], _ language: Language) {
    let values = Set(choices.map(\.value))
    var running = 0
    options = choices.map { choice in
      if ChoiceFinder.isNumber(choice.value) { return Option(number: choice.value, choice: choice) }
      repeat { running += 1 } while values.contains("\(running)")
      return Option(number: "\(running)", choice: choice)
    }
    self.language = language
  }

  /// What `answer` means.
  func meaning(of answer: String) -> Meaning {
    let text = NameSearch.plain(answer)
    let exact = options.first { $0.number == text } ?? options.first { $0.choice.value == answer }
    if let exact { return .one(exact.choice) }
    // 0.2 is 0.20, and 01 is 1; other numbers are not looked for within labels: “3” is no “3 m wide”.
    if let number = Double(text) {
      let equal = options.filter { Double($0.choice.value) == number }
      if let only = equal.first, equal.count == 1 { return .one(only.choice) }
      if ChoiceFinder.isNumber(text) { return .none }
    }
    let names = options.map { option in
      // English labels are not on a Chinese screen, and what is not seen is not meant.
      let label = option.choice.label
      let others = language == .en ? [option.choice.value, label.en] : [option.choice.value]
      return NameSearch.Names(chinese: label.zh, others: others)
    }
    let found = NameSearch.find(answer, in: names).map { options[$0] }
    guard let first = found.first else { return .none }
    return found.count == 1 ? .one(first.choice) : .several(found)
  }

  /// What each part of an answer with several choices means, parts being separated by blanks, commas,
  /// semicolons or 、; one that is a choice as a whole is not taken apart.
  func meanings(of answer: String) -> [(part: String, meaning: Meaning)] {
    if case .one(let choice) = meaning(of: answer) { return [(answer, .one(choice))] }
    return answer.split { $0.isWhitespace || ",;，；、".contains($0) }.map { part in
      (String(part), meaning(of: String(part)))
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
