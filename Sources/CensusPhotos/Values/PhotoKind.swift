/// The kinds of file that are taken as a photo or a document, told by their content.
public enum PhotoKind: String, Sendable, Hashable, CaseIterable {
  /// JPEG (ITU-T T.81).
  case jpeg
  /// PNG (ISO/IEC 15948).
  case png
  /// HEIC (ISO/IEC 23008-12), pictures coded by HEVC.
  case heic
  /// WebP (RFC 9649).
  case webp
  /// PDF (ISO 32000), which has no size in pixels.
  case pdf
}
