/// The box `meta` of a HEIC: which item is the picture, which properties belong to it, and where the
/// EXIF data lie.
struct HEICMeta {
  /// Where an item's bytes lie.
  struct Extent: Equatable {
    /// Bytes from the file's beginning.
    let offset: Int64
    /// Bytes; zero stands for all up to the file's end.
    let length: Int
  }

  private var primary: Int?
  private var properties: [(name: String, content: ByteCursor)] = []
  private var associations: [Int: [Int]] = [:]
  var exifItems: [Int] = []
  /// The items that each item describes.
  var described: [Int: [Int]] = [:]
  var extents: [Int: Extent] = [:]

  /// Where the EXIF data lie that describe the picture, or the first where none says so; nil where
  /// there are none, or in a place that is not read.
  var exif: Extent? {
    let ofPrimary = exifItems.first { item in
      primary.map { described[item]?.contains($0) ?? false } ?? false
    }
    return (ofPrimary ?? exifItems.first).flatMap { extents[$0] }
  }

  /// Reads the content of the box.
  init(_ content: ByteCursor) throws(PhotoFault) {
    var content = content
    try content.skip(4)
    while var box = try HEICMeta.next(&content) {
      switch box.name {
      case "pitm":
        let version = try box.content.bigEndian(4) >> 24
        primary = try box.content.bigEndian(version == 0 ? 2 : 4)
      case "iprp":
        while let inner = try HEICMeta.next(&box.content) { try takeProperty(inner) }
      case "iinf": try takeItems(&box.content)
      case "iref": try takeReferences(&box.content)
      case "iloc": try takeLocations(&box.content)
      default: break
      }
    }
  }

  /// The size of the primary picture, which for a picture of tiles is that of the whole.
  func primarySize() throws(PhotoFault) -> PixelSize {
    guard let primary, let places = associations[primary] else { throw .malformed }
    for place in places where properties.indices.contains(place - 1) {
      var property = properties[place - 1]
      guard property.name == "ispe" else { continue }
      try property.content.skip(4)
      return try PhotoLayout.pixels(property.content.bigEndian(4), property.content.bigEndian(4))
    }
    throw .malformed
  }

  private mutating func takeProperty(
    _ box: (name: String, content: ByteCursor)
  ) throws(PhotoFault) {
    var content = box.content
    if box.name == "ipco" {
      while let property = try HEICMeta.next(&content) { properties.append(property) }
    } else if box.name == "ipma" {
      try takeAssociations(&content)
    }
  }

  private mutating func takeAssociations(_ content: inout ByteCursor) throws(PhotoFault) {
    let word = try content.bigEndian(4)
    let (version, isWide) = (word >> 24, word & 1 == 1)
    // A wrong count ends where the box does, since each turn reads bytes.
    for _ in 0..<(try content.bigEndian(4)) {
      let item = try content.bigEndian(version < 1 ? 2 : 4)
      for _ in 0..<(try content.bigEndian(1)) {
        // The highest bit says whether a reader must know the property.
        let place = try content.bigEndian(isWide ? 2 : 1) & (isWide ? 0x7FFF : 0x7F)
        associations[item, default: []].append(place)
      }
    }
  }

  /// The next box within a box; nil at the end.
  static func next(
    _ content: inout ByteCursor
  ) throws(PhotoFault) -> (name: String, content: ByteCursor)? {
    guard !content.isAtEnd else { return nil }
    let length = try content.bigEndian(4)
    let name = try content.name()
    // Zero stands for “up to the end”; boxes this deep never need 64 bits.
    let count = length == 0 ? content.remaining.count : length - 8
    return (name, try content.take(count))
  }
}
