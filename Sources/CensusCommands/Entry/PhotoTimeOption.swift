import ArgumentParser

/// When photos were taken that do not say it themselves.
struct PhotoTimeOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "When photos without a time of their own were taken; +08:00 unless written. 无拍摄时间的照片的拍摄时间。",
      valueName: "2021-06-13 08:30"))
  var takenAt: String?
}
