import CensusDomain

extension PhotoKind {
  /// What a file is by its first bytes; nil for anything else.
  static func kind(of source: PhotoSource) throws(CensusError) -> PhotoKind? {
    let count = Int(min(source.size, 64))
    let head: [UInt8]
    do throws(PhotoFault) {
      head = try source.bytes(at: 0, count)?.remaining ?? []
    } catch {
      if case .reading(let below) = error { throw below }
      return nil
    }
    func has(_ text: String, at place: Int) -> Bool {
      head.dropFirst(place).starts(with: text.utf8)
    }
    if head.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
    if head.starts(with: PNGReader.signature) { return .png }
    if has("RIFF", at: 0), has("WEBP", at: 8) { return .webp }
    if has("%PDF-", at: 0) { return .pdf }
    if has("ftyp", at: 4), HEICReader.isHEIC(head) { return .heic }
    return nil
  }

  /// The layout of a file of this kind.
  func layout(of source: PhotoSource) throws(PhotoFault) -> PhotoLayout {
    switch self {
    case .jpeg: try JPEGReader(source: source).layout()
    case .png: try PNGReader(source: source).layout()
    case .heic: try HEICReader(source: source).layout()
    case .webp: try WebPReader(source: source).layout()
    case .pdf: try PDFReader(source: source).layout()
    }
  }
}
