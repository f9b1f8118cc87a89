import CensusDomain

extension RegionCheck {
  /// What is wrong and which towns could be meant, for a person to decide; nil for a known code.
  public var message: LocalizedText? {
    switch outcome {
    case .known: nil
    case .unknownEdition:
      LocalizedText(
        zh: "没有区划版本“\(edition)”。", en: "There is no edition “\(edition)” of the region codes.")
    case .unknown:
      LocalizedText(
        zh: "代码 \(code) 在任何版本中都没有。\(namesakes.zh)",
        en: "No edition has the code \(code).\(namesakes.en)")
    case .inOtherEditions:
      LocalizedText(
        zh: "代码 \(code) 不在版本 \(edition) 中。\(namesakes.zh)\(meanings.zh)",
        en: "The edition \(edition) has no code \(code).\(namesakes.en)\(meanings.en)")
    case .otherName:
      LocalizedText(
        zh: """
          代码 \(code) 在版本 \(edition) 中是\(town?.name ?? "")，不是\(name ?? "")。\
          \(namesakes.zh)\(meanings.zh)
          """,
        en: """
          In the edition \(edition) the code \(code) is \(town?.name ?? ""), not \(name ?? "").\
          \(namesakes.en)\(meanings.en)
          """)
    }
  }

  private var namesakes: LocalizedText {
    guard let name, !sameName.isEmpty else { return LocalizedText(verbatim: "") }
    let towns = sameName.map { "\($0.code) (\($0.countyName))" }
    return LocalizedText(
      zh: "该版本中\(name)的代码是 \(towns.joined(separator: "、"))。",
      en: " There \(name) is \(towns.joined(separator: ", ")).")
  }

  private var meanings: LocalizedText {
    guard !otherMeanings.isEmpty else { return LocalizedText(verbatim: "") }
    let uses = otherMeanings.map { "\($0.edition) \($0.town.name)" }
    return LocalizedText(
      zh: "该代码在其他版本中是：\(uses.joined(separator: "、"))。",
      en: " In other editions the code is: \(uses.joined(separator: ", ")).")
  }
}
