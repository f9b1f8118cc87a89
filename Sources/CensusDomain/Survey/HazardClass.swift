/// One of the six hazard classes of the census.
///
/// Source: 《第一次全国自然灾害综合风险普查总体方案》 (国灾险普办发〔2020〕2号), scope of the census.
public enum HazardClass: String, Sendable, CaseIterable, Codable {
  case earthquake = "DZ"
  case geological = "GH"
  case meteorological = "QX"
  case waterAndDrought = "SL"
  case marine = "HY"
  case forestAndGrasslandFire = "LC"

  /// The class's name.
  public var name: LocalizedText {
    switch self {
    case .earthquake: LocalizedText(zh: "地震灾害", en: "Earthquake")
    case .geological: LocalizedText(zh: "地质灾害", en: "Geological")
    case .meteorological: LocalizedText(zh: "气象灾害", en: "Meteorological")
    case .waterAndDrought: LocalizedText(zh: "水旱灾害", en: "Flood and drought")
    case .marine: LocalizedText(zh: "海洋灾害", en: "Marine")
    case .forestAndGrasslandFire:
      LocalizedText(zh: "森林和草原火灾", en: "Forest and grassland fire")
    }
  }
}
