import CensusBundles
import CensusDomain

extension Hub {
  static let noReason = CensusError(
    .usage, zh: "接收已停用设备的离线包须说明原因。",
    en: "Taking in the bundle of a withdrawn device needs a reason.",
    remedy: LocalizedText(zh: "请加 --reason。", en: "Give --reason."))

  static func unproved(_ name: String, _ manifest: BundleManifest) -> CensusError {
    CensusError(
      .permission,
      zh: "离线包 \(name) 不能证明出自设备 \(manifest.device)（\(manifest.surveyor)）现在的令牌；没有接收任何内容。",
      en: """
        The bundle \(name) does not prove that it was made with the present token of the device \
        \(manifest.device) (\(manifest.surveyor)); nothing was taken in.
        """,
      remedy: LocalizedText(
        zh: "请在设备上用现在的令牌（--token-file）再导出一次；数据都还在设备上。",
        en: """
          Export it again on the device with its present token (--token-file); the data are all still \
          there.
          """))
  }

  static func revoked(_ name: String, _ manifest: BundleManifest) -> CensusError {
    CensusError(
      .permission,
      zh: "设备 \(manifest.device)（\(manifest.surveyor)）已停用，离线包 \(name) 没有接收。",
      en: """
        The device \(manifest.device) (\(manifest.surveyor)) was withdrawn; the bundle \(name) was not \
        taken in.
        """,
      remedy: LocalizedText(
        zh: "如协调员需要其中的记录，请加 --accept-revoked --reason \"原因\"，会记入日志。",
        en: """
          If its records are wanted, give --accept-revoked --reason "WHY"; the audit trail will bear it.
          """))
  }

  static func earlierMissing(
    _ name: String, _ manifest: BundleManifest, last: Int64
  ) -> CensusError {
    CensusError(
      .conflict,
      zh: "离线包 \(name) 从第 \(manifest.first) 号开始，而中心只到第 \(last) 号；没有接收任何内容。",
      en: """
        The bundle \(name) begins at number \(manifest.first), and the central has come to \(last); \
        nothing was taken in.
        """,
      remedy: LocalizedText(
        zh: "请先导入该设备更早的离线包，或在设备上用 bundle export --all 全部导出。",
        en: """
          Import the device's earlier bundle first, or export everything there with bundle export --all.
          """))
  }
}
