/// Looks for the end of a PDF; its pages have no size in pixels.
struct PDFReader {
  let source: PhotoSource

  /// Where readers look for the mark `%%EOF` (ISO 32000-1, annex H.3.18).
  private static let tail: Int64 = 1024

  func layout() throws(PhotoFault) -> PhotoLayout {
    let begin = max(0, source.size - PDFReader.tail)
    let bytes = try source.required(at: begin, Int(source.size - begin)).remaining
    var layout = PhotoLayout()
    layout.isCutShort = !bytes.indices.contains { bytes[$0...].starts(with: "%%EOF".utf8) }
    return layout
  }
}
