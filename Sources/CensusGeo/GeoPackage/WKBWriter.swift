/// Writes geometries as ISO well-known binary, little-endian (OGC 06-103r4, section 8; ISO 13249-3).
struct WKBWriter {
  private(set) var bytes: [UInt8] = []

  /// Forgets what was written and keeps the memory.
  mutating func reset() { bytes.removeAll(keepingCapacity: true) }

  /// Writes a shape with its byte order and type in front.
  mutating func shape(_ shape: GeoShape) {
    let hasHeights = shape.hasHeights
    byte(1)  // Little-endian.
    // ISO types with heights are those without and a thousand.
    number(shape.kind.wkbType + (hasHeights ? 1000 : 0))
    switch shape {
    case .point(let position): self.position(position, hasHeights)
    case .line(let positions): self.positions(positions, hasHeights)
    case .polygon(let rings):
      number(UInt32(rings.count))
      for ring in rings { positions(ring, hasHeights) }
    }
  }

  mutating func byte(_ byte: UInt8) { bytes.append(byte) }

  mutating func number(_ number: UInt32) {
    withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func double(_ double: Double) {
    withUnsafeBytes(of: double.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
  }

  private mutating func positions(_ positions: [GeoPosition], _ hasHeights: Bool) {
    number(UInt32(positions.count))
    for position in positions { self.position(position, hasHeights) }
  }

  private mutating func position(_ position: GeoPosition, _ hasHeights: Bool) {
    double(position.longitude)
    double(position.latitude)
    if hasHeights, let height = position.height { double(height) }
  }
}

extension GeoShape.Kind {
  /// The type's number in well-known binary.
  fileprivate var wkbType: UInt32 {
    switch self {
    case .point: 1
    case .line: 2
    case .polygon: 3
    }
  }
}
