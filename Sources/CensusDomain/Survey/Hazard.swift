/// One of the 23 single hazards (单灾种) that a district may have to survey.
///
/// The overall plan states six classes and 23 hazards and names the meteorological, water and marine
/// ones; how the geological ones are counted is our reading, since its annex could not be checked.
public enum Hazard: String, Sendable, CaseIterable, Codable {
  case earthquake
  case rockfall
  case landslide
  case debrisFlow = "debris-flow"
  case groundCollapse = "ground-collapse"
  case groundFissure = "ground-fissure"
  case landSubsidence = "land-subsidence"
  case rainstorm
  case drought
  case typhoon
  case heat
  case cold
  case windAndHail = "wind-hail"
  case snow
  case lightning
  case riverFlood = "river-flood"
  case flashFlood = "flash-flood"
  case stormSurge = "storm-surge"
  case wave
  case tsunami
  case seaIce = "sea-ice"
  case seaLevelRise = "sea-level-rise"
  case forestGrasslandFire = "forest-grassland-fire"

  /// The class that the hazard belongs to.
  public var hazardClass: HazardClass {
    switch self {
    case .earthquake: .earthquake
    case .rockfall, .landslide, .debrisFlow, .groundCollapse, .groundFissure, .landSubsidence:
      .geological
    case .rainstorm, .drought, .typhoon, .heat, .cold, .windAndHail, .snow, .lightning:
      .meteorological
    case .riverFlood, .flashFlood: .waterAndDrought
    case .stormSurge, .wave, .tsunami, .seaIce, .seaLevelRise: .marine
    case .forestGrasslandFire: .forestAndGrasslandFire
    }
  }

  /// The hazard's name.
  public var name: LocalizedText {
    switch self {
    case .earthquake: LocalizedText(zh: "地震", en: "Earthquake")
    case .rockfall: LocalizedText(zh: "崩塌", en: "Rockfall")
    case .landslide: LocalizedText(zh: "滑坡", en: "Landslide")
    case .debrisFlow: LocalizedText(zh: "泥石流", en: "Debris flow")
    case .groundCollapse: LocalizedText(zh: "地面塌陷", en: "Ground collapse")
    case .groundFissure: LocalizedText(zh: "地裂缝", en: "Ground fissure")
    case .landSubsidence: LocalizedText(zh: "地面沉降", en: "Land subsidence")
    case .rainstorm: LocalizedText(zh: "暴雨", en: "Rainstorm")
    case .drought: LocalizedText(zh: "干旱", en: "Drought")
    case .typhoon: LocalizedText(zh: "台风", en: "Typhoon")
    case .heat: LocalizedText(zh: "高温", en: "Heat")
    case .cold: LocalizedText(zh: "低温", en: "Cold")
    case .windAndHail: LocalizedText(zh: "风雹", en: "Wind and hail")
    case .snow: LocalizedText(zh: "雪灾", en: "Snow")
    case .lightning: LocalizedText(zh: "雷电", en: "Lightning")
    case .riverFlood: LocalizedText(zh: "流域洪水", en: "River flood")
    case .flashFlood: LocalizedText(zh: "山洪", en: "Flash flood")
    case .stormSurge: LocalizedText(zh: "风暴潮", en: "Storm surge")
    case .wave: LocalizedText(zh: "海浪", en: "Wave")
    case .tsunami: LocalizedText(zh: "海啸", en: "Tsunami")
    case .seaIce: LocalizedText(zh: "海冰", en: "Sea ice")
    case .seaLevelRise: LocalizedText(zh: "海平面上升", en: "Sea-level rise")
    case .forestGrasslandFire:
      LocalizedText(zh: "森林和草原火灾", en: "Forest and grassland fire")
    }
  }
}
