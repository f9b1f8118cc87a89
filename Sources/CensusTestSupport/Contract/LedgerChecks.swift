import CensusAPI
import CensusDomain
import CensusHub

/// Ledger, audit trail and settings.
enum LedgerChecks {
  /// A line or an activity that is held word for word is not taken a second time.
  static func uniqueness(_ bench: ContractBench) throws {
    let line = ExpenseLine(
      voucher: "记-1", payDate: try ContractSamples.day("2021-05-01"), payee: "印刷厂",
      summary: "宣传册", amountFen: Fen(123_456), isPublicity: true, reason: "宣传",
      economicCode: "30202")
    var other = line
    other.amountFen = Fen(-1)
    other.refundOf = line.voucher
    let activity = Activity(
      kind: .training, date: try ContractSamples.day("2021-04-01"), title: "培训", organiser: "市普查办",
      place: "", townCode: "", count: 7, satisfied: 0, valid: 0, note: "")
    let taken = try bench.write { records in
      [
        try records.ledger.add(line, repetition: 1, at: ContractSamples.noon),
        try records.ledger.add(line, repetition: 1, at: ContractSamples.noon),
        try records.ledger.add(line, repetition: 2, at: ContractSamples.noon),
        try records.ledger.add(other, repetition: 1, at: ContractSamples.noon),
        try records.ledger.add(activity, at: ContractSamples.noon),
      ]
    }
    try bench.require(taken, is: [true, false, true, true, true], "what was taken")
    bench.reopen()
    let again = try bench.write { records in
      [
        try records.ledger.add(other, repetition: 1, at: ContractSamples.noon),
        try records.ledger.add(activity, at: ContractSamples.noon),
      ]
    }
    try bench.require(again, is: [false, false], "what was taken again")
    try bench.read { records in
      let ledger = records.ledger
      try bench.require(try ledger.expenses(LedgerQuery()), is: [line, line, other], "the ledger")
      try bench.require(
        try ledger.activities(LedgerQuery()), is: [activity], "the activities")
      let before = LedgerQuery(to: try ContractSamples.day("2021-04-30"))
      try bench.require(try ledger.expenses(before), is: [], "the ledger before May")
      try bench.require(try ledger.activities(before).count, is: 1, "activities before May")
    }
  }

  /// Each event's hash covers the one before, and the head can be told for a past moment.
  static func audit(_ bench: ContractBench) throws {
    let noon = ContractSamples.noon
    let later = Timestamp(milliseconds: noon.milliseconds + 1000)
    try bench.require(try bench.read { try $0.audit.head() }, is: .zero, "the empty head")
    var heads: [ContentHash] = []
    for time in [noon, noon, later] {
      // The same event each time: only its place and what came before tell the hashes apart.
      heads.append(
        try bench.write { records in
          try records.audit.append(
            AuditEvent(actor: "王芳", device: "d", action: "a", subject: "s", detail: "d"),
            at: time)
        })
      bench.reopen()
    }
    var expected = ContentHash.zero
    for (index, time) in [noon, noon, later].enumerated() {
      expected = AuditLink.hash(
        after: expected, position: Int64(index + 1), at: time,
        event: ["王芳", "d", "a", "s", "d"])
      try bench.require(heads[index], is: expected, "the hash of event \(index + 1)")
    }
    try bench.read { records in
      try bench.require(try records.audit.head(), is: heads[2], "the head")
      try bench.require(try heads.allSatisfy(records.audit.contains), "a head is not known")
      try bench.require(try !records.audit.contains(.zero), "a head is known that never was")
      try bench.require(try records.audit.head(at: noon), is: heads[1], "the head at noon")
      try bench.require(try records.audit.firstBreak() == nil, "the chain is broken")
    }
  }

  static func settings(_ bench: ContractBench) throws {
    try bench.write { records in
      try records.settings.set("districtName", to: "开平区")
      try records.settings.set("unknown to this program", to: "")
      try records.settings.name(town: "130205101", "旧名")
    }
    try bench.write { records in
      try records.settings.set("districtName", to: "“开平”区\n")
      try records.settings.name(town: "130205101", "新名")
    }
    try bench.read { records in
      try bench.require(
        try records.settings.all(),
        is: ["districtName": "“开平”区\n", "unknown to this program": ""], "the settings")
      try bench.require(
        try records.settings.townNames(), is: ["130205101": "新名"], "the townships' names")
      try records.health.probe()
    }
  }
}
