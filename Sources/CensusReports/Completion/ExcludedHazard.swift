import CensusDomain

/// A hazard that no figure counts, with the reason and with the objects that this leaves out.
public struct ExcludedHazard: Sendable, Hashable, Encodable {
  /// The hazard.
  public let hazard: Hazard
  /// The hazard's name.
  public let name: LocalizedText
  /// Why the hazard is left out.
  public let reason: LocalizedText
  /// Inventory objects of this hazard, which a correct declaration would not have.
  public let inventoryObjects: Int

  /// Lists what `input` declares as not applicable and whatever it counts without declaring it.
  static func list(_ input: CompletionInput, funnels: [Hazard: Funnel]) -> [ExcludedHazard] {
    var reasons = [Hazard: LocalizedText]()
    for declared in input.notApplicable { reasons[declared.hazard] = declared.reason }
    let applicable = Set(input.applicable)
    return Hazard.allCases.compactMap { hazard in
      let objects = funnels[hazard]?.shouldSurvey ?? 0
      guard !applicable.contains(hazard), reasons[hazard] != nil || objects > 0 else { return nil }
      return ExcludedHazard(
        hazard: hazard, name: hazard.name, reason: reasons[hazard] ?? undeclared,
        inventoryObjects: objects)
    }
  }

  private static let undeclared = LocalizedText(
    zh: "底册中有该灾种的对象，但本区未申报是否适用",
    en: "The inventory lists objects, but the district has not declared whether the hazard applies")
}
