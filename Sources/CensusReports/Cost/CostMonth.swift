import CensusDomain

/// The spending of one month.
public struct CostMonth: Sendable, Hashable {
  /// The month as `YYYY-MM`.
  public let month: String
  /// All spending; negative where refunds exceed payments.
  public let total: Fen
  /// What of it is publicity.
  public let publicity: Fen

  /// Adds up the months in which something was paid or refunded, in order.
  static func list(_ lines: [CostLine]) -> [CostMonth] {
    var months = [String: CostTotals]()
    for line in lines {
      months[String(line.date.description.dropLast(3)), default: CostTotals()].add(line)
    }
    return months.sorted { $0.key < $1.key }.map { month, totals in
      CostMonth(month: month, total: totals.total, publicity: totals.publicity)
    }
  }
}

extension CostMonth: Encodable {
  enum CodingKeys: String, CodingKey {
    case month
    case total = "totalFen"
    case publicity = "publicityFen"
  }
}
