/// A gzip stream that unpacks to `count` zeros, at some 159 to 1.
func gzipBomb(count: Int) -> [UInt8] {
  var bytes: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]
  var bits = 0
  var filled = 0
  // Huffman codes go in from their highest bit, RFC 1951 section 3.1.1.
  func put(_ code: Int, _ length: Int) {
    for place in (0..<length).reversed() {
      bits |= ((code >> place) & 1) << filled
      filled += 1
      if filled == 8 {
        bytes.append(UInt8(bits))
        (bits, filled) = (0, 0)
      }
    }
  }
  put(0b1, 1)  // The last block,
  put(0b10, 2)  // with fixed codes; the two bits of a number go in lowest first.
  put(0b0011_0000, 8)  // One zero,
  for _ in 0..<(count / 258) {
    put(0b1100_0101, 8)  // and 258 bytes
    put(0, 5)  // from one byte back.
  }
  put(0, 7)
  while filled != 0 { put(0, 1) }
  // Check sum and length are never reached: the reader gives up before.
  return bytes + [UInt8](repeating: 0, count: 8)
}
