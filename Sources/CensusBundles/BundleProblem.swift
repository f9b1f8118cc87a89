import CensusDomain
import Foundation

/// What can be wrong with a bundle, each with the way out; nothing of such a bundle is taken in.
public enum BundleProblem {
  private static let copyAgain = LocalizedText(
    zh: "请从原 U 盘重新复制；不行就在原处再导出一次。",
    en: "Copy it again from the stick; if that does not help, export it again where it was made.")

  static func notAKey(_ text: String) -> CensusError {
    CensusError(
      .usage, zh: "“\(text.prefix(60))”不是中心的公钥。",
      en: "“\(text.prefix(60))” is not a central's public key.",
      remedy: LocalizedText(
        zh: "请用中心的 hazcensus central key 输出的文件。",
        en: "Use the file that the central's hazcensus central key wrote."))
  }

  static func cannotOpen(_ path: String) -> CensusError {
    CensusError(
      .invalidData, zh: "加密的离线包 \(path) 打不开：不是给本中心的，或在途中损坏、截断；没有接收任何内容。",
      en: """
        The sealed bundle \(path) cannot be opened: it is for another central, or was damaged or cut; \
        nothing was taken in.
        """, remedy: copyAgain)
  }

  /// The file is not a bundle, or was damaged or cut.
  static func damaged(_ path: String, _ zh: String, _ en: String) -> CensusError {
    CensusError(
      .invalidData, zh: "离线包 \(path) 不完整或已损坏（\(zh)）；没有接收任何内容。",
      en: "The bundle \(path) is incomplete or damaged (\(en)); nothing was taken in.",
      remedy: copyAgain)
  }

  static func newer(_ path: String, _ format: Int) -> CensusError {
    CensusError(
      .configuration, zh: "离线包 \(path) 由更新版本的程序写成（格式 \(format)）；没有接收任何内容。",
      en:
        "The bundle \(path) was written by a newer program (format \(format)); nothing was taken in.",
      remedy: LocalizedText(zh: "请升级 hazcensus。", en: "Upgrade hazcensus."))
  }

  /// There is a file already.
  public static func exists(_ path: String) -> CensusError {
    CensusError(
      .cannotCreate, zh: "\(path) 已经存在，没有覆盖。", en: "There is a file \(path) already; it was left.",
      remedy: LocalizedText(zh: "换一个文件名（--output）。", en: "Choose another name (--output)."))
  }

  static func system(_ path: String, _ reason: String) -> CensusError {
    CensusError(
      .inputOutput, zh: "读写 \(path) 时出错：\(reason)。",
      en: "\(path) could not be read or written: \(reason).",
      remedy: LocalizedText(
        zh: "检查 U 盘和剩余空间，再试一次。", en: "Check the stick and its free space, then try again."))
  }

  /// The bundle is of the other kind than is wanted here.
  public static func otherKind(_ path: String, _ manifest: BundleManifest) -> CensusError {
    switch manifest.kind {
    case .entries:
      CensusError(
        .invalidData, zh: "\(path) 是设备 \(manifest.device)（\(manifest.surveyor)）的调查记录包，应在中心导入。",
        en: """
          \(path) holds the entries of the device \(manifest.device) (\(manifest.surveyor)); it is \
          imported at the central.
          """,
        remedy: LocalizedText(
          zh: "设备上导入的是中心的回执包（hazcensus bundle receipts）。",
          en: "A device imports the central's receipts (hazcensus bundle receipts)."))
    case .receipts:
      CensusError(
        .invalidData, zh: "\(path) 是给设备 \(manifest.device)（\(manifest.surveyor)）的回执包，应在该设备上导入。",
        en: """
          \(path) holds receipts for the device \(manifest.device) (\(manifest.surveyor)); it is \
          imported there.
          """,
        remedy: LocalizedText(
          zh: "中心导入的是设备导出的包（hazcensus bundle export）。",
          en: "A central imports what a device exported (hazcensus bundle export)."))
    }
  }

  /// The bundle belongs to another district's survey.
  public static func otherSurvey(
    _ path: String, _ manifest: BundleManifest, here: RegionCode
  ) -> CensusError {
    CensusError(
      .conflict,
      zh: "离线包 \(path) 属于 \(manifest.district.digits) 的普查，这里是 \(here.digits)；没有接收任何内容。",
      en: """
        The bundle \(path) belongs to the survey of \(manifest.district.digits), and this is \
        \(here.digits); nothing was taken in.
        """,
      remedy: LocalizedText(zh: "请送到该区县的中心。", en: "Bring it to that district's central."))
  }
}
