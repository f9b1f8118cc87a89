import CensusDomain

extension RegionEditions {
  /// Follows a town from one edition to another, forwards or backwards, edition by edition.
  ///
  /// A town is the same where the table declares it (column `formerly`), else where the same county has
  /// a town of exactly the same name. A township that became a town, a new spelling or a merger is
  /// therefore followed only where the table declares it.
  public func moved(_ code: String, from: String, to: String) -> RegionMove {
    guard let town = town(code, edition: from), let start = editions.firstIndex(of: from),
      let end = editions.firstIndex(of: to)
    else { return .unknown }
    var codes: Set<String> = [code]
    var place = start
    while place != end {
      let next = place + (end > start ? 1 : -1)
      codes = Set(codes.flatMap { successors(of: $0, from: editions[place], to: editions[next]) })
      place = next
    }
    let found = codes.sorted().compactMap { self.town($0, edition: to) }
    switch (found.first, found.count) {
    case (let only?, 1): return only.code.digits == code ? .stays(only) : .moved(only)
    case (nil, _): return .lost(town, sameCode: self.town(code, edition: to))
    default: return .several(found)
    }
  }

  /// The codes that a town has in the next edition or the one before.
  private func successors(of code: String, from: String, to: String) -> [String] {
    let declarations = declared[max(from, to)] ?? [:]
    let stated =
      from < to
      ? declarations[code] ?? []
      : declarations.filter { $0.value.contains(code) }.map(\.key)
    if !stated.isEmpty { return stated }
    guard let town = town(code, edition: from) else { return [] }
    let named = towns(edition: to).filter {
      $0.name == town.name && $0.countyCode == town.countyCode
    }
    // A namesake that is declared to come from elsewhere is not this town.
    let taken = Set(from < to ? declarations.values.flatMap { $0 } : Array(declarations.keys))
    return named.map(\.code.digits).filter { !taken.contains($0) }
  }
}
