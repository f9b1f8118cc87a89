/// What a form records: a single hazard's survey objects, the inventory itself, or evidence for an indicator.
///
/// Only entries about a hazard count into its completion.
public enum FormSubject: Sendable, Hashable, RawRepresentable, Codable {
  /// A survey object of one single hazard.
  case hazard(Hazard)
  /// An object of the inventory (清查登记).
  case inventory
  /// What the bureau did or spent: publicity, training, satisfaction, vouchers.
  case evidence

  /// Reads a hazard's id, `inventory` or `evidence`.
  public init?(rawValue: String) {
    switch rawValue {
    case "inventory": self = .inventory
    case "evidence": self = .evidence
    default:
      guard let hazard = Hazard(rawValue: rawValue) else { return nil }
      self = .hazard(hazard)
    }
  }

  /// The hazard's id, `inventory` or `evidence`.
  public var rawValue: String {
    switch self {
    case .hazard(let hazard): hazard.rawValue
    case .inventory: "inventory"
    case .evidence: "evidence"
    }
  }

  /// The hazard, of a form that surveys one.
  public var hazard: Hazard? {
    if case .hazard(let hazard) = self { hazard } else { nil }
  }

  /// The subject's name.
  public var name: LocalizedText {
    switch self {
    case .hazard(let hazard): hazard.name
    case .inventory: LocalizedText(zh: "清查登记", en: "Inventory")
    case .evidence: LocalizedText(zh: "绩效佐证", en: "Evidence")
    }
  }
}
