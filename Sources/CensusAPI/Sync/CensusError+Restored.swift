import CensusDomain

extension CensusError {
  /// The central holds other work under a device's numbers than the device's store does.
  ///
  /// Both sides find it out, at different steps, and say it in the same words.
  /// - Parameter sequence: the number at which they differ.
  public static func restoredDevice(_ device: UniqueID, at sequence: Int64) -> CensusError {
    CensusError(
      .restored,
      zh: """
        设备 \(device) 的第 \(sequence) 号修订在中心是另一内容，或本机没有：本机的存储是从旧备份恢复的，或另有一份副本在使用；\
        没有发送，也没有标记任何记录。
        """,
      en: """
        The central's revision number \(sequence) of the device \(device) is not this store's: the \
        store was restored from an old backup, or another copy of it is in use; nothing was sent or \
        marked.
        """,
      remedy: LocalizedText(
        zh: "记录都在本机。运行 hazcensus device rejoin：换用新的设备编号，并发送中心缺少的记录。",
        en: """
          Everything is kept here. Run hazcensus device rejoin: it takes a new identity and sends what \
          the central lacks.
          """))
  }
}
