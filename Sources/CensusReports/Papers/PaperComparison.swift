import CensusDomain

/// A cell of which two papers say different things.
public struct PaperDifference: Sendable, Hashable {
  /// The cell's address.
  public let address: PaperAddress
  /// What the first says; nil where it has no such cell.
  public let first: PaperValue?
  /// What the second says; nil where it has no such cell.
  public let second: PaperValue?
}

extension Paper {
  /// The cells of which `other` says something else, in the order of this paper and then of the other.
  ///
  /// Numbers, office lines and snapshots are not compared: they may differ between equal figures.
  public func differences(to other: Paper) -> [PaperDifference] {
    let mine = cells
    let theirs = other.cells
    let known = Dictionary(mine, uniquingKeysWith: { first, _ in first })
    let others = Dictionary(theirs, uniquingKeysWith: { first, _ in first })
    let changed = mine.compactMap { address, value -> PaperDifference? in
      let found = others[address]
      return found == value
        ? nil : PaperDifference(address: address, first: value, second: found)
    }
    let added = theirs.filter { known[$0.0] == nil }.map { address, value in
      PaperDifference(address: address, first: nil, second: value)
    }
    return changed + added
  }

  /// The cell at `address`.
  public func cell(at address: PaperAddress) -> PaperCell? {
    sections.first { $0.id == address.section }?.grid.cell(at: address.place)
  }

  private var cells: [(PaperAddress, PaperValue)] {
    sections.flatMap { section in
      section.grid.placed.map {
        (PaperAddress(section: section.id, place: $0.place), $0.cell.value)
      }
    }
  }
}
