import CensusDomain
import CensusJSON

/// A survey form, compiled and ready to validate entries: one version of one hazard's form.
public struct Form: Sendable {
  /// Our own code, such as `GEO_COLLAPSE`; no official form number could be confirmed.
  public let code: String
  /// The form's version, counted from 1.
  public let version: Int
  /// The hazard that the form surveys, or what else it records.
  public let subject: FormSubject
  /// The form's name.
  public let title: LocalizedText
  /// Whether the form's facts could be confirmed: `verified`, `partly-verified` or `unverified`.
  public let status: String
  /// Where the fields and rules come from.
  public let source: String
  /// Sections in form order.
  public let groups: [FieldGroup]
  /// Top-level fields in form order.
  public let fields: [Field]
  /// Cross-field rules in form order.
  public let rules: [Rule]
  /// Rules across records, errors before warnings, else in form order.
  public let distinctRules: [DistinctRule]
  /// The kinds of GeoJSON geometry that its field for one takes; empty where it has none.
  public let geometryKinds: [String]
  /// The numbers in its rules that a district may set otherwise.
  public let settings: [FormSetting]
  /// An entry that is valid and breaks no rule; nil where the form's author gave none.
  public let example: JSONValue?
  /// How entries of earlier versions stand under this one.
  public let earlier: [EarlierVersion]
  /// The form's file.
  public let document: JSONValue
  let schema: CompiledSchema

  /// The top-level field called `name`.
  public func field(_ name: String) -> Field? { fields.first { $0.name == name } }
}

/// A section of a form.
public struct FieldGroup: Sendable, Hashable {
  /// The key that fields name.
  public let key: String
  /// The section's heading.
  public let title: LocalizedText
}

/// A field of a form, as people see it; what is allowed in it stands in the schema.
public struct Field: Sendable {
  /// How a field is entered.
  public enum Kind: String, Sendable {
    case text, integer, number, boolean, date, dateTime, choice, multiChoice, geometry, list, object
  }

  /// The property's name.
  public let name: String
  /// The label.
  public let label: LocalizedText
  /// How it is entered.
  public let kind: Kind
  /// The unit of measurement, if it has one.
  public let unit: String?
  /// The section it belongs to.
  public let group: String?
  /// A short hint where a surveyor could err.
  public let hint: LocalizedText?
  /// The allowed choices of a choice or multi-choice.
  public let choices: [Choice]
  /// Whether the form asks for it in every case.
  public let isRequired: Bool
  /// When the field applies; nil means always.
  public let relevance: Expression?
  /// Whether the field's range or list is unconfirmed.
  public let isUnverified: Bool
  /// The fields of a list's rows or of an object, in order; empty for other kinds.
  public let members: [Field]
  /// Whether the text is a code of a fixed form, in which leading zeros count.
  public let isCode: Bool
}

/// One allowed value of a choice field.
public struct Choice: Sendable, Hashable {
  /// The value that is stored.
  public let value: String
  /// What people see.
  public let label: LocalizedText
}

/// A rule over several fields.
///
/// A class, since validation walks a form's rules for each entry and would copy all of their texts.
public final class Rule: Sendable {
  /// The rule's name, unique in the form.
  public let name: String
  /// How much a violation weighs.
  public let level: Finding.Level
  /// Must be true for the rule to apply; nil means always.
  public let condition: Expression?
  /// Must not be false.
  public let check: Expression
  /// The fields that a violation points to, as JSON Pointers.
  public let places: [String]
  /// What a violation says; `{field}` stands for a value.
  public let message: LocalizedText
  /// Whether the rule or its threshold is unconfirmed.
  public let isUnverified: Bool
  /// How the form's example is made to break the rule; nil where the author did not say.
  public let counterexample: Counterexample?

  init(
    name: String, level: Finding.Level, condition: Expression?, check: Expression,
    places: [String], message: LocalizedText, isUnverified: Bool, counterexample: Counterexample?
  ) {
    self.name = name
    self.level = level
    self.condition = condition
    self.check = check
    self.places = places
    self.message = message
    self.isUnverified = isUnverified
    self.counterexample = counterexample
  }
}

/// A change to a form's example that breaks a rule.
public struct Counterexample: Sendable {
  /// A JSON Merge Patch (RFC 7396) on the example.
  public let patch: JSONValue
  /// Rules and keywords that cannot be kept once the rule is broken.
  public let breaksAlso: [String]
}
