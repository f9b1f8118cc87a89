import CensusPlace

extension RegionBoundaries: RegionOutlines {}
