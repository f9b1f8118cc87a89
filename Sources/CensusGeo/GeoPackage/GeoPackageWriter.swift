import CensusDomain
import CensusFiles
import CensusSQLite
import GRDB

/// Writes layers into a GeoPackage (OGC 12-128r17, version 1.3.0), in CGCS2000.
///
/// Memory does not grow with the features. The file gets its name in ``finish(_:)``; there is none
/// before, and none where something failed. Equal features give equal bytes with one version of SQLite.
public final class GeoPackageWriter: GeoSink {
  private let file: NewFile
  private let layers: [GeoLayer]
  private let queue: DatabaseQueue
  private var blob = GeoPackageBlob(srs: SpatialReference.census.id)
  private var extents: [GeoExtent]

  /// Begins a GeoPackage that will stand at `path`.
  ///
  /// - Parameter replaces: whether a file that stands there is replaced.
  /// - Throws: ``CensusError``: `cannotCreate` where there is a file already, `locked` where it is open
  ///   elsewhere, or of the disk.
  public init(
    path: String, layers: [GeoLayer], replaces: Bool = false
  ) throws(CensusError) {
    file = try NewFile(path: path, replaces: replaces)
    self.layers = layers
    extents = layers.map { _ in GeoExtent() }
    do {
      queue = try DatabaseQueue(
        path: file.partial, configuration: GeoPackageWriter.configuration)
    } catch {
      throw CensusError(sqlite: error, at: path)
    }
    try write { db in
      for layer in layers {
        try db.execute(sql: layer.creation)
        try db.execute(sql: SpatialIndex(of: layer.name).creation)
      }
    }
  }

  /// The file is nobody's until it is whole, so nothing has to be undone or to survive before.
  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    configuration.label = "hazcensus export"
    configuration.prepareDatabase { db in
      try db.execute(sql: GeoPackageSchema.marks)
      try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
    }
    return configuration
  }

  /// Adds features to the layer of this number, counted from 0.
  ///
  /// - Throws: ``CensusError``: `software` for a geometry of another kind than the layer's, or of the disk.
  public func add(_ features: [GeoFeature], to number: Int) throws(CensusError) {
    guard !features.isEmpty else { return }
    let layer = layers[number]
    if let strange = features.first(where: { $0.shape.map { $0.kind != layer.kind } ?? false }) {
      throw CensusError(
        .software, zh: "\(strange.id) 的图形不属于图层“\(layer.name)”。",
        en: "The geometry of \(strange.id) is not of the layer “\(layer.name)”.")
    }
    try write { db in
      let row = try HotStatement(db, layer.insertion)
      let index = try HotStatement(db, SpatialIndex(of: layer.name).insertion)
      for feature in features {
        if let shape = feature.shape {
          row.bind(1, blob: blob.bytes(of: shape))
        } else {
          row.bindNull(1)
        }
        for (column, value) in feature.values.enumerated() {
          row.bind(Int32(column + 2), value)
        }
        try row.run()
        guard let shape = feature.shape, let bounds = shape.bounds else { continue }
        index.bind(1, row.insertedRow)
        for (place, edge) in [bounds.west, bounds.east, bounds.south, bounds.north].enumerated() {
          index.bind(Int32(place + 2), edge)
        }
        try index.run()
        extents[number].bounds = bounds.joined(to: extents[number].bounds)
        if shape.hasHeights { extents[number].hasHeights = true }
      }
    }
  }

  /// Ends the file with its descriptions and styles, and gives it its name.
  ///
  /// - Throws: ``CensusError`` where the disk does not take it or somebody else took the name.
  public func finish(_ about: GeoAbout) throws(CensusError) {
    let contents = GeoPackageContents(layers: layers, extents: extents, about: about)
    try write { db in try contents.write(to: db) }
    do {
      try queue.close()
    } catch {
      throw failure(CensusError(sqlite: error, at: file.path))
    }
    try file.place()
  }

  private func write(_ body: (Database) throws -> Void) throws(CensusError) {
    do throws(CensusError) {
      try queue.commit(at: file.path, body)
    } catch {
      throw failure(error)
    }
  }

  private func failure(_ error: CensusError) -> CensusError {
    CensusError(
      error.code, zh: "GeoPackage 没有写成，没有留下文件：\(error.message.zh)",
      en: "The GeoPackage was not written and no file was left: \(error.message.en)",
      remedy: LocalizedText(
        zh: "检查剩余空间和文件夹的权限，再试一次。",
        en: "Check the free space and the rights of the folder, then try again."),
      cause: error.cause)
  }
}

extension GeoLayer {
  /// The statement that makes its table.
  fileprivate var creation: String {
    let columns = columns.map { ", \(GeoPackageSchema.quoted($0.name)) \($0.kind.rawValue)" }
    return """
      CREATE TABLE \(GeoPackageSchema.quoted(name)) (
        "fid" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "geom" \(kind.rawValue.uppercased())\
      \(columns.joined()))
      """
  }

  /// The statement that adds a feature: its geometry, then its values.
  fileprivate var insertion: String {
    let names = columns.map { ", " + GeoPackageSchema.quoted($0.name) }.joined()
    let places = String(repeating: ", ?", count: columns.count)
    return """
      INSERT INTO \(GeoPackageSchema.quoted(name)) ("geom"\(names)) VALUES (?\(places))
      """
  }
}

extension HotStatement {
  /// Binds a feature's value.
  fileprivate func bind(_ index: Int32, _ value: GeoValue) {
    switch value {
    case .none: bindNull(index)
    case .text(let text): bind(index, text)
    case .integer(let number): bind(index, number)
    case .boolean(let flag): bind(index, flag ? 1 : 0)
    case .moment(let moment): bind(index, moment.fullText)
    }
  }
}
