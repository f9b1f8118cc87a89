import CZip

/// One part of a workbook while it is unpacked; the bytes that come are counted, not those promised.
final class PartStream {
  private let file: OpaquePointer
  private let name: String
  private let most: Int64
  private let plausible: Int64
  private let declared: Int64
  private var total: Int64 = 0
  private var buffer = [UInt8](repeating: 0, count: PartStream.pieceSize)

  /// Takes over an opened part.
  ///
  /// - Parameters:
  ///   - most: the limit of this kind of part, unpacked bytes.
  ///   - plausible: what honest data of its packed size may have, unpacked bytes.
  ///   - declared: the size that the ZIP's directory states, which is only compared at the end.
  init(_ file: OpaquePointer, name: String, most: Int64, plausible: Int64, declared: Int64) {
    self.file = file
    self.name = name
    self.most = most
    self.plausible = plausible
    self.declared = declared
  }

  deinit { zip_fclose(file) }

  /// Unpacks the next piece and hands it over; false at the end, once the CRC was right.
  func next(
    _ body: (UnsafeBufferPointer<UInt8>) throws(WorkbookFault) -> Void
  ) throws(WorkbookFault) -> Bool {
    let count = Int(zip_fread(file, &buffer, zip_uint64_t(buffer.count)))
    // libzip checks the CRC at the end, but not the size.
    guard count > 0 || (count == 0 && total == declared) else {
      throw WorkbookFault("部件 \(name) 已损坏或被截断", "the part \(name) is damaged or cut short")
    }
    if count == 0 { return false }
    total += Int64(count)
    guard total <= most else {
      throw WorkbookFault(
        "部件 \(name) 解压后超过上限 \(most) 字节",
        "the part \(name) is over the limit of \(most) bytes unpacked")
    }
    guard total <= plausible else {
      throw WorkbookFault(
        "部件 \(name) 的压缩比异常（压缩炸弹）",
        "the part \(name) unpacks to far more than data does (a zip bomb)")
    }
    try buffer.withUnsafeBufferPointer { (whole) throws(WorkbookFault) in
      try body(UnsafeBufferPointer(rebasing: whole[..<count]))
    }
    return true
  }

  /// Reads what is left, so that the CRC of all is known.
  func drain() throws(WorkbookFault) {
    while try next({ _ in }) {}
  }

  private static let pieceSize = 64 * 1024
}
