import CensusDomain

/// The merged cells of the first two levels beside the rows of a sheet.
enum IndicatorLevels {
  /// For each indicator the cells of level 1 and 2 that begin in its row.
  static func cells(_ indicators: [ProjectIndicator]) -> [[PaperCell]] {
    indicators.indices.map { index in
      var cells: [PaperCell] = []
      for key: (ProjectIndicator) -> [String] in [{ [$0.level1] }, { [$0.level1, $0.level2] }] {
        let own = key(indicators[index])
        guard index == 0 || key(indicators[index - 1]) != own else { continue }
        let rows = indicators[index...].prefix { key($0) == own }.count
        cells.append(
          PaperCell(
            .typed(own.last ?? ""), style: .label, rowSpan: rows, alignment: .center))
      }
      return cells
    }
  }
}
