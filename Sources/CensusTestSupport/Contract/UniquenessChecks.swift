import CensusDomain
import CensusHub

/// What must be there once is refused a second time by the storage itself.
enum UniquenessChecks {
  static func sequence(_ bench: ContractBench) throws {
    try bench.write { records in
      try ContractSamples.enrol(2, in: records)
      try ContractSamples.add(ContractSamples.revision(1, 1), of: 1, in: records)
    }
    try bench.requireRefusal("a sequence used before") { records in
      var other = ContractSamples.revision(1, 1)
      other.hash = ContractSamples.hash("other")
      try ContractSamples.add(other, of: 1, in: records)
    }
    try bench.write { records in
      try ContractSamples.add(ContractSamples.revision(2, 1), of: 2, in: records)
    }
    try bench.read { records in
      let hash = try records.revisions.hash(of: ContractSamples.id(1), sequence: 1)
      try bench.require(hash, is: ContractSamples.revision(1, 1).hash, "the first hash")
      let none = try records.revisions.hash(of: ContractSamples.id(1), sequence: 2)
      try bench.require(none == nil, "a sequence was invented")
    }
  }

  static func hash(_ bench: ContractBench) throws {
    let revision = ContractSamples.revision(1, 1, number: 2)
    try bench.write { records in
      try ContractSamples.enrol(1, in: records)
      try ContractSamples.add(revision, of: 1, in: records)
    }
    try bench.requireRefusal("a hash that the entry has") { records in
      var other = revision
      other.sequence = 2
      try ContractSamples.add(other, of: 1, in: records)
    }
    try bench.read { records in
      let link = try records.revisions.link(revision.hash, in: revision.entry)
      let expected = RevisionLink(entry: revision.entry, parent: revision.parent)
      try bench.require(link, is: expected, "the link")
      let foreign = try records.revisions.link(revision.hash, in: ContractSamples.id(3))
      try bench.require(foreign == nil, "the link of another entry was given")
    }
  }

  static func batchKey(_ bench: ContractBench) throws {
    func batch(_ device: Int, _ receipt: String) -> StoredBatch {
      StoredBatch(
        device: ContractSamples.id(device), key: ContractSamples.id(77),
        digest: ContractSamples.hash(receipt), receipt: Array(receipt.utf8),
        receivedAt: ContractSamples.noon)
    }
    try bench.write { records in
      try ContractSamples.enrol(2, in: records)
      try records.batches.add(batch(1, "{\"回执\":1}\n"))
    }
    try bench.requireRefusal("an idempotency key used before") { records in
      try records.batches.add(batch(1, "2"))
    }
    // A key is the device's own: another device may have made the same one.
    try bench.write { try $0.batches.add(batch(2, "3")) }
    try bench.read { records in
      for (device, receipt) in [(1, "{\"回执\":1}\n"), (2, "3")] {
        let found = try records.batches.find(
          ContractSamples.id(77), of: ContractSamples.id(device))
        try bench.require(found, is: batch(device, receipt), "the batch of device \(device)")
      }
    }
  }

  static func holders(_ bench: ContractBench) throws {
    let region = try ContractSamples.region("130205")
    let account = StoredAccount(name: "王芳", role: .coordinator, region: region)
    let token = ContractSamples.hash("account")
    try bench.write { records in
      try ContractSamples.enrol(2, in: records)
      try records.accounts.add(account, tokenHash: token, at: ContractSamples.noon)
    }
    try bench.requireRefusal("a device enrolled before") { records in
      try records.devices.add(
        DeviceIdentity(id: ContractSamples.id(1), surveyor: "x", region: region),
        tokenHash: ContractSamples.hash("new"), at: ContractSamples.noon)
    }
    try bench.requireRefusal("a device's token given before") { records in
      try records.devices.add(
        DeviceIdentity(id: ContractSamples.id(3), surveyor: "x", region: region),
        tokenHash: ContractSamples.hash("token 1"), at: ContractSamples.noon)
    }
    try bench.requireRefusal("an account of the same name") { records in
      try records.accounts.add(
        account, tokenHash: ContractSamples.hash("new"), at: ContractSamples.noon)
    }
    try bench.write { try $0.devices.revoke(ContractSamples.id(2), at: ContractSamples.noon) }
    try bench.read { records in
      try bench.require(try records.accounts.find(tokenHash: token), is: account, "the account")
      let devices = try records.devices.list(within: region)
      try bench.require(devices.map(\.isRevoked), is: [false, true], "the revocations")
      let found = try records.devices.find(tokenHash: ContractSamples.hash("token 2"))
      try bench.require(found, is: devices.last, "the device by its token")
      let elsewhere = try records.devices.list(within: try ContractSamples.region("130206"))
      try bench.require(elsewhere.isEmpty, "a device of another region was listed")
    }
    try bench.write { records in
      // Only the second device's token was withdrawn, so only it is renewed.
      for number in 1...2 {
        try records.devices.renew(
          ContractSamples.id(number), tokenHash: ContractSamples.hash("renewed \(number)"))
      }
    }
    try bench.read { records in
      let devices = try records.devices.list(within: region)
      try bench.require(devices.map(\.isRevoked), is: [false, false], "the renewals")
      let old = try records.devices.find(tokenHash: ContractSamples.hash("token 2"))
      try bench.require(old == nil, "a renewed device's old token still stands for it")
      let renewed = try records.devices.find(tokenHash: ContractSamples.hash("renewed 2"))
      try bench.require(renewed?.identity.surveyor, is: "surveyor 2", "the renewed device")
      let first = try records.devices.find(tokenHash: ContractSamples.hash("renewed 1"))
      try bench.require(first == nil, "a device whose token was not withdrawn was renewed")
    }
  }
}
