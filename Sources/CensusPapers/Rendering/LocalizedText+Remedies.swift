import CensusDomain

extension LocalizedText {
  /// What to do where a paper contradicts itself.
  static let programMistake = LocalizedText(
    zh: "这是程序错误，请连同报表种类和截止日期报告给维护者。",
    en: "This is a mistake of the program; report it with the kind and day of the paper.")
}
