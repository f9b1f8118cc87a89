/// Lets blocks flow over pages: what stands where.
struct PrintFlow {
  /// What stands at a place of a page.
  struct Piece {
    /// The block, counted from 0.
    let block: Int
    /// The distance from the head of what flows.
    let y: Int
    /// The lines of a text or strips of a table.
    let range: Range<Int>
  }

  private let blocks: [PrintBlock]
  private(set) var pages: [[Piece]] = [[]]
  private var y = 0

  init(_ blocks: [PrintBlock]) {
    self.blocks = blocks
    for index in blocks.indices { place(index) }
  }

  private var room: Int { PrintSize.height - y }

  private mutating func turn() {
    pages.append([])
    y = 0
  }

  private mutating func put(_ block: Int, _ range: Range<Int>, height: Int) {
    pages[pages.count - 1].append(Piece(block: block, y: y, range: range))
    y += height
  }

  private mutating func place(_ index: Int) {
    switch blocks[index] {
    case .space(let height): if y > 0 { y += height }
    case .text(let text):
      let kept = text.isHeading ? text.lines.reduce(0, +) + leastHeight(index + 1) : 0
      if kept > room, y > 0 { turn() }
      place(text, index)
    case .table(let table): place(table, index)
    case .drawing(let drawing, let scale):
      let height = PrintBlock.height(of: drawing, scale: scale)
      if height > room, y > 0 { turn() }
      put(index, 0..<0, height: height)
    }
  }

  private mutating func place(_ text: PrintedText, _ index: Int) {
    var start = 0
    while start < text.lines.count {
      var height = 0
      let fitting = text.lines[start...].prefix { line in
        guard height + line <= room else { return false }
        height += line
        return true
      }
      if fitting.isEmpty, y > 0 {
        turn()
        continue
      }
      // A line that is higher than a page stands alone.
      let end = start + max(1, fitting.count)
      put(index, start..<end, height: text.lines[start..<end].reduce(0, +))
      start = end
    }
  }

  private mutating func place(_ table: PrintedTable, _ index: Int) {
    let head = table.headingHeight
    let ranges = table.pages.ranges(first: room - head, full: PrintSize.height - head)
    for (turnNumber, range) in ranges.enumerated() {
      if turnNumber > 0 { turn() }
      // Where nothing fits, the headings go to the next page too.
      if range.isEmpty, ranges.count > 1 { continue }
      put(index, range, height: head + table.body[range].reduce(0) { $0 + $1.height })
    }
  }

  /// The height of the least part of a block that makes sense below its heading.
  private func leastHeight(_ index: Int) -> Int {
    guard index < blocks.count else { return 0 }
    switch blocks[index] {
    case .space(let height): return height + leastHeight(index + 1)
    case .text(let text): return text.lines.first ?? 0
    case .table(let table):
      let head = table.headingHeight
      return head + table.pages.firstHeight(full: PrintSize.height - head)
    case .drawing(let drawing, let scale): return PrintBlock.height(of: drawing, scale: scale)
    }
  }
}
