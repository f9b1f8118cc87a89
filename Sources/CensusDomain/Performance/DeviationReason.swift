/// Why an indicator runs behind its target, in the classes of the monitoring sheet (绩效运行监控表).
///
/// Source: domain notes, section 5.1, after 财预〔2019〕136号; the classes are unverified.
public enum DeviationReason: String, Sendable, Codable, CaseIterable {
  case funding, institution, staff, equipment, other

  /// The class in words.
  public var name: LocalizedText {
    switch self {
    case .funding: LocalizedText(zh: "经费保障", en: "Funding")
    case .institution: LocalizedText(zh: "制度保障", en: "Institutions")
    case .staff: LocalizedText(zh: "人员保障", en: "Staff")
    case .equipment: LocalizedText(zh: "硬件条件保障", en: "Equipment")
    case .other: LocalizedText(zh: "其他", en: "Other")
    }
  }
}
