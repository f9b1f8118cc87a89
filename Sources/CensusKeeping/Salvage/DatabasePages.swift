import Foundation

/// The pages of a database as its log leaves them, read without SQLite, which refuses a damaged file.
///
/// Source of all offsets: sqlite.org, "Database File Format", sections 1.3 to 1.6 and 4.
struct DatabasePages {
  /// A cell of a page of a tree.
  struct Cell {
    /// The row's number, of tables with numbered rows.
    var rowid: Int64?
    /// The row; nil in the inner pages of tables with numbered rows.
    var payload: [UInt8]?
    /// The page below, of inner pages.
    var child: Int?
  }

  /// What a page of a tree holds.
  struct Page {
    /// Whether its tree is a table with numbered rows, not an index or a table by its key.
    let isTable: Bool
    /// The cells that could be read.
    let cells: [Cell]
    /// The last page below, of inner pages.
    let right: Int?
    /// Cells that could not be read.
    let damaged: Int
  }

  let pageBytes: Int
  /// How many pages there are.
  let count: Int
  private let file: [UInt8]
  private let log: [UInt8]
  /// Where the log has a page's newest committed state.
  private let newer: [Int: Int]

  /// Takes the bytes of a database and of its log.
  init(file: [UInt8], log: [UInt8]) {
    self.file = file
    self.log = log
    // No flipped bit makes another size of one; a header of zeros gives none.
    let named = [DatabasePages.number(file, 16, 2), DatabasePages.number(log, 8, 4)]
      .first { $0 >= 512 && $0.nonzeroBitCount == 1 }
    // On a grid of half the size every other page would begin within one.
    let isSmall = DatabasePages.likeness(file, 4096) > 0.7 * DatabasePages.likeness(file, 8192)
    let size = named ?? (isSmall ? 4096 : 8192)
    pageBytes = size
    newer = DatabasePages.committed(log, size)
    count = max(file.count / size, newer.keys.max() ?? 0)
  }

  /// The bytes of a page, counted from 1; nil where there are none.
  func bytes(_ number: Int) -> [UInt8]? {
    if let offset = newer[number] { return Array(log[offset..<offset + pageBytes]) }
    guard number >= 1, number * pageBytes <= file.count else { return nil }
    return Array(file[(number - 1) * pageBytes..<number * pageBytes])
  }

  /// The page read as one of a tree; nil where it is none.
  func page(_ number: Int) -> Page? {
    guard let page = bytes(number) else { return nil }
    let start = number == 1 ? 100 : 0
    let kind = page[start]
    guard [2, 5, 10, 13].contains(kind) else { return nil }
    let isInner = kind < 10
    let isTable = kind == 5 || kind == 13
    let cells = DatabasePages.number(page, start + 3, 2)
    let pointers = start + (isInner ? 12 : 8)
    guard pointers + cells * 2 <= pageBytes else { return nil }
    var found: [Cell] = []
    for index in 0..<cells {
      let offset = DatabasePages.number(page, pointers + index * 2, 2)
      if let cell = cell(page, offset, isTable, isInner) { found.append(cell) }
    }
    return Page(
      isTable: isTable, cells: found,
      right: isInner ? DatabasePages.number(page, start + 8, 4) : nil, damaged: cells - found.count)
  }

  /// Pages that hold nothing at present, by the list that begins in the header.
  func free() -> Set<Int> {
    guard let header = bytes(1) else { return [] }
    var free: Set<Int> = []
    var trunk = DatabasePages.number(header, 32, 4)
    while trunk != 0, free.insert(trunk).inserted, let page = bytes(trunk) {
      let leaves = DatabasePages.number(page, 4, 4)
      guard leaves <= pageBytes / 4 - 2 else { break }
      for index in 0..<leaves { free.insert(DatabasePages.number(page, 8 + index * 4, 4)) }
      trunk = DatabasePages.number(page, 0, 4)
    }
    return free
  }

  private func cell(_ page: [UInt8], _ offset: Int, _ isTable: Bool, _ isInner: Bool) -> Cell? {
    guard offset >= 8, offset < pageBytes else { return nil }
    var cell = Cell()
    var reader = ByteReader(page, from: offset)
    if isInner {
      guard let child = reader.signed(4) else { return nil }
      cell.child = Int(child)
    }
    if isTable, isInner {
      cell.rowid = reader.varint()
      return cell.rowid == nil ? nil : cell
    }
    guard let size = reader.varint(), size >= 0, size <= file.count + log.count else { return nil }
    if isTable {
      guard let rowid = reader.varint() else { return nil }
      cell.rowid = rowid
    }
    cell.payload = payload(page, reader.position, Int(size), isTable)
    return cell.payload == nil ? nil : cell
  }

  private func payload(_ page: [UInt8], _ start: Int, _ size: Int, _ isTable: Bool) -> [UInt8]? {
    let most = isTable ? pageBytes - 35 : (pageBytes - 12) * 64 / 255 - 23
    var local = size
    if size > most {
      let least = (pageBytes - 12) * 32 / 255 - 23
      let share = least + (size - least) % (pageBytes - 4)
      local = share <= most ? share : least
    }
    guard start + local <= pageBytes else { return nil }
    var bytes = Array(page[start..<start + local])
    guard local < size else { return bytes }
    guard start + local + 4 <= pageBytes else { return nil }
    var next = DatabasePages.number(page, start + local, 4)
    while bytes.count < size {
      guard next != 0, let further = self.bytes(next) else { return nil }
      bytes += further[4..<min(pageBytes, 4 + size - bytes.count)]
      next = DatabasePages.number(further, 0, 4)
    }
    return bytes
  }

  static func number(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
    guard offset >= 0, offset + count <= bytes.count else { return 0 }
    return bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
  }

  /// Which part of the pages would be pages of trees, were they of this size.
  private static func likeness(_ file: [UInt8], _ size: Int) -> Double {
    let pages = file.count / size
    guard pages > 1 else { return 0 }
    let alike = (1..<pages).count { index in
      let start = index * size
      let cells = number(file, start + 3, 2)
      return [2, 5, 10, 13].contains(file[start]) && cells > 0 && cells * 2 + 12 <= size
        && number(file, start + 5, 2) <= size
    }
    return Double(alike) / Double(pages)
  }

  /// The frames that count: of one generation, each sum right, up to the last commit.
  private static func committed(_ log: [UInt8], _ size: Int) -> [Int: Int] {
    let magic = number(log, 0, 4)
    guard magic & ~1 == 0x377F_0682, number(log, 8, 4) == size else { return [:] }
    let isBig = magic & 1 == 1
    guard var sum = checksum(log, 0, 24, (0, 0), isBig), sum == pair(log, 24) else { return [:] }
    var committed: [Int: Int] = [:]
    var open: [Int: Int] = [:]
    var frame = 32
    while frame + 24 + size <= log.count {
      guard pair(log, frame + 8) == pair(log, 16),
        let head = checksum(log, frame, 8, sum, isBig),
        let whole = checksum(log, frame + 24, size, head, isBig), whole == pair(log, frame + 16)
      else { break }
      sum = whole
      open[number(log, frame, 4)] = frame + 24
      if number(log, frame + 4, 4) != 0 {
        committed.merge(open) { $1 }
        open = [:]
      }
      frame += 24 + size
    }
    return committed
  }

  private static func pair(_ bytes: [UInt8], _ offset: Int) -> (UInt32, UInt32) {
    (UInt32(number(bytes, offset, 4)), UInt32(number(bytes, offset + 4, 4)))
  }

  private static func checksum(
    _ bytes: [UInt8], _ offset: Int, _ count: Int, _ start: (UInt32, UInt32), _ isBig: Bool
  ) -> (UInt32, UInt32)? {
    guard offset + count <= bytes.count else { return nil }
    var (first, second) = start
    for place in stride(from: offset, to: offset + count, by: 8) {
      let (left, right) = pair(bytes, place)
      first = first &+ (isBig ? left : left.byteSwapped) &+ second
      second = second &+ (isBig ? right : right.byteSwapped) &+ first
    }
    return (first, second)
  }
}
