/// Decides which strips of a table's rows stand on which page.
///
/// A strip is a row, or a piece of a row that is higher than a page. Strips that are joined to the one before stay on
/// one page with it where a page has room for all of them.
struct TablePages {
  /// A strip: its height, and whether it stays with the one before.
  struct Strip: Hashable {
    var height: Int
    var isJoined: Bool
  }

  private let strips: [Strip]

  init(_ strips: [Strip]) { self.strips = strips }

  /// The height of what stays together at the beginning, as far as a page holds it.
  func firstHeight(full: Int) -> Int {
    let group = groups.first ?? 0..<0
    let height = height(group)
    return height <= full ? height : strips.first?.height ?? 0
  }

  /// The strips of each page.
  ///
  /// - Parameters:
  ///   - first: the room on the page that is begun already; the first range is empty where nothing fits.
  ///   - full: the room on each further page; a strip that is higher stands alone.
  func ranges(first: Int, full: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var (start, room) = (0, first)
    func turn(before strip: Int) {
      ranges.append(start..<strip)
      (start, room) = (strip, full)
    }
    for group in groups {
      let height = height(group)
      if height > room, height <= full {
        turn(before: group.lowerBound)
        room -= height
      } else if height <= room {
        room -= height
      } else {
        for strip in group {
          if strips[strip].height > room, strip > start || ranges.isEmpty { turn(before: strip) }
          room -= strips[strip].height
        }
      }
    }
    return ranges + [start..<strips.count]
  }

  private var groups: [Range<Int>] {
    var groups: [Range<Int>] = []
    for (index, strip) in strips.enumerated() {
      if strip.isJoined, let last = groups.last {
        groups[groups.count - 1] = last.lowerBound..<index + 1
      } else {
        groups.append(index..<index + 1)
      }
    }
    return groups
  }

  private func height(_ range: Range<Int>) -> Int {
    strips[range].reduce(0) { $0 + $1.height }
  }
}
