import CensusAPI
import CensusDomain
import CensusForms
import CensusHub

/// What entries claim under rules across records.
enum ClaimChecks {
  private static func claim(_ value: String, _ from: String = "", _ to: String = "")
    -> DistinctClaim
  {
    DistinctClaim(rule: from.isEmpty ? "once" : "apart", value: value, from: from, to: to)
  }

  /// Adds an entry that claims so.
  private static func add(
    _ number: Int64, _ claims: [DistinctClaim], form: String = ContractSamples.form,
    in records: any CentralTransaction
  ) throws {
    let revision = ContractSamples.revision(
      1, number, entry: ContractSamples.id(Int(number)), object: "A\(number)")
    let cursor = try ContractSamples.add(revision, of: 1, in: records)
    try records.entries.add(ContractSamples.entry(revision, at: cursor))
    try records.claims.set(claims, of: revision.entry, form: form)
  }

  private static func rivals(_ number: Int, in records: any CentralTransaction) throws -> [String] {
    try records.claims.rivals(of: ContractSamples.id(number)).map { "\($0.rule) \($0.object)" }
  }

  /// Claims meet where values are equal and spans share a day; only those that stand count.
  static func rivals(_ bench: ContractBench) throws {
    try bench.write { records in
      try ContractSamples.enrol(1, in: records)
      try add(1, [claim("x"), claim("s", "2020-01-03", "2020-01-05")], in: records)
      try add(2, [claim("y"), claim("s", "2020-01-05", "2020-01-09")], in: records)
      try add(3, [claim("x"), claim("s", "2020-01-06", "2020-01-06")], in: records)
      try add(4, [claim("x"), claim("t", "2020-01-01", "2020-12-31")], in: records)
      try add(5, [claim("x")], form: "OTHER", in: records)
      try add(6, [], in: records)
    }
    try bench.read { records in
      try bench.require(
        try rivals(1, in: records), is: ["apart A2", "once A3", "once A4"], "the rivals of 1")
      try bench.require(
        try rivals(2, in: records), is: ["apart A1", "apart A3"], "the rivals of 2")
      try bench.require(try rivals(5, in: records), is: [], "the rivals of another form's entry")
      try bench.require(try rivals(6, in: records), is: [], "the rivals of one without claims")
    }
    try bench.write { records in
      try records.entries.set(.returned, of: ContractSamples.id(3))
      try records.claims.set([claim("z")], of: ContractSamples.id(2), form: ContractSamples.form)
    }
    try bench.read { records in
      try bench.require(try rivals(1, in: records), is: ["once A4"], "the rivals that are left")
      // A returned entry still sees what it will meet when it is mended.
      try bench.require(
        try rivals(3, in: records), is: ["once A1", "once A4"], "the rivals of a returned one")
    }
  }
}
