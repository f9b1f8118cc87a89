import CensusDomain

/// The layers of an export of survey objects: the objects, and what their entries record by geometry.
public enum ObjectLayers {
  /// The layer of the objects, at the inventory's positions.
  public static let objects = 0

  /// All layers; each has the same columns, so that they can be joined and filtered alike.
  public static let all: [GeoLayer] = [
    GeoLayer(
      name: "调查对象", key: "objects",
      title: LocalizedText(zh: "调查对象", en: "Survey objects"),
      description: LocalizedText(
        zh: "清查底册的全部对象，位置取自底册；没有位置的对象没有图形",
        en: "every object of the inventory, at the inventory's position; without one, no geometry"),
      kind: .point, columns: columns, style: Stage.style),
    entries(
      .point, name: "调查点", key: "entry-points",
      title: LocalizedText(zh: "调查点", en: "Surveyed points")),
    entries(
      .line, name: "调查线", key: "entry-lines",
      title: LocalizedText(zh: "调查线", en: "Surveyed lines")),
    entries(
      .polygon, name: "调查面", key: "entry-polygons",
      title: LocalizedText(zh: "调查面", en: "Surveyed areas")),
  ]

  /// The layer of the entries that record a geometry of this kind.
  public static func layer(of kind: GeoShape.Kind) -> Int {
    switch kind {
    case .point: 1
    case .line: 2
    case .polygon: 3
    }
  }

  private static func entries(
    _ kind: GeoShape.Kind, name: String, key: String, title: LocalizedText
  ) -> GeoLayer {
    GeoLayer(
      name: name, key: key, title: title,
      description: LocalizedText(
        zh: "调查记录最新修订所填的图形，每条记录一个",
        en: "the geometry in the standing revision of an entry, one for each entry"),
      kind: kind, columns: columns, style: Stage.style)
  }

  /// The columns, in the order of ``ObjectRow``.
  private static let columns: [GeoLayer.Column] = [
    .init("objectCode", LocalizedText(zh: "对象代码", en: "Object code")),
    .init("objectName", LocalizedText(zh: "对象名称", en: "Object name")),
    .init("hazard", LocalizedText(zh: "灾种代码", en: "Hazard id")),
    .init("hazardZh", LocalizedText(zh: "灾种", en: "Hazard in Chinese")),
    .init("hazardEn", LocalizedText(zh: "灾种英文", en: "Hazard")),
    .init("hazardClass", LocalizedText(zh: "灾害类别代码", en: "Class id")),
    .init("classZh", LocalizedText(zh: "灾害类别", en: "Class in Chinese")),
    .init("classEn", LocalizedText(zh: "灾害类别英文", en: "Class")),
    .init("townCode", LocalizedText(zh: "区划代码", en: "Township code")),
    .init("townName", LocalizedText(zh: "乡镇（街道）", en: "Township")),
    .init("shouldSurvey", LocalizedText(zh: "应查", en: "To be surveyed"), .boolean),
    .init("excludeReason", LocalizedText(zh: "不查原因", en: "Reason if not")),
    .init("forms", LocalizedText(zh: "所需调查表", en: "Forms required")),
    .init("stage", LocalizedText(zh: "阶段代码", en: "Stage id")),
    .init("stageZh", LocalizedText(zh: "阶段", en: "Stage in Chinese")),
    .init("stageEn", LocalizedText(zh: "阶段英文", en: "Stage")),
    .init("surveyor", LocalizedText(zh: "调查员", en: "Surveyor")),
    .init("entryForm", LocalizedText(zh: "调查表", en: "Form of the entry")),
    .init("entry", LocalizedText(zh: "调查记录", en: "Entry")),
    .init("entryNumber", LocalizedText(zh: "修订号", en: "Revision number"), .integer),
    .init("entryStanding", LocalizedText(zh: "记录状态", en: "Standing of the entry")),
    .init("recordedAt", LocalizedText(zh: "填报时间", en: "Recorded at"), .moment),
    .init("receivedAt", LocalizedText(zh: "接收时间", en: "Received at"), .moment),
    .init("reviewedAt", LocalizedText(zh: "审核时间", en: "Reviewed at"), .moment),
  ]
}
