internal import CExif

/// EXIF data as libexif reads them.
struct ExifBlock: ~Copyable {
  /// Where a tag is looked for.
  enum Directory {
    case photo, gps

    fileprivate var ifd: ExifIfd { self == .photo ? EXIF_IFD_EXIF : EXIF_IFD_GPS }
  }

  /// A fraction as it is written; its denominator may be zero.
  struct Fraction: Equatable {
    let numerator: UInt32
    let denominator: UInt32

    /// The number; nil for a denominator of zero.
    var value: Double? { denominator == 0 ? nil : Double(numerator) / Double(denominator) }
  }

  private let data: UnsafeMutablePointer<ExifData>
  private let order: ExifByteOrder

  /// Reads data that begin with the TIFF header; nil where they are none or nothing can be read of
  /// them.
  init?(tiff: [UInt8]) {
    guard tiff.starts(with: [0x49, 0x49, 0x2A, 0]) || tiff.starts(with: [0x4D, 0x4D, 0, 0x2A]),
      let data = exif_data_new()
    else { return nil }
    // Otherwise libexif adds what the specification demands, such as the time now.
    exif_data_unset_option(data, EXIF_DATA_OPTION_FOLLOW_SPECIFICATION)
    let bytes = PhotoLayout.exifMark + tiff
    exif_data_load_data(data, bytes, UInt32(clamping: bytes.count))
    let directories = [EXIF_IFD_0, EXIF_IFD_1, EXIF_IFD_EXIF, EXIF_IFD_GPS]
    guard directories.contains(where: { hc_exif_has_entries(data, $0) != 0 }) else {
      exif_data_unref(data)
      return nil
    }
    self.data = data
    order = exif_data_get_byte_order(data)
  }

  deinit { exif_data_unref(data) }

  /// Whether a directory has the tag, in whatever form.
  func has(_ tag: ExifTagNumber, in directory: Directory) -> Bool {
    hc_exif_entry(data, directory.ifd, tag.rawValue) != nil
  }

  /// A text without what follows its end and without spaces around it; nil where there is none.
  func text(_ tag: ExifTagNumber, in directory: Directory) -> String? {
    guard let entry = hc_exif_entry(data, directory.ifd, tag.rawValue)?.pointee,
      entry.format == EXIF_FORMAT_ASCII, let bytes = entry.data
    else { return nil }
    let characters = UnsafeBufferPointer(start: bytes, count: Int(entry.size)).prefix { $0 != 0 }
    let printable = characters.map { (0x20...0x7E).contains($0) ? $0 : UInt8(ascii: "?") }
    let text = Substring(decoding: printable.prefix(64), as: UTF8.self)
    return String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// Fractions; nil where the tag is not there or has another form or number of them.
  func fractions(_ tag: ExifTagNumber, in directory: Directory, count: Int) -> [Fraction]? {
    guard let entry = hc_exif_entry(data, directory.ifd, tag.rawValue)?.pointee,
      entry.format == EXIF_FORMAT_RATIONAL, entry.components == UInt(count),
      entry.size >= UInt32(8 * count), let bytes = entry.data
    else { return nil }
    return (0..<count).map { index in
      let fraction = exif_get_rational(bytes + 8 * index, order)
      return Fraction(numerator: fraction.numerator, denominator: fraction.denominator)
    }
  }
}
