import CensusAPI

/// CSV, which must give the same records however the file is cut into pieces.
enum CSVTarget {
  private struct Record: Equatable {
    let row: Int
    let fields: Result<[[UInt8]], CSVReader.Failure>
  }

  static func run(_ bytes: [UInt8]) {
    let whole = records([bytes[...]])
    // The cut depends on the input alone, so that a finding can be replayed.
    let cut = bytes.isEmpty ? 0 : Int(bytes[bytes.count / 2]) % bytes.count
    precondition(whole == records([bytes[..<cut], bytes[cut...]]), "a cut at \(cut) matters")
    precondition(whole == records(bytes.indices.map { bytes[$0...$0] }), "cuts everywhere matter")
  }

  private static func records(_ pieces: [ArraySlice<UInt8>]) -> [Record] {
    var reader = CSVReader()
    var found: [Record] = []
    for piece in pieces { reader.feed(piece) { found.append(Record(row: $0, fields: $1)) } }
    reader.finish { found.append(Record(row: $0, fields: $1)) }
    return found
  }
}
