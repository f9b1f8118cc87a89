import CensusDomain

/// What a quality sample is drawn from: units in strata of one form and one township.
///
/// Written as text, a frame has a line for each unit, `form TAB township TAB object LF`, in the order of the
/// lines' bytes. That text and a seed are all that a sample depends on, so that anyone can draw it again
/// (Docs/Quality.md).
public struct SampleFrame: Sendable, Hashable {
  /// A form in a township.
  public struct Stratum: Sendable, Hashable {
    /// The form's code.
    public let form: String
    /// The township's code.
    public let town: String
  }

  /// The units in the order of their lines, each once.
  public let units: [SampleUnit]

  /// Makes a frame of units in any order.
  ///
  /// - Throws: ``CensusError`` with code `invalidData` for a code with a control character, which would make
  ///   the text ambiguous.
  public init(_ units: some Sequence<SampleUnit>) throws(CensusError) {
    let lines = Set(units).map { (unit: $0, line: SampleFrame.line($0)) }
    for (unit, _) in lines {
      for text in [unit.form, unit.town, unit.object]
      where text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) {
        throw SampleFrame.control(unit)
      }
    }
    self.units = lines.sorted { $0.line.utf8.lexicographicallyPrecedes($1.line.utf8) }.map(\.unit)
  }

  /// Reads a frame's text; nil where it is not exactly what ``text`` writes.
  public init?(text: String) {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"))
    let units = lines.compactMap { line -> SampleUnit? in
      let cells = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      return cells.count == 3 ? SampleUnit(form: cells[0], town: cells[1], object: cells[2]) : nil
    }
    guard let frame = try? SampleFrame(units),
      frame.text.utf8.elementsEqual(text.utf8)
    else { return nil }
    self = frame
  }

  /// The frame as text.
  public var text: String { units.map(SampleFrame.line).joined() }

  /// How many units each stratum has.
  public var strata: [Stratum: Int] {
    units.reduce(into: [:]) { counts, unit in
      counts[Stratum(form: unit.form, town: unit.town), default: 0] += 1
    }
  }

  /// Draws a sample: of each stratum the first units by the SHA-256 of `seed LF object LF form`.
  ///
  /// It depends on nothing but seed, share and frame. The units come in the frame's order.
  /// - Parameter digest: gives the SHA-256 of a text's UTF-8; the layer of figures computes none itself.
  public func sample(
    seed: String, share: SampleShare, digest: (String) -> ContentHash
  ) -> [SampleUnit] {
    var ranked: [Stratum: [(rank: [UInt8], place: Int)]] = [:]
    for (place, unit) in units.enumerated() {
      let rank = Array(digest("\(seed)\n\(unit.object)\n\(unit.form)").bytes)
      ranked[Stratum(form: unit.form, town: unit.town), default: []].append((rank, place))
    }
    let drawn = ranked.values.flatMap { stratum in
      stratum.sorted { $0.rank.lexicographicallyPrecedes($1.rank) }
        .prefix(share.size(of: stratum.count)).map(\.place)
    }
    return drawn.sorted().map { units[$0] }
  }

  private static func line(_ unit: SampleUnit) -> String {
    "\(unit.form)\t\(unit.town)\t\(unit.object)\n"
  }

  private static func control(_ unit: SampleUnit) -> CensusError {
    CensusError(
      .invalidData, zh: "对象 \(unit.object.debugDescription) 的编码含控制字符，不能抽样。",
      en: """
        The code of the object \(unit.object.debugDescription) has a control character; no sample can be \
        drawn.
        """,
      remedy: LocalizedText(
        zh: "请先在清查底册中改正该编码。", en: "Correct the code in the inventory first."))
  }
}
