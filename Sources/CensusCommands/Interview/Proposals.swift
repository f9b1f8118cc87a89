import CensusDomain
import CensusForms
import CensusJSON

/// What is offered for fields that a surveyor answers the same way in entry after entry.
struct Proposals {
  /// Something that Enter takes.
  struct Proposal {
    let value: JSONValue
    let source: LocalizedText
  }

  private let last: JSONObject
  private let today: CivilDate

  /// The group of the fields on who surveyed and when, in every form of ours.
  private static let group = "survey"
  private static let regions: Set<String> = ["countyCode", "townCode"]

  /// - Parameters:
  ///   - last: what the surveyor's latest entries of the form say.
  ///   - today: the day that is offered as the day of the survey.
  init(last: JSONObject, today: CivilDate) {
    self.last = last
    self.today = today
  }

  /// What is offered for `field`; nil where nothing is.
  func proposal(for field: Field, of form: Form) -> Proposal? {
    if field.group == Proposals.group, field.kind == .date {
      return Proposal(
        value: .string(today.description), source: LocalizedText(zh: "今天", en: "today"))
    }
    guard
      field.group == Proposals.group || Proposals.regions.contains(field.name)
        || (Proposals.isStation(field.name) && !Proposals.surveysStations(form)),
      let value = last[field.name]
    else { return nil }
    return Proposal(value: value, source: LocalizedText(zh: "上次所填", en: "as last time"))
  }

  private static func isStation(_ name: String) -> Bool { name.lowercased().contains("station") }

  /// Whether a form has one entry for each station, so that the last one's is never the next one's.
  private static func surveysStations(_ form: Form) -> Bool {
    form.distinctRules.contains { rule in
      rule.span == nil && rule.fields.count == 1 && rule.fields.contains(where: isStation)
    }
  }
}
