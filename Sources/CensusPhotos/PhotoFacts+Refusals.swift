import CensusDomain

extension PhotoFacts {
  static func unknownKind(_ path: String) -> CensusError {
    CensusError(
      .invalidData, zh: "文件 \(path) 不是 JPEG、PNG、HEIC、WebP 或 PDF（按内容判断）。",
      en: "The file \(path) is by its content no JPEG, PNG, HEIC, WebP or PDF.",
      remedy: LocalizedText(
        zh: "给出照片原文件，或转成 JPEG。", en: "Give the photo's original, or convert it to JPEG."))
  }

  static func malformed(_ kind: PhotoKind, _ path: String) -> CensusError {
    let name = kind.rawValue.uppercased()
    return CensusError(
      .invalidData, zh: "文件 \(path) 像是 \(name)，但没有完整的文件头，读不出尺寸。",
      en: "The file \(path) begins like a \(name), but its header is not whole and states no size.",
      remedy: LocalizedText(zh: "重新复制原文件。", en: "Copy the original again."))
  }

  static func tooManyBytes(_ path: String) -> CensusError {
    CensusError(
      .tooLarge, zh: "文件 \(path) 超过上限 \(maximumBytes) 字节。",
      en: "The file \(path) is over the limit of \(maximumBytes) bytes.", remedy: smaller)
  }

  static func tooManyPixels(_ pixels: PixelSize, _ path: String) -> CensusError {
    let size = "\(pixels.width) × \(pixels.height)"
    return CensusError(
      .tooLarge, zh: "文件 \(path) 声明 \(size) 像素，超过上限 \(maximumPixels)。",
      en: "The file \(path) states \(size) pixels, over the limit of \(maximumPixels).",
      remedy: smaller)
  }

  private static let smaller = LocalizedText(zh: "缩小照片。", en: "Make the photo smaller.")
}
