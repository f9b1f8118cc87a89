/// What a form's schema allows in a field by plain keywords; nil where it says nothing.
///
/// Numbers are as the form's author wrote them.
public struct FieldLimits: Sendable, Hashable {
  /// The least number.
  public let minimum: String?
  /// The greatest number.
  public let maximum: String?
  /// What a number must be above.
  public let exclusiveMinimum: String?
  /// What a number must be below.
  public let exclusiveMaximum: String?
  /// The smallest step between numbers.
  public let multipleOf: String?
  /// The fewest characters.
  public let minLength: Int?
  /// The most characters.
  public let maxLength: Int?
  /// The regular expression that a text must fit.
  public let pattern: String?
  /// The fewest items.
  public let minItems: Int?
  /// The most items.
  public let maxItems: Int?

  init(_ node: SchemaNode) {
    minimum = node.minimum?.text
    maximum = node.maximum?.text
    exclusiveMinimum = node.exclusiveMinimum?.text
    exclusiveMaximum = node.exclusiveMaximum?.text
    multipleOf = node.multipleOf?.text
    minLength = node.minLength
    maxLength = node.maxLength
    pattern = node.pattern?.source
    minItems = node.minItems
    maxItems = node.maxItems
  }
}

extension Form {
  /// What the schema allows in one of the form's fields.
  public func limits(of field: Field) -> FieldLimits? { node(of: field).map { FieldLimits($0) } }

  /// What the schema allows in a member of an object or of a list's rows.
  public func limits(of member: Field, in field: Field) -> FieldLimits? {
    guard let holder = node(of: field) else { return nil }
    let row = holder.items.map { node($0) } ?? holder
    return row.properties.names.firstIndex(of: member.name).map {
      FieldLimits(node(row.properties.schemas[$0]))
    }
  }

  /// The schema of a field, wherever it stands.
  func node(of field: Field) -> SchemaNode? {
    let properties = schema.nodes[schema.root].properties
    return properties.names.firstIndex(of: field.name).map { node(properties.schemas[$0]) }
  }

  /// The schema at `index`, or the one that it refers to; loading has refused circles.
  func node(_ index: Int) -> SchemaNode {
    var node = schema.nodes[index]
    while let reference = node.reference { node = schema.nodes[reference] }
    return node
  }
}
