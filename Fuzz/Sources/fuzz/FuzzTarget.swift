/// A reader of files that come from anywhere; none may crash, hang or take much memory, whatever it is given.
enum FuzzTarget: String, CaseIterable {
  case csv, workbook, expression, form, mapping, position, geojson, table, photo

  /// Feeds the reader one input.
  func run(_ bytes: [UInt8]) {
    switch self {
    case .csv: CSVTarget.run(bytes)
    case .workbook: WorkbookTarget.run(bytes)
    case .expression: ExpressionTarget.run(bytes)
    case .form: FormTarget.run(bytes)
    case .mapping: MappingTarget.run(bytes)
    case .position: PositionTarget.run(bytes)
    case .geojson: ImportTarget.features.run(bytes)
    case .table: ImportTarget.table.run(bytes)
    case .photo: PhotoTarget.run(bytes)
    }
  }
}
