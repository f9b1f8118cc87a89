import CensusAPI
import CensusDomain
import CensusReports

/// Draws a kept sample again, to prove that it is what its seed and its frame make of it.
public struct SampleProof {
  private let units: Set<SampleUnit>

  /// Draws again; nil where the frame does not agree with its hash, or is none.
  public init?(frame text: String, hash: ContentHash, seed: String, shareHundredths: Int) {
    guard ContentHash.sha256(of: text) == hash, let frame = SampleFrame(text: text),
      let share = SampleShare(hundredths: shareHundredths)
    else { return nil }
    units = Set(frame.sample(seed: seed, share: share) { ContentHash.sha256(of: $0) })
  }

  /// Whether a unit belongs to the sample.
  public func contains(object: String, form: String, town: String) -> Bool {
    units.contains(SampleUnit(form: form, town: town, object: object))
  }

  /// The draws whose frame or sample is not what it should be.
  ///
  /// - Parameter mayLack: whether units may be missing, as after a salvage; none may be there in excess.
  /// - Throws: what the store said.
  public static func broken(_ records: any CentralTransaction, mayLack: Bool) throws -> [Int] {
    try records.quality.list().filter { draw in
      let proof = SampleProof(
        frame: try records.quality.frame(of: draw.number) ?? "", hash: draw.frameHash,
        seed: draw.seed, shareHundredths: draw.shareHundredths)
      guard let proof else { return true }
      let objects = try records.quality.objects(of: draw.number)
      let isWhole = mayLack || objects.count == proof.units.count
      return !isWhole
        || !objects.allSatisfy {
          proof.contains(object: $0.object, form: $0.form, town: $0.town)
        }
    }.map(\.number)
  }
}
