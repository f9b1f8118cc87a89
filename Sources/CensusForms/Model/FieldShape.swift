import CensusJSON

/// How the JSON of a list or an object looks, for a person who has to write it.
public struct FieldShape: Sendable, Hashable {
  /// One line of JSON with every member; what stands for a text is a sample, its choices or its
  /// pattern.
  public let json: String
  /// The members that may be left out.
  public let optional: [String]
}

extension Form {
  /// Samples for patterns, of which a person would otherwise have to read the expression.
  private static let samples = [
    "2021-08-05", "2021-08-05T08:30:00+08:00", "2021-08", "2021",
  ]

  /// How deep a shape goes; a schema may nest without end.
  private static let deepest = 4

  /// How the JSON of `field` looks; nil for a field that holds neither a list nor an object.
  public func shape(of field: Field) -> FieldShape? {
    guard let node = self.node(of: field), !node.types.isDisjoint(with: [.array, .object]) else {
      return nil
    }
    let item = node.items.map { self.node($0) } ?? node
    let needed = Set(item.required.map(\.name))
    return FieldShape(
      json: json(node, depth: 0), optional: item.properties.names.filter { !needed.contains($0) })
  }

  private func json(_ node: SchemaNode, depth: Int) -> String {
    if let constant = node.constant { return constant.value.encoded }
    if !node.enumeration.isEmpty {
      let choices = node.enumeration.map { $0.value.string ?? $0.value.encoded }
      return "\"\(choices.joined(separator: "|"))\""
    }
    if node.types.contains(.array) { return "[\(items(of: node, depth: depth))]" }
    if node.types.contains(.object) { return "{\(members(of: node, depth: depth))}" }
    if node.types.contains(.string) { return "\"\(text(node))\"" }
    return node.types.contains(.boolean) ? "true" : "0"
  }

  private func items(of node: SchemaNode, depth: Int) -> String {
    guard let items = node.items, depth < Form.deepest else { return "…" }
    return json(self.node(items), depth: depth + 1)
  }

  private func members(of node: SchemaNode, depth: Int) -> String {
    guard depth < Form.deepest else { return "…" }
    return zip(node.properties.names, node.properties.schemas).map { name, schema in
      "\"\(name)\":\(json(self.node(schema), depth: depth + 1))"
    }.joined(separator: ",")
  }

  private func text(_ node: SchemaNode) -> String {
    guard let pattern = node.pattern else { return "…" }
    let scratch = PatternScratch()
    return Form.samples.first { sample in
      Array(sample.utf8).withUnsafeBufferPointer { pattern.matches($0, scratch: scratch) }
    } ?? pattern.source
  }
}
