import CensusAPI
import CensusBundles
import CensusDomain

extension Hub {
  /// The public key to which a device seals what only this central may read.
  func showBundleKey(
    _ query: CentralKeyQuery, by caller: Caller
  ) throws(CensusError) -> CentralKey {
    try caller.require(.coordinate)
    return CentralKey(publicKey: try bundleKeys().sealing.publicKey)
  }

  /// The central's keys for bundles, made at the first use.
  func bundleKeys() throws(CensusError) -> (signing: BundleKey, sealing: BundleSeal.Key) {
    let known = try fetch { records in try records.bundles.secrets() }
    let secrets: BundleSecrets
    if let known { secrets = known } else { secrets = try makeBundleSecrets() }
    guard let signing = BundleKey(secret: secrets.signing),
      let sealing = BundleSeal.Key(secret: secrets.sealing)
    else {
      throw CensusError(
        .inputOutput, zh: "中心的离线包密钥已损坏。", en: "The central's keys for bundles are damaged.",
        remedy: LocalizedText(zh: "请从备份恢复。", en: "Restore a backup."))
    }
    return (signing, sealing)
  }

  private func makeBundleSecrets() throws(CensusError) -> BundleSecrets {
    let fresh = BundleSecrets(signing: BundleKey().secret, sealing: BundleSeal.Key().secret)
    return try commit { records in
      if let known = try records.bundles.secrets() { return known }
      try records.bundles.keep(fresh)
      try log(records, by: .localAdministrator, "bundle.keys", "made")
      return fresh
    }
  }
}
