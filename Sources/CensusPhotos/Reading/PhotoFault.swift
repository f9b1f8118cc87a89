import CensusDomain

/// Why a photo's layout could not be read.
enum PhotoFault: Error {
  /// The file breaks its format before it has stated its size.
  case malformed
  /// The system could not read the file.
  case reading(CensusError)
}
