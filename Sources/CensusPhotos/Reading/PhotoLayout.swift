/// What the structure of a photo's file gives.
struct PhotoLayout {
  /// The EXIF data of a file.
  enum Exif {
    case none
    /// Bytes from the TIFF header on.
    case block([UInt8])
    /// More than is read.
    case tooLong
  }

  var pixels: PixelSize?
  var exif = Exif.none
  /// Whether the file ends before the picture does.
  var isCutShort = false

  /// The longest EXIF data that are read, bytes: what a JPEG's segment can hold.
  static let longestExif = 65_535

  /// Checks that both sides are there; a side of zero is no picture.
  static func pixels(_ width: Int, _ height: Int) throws(PhotoFault) -> PixelSize {
    guard width > 0, height > 0 else { throw .malformed }
    return PixelSize(width: width, height: height)
  }

  /// The EXIF data without the mark `Exif\0\0`, which JPEG puts before them and WebP's writers often.
  static func unmarked(_ bytes: [UInt8]) -> [UInt8] {
    bytes.starts(with: exifMark) ? Array(bytes.dropFirst(exifMark.count)) : bytes
  }

  static let exifMark = Array("Exif\0\0".utf8)
}
