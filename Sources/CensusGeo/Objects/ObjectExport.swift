import CensusAPI
import CensusDomain

/// Puts pages of survey objects into a file, and proves at the end that none is missing.
public struct ObjectExport {
  /// What went into the file and what did not.
  public struct Tally: Sendable, Hashable {
    /// The objects.
    public var objects = 0
    /// Those of them that the inventory gives no position for, or none on the earth.
    public var withoutPosition = 0
    /// The geometries of entries.
    public var shapes = 0
    /// Geometries that are no valid shapes and were left out, by what is wrong.
    public var leftOut: [GeoShapeFault: Int] = [:]
    /// Entries whose record is damaged at the central, of which nothing could be read.
    public var damaged = 0
  }

  private let sink: any GeoSink
  private let hazard: Hazard?
  private var first: ExportPage?
  private var last: ExportPage?
  /// What has gone in so far.
  public private(set) var tally = Tally()

  /// Begins an export into `sink`, which has the layers of ``ObjectLayers``.
  ///
  /// - Parameter hazard: to which the objects are limited; nil for all.
  public init(into sink: any GeoSink, hazard: Hazard?) {
    self.sink = sink
    self.hazard = hazard
  }

  /// What to ask the central for next; nil once the last page came.
  public var query: ExportQuery? {
    guard let last else { return ExportQuery(hazard: hazard) }
    return last.next.map { ExportQuery(hazard: hazard, version: last.version, after: $0) }
  }

  /// Writes the objects of a page.
  ///
  /// - Throws: ``CensusError``: `protocolViolation` for a stage that this program does not know or a
  ///   page that leads nowhere, or of the disk.
  public mutating func take(_ page: ExportPage) throws(CensusError) {
    var features: [[GeoFeature]] = ObjectLayers.all.map { _ in [] }
    for found in page.objects {
      guard let stage = Stage(code: found.stage) else {
        throw ObjectExport.misunderstood("stage \(found.stage)")
      }
      let row = ObjectRow(found, stage: stage)
      let object = row.object
      features[ObjectLayers.objects].append(object)
      tally.objects += 1
      if object.shape == nil { tally.withoutPosition += 1 }
      for entry in found.entries {
        if entry.isDamaged { tally.damaged += 1 }
        guard let text = entry.geometry else { continue }
        do throws(GeoShapeFault) {
          let shape = try GeoShape(geoJSON: text)
          features[ObjectLayers.layer(of: shape.kind)].append(row.entry(entry, shape))
          tally.shapes += 1
        } catch {
          tally.leftOut[error, default: 0] += 1
        }
      }
    }
    for (layer, features) in features.enumerated() { try sink.add(features, to: layer) }
    // A page that ends where the one before ended would be asked for again without end.
    guard page.next == nil || page.next != last?.next else {
      throw ObjectExport.misunderstood("next")
    }
    if first == nil { first = page }
    last = page
  }

  /// Ends the file.
  ///
  /// - Throws: ``CensusError``: `protocolViolation` where objects are missing, or of the disk.
  public func finish() throws(CensusError) {
    guard let first, let last, last.next == nil, tally.objects == first.total,
      last.total == first.total
    else { throw ObjectExport.misunderstood("total \(tally.objects)") }
    try sink.finish(
      GeoAbout(
        stateAt: Timestamp(milliseconds: last.stateAt),
        facts: [
          ("program", .text("hazcensus \(ProgramVersion.current)")),
          ("coordinates", .text("CGCS2000, EPSG:4490")),
          ("districtName", .text(first.districtName)),
          ("region", .text(first.region.digits)),
          ("hazard", GeoValue(hazard?.rawValue)),
          ("inventoryVersion", .integer(first.version)),
          ("inventoryFrozenAt", .text(first.frozenAt)),
          ("snapshot", .text(first.snapshot.description)),
          ("snapshotAtEnd", .text(last.snapshot.description)),
          ("isOneState", .boolean(first.snapshot == last.snapshot)),
          ("objects", .integer(tally.objects)),
          ("objectsWithoutPosition", .integer(tally.withoutPosition)),
          ("entryGeometries", .integer(tally.shapes)),
          ("entryGeometriesLeftOut", .integer(tally.leftOut.values.reduce(0, +))),
          ("damagedEntries", .integer(tally.damaged)),
        ]))
  }

  private static func misunderstood(_ what: String) -> CensusError {
    CensusError(
      .protocolViolation, zh: "中心给出的导出数据前后不符（\(what)），没有留下文件。",
      en: "What the central gave for the export does not fit together (\(what)); no file was left.",
      remedy: LocalizedText(
        zh: "确认两端程序版本相同，然后重新导出。",
        en: "Make sure that both sides run the same version, then export again."))
  }
}
