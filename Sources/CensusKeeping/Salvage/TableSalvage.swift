import CensusDomain

/// Gathers the rows of all tables from the pages of a damaged database.
///
/// Trees are followed as far as they hold. Pages that no tree leads to any more are taken for a table's
/// where just one table takes all their rows. A row that is gone from its table is put together from the
/// table's indexes where these hold all its values.
struct TableSalvage {
  private let pages: DatabasePages
  private let model: StoreModel
  private var roots: [String: Int] = [:]
  private var seen: Set<Int> = []
  private var rows: [String: [TableRow]] = [:]
  /// What indexes still have of rows that could not be put together, by table.
  private(set) var pieces: [String: [[StoredValue?]]] = [:]
  /// What could not be read, by its place.
  private(set) var lost: [StoreFault] = []

  init(_ pages: DatabasePages, _ model: StoreModel) {
    self.pages = pages
    self.model = model
    for values in walk(1, "sqlite_master", isTable: true).compactMap({ $0.values }) {
      guard values.count == 5, case .text(let name) = values[1], case .integer(let root) = values[3]
      else { continue }
      roots[String(decoding: name, as: UTF8.self)] = Int(root)
    }
    for table in model.tables { rows[table.name] = own(table) }
    adoptStrays()
  }

  /// The rows of a table, completed from its indexes.
  mutating func rows(of table: StoreModel.Table) -> [TableRow] {
    let all = rows[table.name] ?? []
    // Their bytes are proved by hashes, and no index has them.
    guard !["revision", "auditEntry"].contains(table.name) else { return all }
    var byKey: [[StoredValue]: TableRow] = [:]
    // What a tree leads to comes first; a page that none leads to may have an older state.
    let own = all.filter { row in
      let key = key(row, table)
      defer { byKey[key] = byKey[key] ?? row }
      return byKey[key] == nil
    }
    var pieces: [[StoredValue]: [StoredValue?]] = [:]
    for index in model.indexes(of: table) {
      for values in entries(of: index) where values.count == index.stored.count {
        note(values, index, table, &pieces)
      }
    }
    let doubtful = pieces.filter { key, piece in
      byKey[key].map { differs($0, piece, table) } ?? false
    }
    for (key, piece) in doubtful { complain(table, key, byKey[key], piece) }
    // Of money and verdicts none is better than a wrong one; both values are told.
    let isStrict = [
      "expenseLine", "activity", "review", "sampleDraw", "sampledObject", "sampleCheck",
      "indicatorRecord",
    ].contains(table.name)
    var found = own.filter { !isStrict || doubtful[key($0, table)] == nil }
    for (key, piece) in pieces where byKey[key] == nil {
      let isWhole = table.columns.indices.allSatisfy { piece[$0] != nil || $0 == table.alias }
      guard isWhole else {
        self.pieces[table.name, default: []].append(piece)
        lost.append(
          StoreFault(
            place(table, key), zh: "只剩索引中的一部分。", en: "Only parts of it are left, in indexes."))
        continue
      }
      found.append(TableRow(rowid: table.isNumbered ? number(key) : nil, values: piece))
    }
    return found
  }

  private func note(
    _ values: [StoredValue], _ index: StoreModel.Index, _ table: StoreModel.Table,
    _ pieces: inout [[StoredValue]: [StoredValue?]]
  ) {
    var piece = [StoredValue?](repeating: nil, count: table.columns.count)
    var rowid: StoredValue?
    for (value, place) in zip(values, index.stored) {
      if place < 0 { rowid = value } else { piece[place] = value }
    }
    let key = table.isNumbered ? [rowid ?? .null] : table.key.map { piece[$0] ?? .null }
    guard var merged = pieces[key] else {
      pieces[key] = piece
      return
    }
    for (place, value) in piece.enumerated() {
      if let value { merged[place] = value }
    }
    pieces[key] = merged
  }

  private func differs(
    _ row: TableRow, _ piece: [StoredValue?], _ table: StoreModel.Table
  ) -> Bool {
    table.columns.indices.contains { place in
      guard place != table.alias, let left = row.values[place], let right = piece[place] else {
        return false
      }
      return !TableSalvage.isSame(left, right)
    }
  }

  /// SQLite stores a whole number of a REAL column as an integer, in a table and not in an index.
  private static func isSame(_ left: StoredValue, _ right: StoredValue) -> Bool {
    switch (left, right) {
    case (.integer(let whole), .real(let number)), (.real(let number), .integer(let whole)):
      Double(whole) == number
    default: left == right
    }
  }

  private mutating func complain(
    _ table: StoreModel.Table, _ key: [StoredValue], _ row: TableRow?, _ piece: [StoredValue?]
  ) {
    // A secret key is not for a list that people send about.
    let told = table.name == "bundleKey" ? [] : Array(table.columns.indices)
    let words = told.compactMap { place -> String? in
      guard place != table.alias, let left = row?.values[place], let right = piece[place],
        !TableSalvage.isSame(left, right)
      else { return nil }
      return "\(table.columns[place].name): \(left.shown) / \(right.shown)"
    }.joined(separator: "; ")
    lost.append(
      StoreFault(
        place(table, key), zh: "两处保存的值不同，请核对：\(words)",
        en: "Its two copies differ; look at it: \(words)"))
  }

  private func key(_ row: TableRow, _ table: StoreModel.Table) -> [StoredValue] {
    table.isNumbered
      ? [row.rowid.map { .integer($0) } ?? .null] : table.key.map { row.values[$0] ?? .null }
  }

  private func number(_ key: [StoredValue]) -> Int64? {
    guard case .integer(let number) = key.first else { return nil }
    return number
  }

  private func place(_ table: StoreModel.Table, _ key: [StoredValue]) -> String {
    "\(table.name) \(key.map(\.shown).joined(separator: " "))"
  }

  /// The first entry of the audit log, which no two stores share and which never changes.
  var beginning: [StoredValue?]? { rows["auditEntry"]?.first { $0.rowid == 1 }?.values }

  /// The entries of an index; what it lacks is no loss as long as its table has the row.
  private mutating func entries(of index: StoreModel.Index) -> [[StoredValue]] {
    let before = lost.count
    let found = walk(roots[index.name] ?? 0, index.name, isTable: false)
    lost.removeLast(lost.count - before)
    return found.compactMap { $0.values }
  }

  private mutating func own(_ table: StoreModel.Table) -> [TableRow] {
    let model = model
    let found = walk(roots[table.name] ?? 0, table.name, isTable: table.isNumbered) { values in
      model.fits(values, table)
    }
    return found.compactMap { row(of: table, $0.rowid, $0.values) }
  }

  private func row(
    of table: StoreModel.Table, _ rowid: Int64?, _ values: [StoredValue]?
  ) -> TableRow? {
    guard let values, model.fits(values, table) else { return nil }
    var placed = [StoredValue?](repeating: nil, count: table.columns.count)
    for (value, place) in zip(values, table.stored) { placed[place] = value }
    return TableRow(rowid: rowid, values: placed)
  }

  /// Follows the tree from its root; `belongs` says of a row whether a page is the tree's at all.
  private mutating func walk(
    _ root: Int, _ name: String, isTable: Bool, belongs: ([StoredValue]) -> Bool = { _ in true }
  ) -> [(rowid: Int64?, values: [StoredValue]?)] {
    var found: [(rowid: Int64?, values: [StoredValue]?)] = []
    var waiting = root > 0 ? [root] : []
    var own: Set<Int> = []
    while let number = waiting.popLast() {
      guard own.insert(number).inserted else { continue }
      guard let page = pages.page(number), page.isTable == isTable else {
        lost.append(
          StoreFault("\(name), page \(number)", zh: "此页无法读出。", en: "The page cannot be read."))
        continue
      }
      let values = page.cells.map { $0.payload.flatMap { StoredValue.record($0) } }
      let readable = values.compactMap { $0 }
      // A damaged pointer leads into another tree.
      guard readable.isEmpty || readable.contains(where: belongs) else { continue }
      seen.insert(number)
      let damaged = page.damaged + zip(page.cells, values).count { $0.payload != nil && $1 == nil }
      if damaged > 0 {
        lost.append(
          StoreFault(
            "\(name), page \(number)", zh: "有 \(damaged) 行无法读出。",
            en: "\(damaged) rows cannot be read."))
      }
      for (cell, values) in zip(page.cells, values) {
        if let child = cell.child { waiting.append(child) }
        if values != nil { found.append((cell.rowid, values)) }
      }
      if let right = page.right { waiting.append(right) }
    }
    return found
  }

  /// Takes pages that no tree leads to for the one table that takes all their rows.
  private mutating func adoptStrays() {
    for table in model.tables {
      for index in model.indexes(of: table) { _ = entries(of: index) }
    }
    let free = pages.free()
    guard pages.count > 1 else { return }
    for number in 2...pages.count where !seen.contains(number) && !free.contains(number) {
      guard let page = pages.page(number) else { continue }
      let cells = page.cells.compactMap { cell in
        cell.payload.flatMap { StoredValue.record($0) }.map { (rowid: cell.rowid, values: $0) }
      }
      guard !cells.isEmpty else { continue }
      // A narrow table's rows look like those of many an index.
      let takers = model.tables.filter { table in
        guard table.isNumbered == page.isTable, table.columns.count >= 4 else { return false }
        let rows = cells.compactMap { row(of: table, $0.rowid, $0.values) }
        return rows.count == cells.count && model.takes(rows, table)
      }
      guard let table = takers.first, takers.count == 1 else { continue }
      rows[table.name, default: []] += cells.compactMap { row(of: table, $0.rowid, $0.values) }
    }
  }
}
