import CensusDomain

extension RegionEditions {
  /// Judges a code by an edition, with the name that stands beside it, if one does.
  ///
  /// A code that means another town in another edition is told and never read as that: it is for a
  /// person to choose the other edition or to mend the code.
  public func check(code: String, name: String? = nil, edition: String) -> RegionCheck {
    let town = town(code, edition: edition)
    let others = editions.compactMap { other in
      tables[other]?[code].map { RegionUse(edition: other, town: $0) }
    }.filter { $0.edition != edition && $0.town.name != town?.name }
    let sameName =
      name.map { name in
        towns(edition: edition).filter { $0.name == name && $0.code.digits != code }
      } ?? []
    let outcome: RegionCheck.Outcome =
      if tables[edition] == nil {
        .unknownEdition
      } else if let town {
        name.map { $0 == town.name } ?? true ? .known : .otherName
      } else {
        others.isEmpty ? .unknown : .inOtherEditions
      }
    return RegionCheck(
      code: code, name: name, edition: edition, outcome: outcome, town: town, sameName: sameName,
      otherMeanings: others)
  }
}
