import CensusDomain
import CensusJSON
import GRDB

/// What the features of a layer reach over.
struct GeoExtent {
  /// The rectangle that holds them all; nil where none has a geometry.
  var bounds: GeoBounds?
  /// Whether one of them has heights.
  var hasHeights = false
}

/// Writes what describes a GeoPackage's layers, once all their features are in.
struct GeoPackageContents {
  let layers: [GeoLayer]
  let extents: [GeoExtent]
  let about: GeoAbout

  func write(to db: Database) throws {
    try db.execute(sql: GeoPackageSchema.tables)
    for reference in [SpatialReference.census] + SpatialReference.required {
      try db.execute(
        sql: "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          reference.name, reference.id, reference.organization, reference.number,
          reference.definition, reference.description,
        ])
    }
    for (layer, extent) in zip(layers, extents) { try register(layer, extent, in: db) }
    try db.execute(
      sql: """
        INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change)
        VALUES ('layer_styles', 'attributes', 'layer_styles', ?, ?)
        """, arguments: ["图层样式 / styles of the layers, for QGIS", about.stateAt.fullText])
    try db.execute(
      sql: """
        INSERT INTO gpkg_metadata VALUES (1, 'dataset', ?, 'application/json', ?)
        """, arguments: [GeoPackageContents.standard, about.document])
    try db.execute(
      sql: """
        INSERT INTO gpkg_metadata_reference VALUES ('geopackage', NULL, NULL, NULL, ?, 1, NULL)
        """, arguments: [about.stateAt.fullText])
  }

  /// Names the form of our own in which a file says of itself what it is; Docs/Export.md describes it.
  private static let standard = "urn:hazardcensus:export:1"

  private func register(_ layer: GeoLayer, _ extent: GeoExtent, in db: Database) throws {
    let time = about.stateAt.fullText
    let bounds = extent.bounds
    try db.execute(
      sql: "INSERT INTO gpkg_contents VALUES (?, 'features', ?, ?, ?, ?, ?, ?, ?, ?)",
      arguments: [
        layer.name, "\(layer.title.zh) / \(layer.title.en)",
        "\(layer.description.zh) / \(layer.description.en)", time, bounds?.west,
        bounds?.south, bounds?.east, bounds?.north, SpatialReference.census.id,
      ])
    // Heights are optional where some geometry has them, else prohibited.
    try db.execute(
      sql: "INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', ?, ?, ?, 0)",
      arguments: [
        layer.name, layer.kind.rawValue.uppercased(), SpatialReference.census.id,
        extent.hasHeights ? 2 : 0,
      ])
    try db.execute(
      sql: "INSERT INTO gpkg_extensions VALUES (?, 'geom', 'gpkg_rtree_index', ?, 'write-only')",
      arguments: [layer.name, GeoPackageSchema.annex + "rtree"])
    // Programs show either; QGIS 3.22 shows neither and takes what its style says.
    for column in layer.columns {
      let title = "\(column.title.zh) \(column.title.en)"
      try db.execute(
        sql: """
          INSERT INTO gpkg_data_columns (table_name, column_name, name, title) VALUES (?, ?, ?, ?)
          """, arguments: [layer.name, column.name, title, title])
    }
    try db.execute(sql: SpatialIndex(of: layer.name).triggers)
    guard let style = layer.style else { return }
    try db.execute(
      sql: """
        INSERT INTO layer_styles (
          f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML,
          useAsDefault, description, owner, update_time)
        VALUES ('', '', ?, 'geom', ?, ?, 1, ?, '', ?)
        """,
      arguments: [
        layer.name, style.name, QGISStyle(style, for: layer).document,
        "\(layer.title.zh) / \(layer.title.en)", time,
      ])
  }
}

extension GeoAbout {
  /// The facts as a JSON object.
  var document: String {
    var writer = JSONWriter()
    write(to: &writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Writes the facts as a JSON object.
  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("stateAt")
    writer.string(stateAt.fullText)
    for fact in facts {
      writer.key(fact.name)
      writer.value(fact.value)
    }
    writer.endObject()
  }
}

extension JSONWriter {
  /// Writes what a feature says in one column.
  mutating func value(_ value: GeoValue) {
    switch value {
    case .none: null()
    case .text(let text): string(text)
    case .integer(let number): integer(number)
    case .boolean(let flag): bool(flag)
    case .moment(let moment): string(moment.fullText)
    }
  }
}
