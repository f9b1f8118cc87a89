import ArgumentParser

/// `hazcensus bundle`: work that travels by USB stick.
struct BundleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle", abstract: "Carry work by USB stick where there is no network. 离线包。",
    discussion: """
      A device exports what waits into a bundle; the central imports it and makes a bundle of receipts
      and reviews for the way back. Any number of times, in any order, also beside a network sync:
      each revision has its effect once.

        hazcensus bundle export --output /media/stick/zhang.zip                       on the device
        hazcensus bundle import /media/stick/zhang.zip --store CENTRAL                at the central
        hazcensus bundle receipts --device ID --output /media/stick/back.zip --store CENTRAL
        hazcensus bundle import /media/stick/back.zip                                 on the device

      没有网络时用 U 盘：设备导出，中心导入，再把回执和审核意见带回设备；重复导入不会重复计数。
      """,
    subcommands: [
      BundleExportCommand.self, BundleImport.self, BundleReceipts.self, BundleInspect.self,
    ])
}
