import ArgumentParser

/// `hazcensus place`: positions, boundaries and the codes of regions.
struct PlaceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "place",
    abstract: "Positions, boundaries and region codes. 位置、边界、区划代码。",
    discussion: """
      Docs/Place.md says how positions are read, what is converted, and why a code needs its edition.
      """,
    subcommands: [
      PlaceRead.self, PlaceBoundaries.self, PlaceRegions.self, PlaceTown.self,
    ])
}
