import CensusAPI
import CensusDomain
import GRDB

/// What the audit log of a store that was rebuilt from a damaged one says of that.
///
/// Its detail reads `lost=4,7-9 inventory=2 audit=120 sha-256=…`: own sequences that could not be saved,
/// versions of the inventory that are not whole, and how far the damaged store's chain was.
public enum SalvageNote {
  /// The audit entry's action.
  public static let action = "store.salvaged"

  /// The detail for the log.
  ///
  /// - Parameters:
  ///   - lost: on a device, own sequences that could not be saved.
  ///   - versions: at a central, versions of the inventory that are not whole any more.
  ///   - position: the last entry of the damaged store's audit log up to which its chain is whole.
  ///   - head: that entry's hash.
  public static func detail(
    lost: [Int64], versions: [Int64] = [], after position: Int64, _ head: ContentHash
  ) -> String {
    "lost=\(ranges(lost)) inventory=\(ranges(versions)) audit=\(position) sha-256=\(head)"
  }

  /// The own sequences that the store lost, by what its log says.
  ///
  /// - Throws: `DatabaseError`.
  public static func lost(_ db: Database) throws -> Set<Int64> { try numbers("lost=", db) }

  /// The versions of the inventory that are not whole any more, by what the store's log says.
  ///
  /// - Throws: `DatabaseError`.
  public static func versions(_ db: Database) throws -> Set<Int64> { try numbers("inventory=", db) }

  private static func ranges(_ numbers: [Int64]) -> String {
    var ranges: [ClosedRange<Int64>] = []
    for number in numbers.sorted() {
      if let last = ranges.last, number == last.upperBound + 1 {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges.map {
      $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
    }.joined(separator: ",")
  }

  private static func numbers(_ name: String, _ db: Database) throws -> Set<Int64> {
    let details = try HotStatement(
      db, "SELECT detail FROM auditEntry WHERE action = '\(action)'")
    var numbers: Set<Int64> = []
    while try details.step() {
      let words = details.text(0).split(separator: " ").first { $0.hasPrefix(name) }
      for range in words?.dropFirst(name.count).split(separator: ",") ?? [] {
        let ends = range.split(separator: "-").compactMap { Int64($0) }
        // More than ever was made cannot have been lost; a log may say anything until it is proved.
        guard let first = ends.first, let last = ends.last, first <= last, last - first < 1 << 24
        else { continue }
        numbers.formUnion(first...last)
      }
    }
    return numbers
  }
}
