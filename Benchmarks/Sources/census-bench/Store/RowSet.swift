/// The rows of one table, kept so that binding them costs nothing but SQLite's own call.
final class RowSet {
  let insert: String
  let count: Int
  private let width: Int
  private let cells: [RawCell]
  /// Texts and blobs, one after the other; SQLite reads them where they lie.
  private let arena: UnsafeMutableRawBufferPointer

  /// Reads a whole table, by its first column where no other order is given.
  init(
    _ database: RawDatabase, table: String, where condition: String = "true", order: String = "1"
  ) throws {
    let columns = try database.prepare("SELECT name FROM pragma_table_info('\(table)')")
    var names: [String] = []
    while try columns.step() { names.append(columns.text(0)) }
    let list = names.joined(separator: ", ")
    let rows = try database.prepare(
      "SELECT \(list) FROM \(table) WHERE \(condition) ORDER BY \(order)")
    var count = 0
    var cells: [RawCell] = []
    var bytes: [UInt8] = []
    while try rows.step() {
      for column in names.indices { cells.append(rows.cell(Int32(column), appendingTo: &bytes)) }
      count += 1
    }
    self.count = count
    self.cells = cells
    width = names.count
    arena = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
    arena.copyBytes(from: bytes)
    let places = names.map { _ in "?" }.joined(separator: ", ")
    insert = "INSERT INTO \(table) (\(list)) VALUES (\(places))"
  }

  deinit { arena.deallocate() }

  /// Runs `statement` with the row of a number.
  func run(_ statement: RawStatement, row: Int) throws {
    for column in 0..<width {
      statement.bind(
        Int32(column + 1), cells[row * width + column], UnsafeRawBufferPointer(arena))
    }
    try statement.run()
  }
}
