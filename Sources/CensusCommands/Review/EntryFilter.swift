import ArgumentParser
import CensusAPI
import CensusDomain

/// Which entries at the central are meant.
struct EntryFilter: ParsableArguments {
  @Option(help: "Only this hazard. 灾种。")
  var hazard: Hazard?
  @Option(help: "Only this township. 乡镇代码。")
  var town: String?
  @Option(help: "Only this surveyor. 调查员。")
  var surveyor: String?

  func query(standing: EntryStanding?, limit: Int) -> EntryQuery {
    EntryQuery(standing: standing, hazard: hazard, townCode: town, author: surveyor, limit: limit)
  }
}

extension EntryStanding: ExpressibleByArgument {}
