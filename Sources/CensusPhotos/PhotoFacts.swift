import CensusDomain
import CensusFiles

/// What a photo's own file says of it.
///
/// Nothing is proved by it: whoever can write the file can write these facts.
public struct PhotoFacts: Sendable, Hashable {
  /// What the file is, by its content.
  public let kind: PhotoKind
  /// The file's size, bytes.
  public let byteCount: Int64
  /// The picture's size; nil for a PDF.
  public let pixels: PixelSize?
  /// When it was taken; nil where the photo does not say.
  public let time: PhotoTime?
  /// Where it was taken; nil where the photo does not say.
  public let position: PhotoPosition?
  /// Where the camera looked; nil where the photo does not say.
  public let direction: PhotoDirection?
  /// What is wrong with it, in the order in which it was met.
  public let problems: [PhotoProblem]

  /// The largest file that is taken, bytes.
  public static let maximumBytes: Int64 = 50_000_000
  /// The largest picture that is taken, pixels.
  public static let maximumPixels = 200_000_000

  /// Reads the facts of the file at `path`, which is not changed.
  ///
  /// Only what states them is read, a megabyte at most; a JPEG without an end marker near its end is
  /// searched backwards for one, in pieces of 64 kB. A PDF has none of them but kind and size.
  ///
  /// - Throws: ``CensusError``: `invalidData` where the file is of none of the kinds or ends before its
  ///   size is stated, `tooLarge` over the limits, `notFound` and others of reading.
  public static func read(path: String) throws(CensusError) -> PhotoFacts {
    let file = try PlainFile.reading(path)
    let source = PhotoSource(file: file, size: try file.size())
    guard source.size <= maximumBytes else { throw tooManyBytes(path) }
    guard let kind = try PhotoKind.kind(of: source) else { throw unknownKind(path) }
    let layout: PhotoLayout
    do throws(PhotoFault) {
      layout = try kind.layout(of: source)
    } catch {
      switch error {
      case .reading(let below): throw below
      case .malformed: throw malformed(kind, path)
      }
    }
    if let pixels = layout.pixels, pixels.count > maximumPixels {
      throw tooManyPixels(pixels, path)
    }
    let exif = ExifFacts(layout.exif)
    return PhotoFacts(
      kind: kind, byteCount: source.size, pixels: layout.pixels, time: exif.time,
      position: exif.position, direction: exif.direction,
      problems: (layout.isCutShort ? [.cutShort] : []) + exif.problems)
  }
}
