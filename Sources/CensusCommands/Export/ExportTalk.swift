import CensusDomain
import CensusGeo

/// What is said of an export that was made.
enum ExportTalk {
  /// What went into the file, and what did not.
  static func sentences(_ tally: ObjectExport.Tally, path: String) -> [LocalizedText] {
    var sentences = [
      LocalizedText(
        zh:
          "已写入 \(path)：\(tally.objects) 个对象，其中 \(tally.withoutPosition) 个没有位置；调查图形 \(tally.shapes) 个。",
        en: """
          written to \(path): \(tally.objects) objects, \(tally.withoutPosition) of them without a \
          position, and \(tally.shapes) geometries of entries.
          """)
    ]
    for fault in GeoShapeFault.allCases {
      guard let count = tally.leftOut[fault] else { continue }
      sentences.append(
        LocalizedText(
          zh: "有 \(count) 个调查图形没有写出：\(words(fault).zh)。",
          en: "\(count) geometries of entries were left out: \(words(fault).en)."))
    }
    if tally.damaged > 0 {
      sentences.append(
        LocalizedText(
          zh: "有 \(tally.damaged) 条记录在中心已损坏，图形没有写出；请运行 hazcensus verify。",
          en: """
            \(tally.damaged) records are damaged at the central, and their geometries were left out; \
            run hazcensus verify.
            """))
    }
    return sentences
  }

  private static func words(_ fault: GeoShapeFault) -> LocalizedText {
    switch fault {
    case .unreadable: LocalizedText(zh: "不是 GeoJSON 图形", en: "no GeoJSON geometry")
    case .kind:
      LocalizedText(zh: "不是点、线或面", en: "neither a point nor a line nor a polygon")
    case .position: LocalizedText(zh: "坐标不在地球上", en: "a position that is not on the earth")
    case .tooShort: LocalizedText(zh: "顶点太少", en: "too few positions")
    case .open: LocalizedText(zh: "面没有闭合", en: "an area that is not closed")
    }
  }
}
