import CensusAPI
import CensusDomain
import CensusHub

/// The inventory and the sums over it.
enum ProgressChecks {
  /// Two hundred random transactions of one seed, some of which fail; the sums follow each.
  static func recount(_ bench: ContractBench) throws {
    var game = InventoryGame(seed: 20_211_231)
    for step in 1...200 {
      var next = game
      do {
        try bench.write { records in
          next = game
          try next.play(step, in: records)
        }
        game = next
      } catch let error as CensusError where error.cause is InventoryGame.Abandoned {
        // The sums must be those from before the step.
      }
      if step % 20 == 0 { bench.reopen() }
      let kept = try bench.storage().read { try $0.progress.list(within: nil) }
      try bench.require(kept, is: game.counts(), "the sums after step \(step)")
    }
    try bench.read { records in
      let objects = game.objects.values.map(\.object).sorted { $0.objectCode < $1.objectCode }
      var stored: [InventoryObject] = []
      try records.inventory.visit(game.version, after: "", within: nil) { object in
        stored.append(object)
        return true
      }
      try bench.require(stored, is: objects, "the inventory's objects")
      let town = try ContractSamples.region("130205101")
      let local = try records.progress.list(within: town)
      try bench.require(
        local, is: game.counts().filter { $0.town == town.digits }, "a town's sums")
      try bench.require(try records.health.complaints(), is: [], "complaints")
    }
  }

  /// An earlier version stays as it was when later ones change it.
  static func versions(_ bench: ContractBench) throws {
    let later = Timestamp(milliseconds: ContractSamples.noon.milliseconds + 1000)
    let (a, b, c) = (
      ContractSamples.object("A"), ContractSamples.object("B", shouldSurvey: false),
      ContractSamples.object("C", town: "130205104")
    )
    var renamed = a
    renamed.name = "新名"
    try bench.write { records in
      _ = try records.inventory.add(ContractSamples.version(1))
      for object in [a, b] { try records.inventory.enter(object, from: 1) }
    }
    try bench.write { records in
      _ = try records.inventory.add(ContractSamples.version(2, at: later))
      for object in [a, b] { try records.inventory.retire(object, from: 2) }
      for object in [renamed, c] { try records.inventory.enter(object, from: 2) }
    }
    try bench.requireRefusal("a version frozen before") { records in
      _ = try records.inventory.add(ContractSamples.version(2))
    }
    try bench.read { records in
      let inventory = records.inventory
      func objects(
        _ version: Int, after code: String = "", within region: RegionCode? = nil
      ) throws -> [InventoryObject] {
        var objects: [InventoryObject] = []
        try inventory.visit(version, after: code, within: region) { object in
          objects.append(object)
          return true
        }
        return objects
      }
      try bench.require(try objects(1), is: [a, b], "the first version")
      try bench.require(try objects(2), is: [renamed, c], "the second version")
      try bench.require(try objects(2, after: "A"), is: [c], "the rest of a page")
      let town = try ContractSamples.region(ContractSamples.town)
      try bench.require(try objects(2, within: town), is: [renamed], "a town's objects")
      try bench.require(try inventory.newest(), is: 2, "the newest version")
      let newest = try inventory.newest(upTo: ContractSamples.noon)
      try bench.require(newest, is: 1, "the newest version at noon")
      try bench.require(try inventory.find(2)?.frozenAt, is: later, "when it was frozen")
      let place = try records.stages.place("B", form: ContractSamples.form)
      try bench.require(place == nil, "an object that is gone is still asked for")
    }
  }
}
