/// Finds schemas that judge the same instance by themselves again, such as `{"$ref":"#"}`.
enum SchemaCycle {
  private enum Mark { case fresh, open, done }

  /// Whether some schema comes back to itself without stepping into a member or an item.
  static func exists(in nodes: [SchemaNode]) -> Bool {
    var marks = Array(repeating: Mark.fresh, count: nodes.count)
    return nodes.indices.contains { leadsBack($0, nodes, &marks) }
  }

  private static func leadsBack(_ index: Int, _ nodes: [SchemaNode], _ marks: inout [Mark]) -> Bool
  {
    switch marks[index] {
    case .open: return true
    case .done: return false
    case .fresh: break
    }
    marks[index] = .open
    for next in inPlace(nodes[index]) where leadsBack(next, nodes, &marks) { return true }
    marks[index] = .done
    return false
  }

  /// The subschemas that judge the same instance (JSON Schema core, section 10.2).
  private static func inPlace(_ node: SchemaNode) -> [Int] {
    node.allOf + node.anyOf + node.oneOf
      + [node.reference, node.not, node.condition, node.consequence, node.alternative]
      .compactMap { $0 }
  }
}
