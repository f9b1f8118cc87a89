import CensusAPI
import CensusJSON

extension Fault {
  /// Reads faults as they are stored.
  static func decode(text: String) -> [Fault] {
    let parser = JSONParser()
    let faults = try? parser.withDocument(Array(text.utf8)) { Fault.decode($0) }
    return faults ?? []
  }
}
