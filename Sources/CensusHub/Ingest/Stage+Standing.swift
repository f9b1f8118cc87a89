import CensusAPI
import CensusDomain

extension Stage {
  /// How far an entry of this standing brings its object; a returned or contested one is on record only.
  init(_ standing: EntryStanding) {
    switch standing {
    case .received: self = .received
    case .returned, .conflict: self = .recorded
    case .countyPassed: self = .countyPassed
    case .cityPassed: self = .cityPassed
    }
  }
}
