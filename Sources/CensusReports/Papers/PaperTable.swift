import CensusDomain

/// Builds the usual table: a row of headings, rows of one kind, and a last row of sums.
public struct PaperTable: Sendable {
  /// A column of the table.
  public struct Column: Sendable {
    /// Its heading.
    public var heading: LocalizedText
    /// Its width in half-width characters.
    public var width: Int
    /// How its cells stand.
    public var alignment: PaperAlignment

    /// Makes a column.
    public init(
      _ heading: LocalizedText, width: Int, alignment: PaperAlignment = .leading
    ) {
      self.heading = heading
      self.width = width
      self.alignment = alignment
    }

    /// A column of figures.
    public static func figure(_ heading: LocalizedText, width: Int = 12) -> Column {
      Column(heading, width: width, alignment: .trailing)
    }
  }

  private let columns: [Column]
  private var rows: [[PaperCell]] = []

  /// Begins a table.
  public init(_ columns: [Column]) { self.columns = columns }

  /// The row, headings included, that the next cells will stand in.
  public var nextRow: Int { rows.count + 1 }

  /// Adds a row; it has a cell for each column.
  public mutating func add(_ row: [PaperCell]) { rows.append(row) }

  /// A cell below the rows so far whose value is the sum of its column from row `first` on.
  public func sum(
    _ value: PaperValue, of column: Int, from first: Int = 1, source: FigureSource? = nil
  ) -> PaperCell {
    PaperCell(
      value, style: .total,
      formula: rows.isEmpty
        ? nil : .sum((first..<nextRow).map { CellPlace(row: $0, column: column) }),
      source: source)
  }

  /// The finished table.
  public var grid: PaperGrid {
    PaperGrid(
      columns: columns.map { .init(width: $0.width, alignment: $0.alignment) }, headingRows: 1,
      rows: [columns.map { .heading($0.heading) }] + rows)
  }

  /// A table of two columns: what a figure is, and the figure.
  public static func facts(
    _ facts: [(label: LocalizedText, value: PaperValue, source: FigureSource?)]
  ) -> PaperGrid {
    var table = PaperTable([
      Column(Wording.item, width: 36), Column.figure(Wording.value, width: 44),
    ])
    for fact in facts {
      table.add([
        PaperCell(.text(fact.label), style: .label), PaperCell(fact.value, source: fact.source),
      ])
    }
    return table.grid
  }
}
